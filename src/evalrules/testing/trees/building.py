"""How trees are built: nodes that were read from nowhere."""

from __future__ import annotations

from typing import TypeVar

from hypothesis import strategies as st

from evalrules.language.source import Source, Span

_Node = TypeVar("_Node")

NOWHERE = Span(Source("generated", ""), 0, 0)


def nodes(kind: type[_Node], /, **parts: st.SearchStrategy[object]) -> st.SearchStrategy[_Node]:
    """Nodes of `kind`, each part drawn from its strategy; spans are no part of what a tree is."""
    return st.builds(kind, span=st.just(NOWHERE), **parts)


def tuples_of(parts: st.SearchStrategy[_Node], fewest: int = 0, most: int = 3) -> st.SearchStrategy[tuple[_Node, ...]]:
    """From `fewest` to `most` of `parts`, in a tuple."""
    return st.lists(parts, min_size=fewest, max_size=most).map(tuple)


def maybe(part: st.SearchStrategy[_Node]) -> st.SearchStrategy[_Node | None]:
    """`part`, or nothing."""
    return st.none() | part


def short(strategy: st.SearchStrategy[_Node]) -> st.SearchStrategy[_Node]:
    """`strategy` under a short name: Hypothesis would spell it out wherever it is used, at great length."""
    return st.deferred(lambda: strategy)
