"""`evalrules check FILE…`: what is wrong with policy and schema files."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Literal

from attrs import frozen

from evalrules.language.problems import Phrase
from evalrules.views.problem_data import Report, report_data
from evalrules.workbench.api import Lang
from evalrules.workbench.checking import reports_on
from evalrules.workbench.cli import ERRORS, OK
from evalrules.workbench.cli.arguments import Parser
from evalrules.workbench.cli.reporting import report_problems, report_refusal
from evalrules.workbench.cli.streams import hand_over, show
from evalrules.workbench.refusal import Refusal

_SOUND = Phrase("{0}：没有问题", "{0}: no problems")
_WORN = Phrase("{0}：{1} 个警告或提示", "{0}: warnings or notices: {1}")
_UNSOUND = Phrase("{0}：{1} 个错误，{2} 个警告或提示", "{0}: errors: {1}, warnings or notices: {2}")
_EXAMPLES = Phrase("，{0} 个示例都成立", ", all {0} examples hold")


@frozen
class Request:
    """What the arguments ask for."""

    files: Sequence[str]
    libraries: Sequence[Path]
    format: Literal["text", "json", "sarif"]
    lang: Lang


def _parser() -> Parser:
    parser = Parser(
        "check",
        "检查政策和表式文件，并运行其中的示例。\nCheck policies and forms, and run their examples.",
        "evalrules check policies/cn/ningxia/yanchi/yanchi-2022.rules\n"
        "  evalrules check policies/ --format sarif > problems.sarif",
    )
    parser.operands.add_argument(
        "files",
        metavar="FILE",
        nargs="+",
        help="文件、政策名，或文件夹（检查其下所有 .rules）\na file, the id of a policy, or a folder of .rules files",
    )
    parser.add_library()
    parser.choices.add_argument(
        "--format",
        choices=("text", "json", "sarif"),
        default="text",
        help="输出格式，默认 text；sarif 供代码平台和编辑器读取\nwhat to print; sarif is for code hosts and editors",
    )
    parser.add_general()
    return parser


def run(arguments: Sequence[str]) -> int:
    """Check every file. 0: no errors; 1: there are."""
    request = Request(**vars(_parser().parse_args(arguments)))
    if request.format == "text":
        sound = [_told(each, request.lang) for each in _reports(request)]
        return OK if all(sound) else ERRORS
    reports = list(_reports(request))
    hand_over(_document(reports, request))
    return ERRORS if any(each.errors for each in reports) else OK


def _reports(request: Request) -> Iterator[Report]:
    for name in request.files:
        yield from reports_on(name, request.libraries)


def _told(report: Report, lang: Lang) -> bool:
    """Whether a file has no errors, after saying which it has."""
    if report.unread is not None:
        report_refusal(Refusal(report.unread.code, report.unread.message, report.unread.help), lang)
        return False
    report_problems(report.problems, lang)
    show(_summary(report, lang))
    return not report.errors


def _summary(report: Report, lang: Lang) -> str:
    """The finding in one line."""
    others = len(report.problems) - report.errors
    if report.errors:
        return _UNSOUND.in_(lang).format(report.name, report.errors, others)
    verdict = _WORN.in_(lang).format(report.name, others) if others else _SOUND.in_(lang).format(report.name)
    return verdict + (_EXAMPLES.in_(lang).format(report.examples) if report.examples else "")


def _document(reports: Sequence[Report], request: Request) -> str:
    """Everything that was found, as JSON or as SARIF, which is JSON too."""
    from evalrules.views.sarif import sarif_data

    data = report_data(reports) if request.format == "json" else sarif_data(reports, request.lang)
    return json.dumps(data, ensure_ascii=False, indent=2)
