"""`平均` / `mean`: what the rows yield, added up and divided by how many there are."""

from __future__ import annotations

from fractions import Fraction
from functools import reduce

from evalrules.language.policy.signature import OfRows, Signature, Takes
from evalrules.language.values import Amount, Quantity, add, divide
from evalrules.meaning.derivation import Outcome
from evalrules.meaning.fault import Fault, FaultKind
from evalrules.meaning.functions.function import Arguments, Function, in_one_unit, quantities_in


def _mean(arguments: Arguments, words: str) -> Outcome:
    quantities = quantities_in(arguments)
    if not quantities:
        return Fault(FaultKind.NO_ROWS, (words,))
    fitted = in_one_unit(quantities, words)
    if isinstance(fitted, Fault):
        return fitted
    start: Amount = Fraction(0)
    total = reduce(add, (each.amount for each in fitted), start)
    amount = divide(total, Fraction(len(fitted)))
    assert amount is not None  # there is at least one row
    return Quantity(amount, fitted[0].unit)


MEAN = Function(
    Signature("mean", "平均", None, of_rows=OfRows(Takes.NUMBER)),
    _mean,
    ("the mean lies between the least and the greatest", "the mean of no rows is a fault"),
)
