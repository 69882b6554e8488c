"""`evalrules test [PATH…]`: run the examples of policies, and say what they reach."""

from __future__ import annotations

from argparse import ArgumentTypeError
from collections.abc import Iterator, Sequence
from fractions import Fraction
from pathlib import Path
from typing import Literal

from attrs import frozen

from evalrules.language.problems import Phrase, Severity
from evalrules.library.header import read_header
from evalrules.library.shelf import SUFFIX
from evalrules.pipeline import compile_examples, compile_policy
from evalrules.study.results import Reached, TriedFile, reached_of
from evalrules.study.trials import trials_of
from evalrules.workbench.api import Lang
from evalrules.workbench.cli import ERRORS, OK
from evalrules.workbench.cli.arguments import Parser
from evalrules.workbench.cli.reporting import report_policy_error, report_problems, report_refusal
from evalrules.workbench.cli.streams import hand_over, say, show
from evalrules.workbench.loading import Located, PolicyError, compiled_by, locate, locate_file
from evalrules.workbench.refusal import cannot_write, nothing_to_test

_TOO_LITTLE = Phrase(
    "政策 {0}：示例只到达 {1}，要求至少 {2}", "policy {0}: examples reach only {1}, and at least {2} are wanted"
)


@frozen
class Request:
    """What the arguments ask for."""

    paths: Sequence[str]
    libraries: Sequence[Path]
    least: Fraction
    junit: Path | None
    format: Literal["text", "json"]
    lang: Lang


def _parser() -> Parser:
    parser = Parser(
        "test",
        "运行政策和示例集中的示例，说明规则、情形、分段、校验各到达了多少。\n"
        "Run the examples of policies and of sets, and say how much of the rules they reach.",
        "evalrules test policies/cn/ningxia --min 80",
    )
    parser.operands.add_argument(
        "paths",
        metavar="PATH",
        nargs="*",
        default=["."],
        help="文件、政策名或文件夹，不写则为当前文件夹\na file, the id of a policy, or a folder; by default this one",
    )
    parser.add_library()
    option = parser.choices.add_argument
    option(
        "--min",
        metavar="PERCENT",
        dest="least",
        type=_percentage,
        default=Fraction(0),
        help="每份政策至少要到达的百分比，不足为失败\nfail where a policy is reached less than this",
    )
    option("--junit", metavar="FILE", type=Path, default=None, help="另写一份 JUnit XML\nwrite JUnit XML as well")
    option("--format", choices=("text", "json"), default="text", help="输出格式，默认 text\nwhat to print")
    parser.add_general()
    return parser


def _percentage(words: str) -> Fraction:
    try:
        number = Fraction(words.removesuffix("%").removesuffix("％"))
    except (ValueError, ZeroDivisionError):
        number = Fraction(-1)
    if not 0 <= number <= 100:
        raise ArgumentTypeError(f"{words!r}: 要写 0 至 100 的数 (a number from 0 to 100 is needed)")
    return number / 100


def run(arguments: Sequence[str]) -> int:
    """Run the examples. 0: all hold; 1: some do not, a file has errors, or too little is reached."""
    request = Request(**vars(_parser().parse_args(arguments)))
    found = [_tested_at(path, request) for path in request.paths]
    files = tuple(each for tested, _ in found for each in tested)
    reached = reached_of(files)
    _print(files, reached, request)
    written = request.junit is None or _write_junit(request.junit, files, request.lang)
    enough = [_is_enough(each, request) for each in reached]
    sound = all(clean for _, clean in found) and not any(each.failed for each in files)
    return OK if sound and written and all(enough) else ERRORS


# ---- what is tested ------------------------------------------------------------------------------


def _tested_at(path: str, request: Request) -> tuple[tuple[TriedFile, ...], bool]:
    """The files with examples at `path`, and whether all could be compiled."""
    folder = Path(path)
    if not _is_folder(folder):
        return _one(path, path, request.libraries, request.lang)
    files = sorted(each for each in folder.rglob(f"*{SUFFIX}") if each.is_file())
    found = [_one(each, str(each), (folder, *request.libraries), request.lang) for each in files]
    tested = tuple(each for some, _ in found for each in some)
    clean = all(clean for _, clean in found)
    if not tested and clean:
        report_refusal(nothing_to_test(path), request.lang)
        return (), False
    return tested, clean


def _one(target: str | Path, name: str, libraries: Sequence[Path], lang: Lang) -> tuple[tuple[TriedFile, ...], bool]:
    try:
        located = locate(target, libraries) if isinstance(target, str) else locate_file(target, libraries)
        tested = tuple(_tested(located, name, lang))
    except PolicyError as error:
        report_policy_error(error, lang)
        return (), False
    return tested, bool(tested) or read_header(located.source).token == "SCHEMA"


def _tested(located: Located, name: str, lang: Lang) -> Iterator[TriedFile]:
    """The file tested; nothing, after its errors have been told, where it has any; a form has no examples."""
    token = read_header(located.source).token
    if token == "SCHEMA":
        return
    compiled = compiled_by(compile_examples if token == "EXAMPLE_SET" else compile_policy, located)
    if compiled.policy is None:
        report_problems(tuple(each for each in compiled.problems if each.severity is Severity.ERROR), lang)
        return
    yield TriedFile(name, compiled.policy, trials_of(compiled.policy, located.folder))


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except (OSError, ValueError):  # a name that no system has
        return False


# ---- what is said of it --------------------------------------------------------------------------


def _print(files: Sequence[TriedFile], reached: Sequence[Reached], request: Request) -> None:
    if request.format == "json":
        import json

        from evalrules.views.trials import trials_data

        hand_over(json.dumps(trials_data(files, reached, request.lang), ensure_ascii=False, indent=2))
        return
    from evalrules.views.compose.trials import compose_coverage, compose_file
    from evalrules.views.draw.text import draw_text
    from evalrules.views.sketches import sketches

    for file in files:
        show(draw_text(compose_file(file, request.lang)) + "\n")
    for each in reached:
        show(draw_text(compose_coverage(each, request.lang)) + "\n")
        if each.finds:
            show(sketches(each, request.lang) + "\n")


def _is_enough(reached: Reached, request: Request) -> bool:
    from evalrules.views.compose.trials import percent

    share = reached.coverage.share
    if share < request.least:
        say(_TOO_LITTLE.in_(request.lang).format(reached.policy.id, percent(share), percent(request.least)))
    return share >= request.least


def _write_junit(path: Path, files: Sequence[TriedFile], lang: Lang) -> bool:
    from evalrules.views.draw.junit import draw_junit

    try:
        path.write_text(draw_junit(files, lang), encoding="utf-8")
    except (OSError, ValueError) as error:
        report_refusal(cannot_write(str(path), error), lang)
        return False
    return True
