"""`evalrules diff OLD NEW`: what changed between two policies, and whose scores moved."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from attrs import frozen

from evalrules.study.difference import difference
from evalrules.views.difference import Format, show_difference
from evalrules.workbench.api import Lang
from evalrules.workbench.cli import ERRORS, OK
from evalrules.workbench.cli.arguments import Parser
from evalrules.workbench.cli.forms import batch_at
from evalrules.workbench.cli.reporting import report_policy_error
from evalrules.workbench.cli.streams import hand_over, show
from evalrules.workbench.loading import PolicyError, load_policy


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
    batch = batch_at(request.forms, request.lang, old, new)
    if batch is None:
        return ERRORS
    found = difference(old, new, batch.forms, batch.lost, batch.unread)
    words = show_difference(found, request.format, request.lang)
    show(words) if request.format == "text" else hand_over(words)
    return ERRORS if found.differs or found.lost else OK
