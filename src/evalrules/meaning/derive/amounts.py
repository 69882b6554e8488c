"""Arithmetic and comparison of values: total, exact, three-valued where bounds leave a question open."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from evalrules.language.policy.expression import ArithmeticOperator, ComparisonOperator
from evalrules.language.values import (
    PURE,
    Absent,
    Amount,
    Day,
    Dimension,
    Interval,
    Quantity,
    Text,
    Truth,
    Unit,
    Unread,
    add,
    agree,
    comparable,
    compare,
    difference_unit,
    divide,
    high_of,
    hull,
    interval,
    low_of,
    multiply,
    negate,
    product_unit,
    quotient_unit,
    subtract,
    sum_unit,
    unit_name,
)
from evalrules.meaning.derivation import Outcome, Step
from evalrules.meaning.fault import Fault, FaultKind

ANY_NUMBER = Quantity(Interval(None, None, False, False), PURE)
LONGEST = 4000
"""Bits a number may take: beyond it nobody writes an amount, and arithmetic would only burn time."""

_POINTS = (Dimension.PURE, Dimension.UNSTATED, Dimension.POINT)
_ARITHMETIC = {"+": (add, sum_unit), "−": (subtract, difference_unit), "×": (multiply, product_unit)}


def words_of(step: Step) -> str:
    """What the author calls what `step` yields."""
    return step.span.text


def quantity_of(step: Step) -> Quantity | Fault:
    """The number that `step` yields, or why it yields none."""
    value = step.value
    match value:
        case Quantity() | Fault():
            return value
        case Absent():
            return Fault(FaultKind.MISSING_VALUE, (words_of(step),))
        case Unread():
            return unread(step, value)
        case Text():
            return Fault(FaultKind.NOT_A_NUMBER, (words_of(step), value.text))
        case Day():
            return Fault(FaultKind.NOT_A_NUMBER, (words_of(step), value.show()))
        case Truth():
            return Fault(FaultKind.NOT_A_NUMBER, (words_of(step), ""))


def unread(step: Step, value: Unread) -> Fault:
    """The fault of a cell that could not be read."""
    return Fault(FaultKind.UNREADABLE_CELL, (words_of(step), value.text[:60], value.reason.zh, value.reason.en))


def truth_of(step: Step) -> bool | Fault | None:
    """Whether `step` holds: True, False, None where it cannot be decided, or a fault."""
    value = step.value
    if isinstance(value, Truth):
        return value.value
    return value if isinstance(value, Fault) else Fault(FaultKind.MISSING_VALUE, (words_of(step),))


def calculate(operator: ArithmeticOperator, left: Step, right: Step) -> Outcome:
    """`left operator right`, in the unit that follows from theirs."""
    a, b = quantity_of(left), quantity_of(right)
    if isinstance(a, Fault):
        return a
    if isinstance(b, Fault):
        return b
    if operator == "÷":
        return _quotient(a, b, left, right)
    if operator != "×":
        a, b = agree(a, b)
    combine, unit_rule = _ARITHMETIC[operator]
    unit = unit_rule(a.unit, b.unit)
    if unit is None:
        return units_differ(left, a.unit, right, b.unit)
    return _bounded(combine(a.amount, b.amount), unit)


def _quotient(a: Quantity, b: Quantity, left: Step, right: Step) -> Outcome:
    a, b = agree(a, b)
    unit = quotient_unit(a.unit, b.unit)
    if unit is None:
        return units_differ(left, a.unit, right, b.unit)
    amount = divide(a.amount, b.amount)
    if amount is None:
        return Fault(FaultKind.DIVISION_BY_ZERO, (words_of(right),))
    return _bounded(amount, unit)


def _bounded(amount: Amount, unit: Unit) -> Outcome:
    for end in (low_of(amount), high_of(amount)):
        if end is not None and max(end.numerator.bit_length(), end.denominator.bit_length()) > LONGEST:
            return Fault(FaultKind.AMOUNT_TOO_LONG, (str(LONGEST * 3 // 10),))
    return Quantity(amount, unit)


def units_differ(left: Step, a: Unit, right: Step, b: Unit) -> Fault:
    """The fault of two quantities whose units do not fit."""
    names = (words_of(left), unit_name(a), words_of(right), unit_name(b))
    return Fault(FaultKind.UNITS_DIFFER, names)


def opposite(step: Step) -> Outcome:
    """`−x`."""
    quantity = quantity_of(step)
    return quantity if isinstance(quantity, Fault) else Quantity(negate(quantity.amount), quantity.unit)


def compare_steps(operator: ComparisonOperator, left: Step, right: Step) -> Outcome:
    """`left operator right`: texts by equality, days and numbers by size.

    An empty cell, a number and a day equal no text; any other comparison of them with one is a fault.
    """
    a, b = left.value, right.value
    if isinstance(a, Fault):
        return a
    if isinstance(b, Fault):
        return b
    if operator in ("=", "≠") and _has_text(a, b):
        return Truth((a == b) is (operator == "="))
    if isinstance(a, Day) and isinstance(b, Day):
        return Truth(compare(operator, _ordinals(a), _ordinals(b)))
    if isinstance(a, Day) or isinstance(b, Day):
        return Fault(FaultKind.NOT_A_DATE, (words_of(right if isinstance(a, Day) else left),))
    return _compare_quantities(operator, left, right)


def _has_text(a: Outcome, b: Outcome) -> bool:
    """Whether one is a text and the other is something that was read, or an empty cell."""
    kinds = {type(a), type(b)}
    return Text in kinds and kinds <= {Text, Absent, Quantity, Day}


def _compare_quantities(operator: ComparisonOperator, left: Step, right: Step) -> Outcome:
    a, b = quantity_of(left), quantity_of(right)
    if isinstance(a, Fault):
        return a
    if isinstance(b, Fault):
        return b
    a, b = agree(a, b)
    if not comparable(a.unit, b.unit):
        return units_differ(left, a.unit, right, b.unit)
    return Truth(compare(operator, a.amount, b.amount))


def _ordinals(day: Day) -> Amount:
    """The days that `day` names, as numbers: one day, or a month or a year of them."""
    first, last = Fraction(day.first.toordinal()), Fraction(day.last.toordinal())
    return interval(first, last, True, True) or first


def hull_of(values: tuple[Outcome, ...]) -> Outcome:
    """The least stretch of numbers that holds all `values`; a fault if one of them is one.

    Of one value that is no number (a row that bears no points), that value.
    """
    if len(values) == 1:
        return values[0]
    quantities = [value for value in values if isinstance(value, Quantity)]
    if len(quantities) < len(values) or not values:
        return next((v for v in values if isinstance(v, Fault)), Fault(FaultKind.NO_ROWS, ("",)))
    amount = quantities[0].amount
    for each in quantities[1:]:
        amount = hull(amount, each.amount)
    return Quantity(amount, quantities[0].unit)


def as_points(step: Step) -> Outcome:
    """What `step` yields, as points: a bare number, or a difference of rates times points.

    A percentage, an amount of money or a count of something is none.
    """
    quantity = quantity_of(step)
    if isinstance(quantity, Fault):
        return quantity
    if quantity.unit.dimension not in _POINTS:
        return Fault(FaultKind.UNITS_DIFFER, (words_of(step), unit_name(quantity.unit), "得分", "分"))
    return Quantity(quantity.amount, PURE)


def any_of(steps: Sequence[Step]) -> Outcome:
    """What is known of a value that is that of one of `steps`, one or more: of numbers and of days, their hull.

    Values that have no hull leave it undecided, unless they are all the same.
    """
    values = tuple(step.value for step in steps)
    if all(value == values[0] for value in values):
        return values[0]
    fault = next((value for value in values if isinstance(value, Fault)), None)
    return fault or _hull_of_unlike(values, steps)


def _hull_of_unlike(values: tuple[Outcome, ...], steps: Sequence[Step]) -> Outcome:
    if all(isinstance(value, Truth) for value in values):
        return Truth(None)
    days = [value for value in values if isinstance(value, Day)]
    if len(days) == len(values):
        return Day(min(each.first for each in days), max(each.last for each in days))
    joined = steps[0].value
    for step in steps[1:]:
        joined = _joined(joined, step.value)
    return joined if isinstance(joined, Quantity) else Fault(FaultKind.CONDITION_UNDECIDED, (words_of(steps[0]),))


def _joined(a: Outcome, b: Outcome) -> Outcome:
    """The numbers from the one to the other; nothing where they cannot be compared."""
    if not isinstance(a, Quantity) or not isinstance(b, Quantity):
        return Absent("")
    a, b = agree(a, b)
    return Quantity(hull(a.amount, b.amount), a.unit) if comparable(a.unit, b.unit) else Absent("")
