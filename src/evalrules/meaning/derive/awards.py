"""What a rule awards to a row: its cases, and the outcome of the one that holds."""

from __future__ import annotations

from typing import assert_never

from evalrules.language.policy import definition as d
from evalrules.language.policy.basis import Basis
from evalrules.language.policy.expression import ComparisonOperator, Expression
from evalrules.language.policy.schema import Role
from evalrules.language.source import Span
from evalrules.language.values import PURE, Absent, Day, Interval, Quantity, Text, Truth, interval, show_quantity
from evalrules.meaning.derivation import (
    AdmittedBetween,
    Chosen,
    Concluded,
    Editable,
    Found,
    Outcome,
    Placed,
    Referred,
    Stated,
    Step,
    Tiered,
    Unstated,
    Weighed,
)
from evalrules.meaning.derive.adjustments import derive_adjustments
from evalrules.meaning.derive.amounts import (
    as_points,
    compare_steps,
    hull_of,
    quantity_of,
    words_of,
)
from evalrules.meaning.derive.cases import Guard, decide, decide_in_order, no_case
from evalrules.meaning.derive.expressions import derive_expression, found_from_datum
from evalrules.meaning.derive.world import Here
from evalrules.meaning.fault import Fault, FaultKind


def derive_cases(rule: d.Rule, here: Here) -> Chosen:
    """Which of the rule's cases holds at `here`, and what it awards.

    Where a bound leaves open which, the award is the hull of those that may.
    """
    guards = tuple(Guard(case.condition, case.outcome.basis, case.span) for case in rule.cases)
    find = decide_in_order if rule.in_order else decide
    decided = find(guards, no_case(rule.name), lambda condition: derive_expression(condition, here))
    outcomes = tuple(derive_outcome(rule.cases[at].outcome, here) for at in decided.due)
    value = decided.fault or _value_of(outcomes)
    return Chosen(rule.name, rule.in_order, decided.tried, outcomes, value, rule.span)


def _value_of(outcomes: tuple[Step, ...]) -> Outcome:
    """The value of the one outcome, or the hull of all that are possible, whatever a person may enter."""
    return outcomes[0].value if len(outcomes) == 1 else hull_of(tuple(map(open_value, outcomes)))


def editable_in(step: Step) -> Editable | None:
    """The award that a person may change, if the award comes from one."""
    match step:
        case Editable():
            return step
        case Chosen(outcomes=(outcome,)):
            return editable_in(outcome)
        case Referred(premise=premise):
            return editable_in(premise)
        case _:
            return None


def open_value(step: Step) -> Outcome:
    """What the award may come to, whatever a person enters where it may be changed."""
    editable = editable_in(step)
    return step.value if editable is None else hull_of((step.value, editable.admission.value))


# ---- outcomes ------------------------------------------------------------------------------------


def derive_outcome(outcome: d.Outcome, here: Here) -> Step:
    """What one outcome awards. An outcome that awards nothing is settled before, by the row."""
    match outcome:
        case d.AwardExactly():
            return _conclude(outcome.award, outcome.basis, outcome.span, here)
        case d.AwardWithin():
            return _admission(outcome.admission, None, outcome.basis, here)
        case d.AwardEditable():
            return _editable(outcome, here)
        case d.AwardByTier():
            return _tiers(outcome, here)
        case d.AwardByBand():
            return _bands(outcome, here)
        case d.AwardAs():
            return _as_rule(outcome, here)
        case d.AwardNothing():
            return Stated(Absent(outcome.reason), outcome.span)
        case d.AwardUnstated():
            return _unstated(outcome)
        case _:
            assert_never(outcome)


def _conclude(award: Expression, basis: Basis, span: Span, here: Here) -> Concluded:
    step = derive_expression(award, here)
    return Concluded(step, as_points(step), basis, span)


def _editable(outcome: d.AwardEditable, here: Here) -> Editable:
    award = _conclude(outcome.award, outcome.basis, outcome.award.span, here)
    admission = _admission(outcome.admission, None, outcome.basis, here)
    broken = isinstance(admission.value, Fault) and not isinstance(award.value, Fault)
    value = admission.value if broken else award.value
    return Editable(award, admission, value, outcome.basis, outcome.span)


def _unstated(outcome: d.AwardUnstated) -> Unstated:
    fault = Fault(FaultKind.UNSTATED, (outcome.reason,))
    return Unstated(outcome.reason, fault, outcome.basis, outcome.span)


def _as_rule(outcome: d.AwardAs, here: Here) -> Referred:
    rule = here.world.rules[outcome.rule]
    there = Here(here.world, here.row, rule.locals, here.view)
    chosen = derive_cases(rule, there)
    adjusted = derive_adjustments(rule.adjustments, chosen.value, there, rule.layer)
    value = adjusted[-1].value if adjusted else chosen.value
    return Referred(rule.name, rule.layer, chosen, adjusted, value, outcome.basis, rule.basis, outcome.span)


def _admission(admission: d.Admission, tier: d.Tier | None, basis: Basis, here: Here) -> AdmittedBetween:
    low, high = derive_expression(admission.low.value, here), derive_expression(admission.high.value, here)
    value = _between(as_points(low), admission.low.closed, as_points(high), admission.high.closed)
    return AdmittedBetween(
        tier.name if tier else "",
        tier.also if tier else (),
        low,
        admission.low.closed,
        high,
        admission.high.closed,
        value,
        basis,
        admission.span,
    )


def _between(low: Outcome, low_closed: bool, high: Outcome, high_closed: bool) -> Outcome:
    """All numbers from `low` to `high`; where both are the same, that one, whatever the ends say."""
    if not isinstance(low, Quantity) or not isinstance(high, Quantity):
        return low if isinstance(low, Fault) else high
    bottom, top = low.amount, high.amount
    if isinstance(bottom, Interval) or isinstance(top, Interval):
        return hull_of((low, high))
    amount = interval(bottom, top, low_closed, high_closed)
    return Quantity(bottom if amount is None else amount, PURE)


def _tiers(outcome: d.AwardByTier, here: Here) -> Tiered:
    tiers = tuple(_admission(tier.admission, tier, tier.basis, here) for tier in outcome.tiers)
    cell = _tier_cell(here)
    open_ = _open_tiers(outcome, cell)
    if isinstance(open_, Fault):
        return Tiered(cell, tiers, (), open_, outcome.basis, outcome.span)
    value = hull_of(tuple(tiers[at].value for at in open_))
    return Tiered(cell, tiers, open_, value, outcome.basis, outcome.span)


def _tier_cell(here: Here) -> Found | None:
    assert here.row is not None
    field = here.row.record.field_for(Role.TIER)
    if field is None:
        return None
    return found_from_datum(here.row.datum(field), field, here.world.policy.schema.span)


def _open_tiers(outcome: d.AwardByTier, cell: Found | None) -> tuple[int, ...] | Fault:
    """The tiers that the form leaves open: the one it names, or all of them."""
    if cell is None or not isinstance(cell.value, Text):
        return tuple(range(len(outcome.tiers)))
    for at, tier in enumerate(outcome.tiers):
        if cell.value.text in (tier.name, *tier.also):
            return (at,)
    known = "、".join(tier.name for tier in outcome.tiers)
    return Fault(FaultKind.UNKNOWN_TIER, (cell.value.text, known))


# ---- bands ---------------------------------------------------------------------------------------


def _bands(outcome: d.AwardByBand, here: Here) -> Placed:
    subject = derive_expression(outcome.subject, here)
    weighed = weigh(tuple(band.stretch for band in outcome.bands), subject, here)
    fault = band_fault(subject, weighed)
    due = [] if fault else [b for b, w in zip(outcome.bands, weighed, strict=True) if w.held is not False]
    outcomes = tuple(_band_award(band, here) for band in due)
    value = fault or hull_of(tuple(step.value for step in outcomes))
    return Placed(subject, weighed, outcomes, value, outcome.basis, outcome.span)


def _band_award(band: d.Band, here: Here) -> Step:
    match band.award:
        case d.Admission():
            return _admission(band.award, None, band.basis, here)
        case d.AwardUnstated():
            return _unstated(band.award)
        case _:
            return _conclude(band.award, band.basis, band.span, here)


def weigh(stretches: tuple[d.Stretch, ...], subject: Step, here: Here) -> tuple[Weighed, ...]:
    """Whether each stretch holds the number: the rest does where no other certainly does."""
    weighed = [_weigh(stretch, subject, here) for stretch in stretches if not stretch.is_rest]
    held = [each.held for each in weighed]
    rest = False if True in held else None if None in held else True
    queue = iter(weighed)
    return tuple(
        Weighed(None, False, None, False, True, rest, each.span) if each.is_rest else next(queue) for each in stretches
    )


def _weigh(stretch: d.Stretch, subject: Step, here: Here) -> Weighed:
    low = derive_expression(stretch.low.value, here) if stretch.low else None
    high = derive_expression(stretch.high.value, here) if stretch.high else None
    above = _beyond(subject, low, "≥" if stretch.low and stretch.low.closed else ">")
    below = _beyond(subject, high, "≤" if stretch.high and stretch.high.closed else "<")
    held = False if False in (above, below) else None if None in (above, below) else True
    return Weighed(
        low,
        bool(stretch.low and stretch.low.closed),
        high,
        bool(stretch.high and stretch.high.closed),
        False,
        held,
        stretch.span,
    )


def _beyond(subject: Step, end: Step | None, operator: ComparisonOperator) -> bool | None:
    """Whether the number is on the right side of an end; a fault counts as undecided here."""
    if end is None:
        return True
    answer = compare_steps(operator, subject, end)
    return answer.value if isinstance(answer, Truth) else None


def band_fault(subject: Step, weighed: tuple[Weighed, ...]) -> Fault | None:
    """Why no band can be chosen: the subject or an end is neither a number nor a day, or no band holds it."""
    value = subject.value if isinstance(subject.value, Day) else quantity_of(subject)
    if isinstance(value, Fault):
        return value
    for each in weighed:
        for end in (each.low, each.high):
            answer = compare_steps("=", subject, end) if end else None
            if isinstance(answer, Fault):
                return answer
    if all(each.held is False for each in weighed):
        shown = value.show() if isinstance(value, Day) else show_quantity(value)
        return Fault(FaultKind.NO_BAND, (words_of(subject), shown))
    return None
