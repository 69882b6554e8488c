"""A record as it is read: JSON whose every use says what it must be, and where it stands."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from evalrules.meaning.certificate.phrase import Phrase, neutral, quoted

Json: TypeAlias = "bool | int | str | Sequence[Json] | Mapping[str, Json] | None"


class MalformedError(Exception):
    """The record does not have the shape of one; never leaves the certificate."""

    def __init__(self, path: str, found: Phrase, needed: Phrase) -> None:
        super().__init__(path)
        self.path, self.found, self.needed = path, found, needed


_PRESENCE = (Phrase("缺少这个字段", "no such field"), Phrase("多出的字段", "an unknown field"))


@dataclass(frozen=True, slots=True)
class Node:
    """A JSON object of the record, and its place."""

    path: str
    fields: Mapping[str, object]

    def get(self, name: str) -> object:
        """The field called `name`; a record without it is malformed."""
        if name not in self.fields:
            raise MalformedError(self.path, Phrase("没有这个字段", "no such field"), neutral(name))
        return self.fields[name]

    def get_or_none(self, name: str) -> object:
        """The field called `name`, None where there is none."""
        return self.fields.get(name)

    def expect_fields(self, names: str) -> None:
        """The object has the fields named, separated by blanks, and no other."""
        needed = names.split()
        if set(self.fields) != set(needed):
            wrong = sorted(set(needed) ^ set(self.fields))
            raise MalformedError(f"{self.path}.{wrong[0]}", _PRESENCE[wrong[0] not in needed], neutral(names))

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
            raise MalformedError(self.at(name), shown(value), neutral("true/false"))
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
            raise MalformedError(self.at(name), shown(value), Phrase("列表", "a list"))
        return tuple((f"{self.at(name)}[{index}]", item) for index, item in enumerate(value))

    def nodes(self, name: str) -> tuple[Node, ...]:
        return tuple(as_node(item, path) for path, item in self.items(name))

    def texts(self, name: str) -> tuple[str, ...]:
        return tuple(as_text(item, path) for path, item in self.items(name))

    def wholes(self, name: str) -> tuple[int, ...]:
        return tuple(as_whole(item, path) for path, item in self.items(name))

    def expect_null(self, name: str) -> None:
        """A field that has nothing to say here: null."""
        if self.get(name) is not None:
            raise MalformedError(self.at(name), shown(self.get(name)), neutral("null"))

    def one_of(self, name: str, words: tuple[str, ...]) -> str:
        """A field that is one of `words`."""
        value = self.text(name)
        if value not in words:
            raise MalformedError(self.at(name), shown(value), neutral("/".join(words)))
        return value


def as_node(value: object, path: str) -> Node:
    """A JSON object."""
    if not isinstance(value, dict):
        raise MalformedError(path, shown(value), Phrase("对象", "an object"))
    return Node(path, value)


def as_text(value: object, path: str) -> str:
    """A JSON text."""
    if not isinstance(value, str):
        raise MalformedError(path, shown(value), Phrase("文字", "a text"))
    return value


def as_whole(value: object, path: str) -> int:
    """A JSON number that is whole."""
    if not isinstance(value, int) or isinstance(value, bool):
        raise MalformedError(path, shown(value), Phrase("整数", "a whole number"))
    return value


LONGEST_SHOWN = 10**40


def shown(value: object) -> Phrase:
    """A JSON value in a few words, however large it is."""
    match value:
        case None:
            return Phrase("空", "nothing")
        case bool():
            return Phrase("是", "true") if value else Phrase("否", "false")
        case str():
            return neutral(quoted(value))
        case int():
            return neutral(str(value)) if abs(value) < LONGEST_SHOWN else Phrase("很长的数", "a very long number")
        case list():
            return Phrase(f"{len(value)} 项的列表", f"a list of {len(value)}")
        case dict():
            return Phrase(f"{len(value)} 个字段的对象", f"an object of {len(value)} fields")
        case _:
            return neutral(type(value).__name__)
