"""`天数` / `days-between`: how many days lie between two days; the later minus the earlier, signed."""

from __future__ import annotations

from fractions import Fraction

from evalrules.language.policy.signature import OfValues, Signature, Takes
from evalrules.language.values import DAYS, Amount, Day, Quantity, interval, subtract
from evalrules.meaning.derivation import Outcome
from evalrules.meaning.fault import Fault, FaultKind
from evalrules.meaning.functions.function import Arguments, Function


def _days(arguments: Arguments, words: str) -> Outcome:
    first, second = arguments
    if not isinstance(first, Day) or not isinstance(second, Day):
        return Fault(FaultKind.NOT_A_DATE, (words,))
    return Quantity(subtract(_ordinals(second), _ordinals(first)), DAYS)


def _ordinals(day: Day) -> Amount:
    first, last = Fraction(day.first.toordinal()), Fraction(day.last.toordinal())
    return interval(first, last, True, True) or first


DAYS_BETWEEN = Function(
    Signature("days-between", "天数", DAYS, of_values=OfValues(Takes.DAY, 2, 2)),
    _days,
    ("from a day to itself there are 0 days", "there and back the signs differ"),
)
