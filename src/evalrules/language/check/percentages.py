"""Forgotten percent signs: rates held against 95 where 95% was meant, and awards of 80 times the points."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import islice

from evalrules.language.check.coverage.names import Names, names_of
from evalrules.language.check.walk import expressions_in, parts
from evalrules.language.policy import definition as d
from evalrules.language.policy.expression import Apply, Arithmetic, Compare, Constant, Expression, Gather, Given
from evalrules.language.policy.policy import CheckedPolicy
from evalrules.language.policy.schema import FieldType, Role
from evalrules.language.problems import Problem
from evalrules.language.problems.beyond_points import BeyondPoints
from evalrules.language.problems.percent_sign_missing import PercentSignMissing
from evalrules.language.values import PURE, Quantity

_MOST = 2
"""A rate, or a share of the points, that exceeds it is hardly ever meant: 200%."""

_KEEPING = frozenset({"max", "min", "abs", "half-up", "truncate", "round-up", "half-even"})
"""Functions of which the value is of the kind of their first argument."""


def forgotten_percent_signs(policy: CheckedPolicy) -> Iterator[Problem]:
    """Where `policy` seems to say 95 and mean 95%. Its names must not lead back to themselves."""
    names = names_of(policy)
    for rule in policy.rules:
        there = names.within(rule.name, rule.locals)
        yield from _in_element(rule, there)
        for case in rule.cases:
            yield from _in_outcome(case.outcome, there)
    for check in policy.checks:
        yield from _in_element(check, names.within(check.name, check.locals))
    others = (*policy.definitions, *policy.classifications, *policy.withdrawals, *policy.exemptions, *policy.each_row)
    for other in others:
        yield from _in_element(other, names)


def _in_element(element: object, names: Names) -> Iterator[Problem]:
    for outermost in expressions_in(element):
        for part in parts(outermost):
            if isinstance(part, Compare):
                yield from _compared(part.left, part.right, names)
                yield from _compared(part.right, part.left, names)


def _in_outcome(outcome: d.Outcome, names: Names) -> Iterator[Problem]:
    """Of a table the first only: who has forgotten one sign has forgotten them all."""
    match outcome:
        case d.AwardExactly(award=award):
            yield from _awarded(award)
        case d.AwardWithin(admission=admission):
            yield from _admitted(admission)
        case d.AwardEditable(award=award, admission=admission):
            yield from (*_awarded(award), *_admitted(admission))
        case d.AwardByTier(tiers=tiers):
            yield from islice((each for tier in tiers for each in _admitted(tier.admission)), 1)
        case d.AwardByBand():
            yield from islice(_at_ends(outcome, names), 1)
            yield from islice((each for band in outcome.bands for each in _in_band(band)), 1)
        case _:
            return


# Rates --------------------------------------------------------------------------------------------


def _at_ends(table: d.AwardByBand, names: Names) -> Iterator[Problem]:
    """The ends at which a rate is cut."""
    for band in table.bands:
        for end in (band.stretch.low, band.stretch.high):
            yield from () if end is None else _compared(table.subject, end.value, names)


def _compared(rate: Expression, number: Expression, names: Names) -> Iterator[Problem]:
    if _is_far(number) and _is_rate(rate, names):
        yield PercentSignMissing(number.span, rate.span)


def _is_far(expression: Expression) -> bool:
    """Whether a bare number is written out, and is more than a rate or a share comes to."""
    match expression:
        case Constant(value=Quantity(amount=Fraction() as amount, unit=unit)):
            return unit == PURE and amount > _MOST
        case _:
            return False


def _is_rate(expression: Expression, names: Names) -> bool:
    """Whether an expression is a quotient of two amounts of one kind, or is made of such alone."""
    match names.resolved(expression):
        case Arithmetic(operator="÷", left=left, right=right):
            kinds = _kind_of(left, names), _kind_of(right, names)
            return None not in kinds and kinds[0] == kinds[1]
        case Arithmetic(operator="+" | "−", left=left, right=right):
            return any(_is_rate(each, names) for each in (left, right))
        case Apply(function=function, arguments=(first, *_)) if function in _KEEPING:
            return _is_rate(first, names)
        case _:
            return False


def _kind_of(expression: Expression, names: Names) -> str | None:
    """What a side of a quotient counts: money, points, or what an indicator counts; None where that is not known."""
    match names.resolved(expression):
        case Given(field=field):
            return _KINDS.get(field.type)
        case Gather(function="sum", body=body) if body is not None:
            return _kind_of(body, names)
        case Arithmetic(operator="+" | "−", left=left, right=right):
            return _kind_of(left, names) or _kind_of(right, names)
        case _:
            return None


_KINDS = {
    FieldType.MONEY: "money",
    FieldType.POINTS: "points",
    FieldType.TARGET: "indicator",
    FieldType.MEASURED: "indicator",
}


# Shares of the points -----------------------------------------------------------------------------


def _in_band(band: d.Band) -> Iterator[Problem]:
    match band.award:
        case d.Admission():
            yield from _admitted(band.award)
        case d.AwardUnstated():
            return
        case award:
            yield from _awarded(award)


def _admitted(admission: d.Admission) -> Iterator[Problem]:
    """The first end that is beyond the points; the other is cured with it."""
    yield from islice((*_awarded(admission.low.value), *_awarded(admission.high.value)), 1)


def _awarded(award: Expression) -> Iterator[Problem]:
    """`80 × 分值`: a bare number times the most that the row can earn."""
    if isinstance(award, Arithmetic) and award.operator == "×":
        for share, points in ((award.left, award.right), (award.right, award.left)):
            if _is_far(share) and isinstance(points, Given) and Role.MAXIMUM in points.field.roles:
                yield BeyondPoints(share.span, points.span)
