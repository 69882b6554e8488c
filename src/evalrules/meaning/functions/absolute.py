"""`绝对值` / `abs`: how far a number is from 0."""

from __future__ import annotations

from fractions import Fraction

from evalrules.language.policy.signature import OfValues, Signature, Takes
from evalrules.language.values import Quantity, maximum, negate
from evalrules.meaning.derivation import Outcome
from evalrules.meaning.functions.function import Arguments, Function, quantities_in

_ZERO = Fraction(0)


def _absolute(arguments: Arguments, words: str) -> Outcome:
    (quantity,) = quantities_in(arguments)
    amount = quantity.amount
    return Quantity(maximum(maximum(amount, negate(amount)), _ZERO), quantity.unit)


ABS = Function(
    Signature("abs", "绝对值", None, of_values=OfValues(Takes.NUMBER, 1, 1)),
    _absolute,
    ("it is never below 0", "a number and its opposite have the same"),
)
