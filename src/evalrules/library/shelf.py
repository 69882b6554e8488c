"""The files of a library: those shipped with evalrules, and those beside a policy that is given by path."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from importlib import import_module
from pathlib import Path

from attrs import frozen

from evalrules.language.decode import LARGEST_POLICY, decode
from evalrules.language.problems import Problem
from evalrules.language.problems.too_large import TooLarge
from evalrules.language.source import Source, Span
from evalrules.library.header import Header, read_header

SUFFIX = ".rules"


@frozen
class Entry:
    """A file of the library and what its head says."""

    path: Path
    text: Source
    header: Header

    @property
    def key(self) -> tuple[str, str]:
        """What the file declares: a policy or a schema, and its name."""
        return (self.header.token, self.header.id)


class DeclaredTwiceError(Exception):
    """Several files of one folder declare the same name, so that it does not say which is meant."""

    def __init__(self, name: str, entries: tuple[Entry, ...]) -> None:
        super().__init__(f"{name}: {', '.join(str(each.path) for each in entries)}")
        self.name = name
        self.entries = entries


class Shelf:
    """Folders of `.rules` files, searched in order: what lies in the first hides its namesakes.

    `folders` are searched with all that lies below them; before them `beside`, the folder of a file that
    was given by path, without what lies below: it may be somebody's home.

    A policy names others by the name they declare, never by path, so none reaches outside these folders.
    """

    def __init__(self, folders: Iterable[Path], beside: Path | None = None) -> None:
        self.folders = tuple(folders)
        self.beside = beside
        self._texts: dict[Path, Source | Problem] = {}

    def entries(self) -> Iterator[Entry]:
        """Every policy and schema that can be had."""
        hidden: set[tuple[str, str]] = set()
        for folder in self._folders():
            found = [each for each in self._entries_in(folder, "*") if each.key not in hidden]
            hidden.update(each.key for each in found)
            yield from found

    def text(self, path: Path) -> Source | Problem:
        """The text of a file, read once. Raises OSError, or ValueError for what can be no path."""
        if path not in self._texts:
            self._texts[path] = _read(path)
        return self._texts[path]

    def entry(self, name: str, token: str) -> Entry | None:
        """The file that declares `name`. Raises DeclaredTwiceError if one folder has several.

        A file is best called after what it declares: then it is found without reading the others.
        """
        for folder in self._folders() if _is_plain(name) else ():
            for stem in (name, "*"):
                found = tuple(each for each in self._entries_in(folder, stem) if each.key == (token, name))
                if len(found) > 1:
                    raise DeclaredTwiceError(name, found)
                if found:
                    return found[0]
        return None

    def schema_source(self, name: str) -> Source | None:
        found = self.entry(name, "SCHEMA")
        return found.text if found else None

    def policy_source(self, id: str) -> Source | None:
        found = self.entry(id, "POLICY")
        return found.text if found else None

    def policy_ids(self) -> tuple[str, ...]:
        return self._names("POLICY")

    def schema_names(self) -> tuple[str, ...]:
        return self._names("SCHEMA")

    def _names(self, token: str) -> tuple[str, ...]:
        return tuple(dict.fromkeys(each.header.id for each in self.entries() if each.header.token == token))

    def texts_behind(self, source: Source) -> tuple[Source, ...]:
        """`source` and every text it rests on: its schema, what that extends, and the policies it amends."""
        found = [source]
        for at in found:  # grows while it is walked
            header = read_header(at)
            schemas = (self.schema_source(name) for name in (header.applies, header.extends))
            for text in (self.policy_source(header.amends), *schemas):
                if text is not None and text not in found:
                    found.append(text)
        return tuple(found)

    def _folders(self) -> Iterator[Path]:
        if self.beside is not None:
            yield self.beside
        yield from self.folders

    def _entries_in(self, folder: Path, stem: str) -> Iterator[Entry]:
        """The files called `stem` in `folder` that can be read; of others nothing is known, not even a name."""
        for path in self._paths_in(folder, stem):
            text = self._text_if_any(path)
            if isinstance(text, Source):
                yield Entry(path, text, read_header(text))

    def _paths_in(self, folder: Path, stem: str) -> list[Path]:
        look = folder.glob if folder is self.beside else folder.rglob
        try:
            return sorted(look(f"{stem}{SUFFIX}"))
        except OSError:  # a name that no file can have, a folder that may not be read
            return []

    def _text_if_any(self, path: Path) -> Source | Problem | None:
        try:
            return self.text(path) if path.is_file() else None
        except OSError:
            return None


def _read(path: Path) -> Source | Problem:
    """What a file says. One that is too large is not read, and one that never ends is read so far."""
    with path.open("rb") as file:
        size = os.fstat(file.fileno()).st_size
        if size > LARGEST_POLICY:
            return TooLarge(Span(Source(path.name, ""), 0, 0), size, LARGEST_POLICY)
        return decode(file.read(LARGEST_POLICY + 1), path.name)


def _is_plain(name: str) -> bool:
    """Whether `name` can be a file's name: no path, no pattern, nothing empty."""
    return bool(name) and not set(name) & set("/\\*?[].:\0")


def shipped() -> tuple[Path, ...]:
    """The folder of the policies that come with evalrules."""
    # importlib.resources would do the same, and load a dozen modules for it.
    return tuple(Path(folder) for folder in import_module("evalrules.policies").__path__)
