"""The written tree of a policy, walked with what each node stands in, whatever kinds of node it holds."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen

from evalrules.language.node import Node
from evalrules.language.source import Span
from evalrules.language.syntax import tree
from evalrules.study.rewriting import fields_of

_SHOWN = (tree.ExampleDecl, tree.InvariantDecl, tree.ReadingDecl, tree.SourceDecl, tree.PolicyDecl, tree.Notes)
"""What says nothing about a score, and is left as it is."""


@frozen
class Written:
    """A node of the tree, and the nodes it stands in, the innermost first."""

    node: Node
    inside: tuple[Node, ...]

    @property
    def parent(self) -> Node | None:
        return self.inside[0] if self.inside else None

    @property
    def declaration(self) -> Node:
        """The declaration it belongs to, without the verb of an amendment."""
        chain = (self.node, *self.inside)
        return next(each for each in reversed(chain) if not isinstance(each, tree.Document | tree.Amendment))


def walk(node: Node, inside: tuple[Node, ...] = ()) -> Iterator[Written]:
    """Every node that can have to do with a score, the outermost first."""
    if isinstance(node, _SHOWN):
        return
    yield Written(node, inside)
    for _, value in fields_of(node):
        for each in value if isinstance(value, tuple) else (value,):
            if isinstance(each, Node):
                yield from walk(each, (node, *inside))


def span_of(node: object) -> Span | None:
    """Where a node was written; not all have a place."""
    span = getattr(node, "span", None)
    return span if isinstance(span, Span) else None


def whole_span(node: Node) -> Span:
    """Where `node` was written, with the citations and readings behind it."""
    own = span_of(node)
    assert own is not None, "only what has a place is taken away"
    ends = [own.end, *(span.end for inner in _with_notes(node) if (span := span_of(inner)) is not None)]
    return Span(own.source, own.start, max(ends))


def _with_notes(node: Node) -> Iterator[Node]:
    yield node
    for _, value in fields_of(node):
        for each in value if isinstance(value, tuple) else (value,):
            if isinstance(each, Node):
                yield from _with_notes(each)


def part(span: Span, start: int, end: int) -> Span:
    """A stretch of `span`, counted from its start."""
    return Span(span.source, span.start + start, span.start + end)
