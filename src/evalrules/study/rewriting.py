"""Checked policies taken apart and put together again, whatever kinds of node they hold."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeVar, cast

import attrs

from evalrules.language.node import Node

_Whole = TypeVar("_Whole", bound=Node)


def fields_of(node: Node) -> Iterator[tuple[str, object]]:
    """The fields by which nodes of this class are told apart, with what they hold."""
    for each in attrs.fields(cast("type[attrs.AttrsInstance]", type(node))):
        if each.eq:
            yield each.name, getattr(node, each.name)


def with_fields(node: _Whole, **fields: object) -> _Whole:
    """`node` with other values in some of its fields."""
    return attrs.evolve(node, **fields)  # type: ignore[misc]  # a Node is an attrs class by convention


def rewritten(node: _Whole, rewrite: Callable[[Node], Node]) -> _Whole:
    """`node` with every node in it, the innermost first, replaced by what `rewrite` makes of it."""
    return cast(_Whole, _rewritten(node, rewrite))


def _rewritten(value: object, rewrite: Callable[[Node], Node]) -> object:
    if isinstance(value, tuple):
        return tuple(_rewritten(each, rewrite) for each in value)
    if not isinstance(value, Node) or not attrs.has(type(value)):
        return value
    changed = {name: new for name, old in fields_of(value) if (new := _rewritten(old, rewrite)) is not old}
    whole = {name: new for name, new in changed.items() if new != getattr(value, name)}
    return rewrite(with_fields(value, **whole) if whole else value)


def nodes_in(value: object) -> Iterator[Node]:
    """Every node in `value`, the outermost first."""
    if isinstance(value, tuple):
        for each in value:
            yield from nodes_in(each)
    elif isinstance(value, Node) and attrs.has(type(value)):
        yield value
        for _, inner in fields_of(value):
            yield from nodes_in(inner)
