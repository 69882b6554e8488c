"""The files of a library: those shipped with evalrules, and those beside a policy that is given by path."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from importlib.resources import files
from pathlib import Path

from attrs import frozen

from evalrules.language.decode import decode
from evalrules.language.node import Node
from evalrules.language.problems import Problem
from evalrules.language.source import Source
from evalrules.library.header import Header, read_header

SUFFIX = ".rules"


@frozen(eq=False, repr=False)
class Entry(Node):
    """A file of the library and what its head says."""

    path: Path
    header: Header


class Shelf:
    """Folders of `.rules` files, searched in order: what lies in the first hides its namesakes.

    A policy names others by id, never by path, so no policy reaches outside these folders.
    """

    def __init__(self, folders: Iterable[Path]) -> None:
        self.folders = tuple(folders)
        self._texts: dict[Path, Source | Problem] = {}

    def entries(self) -> Iterator[Entry]:
        """Every policy and schema on the shelf."""
        for folder in self.folders:
            for path in sorted(folder.rglob(f"*{SUFFIX}")):
                text = self.text(path)
                if isinstance(text, Source):
                    yield Entry(path, read_header(text))

    def text(self, path: Path) -> Source | Problem:
        """The text of a file, read once."""
        if path not in self._texts:
            self._texts[path] = decode(path.read_bytes(), path.name)
        return self._texts[path]

    def _named(self, name: str, token: str) -> Source | None:
        """The file `name.rules` if its head says so: a file is called after what it declares."""
        for folder in self.folders:
            for path in sorted(folder.rglob(f"{name}{SUFFIX}")) if _is_plain(name) else ():
                text = self.text(path)
                if isinstance(text, Source) and read_header(text).token == token:
                    return text
        return None

    def schema_source(self, name: str) -> Source | None:
        return self._named(name, "SCHEMA")

    def policy_source(self, id: str) -> Source | None:
        return self._named(id, "POLICY")

    def policy_ids(self) -> tuple[str, ...]:
        return self._ids("POLICY")

    def schema_names(self) -> tuple[str, ...]:
        return self._ids("SCHEMA")

    def _ids(self, token: str) -> tuple[str, ...]:
        return tuple(each.header.id for each in self.entries() if each.header.token == token)

    def texts_behind(self, source: Source) -> tuple[Source, ...]:
        """`source` and every text it rests on: its schema, and the policies it amends."""
        found = {source.name: source}
        queue = [source]
        while queue:
            header = read_header(queue.pop())
            for text in (self.policy_source(header.amends), self.schema_source(header.applies)):
                if text is not None and text.name not in found:
                    found[text.name] = text
                    queue.append(text)
        return tuple(found.values())


def _is_plain(name: str) -> bool:
    """Whether `name` can be a file's name: no path, no pattern, nothing empty."""
    return bool(name) and not set(name) & set("/\\*?[].:")


def shipped() -> tuple[Path, ...]:
    """The folder of the policies that come with evalrules."""
    return (Path(str(files("evalrules.policies"))),)
