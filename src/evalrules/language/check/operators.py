"""What operators make of types: the type of the result, or the problem with the operands."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

from evalrules.language.check.types import (
    ANY_NUMBER,
    SCORE,
    TRUTH,
    UNKNOWN,
    ZERO,
    Shape,
    Type,
    Typed,
    described,
    fitted_units,
)
from evalrules.language.policy.expression import ArithmeticOperator, ComparisonOperator, Constant
from evalrules.language.problems import Phrase, Problem
from evalrules.language.problems.award_not_points import AwardNotPoints
from evalrules.language.problems.division_by_zero import DivisionByZero
from evalrules.language.problems.not_positive import NotPositive
from evalrules.language.problems.percent_or_points import PercentOrPoints
from evalrules.language.problems.types_differ import TypesDiffer
from evalrules.language.problems.unit_mismatch import UnitMismatch
from evalrules.language.problems.wrong_type import Needed, WrongType
from evalrules.language.source import Span
from evalrules.language.values import (
    PERCENT,
    POINT,
    PURE,
    Dimension,
    Quantity,
    Unit,
    comparable,
    difference_unit,
    product_unit,
    quotient_unit,
    show_number,
    sum_unit,
)

Verdict = Type | Problem

_ADDED = Phrase("相加", "added")
_COMPARED = Phrase("相比", "compared")
_UNITS: dict[ArithmeticOperator, tuple[Callable[[Unit, Unit], Unit | None], Phrase]] = {
    "+": (sum_unit, _ADDED),
    "−": (difference_unit, Phrase("相减", "subtracted")),
    "×": (product_unit, Phrase("相乘", "multiplied")),
    "÷": (quotient_unit, Phrase("相除", "divided")),
}
_ONE_UNIT = Phrase(
    "两边写成同一种单位；数后面可以写 %、个百分点、元、万元、亿元、天",
    "write both in one kind of unit; a number may be followed by %, pp, yuan, wan-yuan, yi-yuan or days",
)
_RATES = Phrase(
    "比率写成百分数，相减才得百分点，例如：100% − 完成率",
    "write a rate as a percentage; the difference is in percentage points then, as in `100% − rate`",
)
_PERCENTAGE_OF = Phrase(
    "写明是什么的百分之几，例如：60% × 分值", "say of what it is a percentage, as in `60% × points`"
)
_POINTS_LIKE = (Dimension.PURE, Dimension.UNSTATED)
_OTHER_WORD = {PERCENT: " 个百分点", POINT: "%"}


# ---- one operand ---------------------------------------------------------------------------------


def need_number(operand: Typed) -> Verdict:
    """The type of `operand` as a number. A cell may hold one, so it counts as one of any unit."""
    match operand.type.shape:
        case Shape.NUMBER | Shape.UNKNOWN:
            return operand.type
        case Shape.CELL:
            return ANY_NUMBER
        case _:
            return WrongType(operand.span, Needed.NUMBER, described(operand.type))


def need_points(operand: Typed) -> Verdict:
    """The type of `operand` as points: a number without a unit."""
    type_ = need_number(operand)
    if isinstance(type_, Type) and type_.unit and type_.unit.dimension not in _POINTS_LIKE:
        return AwardNotPoints(operand.span, described(type_))
    return type_


def need_condition(operand: Typed) -> Verdict:
    """The type of `operand` as a condition."""
    if operand.type.shape in (Shape.TRUTH, Shape.UNKNOWN):
        return operand.type
    return WrongType(operand.span, Needed.CONDITION, described(operand.type))


def need_value(operand: Typed) -> Verdict:
    """The type of `operand` as a number, text or date: anything but a condition."""
    if operand.type.shape is Shape.TRUTH:
        return WrongType(operand.span, Needed.VALUE, described(operand.type))
    return operand.type


def need_day(operand: Typed) -> Verdict:
    """The type of `operand` as a date."""
    if operand.type.shape in (Shape.DAY, Shape.CELL, Shape.UNKNOWN):
        return operand.type
    return WrongType(operand.span, Needed.DAY, described(operand.type))


def need_positive(operand: Typed) -> Verdict:
    """The type of `operand` as a number that is greater than 0, where it is written out."""
    type_ = need_number(operand)
    return NotPositive(operand.span) if literal_sign(operand) in (-1, 0) else type_


def literal_sign(operand: Typed) -> int | None:
    """The sign of a number that is written out: −1, 0 or 1; None where it is not."""
    match operand.expression:
        case Constant(value=Quantity(amount=Fraction() as amount)):
            return (amount > 0) - (amount < 0)
        case _:
            return None


def need_text(operand: Typed) -> Verdict:
    """The type of `operand` as a text: what a field of texts holds, or what stands in quotes."""
    if operand.type.shape in (Shape.TEXT, Shape.UNKNOWN):
        return operand.type
    return WrongType(operand.span, Needed.TEXT, described(operand.type))


# ---- two operands --------------------------------------------------------------------------------


def arithmetic(operator: ArithmeticOperator, left: Typed, right: Typed, whole: Span) -> tuple[Type, list[Problem]]:
    """The type of `left operator right`, and what is wrong with it."""
    types = [need_number(left), need_number(right)]
    problems: list[Problem] = [each for each in types if isinstance(each, Problem)]
    if operator == "÷" and literal_sign(right) == 0:
        problems.append(DivisionByZero(right.span))
    units = [each.unit for each in types if isinstance(each, Type)]
    if problems or any(each == UNKNOWN for each in types):
        return UNKNOWN, problems
    a, b = units
    if a is None or b is None:
        return ANY_NUMBER, []
    if operator != "×":
        a, b = fitted_units(a, b)
    combine, doing = _UNITS[operator]
    unit = None if operator in ("+", "−") and _score_and_percentage(a, b) else combine(a, b)
    if unit is None:
        return UNKNOWN, [unit_mismatch(doing, left, right, whole)]
    return Type(Shape.NUMBER, PURE if operator == "÷" and a == b == SCORE else unit), []


def comparison(operator: ComparisonOperator, left: Typed, right: Typed, whole: Span) -> Verdict:
    """The type of `left operator right`, or what is wrong with it."""
    for operand in (left, right):
        value = need_value(operand)
        if isinstance(value, Problem):
            return value
        if operator not in ("=", "≠") and operand.type.shape is Shape.TEXT:
            return WrongType(operand.span, Needed.ORDERED, described(operand.type))
    shapes = {left.type.shape, right.type.shape}
    if shapes & {Shape.UNKNOWN, Shape.CELL}:
        return TRUTH
    if len(shapes) > 1:
        return TypesDiffer(whole, left.span, described(left.type), right.span, described(right.type))
    return misfit(left, right, whole) or TRUTH


def misfit(left: Typed, right: Typed, whole: Span) -> Problem | None:
    """What keeps two numbers from being compared, if their units are known and something does."""
    a, b = left.type.unit, right.type.unit
    if a is None or b is None or ZERO in (a, b) or (comparable(a, b) and not _score_and_percentage(a, b)):
        return None
    return percent_or_points(left, right) or unit_mismatch(_COMPARED, left, right, whole)


def _score_and_percentage(a: Unit, b: Unit) -> bool:
    """Whether one is points and the other a percentage: of what, nobody has said."""
    return SCORE in (a, b) and Dimension.PERCENT in (a.dimension, b.dimension)


def percent_or_points(left: Typed, right: Typed) -> PercentOrPoints | None:
    """The problem of a literal percentage beside percentage points, or the reverse."""
    for literal, other in ((right, left), (left, right)):
        units = literal.type.unit, other.type.unit
        if None in units or not isinstance(literal.expression, Constant):
            continue
        mine, theirs = (each.dimension for each in units if each)
        if {mine, theirs} == {Dimension.PERCENT, Dimension.POINT}:
            return PercentOrPoints(
                literal.span, other.span, described(literal.type), described(other.type), _swapped(literal)
            )
    return None


def _swapped(literal: Typed) -> str:
    """`1%` as `1 个百分点` and the reverse; empty where it was written in another way."""
    match literal.expression:
        case Constant(value=Quantity(amount=Fraction() as amount, unit=unit)) if unit in _OTHER_WORD:
            return show_number(amount / unit.scale) + _OTHER_WORD[unit]
        case _:
            return ""


def unit_mismatch(doing: Phrase, left: Typed, right: Typed, whole: Span) -> UnitMismatch:
    """The problem of two numbers whose units do not fit; `whole` holds both."""
    sides = (left.span, described(left.type), right.span, described(right.type))
    return UnitMismatch(whole, doing, *sides, _advice(left.type.unit, right.type.unit))


def _advice(a: Unit | None, b: Unit | None) -> Phrase:
    """How two units that do not fit are usually made to."""
    dimensions = {unit.dimension for unit in (a, b) if unit}
    if a and b and _score_and_percentage(a, b):
        return _PERCENTAGE_OF
    return _RATES if dimensions == {Dimension.PURE, Dimension.POINT} else _ONE_UNIT


def nothing_known(operand: Typed) -> Typed:
    """`operand` after a problem with it: nothing more is to be said about it."""
    return Typed(operand.expression, UNKNOWN)
