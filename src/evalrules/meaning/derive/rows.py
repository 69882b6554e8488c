"""What a row earns: void or not applicable first, then its class, its one rule, the award, the steps."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from attrs import evolve

from evalrules.language.policy import definition as d
from evalrules.language.policy.basis import Basis
from evalrules.language.policy.expression import IsClass, Scope
from evalrules.language.policy.schema import Role
from evalrules.language.values import PURE, Absent, Interval, Quantity, Text, Unread, contains
from evalrules.meaning.derivation import (
    Adjusted,
    AdmittedBetween,
    Chosen,
    Classed,
    Editable,
    Found,
    Outcome,
    Placed,
    Referred,
    RowDerivation,
    Scoping,
    Standing,
    Status,
    Step,
    Tiered,
    Tried,
)
from evalrules.meaning.derive.adjustments import derive_adjustments
from evalrules.meaning.derive.amounts import ANY_NUMBER, truth_of
from evalrules.meaning.derive.awards import derive_cases, editable_in, open_value
from evalrules.meaning.derive.expressions import derive_expression, found_from_datum
from evalrules.meaning.derive.world import Here, World
from evalrules.meaning.facts import FactRow
from evalrules.meaning.fault import Fault, FaultKind

_NONE = Basis()
_ZERO = Quantity(Fraction(0), PURE)


class Rows:
    """The derivation of rows, for the world to ask."""

    def classify(self, row: FactRow, world: World) -> Classed:
        """The class of `row`: the one whose condition holds, or the first in a list written in order."""
        classification = world.classifications.get(row.record.en)
        if classification is None:
            return Classed(None, False, (), Fault(FaultKind.NO_CLASS), world.policy.schema.span)
        return _classify(classification, Here(world, row))

    def stand(self, row: FactRow, world: World) -> tuple[Standing, ...]:
        """Whether `row` is void or exempt: the first declaration that applies settles it."""
        looked_at: list[Standing] = []
        declarations: tuple[d.Withdrawal | d.Exemption, ...] = (
            *world.policy.withdrawals,
            *world.policy.exemptions,
        )
        for declared in declarations:
            if declared.scope.record != row.record.en:
                continue
            looked_at.append(_standing(declared, row, world))
            if looked_at[-1].applies:
                break
        return tuple(looked_at)

    def derive(self, row: FactRow, world: World) -> RowDerivation:
        """The award of `row` and its reasons."""
        blank = _blank(row, world)
        standings = blank.standings
        if standings and standings[-1].applies:
            return _settled(blank, standings[-1], row, world)
        unsettled = next((each for each in standings if each.applies is None), None)
        if unsettled is not None:
            return _faulty(blank, _why_unsettled(unsettled), row, world)
        looked_at = tuple(_scope_of(rule, row, world) for rule in world.policy.rules if _concerns(rule, row))
        scopings = tuple(give_way(each, looked_at) for each in looked_at)
        blank = evolve(blank, scopings=scopings)
        rule = _the_rule(scopings, world, row)
        if isinstance(rule, Fault):
            return _faulty(blank, rule, row, world)
        blank = evolve(blank, rule=rule.name, layer=rule.layer, basis=rule.basis, span=rule.span)
        return _ruled(blank, rule, row, world)


# ---- class, standing, rule -----------------------------------------------------------------------


def _classify(classification: d.Classification, here: Here) -> Classed:
    tried: list[tuple[str, Tried]] = []
    held: list[str] = []
    for case in classification.cases:
        step = _try_class(case, here, bool(held))
        tried.append((case.name, step))
        if step.condition is not None and isinstance(step.condition.value, Fault):
            return _classed(classification, None, tried, step.condition.value)
        if step.held is None:
            words = step.condition.span.text if step.condition else case.name
            undecided = Fault(FaultKind.CONDITION_UNDECIDED, (words,))
            return _classed(classification, None, tried, undecided)
        held += [case.name] if step.held else []
        if held and classification.in_order:
            break
    return _classed(classification, held[0] if len(held) == 1 else None, tried, _class_fault(held))


def _classed(
    classification: d.Classification,
    name: str | None,
    tried: list[tuple[str, Tried]],
    fault: Fault | None,
) -> Classed:
    return Classed(name, classification.in_order, tuple(tried), fault, classification.span)


def _try_class(case: d.ClassCase, here: Here, decided: bool) -> Tried:
    if case.condition is None:
        return Tried(None, not decided, case.basis, case.span)
    step = derive_expression(case.condition, here)
    truth = truth_of(step)
    return Tried(step, None if isinstance(truth, Fault) else truth, case.basis, case.span)


def _class_fault(held: list[str]) -> Fault | None:
    if len(held) == 1:
        return None
    return Fault(FaultKind.SEVERAL_CLASSES, ("、".join(held),)) if held else Fault(FaultKind.NO_CLASS)


def _standing(declared: d.Withdrawal | d.Exemption, row: FactRow, world: World) -> Standing:
    scope = declared.scope
    applies, condition = scope_holds(scope, row, world)
    void = isinstance(declared, d.Withdrawal)
    return Standing(
        "void" if void else "not-applicable",
        declared.name,
        "" if isinstance(declared, d.Withdrawal) else declared.treatment,
        applies,
        scope.class_name,
        condition,
        declared.basis,
        declared.layer,
        declared.span,
    )


def scope_holds(scope: Scope, row: FactRow, world: World) -> tuple[bool | None, Step | None]:
    """Whether `scope` holds for `row`; None where it cannot be said. The class is asked first."""
    class_name, condition = scope.class_name, scope.condition
    if class_name is not None:
        classed = world.class_of(row)
        if classed.fault is None and classed.name != class_name:
            return False, None
    step = None if condition is None else derive_expression(condition, Here(world, row))
    truth = True if step is None else truth_of(step)
    if truth is False:
        return False, step
    unknown = isinstance(truth, Fault) or (class_name is not None and world.class_of(row).fault is not None)
    return (None if unknown else truth), step  # type: ignore[return-value]


def _why_unsettled(standing: Standing) -> Fault:
    """Why it cannot be said whether a withdrawal or an exemption takes the row out."""
    if standing.condition is not None and isinstance(standing.condition.value, Fault):
        return standing.condition.value
    return Fault(FaultKind.RULE_UNDECIDED, (standing.name,))


def _concerns(rule: d.Rule, row: FactRow) -> bool:
    return rule.scope.record == row.record.en


def _scope_of(rule: d.Rule, row: FactRow, world: World) -> Scoping:
    """Whether the row is in the scope of `rule`, before any other rule is thought of."""
    holds, condition = scope_holds(rule.scope, row, world)
    wanted = rule.scope.class_name
    return Scoping(
        rule=rule.name,
        before=rule.before,
        remaining=rule.remaining,
        in_scope=holds,
        gives_way_to=(),
        applies=holds,
        class_wanted=wanted,
        class_matches=wanted is None or world.class_of(row).name == wanted,
        condition=condition,
        layer=rule.layer,
        span=rule.span,
    )


def give_way(scoping: Scoping, every: Sequence[Scoping]) -> Scoping:
    """Whether the rule applies, given the scopes of all rules for the row: it may give way to some of them."""
    superior = [each for each in every if _goes_before(each, scoping) and each.in_scope is not False]
    if scoping.in_scope is False or not superior:
        return scoping
    applies = False if any(each.in_scope for each in superior) else None
    return evolve(scoping, gives_way_to=tuple(each.rule for each in superior), applies=applies)


def _goes_before(one: Scoping, other: Scoping) -> bool:
    return other.rule in one.before or (other.remaining and not one.remaining)


def _the_rule(scopings: tuple[Scoping, ...], world: World, row: FactRow) -> d.Rule | Fault:
    """The one rule that applies; else which ones do, or why it cannot be said."""
    certain = [each.rule for each in scopings if each.applies]
    open_ = [each for each in scopings if each.applies is None and each.in_scope is None]
    if len(certain) > 1:
        return Fault(FaultKind.SEVERAL_RULES, ("、".join(certain),))
    if open_:
        return _why_open(open_[0], world, row)
    if not certain:
        return Fault(FaultKind.NO_RULE)
    return world.rules[certain[0]]


def _why_open(scoping: Scoping, world: World, row: FactRow) -> Fault:
    if scoping.condition is not None and isinstance(scoping.condition.value, Fault):
        return scoping.condition.value
    classed = world.class_of(row) if scoping.class_wanted else None
    return (classed.fault if classed else None) or Fault(FaultKind.RULE_UNDECIDED, (scoping.rule,))


# ---- the award -----------------------------------------------------------------------------------


def _ruled(blank: RowDerivation, rule: d.Rule, row: FactRow, world: World) -> RowDerivation:
    here = Here(world, row, rule.locals)
    chosen = derive_cases(rule, here)
    if _bears_no_points(rule, chosen):
        return evolve(blank, status="unscored", award=chosen)
    blank = evolve(blank, award=chosen)
    editable = editable_in(chosen)
    fault = _points_fault(blank.maximum, row) or (chosen.value if isinstance(chosen.value, Fault) else None)
    if fault is not None:
        return _faulty(blank, fault, row, world)
    if editable is not None:
        return _edited(blank, chosen, editable, rule, row, here)
    steps = _steps(rule, chosen.value, row, here)
    admitted = steps[-1].value if steps else chosen.value
    if isinstance(admitted, Fault):
        return evolve(_faulty(blank, admitted, row, world), adjustments=steps)
    blank = evolve(blank, adjustments=steps, admitted=admitted)
    return _judged(blank, chosen, rule, row, here) or _decided(blank)


def _steps(rule: d.Rule, before: Outcome, row: FactRow, here: Here) -> tuple[Adjusted, ...]:
    """The rule's own steps, then those every row takes."""
    steps = derive_adjustments(rule.adjustments, before, here, rule.layer)
    return steps + derive_each_row(steps[-1].value if steps else before, row, here.world)


def _bears_no_points(rule: d.Rule, chosen: Chosen) -> bool:
    """Whether the case that holds says 不计分."""
    held = [case for case, step in zip(rule.cases, chosen.tried, strict=False) if step.held]
    return len(held) == 1 and isinstance(held[0].outcome, d.AwardNothing)


def _points_fault(maximum: Outcome, row: FactRow) -> Fault | None:
    """Why the points of a scored row cannot be used, if they cannot."""
    if row.record.field_for(Role.MAXIMUM) is None:
        return None
    match maximum:
        case Quantity(amount=Fraction() as points):
            return Fault(FaultKind.POINTS_NEGATIVE, (str(points),)) if points < 0 else None
        case Unread(text=text) | Text(text=text):
            return Fault(FaultKind.POINTS_UNREADABLE, (text,))
        case _:
            return Fault(FaultKind.POINTS_MISSING)


def derive_each_row(before: Outcome, row: FactRow, world: World) -> tuple[Adjusted, ...]:
    """The steps that every row takes after its rule, from `before`; those of a scope say whether they are its own."""
    steps: tuple[Adjusted, ...] = ()
    for each in world.policy.each_row:
        if each.scope is None or each.scope.record == row.record.en:
            scope = _within(each.scope, row, world) if each.scope else None
            steps += derive_adjustments(each.adjustments, before, Here(world, row), each.layer, scope)
            before = steps[-1].value if steps else before
    return steps


def _within(scope: Scope, row: FactRow, world: World) -> Step | None:
    """What puts `row` into `scope` or leaves it out: its class, or, if it is of the class, the condition."""
    here = Here(world, row)
    if scope.class_name is not None:
        step = derive_expression(IsClass(scope.class_name, False, scope.span), here)
        if scope.condition is None or truth_of(step) is not True:
            return step
    return None if scope.condition is None else derive_expression(scope.condition, here)


def _edited(
    blank: RowDerivation, chosen: Chosen, editable: Editable, rule: d.Rule, row: FactRow, here: Here
) -> RowDerivation:
    """The row with the entry of a person, where it may be entered; else with what was worked out."""
    entered = _entered(editable, chosen.value, blank.claimed)
    before, open_before = entered or chosen.value, open_value(chosen)
    steps, open_steps = _steps(rule, before, row, here), _steps(rule, open_before, row, here)
    awarded = steps[-1].value if steps else before
    admitted = open_steps[-1].value if open_steps else open_before
    for outcome in (admitted, awarded):
        if isinstance(outcome, Fault):
            return evolve(_faulty(blank, outcome, row, here.world), adjustments=steps)
    decided = _decided(evolve(blank, admitted=awarded))
    status: Status = "judged" if entered and decided.status == "computed" else decided.status
    return evolve(decided, status=status, adjustments=steps, open_adjustments=open_steps, admitted=admitted)


def _entered(editable: Editable, award: Outcome, claim: Outcome) -> Quantity | None:
    """The entry, if it is the award or lies within what may be entered instead."""
    within = editable.admission.value
    if not isinstance(claim, Quantity) or isinstance(claim.amount, Interval) or not isinstance(within, Quantity):
        return None
    is_award = isinstance(award, Quantity) and award.amount == claim.amount
    return claim if is_award or contains(within.amount, claim.amount) else None


def _decided(row: RowDerivation) -> RowDerivation:
    """The one number that the rule gives, if it gives one."""
    admitted = row.admitted
    if isinstance(admitted, Quantity) and not isinstance(admitted.amount, Interval):
        return evolve(row, status="computed", awarded=admitted)
    return evolve(row, status="undecided", awarded=Absent(""))


def _judged(row: RowDerivation, chosen: Chosen, rule: d.Rule, fact_row: FactRow, here: Here) -> RowDerivation | None:
    """The row with its unit's entry, where the rule leaves the choice to a person and the entry is lawful.

    The entry takes the place of the award, so the steps are taken from it: what may be entered is what
    the rule admits, before any step.
    """
    discretion, claim = discretion_in(chosen), row.claimed
    if discretion is None or not isinstance(claim, Quantity) or isinstance(claim.amount, Interval):
        return None
    if not isinstance(chosen.value, Quantity) or not isinstance(chosen.value.amount, Interval):
        return None
    if not contains(chosen.value.amount, claim.amount):
        return None
    steps = _steps(rule, claim, fact_row, here)
    return evolve(
        row,
        status="judged",
        adjustments=steps,
        open_adjustments=row.adjustments,
        awarded=steps[-1].value if steps else claim,
        judged_tier=_tier_of(discretion, claim.amount),
    )


def discretion_in(step: Step) -> Step | None:
    """The step in which a rule leaves the number to a person, if the award comes from one."""
    match step:
        case Chosen(outcomes=outcomes) | Placed(outcomes=outcomes):
            return discretion_in(outcomes[0]) if len(outcomes) == 1 else None
        case Referred(premise=premise):
            return discretion_in(premise)
        case Tiered() | AdmittedBetween():
            return step
        case _:
            return None


def _tier_of(discretion: Step, entry: Fraction) -> str:
    if not isinstance(discretion, Tiered):
        return ""
    for at in discretion.open:
        value = discretion.tiers[at].value
        if isinstance(value, Quantity) and contains(value.amount, entry):
            return discretion.tiers[at].tier
    return ""


# ---- rows without a rule's award -----------------------------------------------------------------


def _blank(row: FactRow, world: World) -> RowDerivation:
    classed = world.class_of(row) if row.record.en in world.classifications else None
    return RowDerivation(
        section=row.record.en,
        index=row.index,
        label=row.label,
        path=_path(row),
        status="fault",
        classed=classed,
        standings=world.standings_of(row),
        scopings=(),
        rule=None,
        layer=None,
        basis=_NONE,
        award=None,
        adjustments=(),
        open_adjustments=(),
        maximum_cell=_cell(row, Role.MAXIMUM, world),
        claimed_cell=_cell(row, Role.CLAIMED, world),
        admitted=Absent(""),
        awarded=Absent(""),
        judged_tier="",
        span=None,
    )


def _cell(row: FactRow, role: Role, world: World) -> Found | None:
    field = row.record.field_for(role)
    return None if field is None else found_from_datum(row.datum(field), field, world.policy.schema.span)


def _path(row: FactRow) -> tuple[str, ...]:
    """The texts that stand before the row's label: 一级指标, 二级指标."""
    texts = []
    for field in row.record.fields:
        if Role.LABEL in field.roles:
            break
        value = row.datum(field).value
        texts += [value.text] if isinstance(value, Text) else []
    return tuple(texts)


def _faulty(blank: RowDerivation, fault: Fault, row: FactRow, world: World) -> RowDerivation:
    """A row with a fault: what it can earn at most and at least is known all the same."""
    steps = derive_each_row(ANY_NUMBER, row, world)
    admitted = steps[-1].value if steps else ANY_NUMBER
    return evolve(blank, status="fault", open_adjustments=steps, admitted=admitted, awarded=fault)


def _settled(blank: RowDerivation, standing: Standing, row: FactRow, world: World) -> RowDerivation:
    """A row that is void or not applicable: what the policy says follows from that."""
    status: Status = standing.kind
    blank = evolve(blank, status=status, basis=standing.basis, layer=standing.layer, span=standing.span)
    match standing.treatment:
        case "FULL_MARKS":
            fault = _points_fault(blank.maximum, row)
            if fault is not None:
                return _faulty(blank, fault, row, world)
            return evolve(blank, admitted=blank.maximum, awarded=blank.maximum)
        case "ZERO_MARKS":
            return evolve(blank, admitted=_ZERO, awarded=_ZERO)
        case _:
            return blank
