"""`evalrules check FILE…`: what is wrong with policy and schema files."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from attrs import frozen

from evalrules.language.problems import Phrase, Problem, Severity
from evalrules.library.header import read_header
from evalrules.library.shelf import SUFFIX, Entry, Shelf
from evalrules.pipeline import Compiled, check_schema_text, compile_examples, compile_policy
from evalrules.workbench.api import Lang
from evalrules.workbench.cli import ERRORS, OK
from evalrules.workbench.cli.arguments import Parser
from evalrules.workbench.cli.reporting import report_problems, report_refusal
from evalrules.workbench.cli.streams import show
from evalrules.workbench.examples import failing_examples
from evalrules.workbench.loading import Located, PolicyError, compiled_by, locate, locate_file
from evalrules.workbench.refusal import declared_twice, nothing_to_check

_SOUND = Phrase("{0}：没有问题", "{0}: no problems")
_WORN = Phrase("{0}：{1} 个警告或提示", "{0}: warnings or notices: {1}")
_UNSOUND = Phrase("{0}：{1} 个错误，{2} 个警告或提示", "{0}: errors: {1}, warnings or notices: {2}")
_EXAMPLES = Phrase("，{0} 个示例都成立", ", all {0} examples hold")


@frozen
class Request:
    """What the arguments ask for."""

    files: Sequence[str]
    libraries: Sequence[Path]
    lang: Lang


@frozen
class Finding:
    """What was found in one file: its problems, and how many examples were tried."""

    problems: tuple[Problem, ...]
    examples: int

    @property
    def errors(self) -> int:
        return sum(each.severity is Severity.ERROR for each in self.problems)

    def summary(self, name: str, lang: Lang) -> str:
        """The finding in one line."""
        others = len(self.problems) - self.errors
        if self.errors:
            return _UNSOUND.in_(lang).format(name, self.errors, others)
        verdict = _WORN.in_(lang).format(name, others) if others else _SOUND.in_(lang).format(name)
        return verdict + (_EXAMPLES.in_(lang).format(self.examples) if self.examples else "")


def _parser() -> Parser:
    parser = Parser(
        "check",
        "检查政策和表式文件，并运行其中的示例。\nCheck policies and forms, and run their examples.",
        "evalrules check policies/cn/ningxia/yanchi/yanchi-2022.rules",
    )
    parser.operands.add_argument(
        "files",
        metavar="FILE",
        nargs="+",
        help="文件、政策名，或文件夹（检查其下所有 .rules）\na file, the id of a policy, or a folder of .rules files",
    )
    parser.add_library()
    parser.add_general()
    return parser


def run(arguments: Sequence[str]) -> int:
    """Check every file. 0: no errors; 1: there are."""
    request = Request(**vars(_parser().parse_args(arguments)))
    sound = [_check(name, request) for name in request.files]
    return OK if all(sound) else ERRORS


def _check(name: str, request: Request) -> bool:
    """Whether `name`, a file, a folder or a policy, has no errors, after saying which it has."""
    folder = Path(name)
    if _is_folder(folder):
        return _check_folder(folder, request)
    return _check_one(name, name, request.libraries, request.lang)


def _check_folder(folder: Path, request: Request) -> bool:
    """Check every file in a folder and below, with the folder as a library."""
    paths = sorted(path for path in folder.rglob(f"*{SUFFIX}") if path.is_file())
    if not paths:
        report_refusal(nothing_to_check(str(folder)), request.lang)
        return False
    libraries = (folder, *request.libraries)
    sound = [_check_one(path, str(path), libraries, request.lang) for path in paths]
    doubles = tuple(_doubles(folder))
    for name, entries in doubles:
        report_refusal(declared_twice(name, entries), request.lang)
    return all(sound) and not doubles


def _doubles(folder: Path) -> Iterator[tuple[str, tuple[Entry, ...]]]:
    """Each name that several files below `folder` declare."""
    by_key: dict[tuple[str, str], list[Entry]] = {}
    for entry in Shelf((folder,)).entries():
        if entry.header.token:
            by_key.setdefault(entry.key, []).append(entry)
    return ((name, tuple(entries)) for (_, name), entries in by_key.items() if len(entries) > 1)


def _check_one(target: str | Path, name: str, libraries: Sequence[Path], lang: Lang) -> bool:
    try:
        located = locate(target, libraries) if isinstance(target, str) else locate_file(target, libraries)
        finding = _finding(located)
    except PolicyError as error:
        if not error.problems:  # there is no text to check
            report_refusal(error.refusal, lang)
            return False
        finding = Finding(error.problems, 0)
    report_problems(finding.problems, lang)
    show(finding.summary(name, lang))
    return not finding.errors


def _finding(located: Located) -> Finding:
    token = read_header(located.source).token
    if token == "SCHEMA":
        return Finding(compiled_by(check_schema_text, located), 0)
    compile = compile_examples if token == "EXAMPLE_SET" else compile_policy
    compiled: Compiled = compiled_by(compile, located)
    if compiled.policy is None:
        return Finding(compiled.problems, 0)
    failing = failing_examples(compiled.policy, located.folder)
    return Finding((*compiled.problems, *failing), len(compiled.policy.examples))


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except (OSError, ValueError):  # a name that no system has
        return False
