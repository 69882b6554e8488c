"""`个数` / `count`: how many rows there are."""

from __future__ import annotations

from fractions import Fraction

from evalrules.language.policy.signature import OfRows, Signature
from evalrules.language.values import PURE, Quantity
from evalrules.meaning.derivation import Outcome
from evalrules.meaning.functions.function import Arguments, Function


def _count(arguments: Arguments, words: str) -> Outcome:
    return Quantity(Fraction(len(arguments)), PURE)


COUNT = Function(
    Signature("count", "个数", PURE, of_rows=OfRows(None)),
    _count,
    ("the count of no rows is 0", "the order of the rows does not matter"),
)
