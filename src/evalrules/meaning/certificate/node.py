"""A record as it is read: JSON whose every use says what it must be, and where it stands."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

Json: TypeAlias = "bool | int | str | Sequence[Json] | Mapping[str, Json] | None"


class MalformedError(Exception):
    """The record does not have the shape of one; never leaves the certificate."""

    def __init__(self, path: str, found: str, needed: str) -> None:
        super().__init__(path, found, needed)
        self.path, self.found, self.needed = path, found, needed


@dataclass(frozen=True, slots=True)
class Node:
    """A JSON object of the record, and its place."""

    path: str
    fields: Mapping[str, object]

    def get(self, name: str) -> object:
        """The field called `name`; a record without it is malformed."""
        if name not in self.fields:
            raise MalformedError(self.path, f"no field `{name}`", f"a field `{name}`")
        return self.fields[name]

    def expect_fields(self, names: str) -> None:
        """The object has the fields named, separated by blanks, and no other."""
        needed = names.split()
        if set(self.fields) != set(needed):
            wrong = sorted(set(needed) ^ set(self.fields))
            what = f"`{wrong[0]}` missing" if wrong[0] in needed else f"an unknown field {shown(wrong[0])}"
            raise MalformedError(self.path, what, f"the fields {names}")

    def at(self, name: str) -> str:
        return f"{self.path}.{name}"

    def text(self, name: str) -> str:
        return as_text(self.get(name), self.at(name))

    def text_or_none(self, name: str) -> str | None:
        return None if self.get(name) is None else self.text(name)

    def whole(self, name: str) -> int:
        return as_whole(self.get(name), self.at(name))

    def holds(self, name: str) -> bool:
        """A field that is true or false."""
        value = self.get(name)
        if not isinstance(value, bool):
            raise MalformedError(self.at(name), shown(value), "true or false")
        return value

    def holds_or_open(self, name: str) -> bool | None:
        """A field that is true, false, or null: undecided."""
        return None if self.get(name) is None else self.holds(name)

    def node(self, name: str) -> Node:
        return as_node(self.get(name), self.at(name))

    def node_or_none(self, name: str) -> Node | None:
        return None if self.get(name) is None else self.node(name)

    def items(self, name: str) -> tuple[tuple[str, object], ...]:
        """The items of a list, each with its path."""
        value = self.get(name)
        if not isinstance(value, list):
            raise MalformedError(self.at(name), shown(value), "a list")
        return tuple((f"{self.at(name)}[{index}]", item) for index, item in enumerate(value))

    def nodes(self, name: str) -> tuple[Node, ...]:
        return tuple(as_node(item, path) for path, item in self.items(name))

    def texts(self, name: str) -> tuple[str, ...]:
        return tuple(as_text(item, path) for path, item in self.items(name))

    def wholes(self, name: str) -> tuple[int, ...]:
        return tuple(as_whole(item, path) for path, item in self.items(name))

    def one_of(self, name: str, words: tuple[str, ...]) -> str:
        """A field that is one of `words`."""
        value = self.text(name)
        if value not in words:
            raise MalformedError(self.at(name), shown(value), " or ".join(words))
        return value


def as_node(value: object, path: str) -> Node:
    """A JSON object."""
    if not isinstance(value, dict):
        raise MalformedError(path, shown(value), "an object")
    return Node(path, value)


def as_text(value: object, path: str) -> str:
    """A JSON text."""
    if not isinstance(value, str):
        raise MalformedError(path, shown(value), "a text")
    return value


def as_whole(value: object, path: str) -> int:
    """A JSON number that is whole."""
    if not isinstance(value, int) or isinstance(value, bool):
        raise MalformedError(path, shown(value), "a whole number")
    return value


LONGEST_SHOWN = 60


def shown(value: object) -> str:
    """A JSON value in a few words, however large it is."""
    match value:
        case None:
            return "null"
        case bool():
            return "true" if value else "false"
        case str():
            return f"“{value[:LONGEST_SHOWN]}”" + ("…" if len(value) > LONGEST_SHOWN else "")
        case int():
            return str(value) if abs(value) < 10**LONGEST_SHOWN else "a very long number"
        case list():
            return f"a list of {len(value)}"
        case dict():
            return f"an object of {len(value)} fields"
        case _:
            return f"a {type(value).__name__}"
