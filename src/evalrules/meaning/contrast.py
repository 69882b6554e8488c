"""Why not the score that was claimed: which other rules of the policy would have yielded it."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from attrs import frozen

from evalrules.language.policy import definition as d
from evalrules.language.policy import expression as ex
from evalrules.language.policy.policy import CheckedPolicy
from evalrules.language.policy.schema import Role
from evalrules.language.values import Interval, Quantity, contains, includes
from evalrules.meaning.derivation import (
    AdmittedBetween,
    Chosen,
    Editable,
    Outcome,
    Referred,
    RowDerivation,
    Step,
    Tiered,
)
from evalrules.meaning.derive.adjustments import derive_adjustments
from evalrules.meaning.derive.awards import derive_cases
from evalrules.meaning.derive.rows import Rows, derive_each_row
from evalrules.meaning.derive.world import Here, World
from evalrules.meaning.facts import FactRow, Facts


@frozen
class Contrast:
    """Read by another rule, a row could have earned the score that its unit claims."""

    section: str
    index: int
    rule: str
    tier: str
    """the tier of that rule, if it has tiers"""
    admitted: Quantity


def contrasts(policy: CheckedPolicy, facts: Facts, rows: tuple[RowDerivation, ...]) -> tuple[Contrast, ...]:
    """For each row whose claim its own rule does not yield: the rules of the policy that would yield it."""
    world = World(policy, facts, Rows())
    found: list[Contrast] = []
    for row in rows:
        claim = row.claimed
        if isinstance(claim, Quantity) and isinstance(claim.amount, Fraction) and _unborne(row, claim.amount):
            fact_row = facts.rows[row.section][row.index]
            found += _for_row(row, fact_row, claim.amount, world)
    return tuple(found)


def _unborne(row: RowDerivation, claim: Fraction) -> bool:
    """Whether the row's own rule does not bear the claim out, and the claim tells of another rule.

    A claim of all points tells of none: there is hardly a rule by which a row could not earn them.
    """
    if row.status not in ("computed", "undecided", "fault") or _is_all(claim, row.maximum):
        return False
    awarded = row.awarded
    if isinstance(awarded, Quantity):
        return awarded.amount != claim
    return row.status == "fault" or not (isinstance(row.admitted, Quantity) and contains(row.admitted.amount, claim))


def _is_all(claim: Fraction, points: Outcome) -> bool:
    return isinstance(points, Quantity) and points.amount == claim


def _for_row(row: RowDerivation, fact_row: FactRow, claim: Fraction, world: World) -> list[Contrast]:
    own = _rules_behind(row)
    found = []
    for rule in world.policy.rules:
        if rule.scope.record != row.section or rule.name in own or _names_its_row(rule):
            continue
        here = Here(world, fact_row, rule.locals)
        for tier, value in _ways(derive_cases(rule, here)):
            outcome = value if tier else _adjusted(rule, value, fact_row, here)
            if isinstance(outcome, Quantity) and _yields(outcome, claim) and not _leaves_all_open(outcome, row):
                found.append(Contrast(row.section, row.index, rule.name, tier, outcome))
    return found


def _names_its_row(rule: d.Rule) -> bool:
    """Whether the rule is for a row that it names: it is no alternative for another one."""
    return rule.scope.condition is not None and any(
        isinstance(node, ex.Given) and Role.LABEL in node.field.roles for node in _nodes(rule.scope.condition)
    )


def _nodes(expression: ex.Expression) -> Iterator[ex.Expression]:
    """The expression and all that it is made of."""
    yield expression
    match expression:
        case ex.Negate(operand=operand) | ex.Not(operand=operand):
            yield from _nodes(operand)
        case ex.Arithmetic(left=left, right=right) | ex.Compare(left=left, right=right):
            yield from (*_nodes(left), *_nodes(right))
        case ex.Connect(left=left, right=right):
            yield from (*_nodes(left), *_nodes(right))
        case ex.IfMissing(subject=subject, default=default):
            yield from (*_nodes(subject), *_nodes(default))
        case ex.IsKind(subject=subject) | ex.IsGiven(subject=subject) | ex.IsOneOf(subject=subject):
            yield from _nodes(subject)
        case _:
            return


def _rules_behind(row: RowDerivation) -> frozenset[str]:
    """The row's rule and the rules it refers to."""
    names = {row.rule or ""}
    queue: list[Step] = [row.award] if row.award else []
    while queue:
        step = queue.pop()
        if isinstance(step, Referred):
            names.add(step.rule)
            queue.append(step.premise)
        elif isinstance(step, Chosen):
            queue.extend(step.outcomes)
    return frozenset(names)


def _ways(chosen: Chosen) -> list[tuple[str, Outcome]]:
    """What the rule could award: tier by tier where it has tiers."""
    for outcome in chosen.outcomes:
        if isinstance(outcome, Tiered):
            return [(tier.tier, tier.value) for tier in outcome.tiers]
        if isinstance(outcome, AdmittedBetween):
            return [("", outcome.value)]
        if isinstance(outcome, Editable):
            return [("", outcome.value), ("", outcome.admission.value)]
    return [("", chosen.value)]


def _adjusted(rule: d.Rule, value: Outcome, row: FactRow, here: Here) -> Outcome:
    steps = derive_adjustments(rule.adjustments, value, here, rule.layer)
    value = steps[-1].value if steps else value
    every = derive_each_row(value, row, here.world)
    return every[-1].value if every else value


def _leaves_all_open(outcome: Quantity, row: RowDerivation) -> bool:
    """Whether the rule would allow any score at all: that explains no claim."""
    maximum = row.maximum
    return (
        isinstance(outcome.amount, Interval)
        and isinstance(maximum, Quantity)
        and contains(outcome.amount, Fraction(0))
        and includes(outcome.amount, maximum.amount)
    )


def _yields(after: Quantity, claim: Fraction) -> bool:
    return contains(after.amount, claim) if isinstance(after.amount, Interval) else after.amount == claim
