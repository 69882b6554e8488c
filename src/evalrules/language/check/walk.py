"""The parts of expressions, written and checked."""

from __future__ import annotations

from collections.abc import Iterator

from evalrules.language.policy import expression as ex
from evalrules.language.syntax import tree


def parts(node: ex.Expression | None) -> Iterator[ex.Expression]:
    """`node` and every expression inside it, scopes included."""
    if node is None:
        return
    yield node
    for child in _children(node):
        yield from parts(child)


def _children(node: ex.Expression) -> tuple[ex.Expression | None, ...]:
    match node:
        case ex.Negate(operand=operand) | ex.Not(operand=operand):
            return (operand,)
        case ex.Arithmetic() | ex.Compare() | ex.Connect():
            return (node.left, node.right)
        case ex.IsKind(subject=subject) | ex.IsGiven(subject=subject):
            return (subject,)
        case ex.IsOneOf():
            return (node.subject, *node.options)
        case ex.Apply():
            return node.arguments
        case ex.Gather():
            return (node.body, node.scope.condition)
        case _:
            return ()


def written_names(node: tree.Expression | None) -> Iterator[str]:
    """Every name that is written in `node`, whatever it may stand for."""
    match node:
        case tree.Name():
            yield node.name
        case tree.Negative(operand=operand) | tree.Negated(operand=operand):
            yield from written_names(operand)
        case tree.Binary():
            yield from written_names(node.left)
            yield from written_names(node.right)
        case tree.IsKind(subject=subject) | tree.Presence(subject=subject):
            yield from written_names(subject)
        case tree.Member():
            for each in (node.subject, *node.options):
                yield from written_names(each)
        case tree.Call():
            for each in node.arguments:
                yield from written_names(each)
        case tree.Gathering():
            yield from written_names(node.body)
            yield from written_names(node.scope.condition)
        case _:
            return
