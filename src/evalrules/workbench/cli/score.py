"""`evalrules score FOLDER`: what the forms of a folder score, and their places among each other."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from pathlib import Path
from typing import Literal, TypeAlias

from attrs import frozen

from evalrules.language.policy.form import Form
from evalrules.language.policy.policy import CheckedPolicy
from evalrules.language.problems import Phrase
from evalrules.workbench.api import Lang
from evalrules.workbench.cli import ERRORS, OK
from evalrules.workbench.cli.arguments import Parser
from evalrules.workbench.cli.choosing import wanted_by
from evalrules.workbench.cli.reporting import report_faults, report_form_problems, report_policy_error, report_refusal
from evalrules.workbench.cli.streams import hand_over, say, show
from evalrules.workbench.folder import Folder, read_folder
from evalrules.workbench.loading import PolicyError, load_policy
from evalrules.workbench.population import Placed, evaluate_together
from evalrules.workbench.refusal import Refusal, ambiguous_policy, no_policy, other_schema

Json: TypeAlias = "dict[str, str | int | list[str | None] | dict[str, str | None] | None]"

_NO_FOLDER = Phrase("读不到文件夹“{0}”", "folder `{0}` cannot be read")
_NAME_A_FOLDER = Phrase("写一个放着表格的文件夹", "name a folder that holds forms")
_NO_FORMS = Phrase("文件夹“{0}”里没有表格", "there are no forms in folder `{0}`")
_UNREAD = Phrase("没有读出 {0}", "not read: {0}")


@frozen
class Request:
    """What the arguments ask for."""

    folder: Path
    policy: str | None
    libraries: Sequence[Path]
    format: Literal["text", "json"]
    lang: Lang


@frozen
class Group:
    """The forms that one policy scores together."""

    policy: CheckedPolicy
    forms: tuple[Placed, ...]


def _parser() -> Parser:
    parser = Parser(
        "score",
        "给一个文件夹里的各张表计分，并按政策排位、比较。\n"
        "Score the forms of a folder, and place them among each other where the policy says so.",
        "evalrules score forms --policy yunnan-2022",
    )
    parser.operands.add_argument(
        "folder", metavar="FOLDER", type=Path, help="放着表格的文件夹，不看其下的文件夹\na folder of forms"
    )
    parser.choices.add_argument(
        "--policy",
        metavar="ID|FILE",
        help="政策名或政策文件；不写则逐张查找，同一政策的一起计分\n"
        "the policy; found form by form if not given, and those of one policy are scored together",
    )
    parser.add_library()
    parser.choices.add_argument(
        "--format", choices=("text", "json"), default="text", help="输出格式，默认 text\nwhat to print"
    )
    parser.add_general()
    return parser


def run(arguments: Sequence[str]) -> int:
    """Score the forms of a folder. 0: all are scored; 1: one could not be read or scored."""
    request = Request(**vars(_parser().parse_args(arguments)))
    try:
        folder = read_folder(request.folder)
    except OSError:
        said = Phrase(*(each.format(request.folder) for each in _NO_FOLDER))
        report_refusal(Refusal("no-folder", said, _NAME_A_FOLDER), request.lang)
        return ERRORS
    if not folder.forms and not folder.unread:
        said = Phrase(*(each.format(request.folder) for each in _NO_FORMS))
        report_refusal(Refusal("no-forms", said, _NAME_A_FOLDER), request.lang)
        return ERRORS
    return _score(folder, request)


def _score(folder: Folder, request: Request) -> int:
    for file in folder.unread:
        say(_UNREAD.in_(request.lang).format(file.name))
        report_form_problems(file.problems, file.name, request.lang)
    groups, refused = _groups(folder, request)
    sound = not folder.unread and not refused
    for group in groups:
        for each in group.forms:
            name = each.evaluation.facts.name
            report_form_problems(each.evaluation.problems, name, request.lang)
            sound = not report_faults(each.evaluation, name, request.lang) and not each.evaluation.problems and sound
    if request.format == "json":
        hand_over(_as_json(groups, folder))
    else:
        for group in groups:
            show(_as_text(group, request.lang))
    return OK if sound else ERRORS


def _groups(folder: Folder, request: Request) -> tuple[list[Group], bool]:
    """The forms by their policies; whether one of them has none."""
    chosen: dict[str, list[Form]] = {}
    refused = False
    for form in folder.forms:
        try:
            chosen.setdefault(request.policy or str(_choice(form, request)), []).append(form)
        except PolicyError as error:
            say(form.name)
            report_policy_error(error, request.lang)
            refused = True
    groups: list[Group] = []
    unread = tuple(each.name for each in folder.unread)
    for name, forms in chosen.items():
        try:
            policy = load_policy(name if request.policy else Path(name), request.libraries)
        except PolicyError as error:
            report_policy_error(error, request.lang)
            refused = True
            continue
        fitting = [form for form in forms if form.schema in ("", policy.schema.name)]
        for form in forms:
            if form not in fitting:
                say(form.name)
                report_refusal(other_schema(form.schema, policy.id, policy.schema.name), request.lang)
                refused = True
        groups.append(Group(policy, evaluate_together(policy, fitting, unread)))
    return groups, refused


def _choice(form: Form, request: Request) -> Path:
    """The file of the one policy that fits `form`. Raises PolicyError."""
    from evalrules.library.choice import choose
    from evalrules.library.shelf import Shelf, shipped

    choice = choose(Shelf((*request.libraries, *shipped())), wanted_by(form))
    if len(choice.fitting) != 1:
        raise PolicyError(ambiguous_policy(choice) if choice.fitting else no_policy(choice))
    return choice.fitting[0].path


def _as_text(group: Group, lang: Lang) -> str:
    from evalrules.views.compose.population import compose_population
    from evalrules.views.draw.text import draw_text

    scored = [(each.evaluation.derivation, each.ranks) for each in group.forms]
    return draw_text(compose_population(scored, group.policy, lang))


def _as_json(groups: Sequence[Group], folder: Folder) -> str:
    import json

    listed = [
        {
            "policy": {"id": each.policy.id, "hash": each.policy.hash, "title": each.policy.title},
            "forms": [_form(form) for form in each.forms],
        }
        for each in groups
    ]
    unread = [{"form": each.name, "problems": [problem.code for problem in each.problems]} for each in folder.unread]
    return json.dumps({"groups": listed, "unread": unread}, ensure_ascii=False, indent=2)


def _form(placed: Placed) -> Json:
    """A form in numbers: exact, as decimals or fractions; null where they are not settled."""
    from evalrules.views.scores import number_of

    evaluation, derivation = placed.evaluation, placed.evaluation.derivation
    total, graded = evaluation.total, derivation.grade
    both = total.awarded is not None and total.self_score is not None
    return {
        "form": derivation.form,
        "awarded": _exact(total.awarded),
        "lowest": _exact(total.lowest),
        "highest": _exact(total.highest),
        "self_score": _exact(total.self_score),
        "difference": _exact(total.awarded - total.self_score) if both else None,  # type: ignore[operator]
        "grade": evaluation.grade,
        "grades": list(graded.grades) if graded else [],
        "faults": sum(row.status == "fault" for row in derivation.rows),
        "ranks": {name: _exact(number_of(place)) for name, place in placed.ranks},
        "decisions": {each.name: " / ".join(each.decisions) or None for each in derivation.consequences},
    }


def _exact(number: Fraction | None) -> str | None:
    from evalrules.views.scores import show_score

    return None if number is None else show_score(number, None)
