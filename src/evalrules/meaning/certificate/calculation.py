"""What an operator, a function or a question makes of the values it is given."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from functools import reduce

from evalrules.meaning.certificate.amount import (
    ZERO,
    Amount,
    above,
    below,
    compared,
    exactly,
    greatest,
    hull,
    least,
    minus,
    mirrored,
    over,
    plus,
    rounded,
    size_of,
    times,
)
from evalrules.meaning.certificate.node import Node
from evalrules.meaning.certificate.unit import ONE, PURE, UNSTATED, Unit, comparable, result_unit, takes_up
from evalrules.meaning.certificate.value import (
    Absent,
    Days,
    Fault,
    Outcome,
    Quantity,
    Text,
    Truth,
    Unread,
    read_outcome,
)

MOST_BITS = 4000
DAYS = Unit("days", "天", ONE, "天")
ARITHMETIC = ("+", "−", "×", "÷")
COMPARISONS = ("=", "≠", "<", "≤", ">", "≥")


# Premises -----------------------------------------------------------------------------------------


def value_of(step: Node, *kinds: str) -> Outcome:
    """The value that a step records. It is a step, and one of the `kinds` if any are named.

    What is no step is checked by nobody, so nothing may follow from it.
    """
    step.one_of("step", kinds) if kinds else step.text("step")
    return read_outcome(step.node("value"))


def words_of(step: Node) -> str:
    """What the author calls what a step yields."""
    return step.text("text")


def quantity_of(step: Node) -> Quantity | Fault:
    """The number that a step yields, or the fault of there being none."""
    value = value_of(step)
    match value:
        case Quantity() | Fault():
            return value
        case Absent():
            return Fault("missing-value", (words_of(step),))
        case Unread():
            return Fault("unreadable-cell", (words_of(step), value.text[:60]))
        case Text():
            return Fault("not-a-number", (words_of(step), value.text))
        case Days() | Truth():
            return Fault("not-a-number", (words_of(step),))


def truth_of(step: Node) -> bool | Fault | None:
    """Whether a step holds; None where it is undecided."""
    value = value_of(step)
    if isinstance(value, Truth):
        return value.holds
    return value if isinstance(value, Fault) else Fault("missing-value", (words_of(step),))


def points_of(step: Node) -> Quantity | Fault:
    """The number that a step yields, as points: a number that counts nothing else."""
    quantity = quantity_of(step)
    if isinstance(quantity, Fault):
        return quantity
    if quantity.unit.dimension in ("pure", "unstated", "point"):
        return Quantity(quantity.amount, PURE)
    return Fault("units-differ", (words_of(step),))


def hull_of(values: Sequence[Outcome]) -> Outcome:
    """The least stretch that holds all values; the first fault, if one is one; of one value, that value."""
    if len(values) == 1:
        return values[0]
    fault = next((value for value in values if isinstance(value, Fault)), None)
    quantities = [value for value in values if isinstance(value, Quantity)]
    if fault is not None or not quantities or len(quantities) < len(values):
        return fault or Fault("no-rows", ())
    return Quantity(hull(*(each.amount for each in quantities)), quantities[0].unit)


def one_of(steps: Sequence[Node]) -> Outcome:
    """What is known of a value that is that of one of the steps: of numbers, and of days, all between them."""
    values = [value_of(step) for step in steps]
    if all(value == values[0] for value in values):
        return values[0]
    fault = next((value for value in values if isinstance(value, Fault)), None)
    if fault is not None:
        return fault
    if all(isinstance(value, Truth) for value in values):
        return Truth(None)
    days = [value for value in values if isinstance(value, Days)]
    if len(days) == len(values):
        return Days(min(each.first for each in days), max(each.last for each in days))
    return _between_all(values) or Fault("condition-undecided", (words_of(steps[0]),))


def _between_all(values: Sequence[Outcome]) -> Quantity | None:
    """All numbers between the values; None where they are no numbers, or cannot be compared."""
    joined: Quantity | None = None
    for value in values:
        if not isinstance(value, Quantity):
            return None
        if joined is None:
            joined = value
            continue
        joined, other = agreed(joined, value)
        if not comparable(joined.unit, other.unit):
            return None
        joined = Quantity(hull(joined.amount, other.amount), joined.unit)
    return joined


# Operators ----------------------------------------------------------------------------------------


def calculated(sign: str, left: Node, right: Node) -> Outcome:
    """`left sign right`, for + − × ÷."""
    a, b = quantity_of(left), quantity_of(right)
    if isinstance(a, Fault):
        return a
    if isinstance(b, Fault):
        return b
    if sign != "×":
        a, b = agreed(a, b)
    unit = result_unit(sign, a.unit, b.unit)
    if unit is None:
        return _units_differ(left, a.unit, right, b.unit)
    if sign == "÷" and b.amount.holds(ZERO):
        return Fault("division-by-zero", (words_of(right),))
    amount = {"+": plus, "−": minus, "×": times, "÷": over}[sign](a.amount, b.amount)
    assert amount is not None  # only a quotient by what may be 0 is none
    return _of_bearable_length(amount, unit)


def agreed(a: Quantity, b: Quantity) -> tuple[Quantity, Quantity]:
    """Two quantities, one that a form prints without a unit taken in that of the other where it is certain.

    Nothing needs no unit: 0 without one is 0 of whatever the other counts.
    """
    return _taken_in(a, b.unit), _taken_in(b, a.unit)


def _taken_in(quantity: Quantity, unit: Unit) -> Quantity:
    if _is_nothing(quantity) and unit.dimension not in _UNITLESS:
        return Quantity(quantity.amount, unit)
    if quantity.unit != UNSTATED or not takes_up(unit):
        return quantity
    return Quantity(times(quantity.amount, exactly(unit.scale)), unit)


_UNITLESS = ("pure", "unstated")


def _is_nothing(quantity: Quantity) -> bool:
    return quantity.unit.dimension in _UNITLESS and quantity.amount.number == 0


def _of_bearable_length(amount: Amount, unit: Unit) -> Outcome:
    ends = [cut.at for cut in (amount.low, amount.high) if not cut.beyond]
    longest = max((max(end.numerator.bit_length(), end.denominator.bit_length()) for end in ends), default=0)
    return Fault("amount-too-long", ()) if longest > MOST_BITS else Quantity(amount, unit)


def _units_differ(left: Node, a: Unit, right: Node, b: Unit) -> Fault:
    return Fault("units-differ", (words_of(left), a.printed, words_of(right), b.printed))


def opposite(step: Node) -> Outcome:
    """`−x`."""
    quantity = quantity_of(step)
    return quantity if isinstance(quantity, Fault) else Quantity(mirrored(quantity.amount), quantity.unit)


def asked(sign: str, left: Node, right: Node) -> Outcome:
    """`left sign right`, for = ≠ < ≤ > ≥: texts by equality, days and numbers by size."""
    a, b = value_of(left), value_of(right)
    if isinstance(a, Fault):
        return a
    if isinstance(b, Fault):
        return b
    if sign in ("=", "≠") and _may_be_texts(a, b):
        return Truth((a == b) == (sign == "="))
    if isinstance(a, Days) and isinstance(b, Days):
        return Truth(compared(sign, _ordinals(a), _ordinals(b)))
    if isinstance(a, Days) or isinstance(b, Days):
        return Fault("not-a-date", (words_of(right if isinstance(a, Days) else left),))
    return _asked_of_numbers(sign, left, right)


def _may_be_texts(a: Outcome, b: Outcome) -> bool:
    """Whether one is a text and the other was read too, or is empty: nothing but a text equals a text."""
    pair = (a, b)
    may_be = all(isinstance(each, Text | Absent | Quantity | Days) for each in pair)
    return may_be and any(isinstance(each, Text) for each in pair)


def _asked_of_numbers(sign: str, left: Node, right: Node) -> Outcome:
    a, b = quantity_of(left), quantity_of(right)
    if isinstance(a, Fault):
        return a
    if isinstance(b, Fault):
        return b
    a, b = agreed(a, b)
    if not comparable(a.unit, b.unit):
        return _units_differ(left, a.unit, right, b.unit)
    return Truth(compared(sign, a.amount, b.amount))


def _ordinals(days: Days) -> Amount:
    return Amount(below(Fraction(days.first.toordinal())), above(Fraction(days.last.toordinal())))


# Functions ----------------------------------------------------------------------------------------


def function_value(function: str, arguments: Sequence[Node], words: str) -> Outcome | None:
    """What a function makes of its arguments; None if no function of that name takes so many."""
    if len(arguments) != FIXED_NUMBER.get(function, len(arguments)):
        return None
    if function == "length":
        return _length(arguments[0])
    values: list[Quantity | Days] = []
    for argument in arguments:
        stated = value_of(argument)
        value = stated if isinstance(stated, Days) else quantity_of(argument)
        if isinstance(value, Fault):
            return value
        values.append(value)
    if function == "count":
        return Quantity(exactly(Fraction(len(values))), PURE)
    if function == "days-between":
        return _days_between(values, words)
    return _of_numbers(function, [value for value in values if isinstance(value, Quantity)], words)


def _length(argument: Node) -> Outcome:
    """The characters of a text that print something."""
    value = value_of(argument)
    if not isinstance(value, Text):
        number = quantity_of(argument)
        return number if isinstance(number, Fault) else Fault("not-a-text", ())
    return Quantity(exactly(Fraction(sum(len(word) for word in value.text.split()))), PURE)


def _days_between(values: list[Quantity | Days], words: str) -> Outcome:
    days = [_ordinals(value) for value in values if isinstance(value, Days)]
    if len(days) != 2 or len(values) != 2:
        return Fault("not-a-date", (words,))
    return Quantity(minus(days[1], days[0]), DAYS)


def _of_numbers(function: str, quantities: list[Quantity], words: str) -> Outcome | None:
    if function not in _COMBINATIONS and function not in _ROUNDINGS:
        return None
    if not quantities:
        return Quantity(exactly(ZERO), PURE) if function == "sum" else Fault("no-rows", (words,))
    unit = _shared_unit(quantities)
    if unit is None:
        return Fault("units-differ", (words,))
    amounts = [_taken_in(each, unit).amount for each in quantities]
    if function in _ROUNDINGS:
        return _rounded(amounts, unit, _ROUNDINGS[function])
    return Quantity(_COMBINATIONS[function](amounts), unit)


def _shared_unit(quantities: list[Quantity]) -> Unit | None:
    """The unit that all share: the first that is stated, if each fits those before it; None if one does not.

    0 without a unit shares any, and states none.
    """
    common = quantities[0]
    for each in quantities[1:]:
        common, other = agreed(common, each)
        if not comparable(common.unit, other.unit):
            return None
    counting = [each for each in quantities if not _is_nothing(each)] or list(quantities)
    return next((each.unit for each in counting if each.unit.dimension != "unstated"), counting[0].unit)


def _rounded(amounts: Sequence[Amount], unit: Unit, mode: str) -> Outcome:
    number, multiple = amounts
    size = multiple.number
    return Quantity(rounded(number, size, mode), unit) if size and size > 0 else Fault("step-not-positive", ())


def _mean(amounts: Sequence[Amount]) -> Amount:
    return times(reduce(plus, amounts), exactly(Fraction(1, len(amounts))))


_ROUNDINGS: Mapping[str, str] = {"half-up": "half-up", "truncate": "down", "round-up": "up", "half-even": "half-even"}
_COMBINATIONS: Mapping[str, Callable[[Sequence[Amount]], Amount]] = {
    "sum": lambda amounts: reduce(plus, amounts),
    "mean": _mean,
    "max": lambda amounts: reduce(greatest, amounts),
    "min": lambda amounts: reduce(least, amounts),
    "abs": lambda amounts: size_of(amounts[0]),
}
FIXED_NUMBER = dict.fromkeys(_ROUNDINGS, 2) | {"abs": 1, "days-between": 2, "length": 1}
"""How many arguments the functions take that take so many and no more."""
