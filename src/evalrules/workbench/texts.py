"""Policy files as texts to work on: which there are, what they say, and how they are written back."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from evalrules.language.decode import LARGEST_POLICY, decode
from evalrules.language.problems import Problem
from evalrules.language.source import Source
from evalrules.library.shelf import SUFFIX
from evalrules.workbench.refusal import Refusal, cannot_open, cannot_write, nothing_to_check

STDIN = "-"


def named_files(names: Sequence[str]) -> Iterator[Path | Refusal]:
    """The files that `names` name: a file itself, a folder all .rules files in it and below."""
    for name in names:
        path = Path(name)
        if not _is_folder(path):
            yield path
            continue
        found = sorted(each for each in path.rglob(f"*{SUFFIX}") if each.is_file())
        yield from found
        if not found:
            yield nothing_to_check(name)


def read_file(path: Path) -> Source | Problem | Refusal:
    """What a file says; of one that is far too large no more is read than shows that."""
    try:
        with path.open("rb") as file:
            return decode(file.read(LARGEST_POLICY + 1), str(path))
    except (OSError, ValueError) as error:
        return cannot_open(str(path), error)


def read_stdin() -> Source | Problem:
    """What standard input says."""
    data = sys.stdin.buffer.read(LARGEST_POLICY + 1) if sys.stdin is not None else b""
    return decode(data, "stdin")


def write_file(path: Path, text: str) -> Refusal | None:
    """Put `text` into the file at `path`, all of it or nothing; why not, if it cannot be done.

    A link stays a link, and the file keeps its permissions.
    """
    try:
        place = path.resolve(strict=True)
        unfinished = place.with_name(f".{place.name}.{os.urandom(8).hex()}.part")
        try:
            unfinished.write_text(text, encoding="utf-8", newline="")
            unfinished.chmod(place.stat().st_mode & 0o7777)
            unfinished.replace(place)
        finally:
            unfinished.unlink(missing_ok=True)
    except OSError as error:
        return cannot_write(str(path), error)
    return None


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except (OSError, ValueError):  # a name that no system has
        return False
