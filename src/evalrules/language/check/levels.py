"""How deeply formulas are nested: so deep that nobody can follow is too deep."""

from __future__ import annotations

import re
from collections.abc import Mapping

from evalrules.language.check.walk import children
from evalrules.language.policy import expression as ex
from evalrules.language.policy.definition import Local
from evalrules.language.source import Span
from evalrules.language.syntax import tree

MOST_WRITTEN = 100
"""Levels of one written formula. Each costs the passes over it a few calls within calls."""
MOST_COMPUTED = 200
"""Levels of a formula with all that it refers to."""
PER_REFERENCE = 5
"""Levels that going from one declaration to another counts for."""

_NESTING = re.compile(r"[-+−－＋×*＊÷/／(（]|[且或非]|and|or|not")
"""What takes a formula a level down; a text with fewer of these than levels needs no second look."""


def written_levels(declaration: tree.Declaration) -> int:
    """The levels of the deepest formula in `declaration`; 0 where they are few at first sight."""
    if len(_NESTING.findall(declaration.span.text)) < MOST_WRITTEN:
        return 0
    deepest = 0
    stack: list[tuple[object, int]] = [(declaration, 0)]
    while stack:
        node, level = stack.pop()
        deepest = max(deepest, level)
        if isinstance(node, tuple):
            stack.extend((each, level) for each in node)
        elif not isinstance(node, Span):
            inside = level + isinstance(node, tree.Expression)
            names = (attribute.name for attribute in getattr(type(node), "__attrs_attrs__", ()))
            stack.extend((getattr(node, name), inside) for name in names)
    return deepest


def computed_levels(node: ex.Expression, locals_: Mapping[str, int]) -> int:
    """The levels of a checked formula, each local quantity counting with its own."""
    inner = max((computed_levels(child, locals_) for child in children(node)), default=0)
    if isinstance(node, ex.Use) and node.origin is ex.Origin.LOCAL:
        inner = locals_.get(node.name, 0)
    return inner + 1


def local_levels(found: tuple[Local, ...]) -> Mapping[str, int]:
    """The levels of local quantities, each of which may use those before it."""
    levels: dict[str, int] = {}
    for each in found:
        levels[each.name] = computed_levels(each.value, levels)
    return levels
