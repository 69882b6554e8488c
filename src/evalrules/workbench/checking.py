"""Checks policy and schema files, and says of each what was found."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from evalrules.library.header import read_header
from evalrules.library.shelf import SUFFIX, Entry, Shelf
from evalrules.pipeline import Compiled, check_schema_text, compile_examples, compile_policy
from evalrules.views.problem_data import Report, Unread
from evalrules.workbench.examples import failing_examples
from evalrules.workbench.loading import Located, PolicyError, compiled_by, locate, locate_file
from evalrules.workbench.refusal import Refusal, declared_twice, nothing_to_check


def reports_on(name: str, libraries: Sequence[Path]) -> Iterator[Report]:
    """What is wrong with `name`: a file, the id of a policy, or a folder of files."""
    folder = Path(name)
    if _is_folder(folder):
        yield from _reports_on_folder(folder, libraries)
    else:
        yield _report(name, name, libraries)


def _reports_on_folder(folder: Path, libraries: Sequence[Path]) -> Iterator[Report]:
    """Every file in a folder and below, with the folder as a library; then the names declared twice."""
    paths = sorted(path for path in folder.rglob(f"*{SUFFIX}") if path.is_file())
    if not paths:
        yield _unread(str(folder), nothing_to_check(str(folder)))
    for path in paths:
        yield _report(path, str(path), (folder, *libraries))
    for name, entries in _doubles(folder):
        yield _unread(str(folder), declared_twice(name, entries))


def _doubles(folder: Path) -> Iterator[tuple[str, tuple[Entry, ...]]]:
    """Each name that several files below `folder` declare."""
    by_key: dict[tuple[str, str], list[Entry]] = {}
    for entry in Shelf((folder,)).entries():
        if entry.header.token:
            by_key.setdefault(entry.key, []).append(entry)
    return ((name, tuple(entries)) for (_, name), entries in by_key.items() if len(entries) > 1)


def _report(target: str | Path, name: str, libraries: Sequence[Path]) -> Report:
    try:
        located = locate(target, libraries) if isinstance(target, str) else locate_file(target, libraries)
        return _checked(name, located)
    except PolicyError as error:
        if not error.problems:  # there is no text to check
            return _unread(name, error.refusal)
        return Report(name, error.problems[0].span.source, error.problems, 0)


def _unread(name: str, refusal: Refusal) -> Report:
    return Report(name, None, (), 0, Unread(refusal.code, refusal.message, refusal.help))


def _checked(name: str, located: Located) -> Report:
    token = read_header(located.source).token
    if token == "SCHEMA":
        return Report(name, located.source, compiled_by(check_schema_text, located), 0)
    compile = compile_examples if token == "EXAMPLE_SET" else compile_policy
    compiled: Compiled = compiled_by(compile, located)
    if compiled.policy is None:
        return Report(name, located.source, compiled.problems, 0)
    failing = failing_examples(compiled.policy, located.folder)
    return Report(name, located.source, (*compiled.problems, *failing), len(compiled.policy.examples))


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except (OSError, ValueError):  # a name that no system has
        return False
