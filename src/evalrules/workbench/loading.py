"""Finds a policy by its id or its file, and makes it ready to score."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from os import PathLike
from pathlib import Path, PurePath
from typing import TypeVar

from attrs import frozen

from evalrules.language.policy.policy import CheckedPolicy
from evalrules.language.problems import Problem, Severity
from evalrules.language.source import Source
from evalrules.library.header import read_header
from evalrules.library.shelf import SUFFIX, DeclaredTwiceError, Shelf, shipped
from evalrules.pipeline import recall_or_compile
from evalrules.workbench.refusal import (
    Refusal,
    broken_policy,
    cannot_open,
    declared_twice,
    examples_for_policy,
    not_a_policy,
    schema_for_policy,
    unknown_policy,
)

_FORMS = (
    *(".json", ".yaml", ".yml", ".toml"),
    *(".xlsx", ".xlsm", ".xls", ".docx", ".pdf", ".html", ".htm", ".csv", ".tsv", ".txt", ".md"),
)
"""the endings of forms; written out, since what reads forms is not needed to find a policy"""
_Found = TypeVar("_Found")


class PolicyError(Exception):
    """There is no policy to score by. `refusal` says why; `problems` are those of its text, each at its place."""

    def __init__(self, refusal: Refusal, problems: tuple[Problem, ...] = ()) -> None:
        super().__init__(refusal, problems)
        self.refusal = refusal
        self.problems = problems

    def __str__(self) -> str:
        places = [f"{each.span.place}: {each.message().zh} ({each.message().en})" for each in self.problems]
        return "\n".join([str(self.refusal), *places])


@frozen
class Located:
    """The text of a policy or schema, and the shelf on which what it rests on is looked for."""

    source: Source
    shelf: Shelf
    folder: Path
    """where the text lies"""


def load_policy(id_or_path: str | PathLike[str], libraries: Sequence[Path] = ()) -> CheckedPolicy:
    """The policy called `id_or_path`, compiled or recalled. Raises PolicyError."""
    located = locate(id_or_path, libraries)
    token = read_header(located.source).token
    if token in ("SCHEMA", "EXAMPLE_SET"):
        refuse = schema_for_policy if token == "SCHEMA" else examples_for_policy
        raise PolicyError(refuse(str(id_or_path)))
    compiled = compiled_by(recall_or_compile, located)
    if compiled.policy is None:
        raise _broken(located.source.name, compiled.problems)
    return compiled.policy


def locate(id_or_path: str | PathLike[str], libraries: Sequence[Path] = ()) -> Located:
    """The text called `id_or_path`; a string that looks like a path is one. Raises PolicyError if there is none.

    `libraries` are searched before the policies that come with evalrules, a file's own folder before both.
    """
    if not isinstance(id_or_path, str) or _looks_like_path(id_or_path):
        return locate_file(Path(id_or_path), libraries)
    shelf = Shelf((*libraries, *shipped()))
    entry = _unless_declared_twice(lambda: shelf.entry(id_or_path, "POLICY") or shelf.entry(id_or_path, "SCHEMA"))
    if entry is not None:
        return Located(entry.text, shelf, entry.path.parent)
    if _is_file(id_or_path):
        return locate_file(Path(id_or_path), libraries)
    raise PolicyError(unknown_policy(id_or_path, shelf.policy_ids()))


def locate_file(path: Path, libraries: Sequence[Path] = ()) -> Located:
    """The text in the file at `path`. Raises PolicyError."""
    if path.suffix.lower() in _FORMS:
        raise PolicyError(not_a_policy(str(path)))
    shelf = Shelf((*libraries, *shipped()), beside=path.parent)
    try:
        source = shelf.text(path)
    except (OSError, ValueError) as error:
        raise PolicyError(cannot_open(str(path), error)) from None
    if isinstance(source, Problem):
        raise _broken(path.name, (source,))
    return Located(source, shelf, path.parent)


def compiled_by(compile: Callable[[Source, Shelf], _Found], located: Located) -> _Found:
    """What `compile`, or a check, makes of a text. Raises PolicyError where the text rests on a name declared twice."""
    return _unless_declared_twice(lambda: compile(located.source, located.shelf))


def _unless_declared_twice(find: Callable[[], _Found]) -> _Found:
    try:
        return find()
    except DeclaredTwiceError as error:
        raise PolicyError(declared_twice(error.name, error.entries)) from None


def _broken(name: str, problems: tuple[Problem, ...]) -> PolicyError:
    errors = tuple(each for each in problems if each.severity is Severity.ERROR)
    return PolicyError(broken_policy(name, len(errors)), errors)


def _looks_like_path(name: str) -> bool:
    suffix = PurePath(name).suffix.lower()
    return "/" in name or "\\" in name or suffix in (SUFFIX, *_FORMS)


def _is_file(name: str) -> bool:
    try:
        return Path(name).is_file()
    except (OSError, ValueError):  # a name that no system has
        return False
