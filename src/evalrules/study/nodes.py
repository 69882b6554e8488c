"""Walks through a derivation, whatever it is made of."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from attrs import fields, has

from evalrules.language.policy.schema import Field
from evalrules.language.source import Span
from evalrules.language.values import Quantity, Text

_LEAVES = frozenset({str, int, bool, type(None), Fraction, Span, Field, Quantity, Text})
_PARTS: dict[type, tuple[str, ...]] = {}


def nodes_in(node: object) -> Iterator[object]:
    """Every part of a derivation, or of a policy, each once however often it is shared; numbers and texts are none."""
    seen: set[int] = set()
    waiting = [node]
    while waiting:
        each = waiting.pop()
        if type(each) in _LEAVES or id(each) in seen:
            continue
        if isinstance(each, tuple):
            waiting.extend(reversed(each))
            continue
        seen.add(id(each))
        names = _parts_of(type(each))
        if names:
            yield each
        waiting.extend(getattr(each, name) for name in reversed(names))


def _parts_of(kind: type) -> tuple[str, ...]:
    """The names of the fields of a class; none of one that is no node. Asked for at every step, so kept."""
    if kind not in _PARTS:
        _PARTS[kind] = tuple(field.name for field in fields(kind)) if has(kind) else ()
    return _PARTS[kind]
