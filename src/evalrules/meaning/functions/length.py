"""`字数` / `length`: how many characters a text has, its blanks not counted."""

from __future__ import annotations

from fractions import Fraction

from evalrules.language.policy.signature import OfValues, Signature, Takes
from evalrules.language.values import PURE, Quantity, Text
from evalrules.meaning.derivation import Outcome
from evalrules.meaning.fault import Fault, FaultKind
from evalrules.meaning.functions.function import Arguments, Function


def _length(arguments: Arguments, words: str) -> Outcome:
    (text,) = arguments
    if not isinstance(text, Text):
        return Fault(FaultKind.NOT_A_TEXT, (words,))
    return Quantity(Fraction(sum(not each.isspace() for each in text.text)), PURE)


LENGTH = Function(
    Signature("length", "字数", PURE, of_values=OfValues(Takes.TEXT, 1, 1)),
    _length,
    ("blanks do not count, signs do", "of two texts, one behind the other, it is the sum"),
)
