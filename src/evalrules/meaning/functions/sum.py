"""`合计` / `sum`: what the rows yield, added up. Of no rows it is 0."""

from __future__ import annotations

from fractions import Fraction
from functools import reduce

from evalrules.language.policy.signature import OfRows, Signature, Takes
from evalrules.language.values import PURE, Amount, Quantity, add
from evalrules.meaning.derivation import Outcome
from evalrules.meaning.fault import Fault
from evalrules.meaning.functions.function import Arguments, Function, in_one_unit, quantities_in

_ZERO = Fraction(0)


def _sum(arguments: Arguments, words: str) -> Outcome:
    quantities = quantities_in(arguments)
    if not quantities:
        return Quantity(_ZERO, PURE)
    fitted = in_one_unit(quantities, words)
    if isinstance(fitted, Fault):
        return fitted
    start: Amount = _ZERO
    return Quantity(reduce(add, (each.amount for each in fitted), start), fitted[0].unit)


SUM = Function(
    Signature("sum", "合计", None, of_rows=OfRows(Takes.NUMBER)),
    _sum,
    ("the order of the rows does not matter", "one more row adds what it yields"),
)
