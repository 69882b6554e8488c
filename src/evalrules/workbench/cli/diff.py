"""`evalrules diff OLD NEW`: what changed between two policies, and whose scores moved."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from attrs import evolve, frozen

from evalrules.language.policy.form import Form, FormProblem
from evalrules.language.policy.policy import CheckedPolicy
from evalrules.readers import FormError, read_form
from evalrules.readers.formats import FORMATS
from evalrules.study.difference import Difference, LostForm, difference
from evalrules.views.difference import Format, show_difference
from evalrules.workbench.api import Lang
from evalrules.workbench.cli import ERRORS, OK
from evalrules.workbench.cli.arguments import Parser
from evalrules.workbench.cli.reporting import report_policy_error, report_refusal
from evalrules.workbench.cli.streams import hand_over, show
from evalrules.workbench.loading import PolicyError, load_policy
from evalrules.workbench.refusal import no_forms, other_schema


@frozen
class Request:
    """What the arguments ask for."""

    old: str
    new: str
    forms: Sequence[Path]
    libraries: Sequence[Path]
    format: Format
    lang: Lang


def _parser() -> Parser:
    parser = Parser(
        "diff",
        "逐条说明两个政策有何不同；给出表格时，还说明哪些表格的得分因此变动。\n"
        "Say rule by rule what changed between two policies and, given forms, whose scores moved.",
        "evalrules diff yanchi-2022 yanchi-2023.rules --forms 表格/",
    )
    for name, help_ in (("old", "原来的政策\nthe policy as it was"), ("new", "现在的政策\nthe policy as it is")):
        parser.operands.add_argument(name, metavar=name.upper(), help=help_)
    option = parser.choices.add_argument
    option(
        "--forms",
        metavar="FOLDER|FILE",
        type=Path,
        nargs="+",
        default=[],
        help="表格文件，或放表格的文件夹（连同其下），可以写几个\nforms, or folders of forms with all below",
    )
    parser.add_library()
    option("--format", choices=("text", "json", "markdown"), default="text", help="输出格式，默认 text\nwhat to print")
    parser.add_general()
    return parser


def run(arguments: Sequence[str]) -> int:
    """Compare two policies. 0: no difference; 1: there are differences, or something could not be read."""
    request = Request(**vars(_parser().parse_args(arguments)))
    try:
        old, new = (load_policy(each, request.libraries) for each in (request.old, request.new))
    except PolicyError as error:
        report_policy_error(error, request.lang)
        return ERRORS
    paths = [path for given in request.forms for path in _forms_at(given)]
    if request.forms and not paths:
        report_refusal(no_forms(", ".join(map(str, request.forms))), request.lang)
        return ERRORS
    found = _compared(old, new, paths)
    words = show_difference(found, request.format, request.lang)
    show(words) if request.format == "text" else hand_over(words)
    return ERRORS if found.differs or found.lost else OK


def _forms_at(path: Path) -> list[Path]:
    """The form at `path`, or all forms in the folder and below."""
    suffixes = tuple(suffix for each in FORMATS for suffix in each.suffixes)
    try:
        if not path.is_dir():
            return [path]
        return sorted(each for each in path.rglob("*") if each.name.lower().endswith(suffixes) and each.is_file())
    except (OSError, ValueError):  # a name that no system has: reading it will say so
        return [path]


def _compared(old: CheckedPolicy, new: CheckedPolicy, paths: Sequence[Path]) -> Difference:
    """The difference over the forms at `paths`; what cannot be compared is among those that are lost."""
    forms: list[Form] = []
    lost: list[LostForm] = []
    for path in paths:
        try:
            form = evolve(read_form(path), name=str(path))
        except FormError as error:
            lost.append(LostForm(str(path), error.problems))
            continue
        problem = _of_other_schema(form, old, new)
        lost += [LostForm(str(path), (problem,))] if problem else []
        forms += [] if problem else [form]
    return difference(old, new, forms, lost)


def _of_other_schema(form: Form, old: CheckedPolicy, new: CheckedPolicy) -> FormProblem | None:
    """Why a form cannot be scored by both policies: it follows another schema than one of them."""
    for policy in (old, new):
        if form.schema not in ("", policy.schema.name):
            refusal = other_schema(form.schema, policy.id, policy.schema.name)
            return FormProblem(refusal.code, "schema", form.schema, *refusal.message, *refusal.help)
    return None
