"""`evalrules fmt PATH…`: lay out policy files."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum
from pathlib import Path

from attrs import frozen

from evalrules.language.problems import Phrase, Problem
from evalrules.language.source import Source
from evalrules.language.syntax.print import Lang as Keywords
from evalrules.workbench.api import Lang
from evalrules.workbench.cli import ERRORS, OK
from evalrules.workbench.cli.arguments import Parser
from evalrules.workbench.cli.reporting import report_problems, report_refusal
from evalrules.workbench.cli.streams import pass_on, show
from evalrules.workbench.refusal import Refusal, layout_refused
from evalrules.workbench.texts import STDIN, named_files, read_file, read_stdin, write_file

_CHANGED = Phrase("{0}：已整理", "{0}: laid out")
_WOULD_CHANGE = Phrase("{0}：需要整理", "{0}: would be laid out")
_SETTLED = Phrase("{0} 个文件，{1} 个有改动", "files: {0}, changed: {1}")
_TO_SETTLE = Phrase("{0} 个文件，{1} 个需要整理", "files: {0}, to be laid out: {1}")


class _Outcome(Enum):
    """What became of a file."""

    SETTLED = "it was laid out already"
    CHANGED = "it has been laid out, or would be"
    REFUSED = "it cannot be read, or cannot be written"


@frozen
class Request:
    """What the arguments ask for."""

    paths: Sequence[str]
    check: bool
    keywords: Keywords | None
    lang: Lang


def _parser() -> Parser:
    parser = Parser(
        "fmt",
        "整理政策和表式文件的版式：缩进、对齐、标点；内容不变，注释和空行保留。\n"
        "Lay out policies and forms: indentation, columns, punctuation. What they say stays the same, comments too.",
        "evalrules fmt policies/\n  evalrules fmt --check policies/\n"
        "  evalrules fmt --keywords en county.rules\n  evalrules fmt - < county.rules",
    )
    parser.operands.add_argument(
        "paths",
        metavar="PATH",
        nargs="*",
        default=["."],
        help="文件或文件夹（其下所有 .rules），默认当前文件夹；- 为标准输入，结果写到标准输出\n"
        "a file or a folder of .rules files, the current one by default; - is standard input, to standard output",
    )
    option = parser.choices.add_argument
    option("--check", action="store_true", help="只列出需要整理的文件，不写\nlist what would change, write nothing")
    option("--keywords", choices=("zh", "en"), help="关键词换成中文或英文\nput keywords into this language")
    parser.add_general()
    return parser


def run(arguments: Sequence[str]) -> int:
    """Lay out every file. 0: all are laid out; 1: some cannot be read, or with --check some would change."""
    request = Request(**vars(_parser().parse_args(arguments)))
    if STDIN in request.paths:
        return _lay_out_stdin(request)
    outcomes = [_lay_out(target, request) for target in named_files(request.paths)]
    changed = outcomes.count(_Outcome.CHANGED)
    summary = _TO_SETTLE if request.check else _SETTLED
    show(summary.in_(request.lang).format(len(outcomes), changed))
    return ERRORS if _Outcome.REFUSED in outcomes or (request.check and changed) else OK


def _lay_out(target: Path | Refusal, request: Request) -> _Outcome:
    """Lay out one file, or say why not; with --check, only look."""
    before = read_file(target) if isinstance(target, Path) else target
    after = _text(before, request)
    if after is None or not isinstance(before, Source) or not isinstance(target, Path):
        return _Outcome.REFUSED
    if after == before.text:
        return _Outcome.SETTLED
    refusal = None if request.check else write_file(target, after)
    if refusal is not None:
        report_refusal(refusal, request.lang)
        return _Outcome.REFUSED
    show((_WOULD_CHANGE if request.check else _CHANGED).in_(request.lang).format(target))
    return _Outcome.CHANGED


def _lay_out_stdin(request: Request) -> int:
    """Standard input, laid out on standard output, unless with --check; nothing if it cannot be read."""
    before = read_stdin()
    after = _text(before, request)
    if after is None or not isinstance(before, Source):
        return ERRORS
    if request.check:
        return OK if after == before.text else ERRORS
    pass_on(after)
    return OK


def _text(before: Source | Problem | Refusal, request: Request) -> str | None:
    """The text of a file laid out; None after saying why there is none."""
    from evalrules.language.formatting.layout import LayoutError, format_text

    if isinstance(before, Refusal):
        report_refusal(before, request.lang)
        return None
    try:
        after = (before,) if isinstance(before, Problem) else format_text(before, request.keywords)
    except LayoutError as error:
        assert isinstance(before, Source)
        report_refusal(layout_refused(before.name, str(error)), request.lang)
        return None
    if isinstance(after, str):
        return after
    report_problems(after, request.lang)
    return None
