"""`evalrules explain FORM`: how the form came by its score."""

from __future__ import annotations

from collections.abc import Sequence
from os import PathLike
from pathlib import Path

from attrs import evolve, frozen

from evalrules.language.policy.form import Form
from evalrules.language.policy.policy import CheckedPolicy
from evalrules.language.problems import Phrase
from evalrules.readers import FormError
from evalrules.workbench.api import Detail, Evaluation, Format, Lang, evaluate
from evalrules.workbench.cli import ERRORS, OK
from evalrules.workbench.cli.arguments import Parser
from evalrules.workbench.cli.form_input import add_input, name_of, read_one
from evalrules.workbench.cli.reporting import (
    report_failed_checks,
    report_faults,
    report_form_problems,
    report_policy_error,
    report_refusal,
)
from evalrules.workbench.cli.streams import hand_over, show
from evalrules.workbench.loading import PolicyError, load_policy
from evalrules.workbench.refusal import Refusal, other_schema


@frozen
class Request:
    """What the arguments ask for."""

    form: str
    number: int | None
    input_format: str
    policy: str | None
    libraries: Sequence[Path]
    among: Path | None
    row: str | None
    detail: Detail
    format: Format
    lang: Lang

    @property
    def form_name(self) -> str:
        """What messages call the form."""
        return name_of(self.form)


def _parser() -> Parser:
    parser = Parser(
        "explain",
        "说明一张自评表按政策应得多少分，每一分从何而来。\n"
        "Say what a self-evaluation form scores by a policy, and where every point comes from.",
        "evalrules explain form.json --row 群众满意度 --detail full",
    )
    add_input(parser)
    option = parser.choices.add_argument
    option(
        "--policy",
        metavar="ID|FILE",
        help="政策名或政策文件；不写则按表格的地区、表式、年度查找\n"
        "the policy; found by the form's place, kind and year if not given",
    )
    parser.add_library()
    option(
        "--among",
        metavar="FOLDER",
        type=Path,
        help="与此文件夹里的各表一起看，政策要排位、比较时用\nbeside the forms of a folder",
    )
    option(
        "--row",
        metavar="NAME",
        help="只说明一行，写名称、路径或位置（如 指标[3]，从 0 起）\n"
        "explain one row only, by its name, path or address (indicators[3], from 0)",
    )
    option("--detail", choices=("brief", "full"), default="brief", help="详略，默认 brief\nhow much to say")
    option(
        "--format",
        choices=("text", "json", "markdown", "html"),
        default="text",
        help="输出格式，默认 text\nwhat to print",
    )
    parser.add_general()
    return parser


def run(arguments: Sequence[str]) -> int:
    """Explain one form. 0: scored; 1: the form or the policy has errors."""
    request = Request(**vars(_parser().parse_args(arguments)))
    try:
        form = read_one(request.form, request.number, request.input_format, request.lang)
    except FormError as error:
        report_form_problems(error.problems, request.form_name, request.lang)
        return ERRORS
    try:
        policy = load_policy(request.policy or _found(form, request), request.libraries)
        _expect_schema(policy, form)
    except PolicyError as error:
        # It may be for one of them that no policy is found.
        report_form_problems(form.problems, request.form_name, request.lang)
        report_policy_error(error, request.lang)
        return ERRORS
    return _explain(policy, form, request)


def _found(form: Form, request: Request) -> PathLike[str]:
    from evalrules.workbench.cli.choosing import choose_for

    return choose_for(form, request.libraries, request.lang)


def _expect_schema(policy: CheckedPolicy, form: Form) -> None:
    """Raises PolicyError where the form follows another schema: the same word may mean something else there."""
    if form.schema not in ("", policy.schema.name):
        raise PolicyError(other_schema(form.schema, policy.id, policy.schema.name))


def _explain(policy: CheckedPolicy, form: Form, request: Request) -> int:
    evaluation = _evaluated(policy, form, request)
    if evaluation is None:
        return ERRORS
    try:
        words = evaluation.explain(row=request.row, detail=request.detail, format=request.format, lang=request.lang)
    except LookupError as error:
        said = str(error.args[0])
        report_refusal(Refusal("unknown-row", Phrase(said, said), _WHICH_ROW), request.lang)
        return ERRORS
    show(words) if request.format == "text" else hand_over(words)
    return ERRORS if _report(evaluation, request) else OK


def _evaluated(policy: CheckedPolicy, form: Form, request: Request) -> Evaluation | None:
    """The form by itself, or among those of a folder; nothing where the folder cannot be read, which is said."""
    if request.among is None:
        return evaluate(policy, form)
    from evalrules.workbench.folder import read_folder
    from evalrules.workbench.population import evaluate_among

    try:
        folder = read_folder(request.among)
    except OSError:
        said = Phrase(f"读不到文件夹“{request.among}”", f"folder `{request.among}` cannot be read")
        report_refusal(Refusal("no-folder", said, _WHICH_FOLDER), request.lang)
        return None
    own = Path(request.form).name
    others = [each for each in folder.forms if each.name != own and each.schema in ("", policy.schema.name)]
    unread = tuple(each.name for each in folder.unread if each.name != own)
    return evaluate_among(policy, evolve(form, name=own), others, unread)


_WHICH_FOLDER = Phrase("写一个放着表格的文件夹", "name a folder that holds forms")
_WHICH_ROW = Phrase("用 --row 写表中一行的名称", "name a row of the form with --row")


def _report(evaluation: Evaluation, request: Request) -> bool:
    """Say what is wrong with the form; whether anything is."""
    name, lang = request.form_name, request.lang
    report_form_problems(evaluation.problems, name, lang)
    faulty = report_faults(evaluation, name, lang)
    failed = report_failed_checks(evaluation, name, lang)
    return bool(evaluation.problems) or faulty or failed
