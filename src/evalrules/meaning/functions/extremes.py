"""`最大` / `max` and `最小` / `min`, of values or of what rows yield."""

from __future__ import annotations

from collections.abc import Callable
from functools import reduce

from evalrules.language.policy.signature import OfRows, OfValues, Signature, Takes
from evalrules.language.values import Amount, Quantity, maximum, minimum
from evalrules.meaning.derivation import Outcome
from evalrules.meaning.fault import Fault, FaultKind
from evalrules.meaning.functions.function import Arguments, Function, Meaning, in_one_unit, quantities_in


def _extreme(pick: Callable[[Amount, Amount], Amount]) -> Meaning:
    def meaning(arguments: Arguments, words: str) -> Outcome:
        quantities = quantities_in(arguments)
        if not quantities:
            return Fault(FaultKind.NO_ROWS, (words,))
        fitted = in_one_unit(quantities, words)
        if isinstance(fitted, Fault):
            return fitted
        return Quantity(reduce(pick, (each.amount for each in fitted)), fitted[0].unit)

    return meaning


_VALUES = OfValues(Takes.NUMBER, 2, None)
_ROWS = OfRows(Takes.NUMBER)

MAX = Function(
    Signature("max", "最大", None, of_values=_VALUES, of_rows=_ROWS),
    _extreme(maximum),
    ("no argument is greater", "the order of the arguments does not matter"),
)
MIN = Function(
    Signature("min", "最小", None, of_values=_VALUES, of_rows=_ROWS),
    _extreme(minimum),
    ("no argument is less", "the order of the arguments does not matter"),
)
