"""`名次` / `rank`: the place of this form among those of a population, from the greatest down."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

from evalrules.language.policy.signature import OfRows, Signature, Takes
from evalrules.language.values import PURE, Amount, Quantity, compare, interval
from evalrules.meaning.derivation import Outcome
from evalrules.meaning.fault import Fault
from evalrules.meaning.functions.function import Arguments, Function, Meaning, in_one_unit, quantities_in

Better = Callable[[Amount, Amount], "bool | None"]


def _rank(is_better: Better) -> Meaning:
    """The first argument is what this form yields, the others are what the other forms do."""

    def meaning(arguments: Arguments, words: str) -> Outcome:
        fitted = in_one_unit(quantities_in(arguments), words)
        if isinstance(fitted, Fault):
            return fitted
        own, *others = (each.amount for each in fitted)
        answers = [is_better(each, own) for each in others]
        first = Fraction(1 + answers.count(True))
        last = first + answers.count(None)
        return Quantity(interval(first, last, True, True) or first, PURE)

    return meaning


def _ranking(en: str, zh: str, is_better: Better) -> Function:
    return Function(
        Signature(en, zh, PURE, of_forms=OfRows(Takes.NUMBER)),
        _rank(is_better),
        ("it is 1 more than the number of forms before this one", "equal values share a place"),
    )


RANK = _ranking("rank", "名次", lambda other, own: compare(">", other, own))
RANK_FROM_LEAST = _ranking("rank-from-least", "升序名次", lambda other, own: compare("<", other, own))
