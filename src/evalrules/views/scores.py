"""Scores as a reader compares them: the number that counts, the decimals of the policy, the difference."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from evalrules.language.values import Absent, Amount, Quantity, show_fixed, show_number
from evalrules.meaning.derivation import Adjusted, Derivation, Gathered, Outcome, RowDerivation, Scored, Step


def amount_of(outcome: Outcome) -> Amount | None:
    """What is known of the number that `outcome` is; None if it is none."""
    return outcome.amount if isinstance(outcome, Quantity) else None


def is_bounded(amount: Amount) -> bool:
    """Whether anything at all is known of the number."""
    return isinstance(amount, Fraction) or amount.low is not None or amount.high is not None


def number_of(outcome: Outcome) -> Fraction | None:
    """The one number that `outcome` is; None if it is none, or may be several."""
    amount = amount_of(outcome)
    return amount if isinstance(amount, Fraction) else None


def difference(awarded: Outcome, claimed: Outcome) -> Fraction | None:
    """By how much the score by rule exceeds the score that was claimed; negative if too much was claimed."""
    by_rule, by_unit = number_of(awarded), number_of(claimed)
    return None if by_rule is None or by_unit is None else by_rule - by_unit


def points_of_total(derivation: Derivation) -> Outcome:
    """The points that the total is out of; Absent where it is worked out otherwise than by adding the rows up."""
    total = derivation.total
    return derivation.points_total if total is None or _is_plain_sum(total.award) else Absent("")


def _is_plain_sum(award: Step) -> bool:
    """Whether every row that counts is added, as it is."""
    if not isinstance(award, Gathered) or award.function != "sum":
        return False
    is_of_all = award.record is None and award.class_wanted is None and not award.looked_at
    return is_of_all and all(isinstance(each.step, Scored) for each in award.members)


# Decimals -----------------------------------------------------------------------------------------


def row_places(row: RowDerivation) -> int | None:
    """The decimals to which the policy rounds `row`; None if it does not."""
    return _places(row.adjustments)


def form_places(derivation: Derivation) -> int | None:
    """The decimals of the total: of its own rounding, else the most that a row is rounded to."""
    total = derivation.total
    own = _places(total.adjustments) if total is not None else None
    if own is not None:
        return own
    return max((places for row in derivation.rows if (places := row_places(row)) is not None), default=None)


def _places(adjustments: Iterable[Adjusted]) -> int | None:
    found: int | None = None
    for each in adjustments:
        if each.kind == "round" and each.applied is not False:
            step = number_of(each.operands[0].value)
            found = decimals_of(step) if step is not None else found
    return found


def decimals_of(step: Fraction) -> int | None:
    """How many decimals the multiples of `step` have: 2 for 0.01, 1 for 0.5, None for 1/3."""
    text = show_number(step)
    return None if "/" in text else len(text.partition(".")[2])


def show_score(score: Fraction, places: int | None) -> str:
    """`score` with `places` decimals, or with as many as it has; a fraction where it never ends."""
    return show_number(score) if places is None else show_fixed(score, places)
