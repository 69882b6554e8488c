"""What examples can reach in a policy: its rules, each branch both ways, its bands and their edges, its checks."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum
from typing import TypeAlias

from attrs import frozen

from evalrules.language.policy import definition as d
from evalrules.language.policy import expression as ex
from evalrules.language.policy.policy import CheckedPolicy
from evalrules.language.source import Span
from evalrules.study.settled import ALWAYS, Answers, Settled, settled_by

Place: TypeAlias = "tuple[str, int, int]"
"""A stretch of a text: its file, its start, its end. A derivation names what it took by the same."""

Key: TypeAlias = "tuple[Place, Aim, str]"


class Aim(Enum):
    """What can be reached of a part of a policy."""

    APPLIED = "applied"
    """a rule, a void, an exemption: of some row"""
    TRUE = "true"
    FALSE = "false"
    HELD = "held"
    """a band, a grade or a tier, alone"""
    ON_EDGE = "on-edge"
    """a number that is the edge of two bands"""
    BY_EDGE = "by-edge"
    """a number that only just does not reach the edge, on the side to which the edge does not belong"""
    CHANGED = "changed"
    """a step that made another number of the score"""
    UNCHANGED = "unchanged"
    REPORTED = "reported"
    SILENT = "silent"


class Part(Enum):
    """The parts of a policy that are reached, in the order in which they are told."""

    RULE = "rule"
    CASE = "case"
    CONDITION = "condition"
    BAND = "band"
    EDGE = "edge"
    TIER = "tier"
    STEP = "step"
    GRADE = "grade"
    CHECK = "check"


@frozen
class Goal:
    """Something that an example can reach: a part of the policy, and what is to happen there."""

    part: Part
    aim: Aim
    owner: str
    """the rule, check or other declaration that it belongs to, or the keyword of one without a name"""
    words: str
    """the author's own"""
    span: Span
    detail: str = ""
    """the edge, where several lie at one place"""

    @property
    def key(self) -> Key:
        return (place_of(self.span), self.aim, self.detail)


def place_of(span: Span) -> Place:
    """Where `span` lies, without the text that it lies in."""
    return (span.source.name, span.start, span.end)


def goals_of(policy: CheckedPolicy) -> tuple[Goal, ...]:
    """All that examples of `policy` can reach in its own text; what it amends has examples of its own.

    What only another alternative of a reading could reach is none of it: an example cannot choose one.
    """
    own = policy.texts[-1].name
    found = {goal.key: goal for goal in _goals(policy, settled_by(policy)) if goal.span.source.name == own}
    return tuple(found.values())


def _goals(policy: CheckedPolicy, settled: Settled) -> Iterator[Goal]:
    for classes in policy.classifications:
        yield from _of_classes(classes, settled)
    standings: tuple[d.Withdrawal | d.Exemption, ...] = (*policy.withdrawals, *policy.exemptions)
    for standing in standings:
        if True in settled.admits(standing.scope):
            yield Goal(Part.RULE, Aim.APPLIED, standing.name, standing.name, standing.span)
        yield from _of_scope(standing.scope, standing.name, settled)
    referred = frozenset(_referred(policy))
    for rule in policy.rules:
        yield from _of_scope(rule.scope, rule.name, settled)
        if rule.name in referred or True in settled.admits(rule.scope):
            yield from _of_rule(rule, settled.within(rule.locals))
    for each in policy.each_row:
        name = each.scope.span.text if each.scope else ""
        yield from _of_scope(each.scope, name, settled)
        yield from _steps(each.adjustments, name, settled, settled.admits(each.scope))
    if policy.total is not None:
        yield from _steps(policy.total.adjustments, "", settled)
    if policy.grading is not None:
        yield from _of_grading(policy.grading)
    for check in policy.checks:
        yield from _of_check(check, settled)


def _referred(policy: CheckedPolicy) -> Iterator[str]:
    """The rules that say what rows of other rules earn, so that their own scope does not matter."""
    outcomes = (case.outcome for rule in policy.rules for case in rule.cases)
    return (each.rule for each in outcomes if isinstance(each, d.AwardAs))


def _of_classes(classes: d.Classification, settled: Settled) -> Iterator[Goal]:
    answers = settled.cases([case.condition for case in classes.cases], in_order=classes.in_order)
    for case, some in zip(classes.cases, answers, strict=True):
        either = some if case.condition is not None else some - {False}
        yield from _answers(Part.CASE, case.name, case.name, case.span, either)
        if some:
            yield from _leaves(case.condition, case.name, settled)


def _of_scope(scope: ex.Scope | None, owner: str, settled: Settled) -> Iterator[Goal]:
    """The questions of a scope: none is asked where no row is of its class."""
    if scope is not None and (scope.class_name is None or scope.class_name in settled.classes):
        yield from _leaves(scope.condition, owner, settled)


def _answers(part: Part, owner: str, words: str, span: Span, answers: Answers) -> Iterator[Goal]:
    for aim, answer in ((Aim.TRUE, True), (Aim.FALSE, False)):
        if answer in answers:
            yield Goal(part, aim, owner, _shown(words), span)


def _of_rule(rule: d.Rule, settled: Settled) -> Iterator[Goal]:
    yield Goal(Part.RULE, Aim.APPLIED, rule.name, rule.name, rule.span)
    answers = settled.cases([case.condition for case in rule.cases], in_order=rule.in_order)
    for case, some in zip(rule.cases, answers, strict=True):
        if case.condition is not None:
            yield from _answers(Part.CASE, rule.name, case.condition.span.text, case.span, some)
        elif len(rule.cases) > 1:
            yield from _answers(Part.CASE, rule.name, _first_word(case.span), case.span, some - {False})
        if some:
            yield from _leaves(case.condition, rule.name, settled)
        if True in some:
            yield from _of_outcome(case.outcome, rule.name)
    yield from _steps(rule.adjustments, rule.name, settled)


def _of_outcome(outcome: d.Outcome, owner: str) -> Iterator[Goal]:
    match outcome:
        case d.AwardByBand():
            stretches = tuple(band.stretch for band in outcome.bands)
            for stretch in stretches:
                yield Goal(Part.BAND, Aim.HELD, owner, _shown(stretch.span.text), stretch.span)
            yield from _edges(stretches, owner, outcome.span)
        case d.AwardByTier():
            for tier in outcome.tiers:
                yield Goal(Part.TIER, Aim.HELD, owner, tier.name, tier.admission.span)
        case _:
            return


def _edges(stretches: tuple[d.Stretch, ...], owner: str, table: Span) -> Iterator[Goal]:
    """Each edge between bands, from both sides; two bands that meet share one."""
    ends = [end for stretch in stretches for end in (stretch.low, stretch.high) if end is not None]
    for words in dict.fromkeys(_shown(end.value.span.text) for end in ends):
        for aim in (Aim.ON_EDGE, Aim.BY_EDGE):
            yield Goal(Part.EDGE, aim, owner, words, table, words)


def _of_grading(grading: d.Grading) -> Iterator[Goal]:
    for grade in grading.grades:
        yield Goal(Part.GRADE, Aim.HELD, grade.name, grade.name, grade.stretch.span)
    yield from _edges(tuple(grade.stretch for grade in grading.grades), "", grading.span)


def _of_check(check: d.Check, settled: Settled) -> Iterator[Goal]:
    within = settled.within(check.locals)
    scope, answers = settled.admits(check.scope), within.of(check.condition)
    if True in scope and (not check.required) in answers:
        yield Goal(Part.CHECK, Aim.REPORTED, check.name, check.name, check.span)
    if False in scope or check.required in answers:
        yield Goal(Part.CHECK, Aim.SILENT, check.name, check.name, check.span)
    yield from _of_scope(check.scope, check.name, settled)
    if True in scope:
        yield from _leaves(check.condition, check.name, within)


_LIMITS = d.Raise | d.Cap | d.Credit | d.Deduct | d.DeductBySteps


def _steps(steps: tuple[d.Adjustment, ...], owner: str, settled: Settled, scope: Answers = ALWAYS) -> Iterator[Goal]:
    """Floors, caps, bonuses and deductions, with effect and without; a rounding that had something to round."""
    for step in steps:
        if isinstance(step, d.LeaveUnrounded):
            continue
        if True in scope and True in settled.of(step.condition):
            yield Goal(Part.STEP, Aim.CHANGED, owner, _shown(step.span.text), step.span)
        if isinstance(step, _LIMITS):
            yield Goal(Part.STEP, Aim.UNCHANGED, owner, _shown(step.span.text), step.span)
        yield from _leaves(step.condition, owner, settled)


def _leaves(condition: ex.Expression | None, owner: str, settled: Settled) -> Iterator[Goal]:
    """The questions of which a condition is joined, as they may come out: a single one is the branch itself."""
    for leaf in _questions(condition, settled) if condition is not None and _is_joined(condition) else ():
        yield from _answers(Part.CONDITION, owner, leaf.span.text, leaf.span, settled.of(leaf))


def _is_joined(condition: ex.Expression) -> bool:
    return _is_joined(condition.operand) if isinstance(condition, ex.Not) else isinstance(condition, ex.Connect)


def _questions(condition: ex.Expression, settled: Settled) -> Iterator[ex.Expression]:
    """The questions of a condition that are ever asked."""
    match condition:
        case ex.Connect():
            yield from _questions(condition.left, settled)
            if settled.asks_right(condition):
                yield from _questions(condition.right, settled)
        case ex.Not(operand=operand):
            yield from _questions(operand, settled)
        case _:
            yield condition


def _shown(words: str) -> str:
    return " ".join(words.split())


def _first_word(span: Span) -> str:
    return span.text.split(None, 1)[0]
