"""`evalrules readings POLICY`: which forms earn something else where the text is read otherwise."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from attrs import frozen

from evalrules.study.readings import reread
from evalrules.views.rereading import Format, show_rereading
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

    policy: str
    forms: Sequence[Path]
    libraries: Sequence[Path]
    format: Format
    lang: Lang


def _parser() -> Parser:
    parser = Parser(
        "readings",
        "把政策列出的每种可选读法套到表格上，列出哪些表格的得分、总分或等级因此不同。\n"
        "Score forms under every alternative that the policy's readings name, and list those that move.",
        "evalrules readings yanchi-2022 --forms 表格/",
    )
    parser.operands.add_argument(
        "policy", metavar="POLICY", help="政策的编号，或政策文件\na policy by its id, or a file"
    )
    option = parser.choices.add_argument
    option(
        "--forms",
        metavar="FOLDER|FILE",
        type=Path,
        nargs="+",
        required=True,
        help="表格文件，或放表格的文件夹（连同其下），可以写几个\nforms, or folders of forms with all below",
    )
    parser.add_library()
    option("--format", choices=("text", "json", "markdown"), default="text", help="输出格式，默认 text\nwhat to print")
    parser.add_general()
    return parser


def run(arguments: Sequence[str]) -> int:
    """Score forms under all readings. 0: done; 1: the policy has errors, or a form could not be read."""
    request = Request(**vars(_parser().parse_args(arguments)))
    try:
        policy = load_policy(request.policy, request.libraries)
    except PolicyError as error:
        report_policy_error(error, request.lang)
        return ERRORS
    batch = batch_at(request.forms, request.lang, policy)
    if batch is None:
        return ERRORS
    words = show_rereading(reread(policy, batch.forms, batch.lost, batch.unread), request.format, request.lang)
    show(words) if request.format == "text" else hand_over(words)
    return ERRORS if batch.lost else OK
