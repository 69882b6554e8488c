"""`evalrules verify FILE`: re-check every step of an explanation, without the engine."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from attrs import frozen

from evalrules.language.decode import decode_utf8
from evalrules.language.problems import Problem
from evalrules.meaning.certificate import verify_text
from evalrules.workbench.api import Lang
from evalrules.workbench.cli import ERRORS, OK
from evalrules.workbench.cli.arguments import Parser
from evalrules.workbench.cli.reporting import report_problems, report_refusal
from evalrules.workbench.cli.streams import show
from evalrules.workbench.refusal import cannot_open

_STDIN = "-"
_LARGEST = 64 << 20


@frozen
class Request:
    """What the arguments ask for."""

    file: str
    lang: Lang


def _parser() -> Parser:
    parser = Parser(
        "verify",
        "不用计分引擎，逐步复核一份得分说明。\nRe-check every step of an explanation, without the engine that made it.",
        "evalrules explain form.json --format json > why.json\n  evalrules verify why.json",
    )
    parser.operands.add_argument(
        "file", metavar="FILE", help="explain --format json 的输出，- 为标准输入\nan explanation; - is standard input"
    )
    parser.add_general()
    return parser


def run(arguments: Sequence[str]) -> int:
    """Verify one file. 0: every step follows; 1: some step does not, or the file cannot be read."""
    request = Request(**vars(_parser().parse_args(arguments)))
    try:
        data = _data_of(request.file)
    except (OSError, ValueError) as error:
        report_refusal(cannot_open(request.file, error), request.lang)
        return ERRORS
    source = decode_utf8(data, "stdin" if request.file == _STDIN else request.file)
    if isinstance(source, Problem):
        report_problems((source,), request.lang)
        return ERRORS
    verdict = verify_text(source.text)
    show(verdict.report(request.lang))
    return OK if verdict.valid else ERRORS


def _data_of(name: str) -> bytes:
    """What is to be verified; of what is far too large, as much as shows that."""
    if name == _STDIN:
        return sys.stdin.buffer.read(_LARGEST + 1) if sys.stdin is not None else b""
    with Path(name).open("rb") as file:
        return file.read(_LARGEST + 1)
