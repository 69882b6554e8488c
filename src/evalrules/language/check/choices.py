"""Checks quantities that are given by cases: conditions, values of one type, and where the rest stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from evalrules.language.check import operators
from evalrules.language.check.expressions import ExpressionChecker
from evalrules.language.check.notes import basis
from evalrules.language.check.places import word_span
from evalrules.language.check.types import UNKNOWN, Shape, Type, Typed, described
from evalrules.language.policy import expression as ex
from evalrules.language.problems import Problem
from evalrules.language.problems.otherwise_misplaced import Misplaced, OtherwiseMisplaced
from evalrules.language.problems.values_differ import ValuesDiffer
from evalrules.language.source import Span
from evalrules.language.syntax import tree
from evalrules.language.values import Unit


def quantity_of(name: str, node: tree.Quantity, at: ExpressionChecker) -> Typed:
    """What `name` stands for: a formula, or cases whose values are all of one type."""
    if not isinstance(node, tree.Choice):
        return at.typed(node)
    at.findings.report(*misplaced_rests([(each.span, each.condition is None) for each in node.cases]))
    typed = tuple(at.typed(each.value) for each in node.cases)
    cases = tuple(_case(each, value, at) for each, value in zip(node.cases, typed, strict=True))
    return Typed(ex.Choice(name, node.in_order, cases, node.span), _common_type(typed, at))


def _case(node: tree.ValueCase, value: Typed, at: ExpressionChecker) -> ex.ValueCase:
    condition = at.condition(node.condition) if node.condition else None
    return ex.ValueCase(condition, value.expression, basis(node.notes, at.place.names, at.findings), node.span)


def _common_type(values: tuple[Typed, ...], at: ExpressionChecker) -> Type:
    """The type of all values; a value of another type than the first is reported."""
    first = next((each for each in values if each.type.shape is not Shape.UNKNOWN), None)
    if first is None:
        return UNKNOWN
    odd = [each for each in values if not _alike(first, each)]
    for each in odd:
        at.findings.report(ValuesDiffer(each.span, described(each.type), described(first.type), first.span))
    return UNKNOWN if odd else _type_of_all(first.type, values)


def _alike(first: Typed, other: Typed) -> bool:
    """Whether a quantity may be the one value or the other: one could compare them."""
    if UNKNOWN in (first.type, other.type):
        return True
    if Shape.TRUTH in (first.type.shape, other.type.shape):
        return first.type.shape is other.type.shape
    return not isinstance(operators.comparison("=", first, other, other.span), Problem)


def _type_of_all(type_: Type, values: Iterable[Typed]) -> Type:
    """`type_`, or what a cell may hold, where a value is one; the unit only if all have it."""
    for each in values:
        if each.type.shape is Shape.CELL:
            return each.type
        if each.type.unit != type_.unit and each.type.shape is not Shape.UNKNOWN:
            type_ = Type(type_.shape, _wider(type_, each.type))
    return type_


def _wider(a: Type, b: Type) -> Unit | None:
    """The unit of both: theirs if they differ in size alone, as 元 and 万元 do."""
    if a.unit is None or b.unit is None or a.unit.dimension is not b.unit.dimension:
        return None
    return a.unit if a.unit.symbol == b.unit.symbol else None


def misplaced_rests(cases: list[tuple[Span, bool]]) -> Iterator[OtherwiseMisplaced]:
    """What is wrong with the places of `否则` among cases, each given by its span and whether it is one."""
    rest = [span for span, is_rest in cases if is_rest]
    for again in rest[1:]:
        yield OtherwiseMisplaced(first_word(again), Misplaced.TWICE)
    if len(rest) == 1 and len(cases) == 1:
        yield OtherwiseMisplaced(first_word(rest[0]), Misplaced.ALONE)
    if len(rest) == 1 and rest[0] is not cases[-1][0]:
        yield OtherwiseMisplaced(first_word(rest[0]), Misplaced.NOT_LAST)


def first_word(span: Span) -> Span:
    """The first word of a part, which says what it is."""
    return word_span(span, span.text.split(None, 1)[0])
