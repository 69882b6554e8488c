"""The parts of expressions, written and checked."""

from __future__ import annotations

from collections.abc import Iterator

from evalrules.language.policy import expression as ex
from evalrules.language.source import Span
from evalrules.language.syntax import tree


def expressions_in(element: object) -> Iterator[ex.Expression]:
    """The outermost expressions of a rule, a check, or any other part of a policy."""
    if isinstance(element, ex.Expression):
        yield element
    elif isinstance(element, tuple):
        for each in element:
            yield from expressions_in(each)
    elif not isinstance(element, Span):
        for attribute in getattr(type(element), "__attrs_attrs__", ()):
            yield from expressions_in(getattr(element, attribute.name))


def parts(node: ex.Expression) -> Iterator[ex.Expression]:
    """`node` and every expression inside it, scopes included."""
    yield node
    for child in children(node):
        yield from parts(child)


def children(node: ex.Expression) -> tuple[ex.Expression, ...]:
    """The expressions of which `node` is made, scopes included."""
    match node:
        case ex.Negate(operand=operand) | ex.Not(operand=operand) | ex.Outer(operand=operand):
            return (operand,)
        case ex.Arithmetic() | ex.Compare() | ex.Connect():
            return (node.left, node.right)
        case ex.IsKind(subject=subject) | ex.IsGiven(subject=subject):
            return (subject,)
        case ex.IfMissing():
            return (node.subject, node.default)
        case ex.IsOneOf():
            return (node.subject, *node.options)
        case ex.Choice():
            return tuple(part for each in node.cases for part in (each.condition, each.value) if part is not None)
        case ex.Apply():
            return node.arguments
        case ex.Survey():
            return tuple(each for each in (node.body, node.condition) if each is not None)
        case ex.Gather():
            return tuple(each for each in (node.body, node.scope.condition) if each is not None)
        case _:
            return ()


_VARYING = ex.Given | ex.Use | ex.RowAward | ex.TotalAward | ex.GradeAward | ex.Gather | ex.Survey | ex.IsRead


def varying_part(node: ex.Expression) -> ex.Expression | None:
    """The first part of `node` that depends on what a form says; None if it is the same for all forms."""
    for part in parts(node):
        is_parameter = isinstance(part, ex.Use) and part.origin is ex.Origin.PARAMETER
        if not is_parameter and isinstance(part, _VARYING):
            return part
    return None


def written_names(node: tree.Quantity | None) -> Iterator[str]:
    """Every name that is written in `node`, whatever it may stand for."""
    match node:
        case tree.Name() | tree.Outer():
            yield node.name
        case tree.Negative(operand=operand) | tree.Negated(operand=operand):
            yield from written_names(operand)
        case tree.Binary():
            yield from written_names(node.left)
            yield from written_names(node.right)
        case tree.IsKind(subject=subject) | tree.Presence(subject=subject):
            yield from written_names(subject)
        case tree.IfMissing():
            yield from written_names(node.subject)
            yield from written_names(node.default)
        case tree.Member():
            for each in (node.subject, *node.options):
                yield from written_names(each)
        case tree.Call():
            for each in node.arguments:
                yield from written_names(each)
        case tree.Choice():
            for case in node.cases:
                yield from written_names(case.condition)
                yield from written_names(case.value)
        case tree.Gathering():
            yield from written_names(node.body)
            yield from written_names(node.scope.condition)
        case _:
            return
