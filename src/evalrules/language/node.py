"""What all frozen data of the language have in common: equality, hash and representation by fields.

attrs would write these three methods for every class, and compiling them is most of what it costs to
define one. There are some two hundred classes, and every command pays at its start, so the methods are
written once here. Fields declared with `eq=False` (spans) count for none of the three.
"""

from __future__ import annotations

import attrs

_NAMES: dict[type, tuple[str, ...]] = {}


def _names(kind: type) -> tuple[str, ...]:
    """The fields that count, by class: asked for at every comparison, so kept."""
    if kind not in _NAMES:
        _NAMES[kind] = tuple(each.name for each in attrs.fields(kind) if each.eq)
    return _NAMES[kind]


class Node:
    """The base of a frozen attrs class that is decorated with `@frozen(eq=False, repr=False)`."""

    __slots__ = ()

    def __eq__(self, other: object) -> bool:
        """Two nodes are equal when they are of one class and their fields are equal."""
        if type(self) is not type(other):
            return NotImplemented
        return all(getattr(self, name) == getattr(other, name) for name in _names(type(self)))

    def __hash__(self) -> int:
        return hash((type(self), *(getattr(self, name) for name in _names(type(self)))))

    def __repr__(self) -> str:
        fields = ", ".join(f"{name}={getattr(self, name)!r}" for name in _names(type(self)))
        return f"{type(self).__name__}({fields})"
