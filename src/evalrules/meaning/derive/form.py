"""What a form earns: its rows, their total, subtotals and grade, and the checks it must pass."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction

from evalrules.language.policy import definition as d
from evalrules.language.policy.expression import Survey
from evalrules.language.policy.policy import CheckedPolicy
from evalrules.language.policy.schema import Field, RecordKind, Role
from evalrules.language.values import (
    PURE,
    Absent,
    Interval,
    Quantity,
    Text,
    add,
    show_approximate,
    show_number,
    show_quantity,
    unit_name,
)
from evalrules.meaning.derivation import (
    Adjusted,
    Checked,
    Derivation,
    Found,
    Graded,
    Outcome,
    RowDerivation,
    Step,
    Subtotal,
    TotalDerivation,
)
from evalrules.meaning.derive.adjustments import derive_adjustments
from evalrules.meaning.derive.amounts import as_points, truth_of
from evalrules.meaning.derive.consequences import derive_consequence, derive_grade
from evalrules.meaning.derive.expressions import RANKS, award_of, derive_expression, found_from_datum
from evalrules.meaning.derive.rows import Rows, scope_holds
from evalrules.meaning.derive.world import Here, Population, View, World
from evalrules.meaning.facts import FactRow, Facts
from evalrules.meaning.fault import Fault, FaultKind

_ZERO = Fraction(0)


def derive(policy: CheckedPolicy, facts: Facts) -> Derivation:
    """Why the form `facts` has its score under `policy`. Total: nothing a form holds makes it raise."""
    return derive_in(World(policy, facts, Rows()))


def population_of(policy: CheckedPolicy, forms: Sequence[Facts], unread: tuple[str, ...] = ()) -> tuple[World, ...]:
    """The worlds of forms that are scored together, in their order; `unread` are those that could not be read."""
    worlds = tuple(World(policy, each, Rows()) for each in forms)
    Population(worlds, unread, _settle_total, _settle_grade)
    return worlds


def derive_in(world: World) -> Derivation:
    """Why the form of `world` has its score, beside the others of its population if it has one."""
    policy, total, grade = world.policy, _settle_total(world), _settle_grade(world)
    keyed = [(row, _row(row, world)) for row in world.scored_rows]
    rows = tuple(derivation for _, derivation in keyed)
    return Derivation(
        policy=policy.id,
        policy_hash=policy.hash,
        form=world.facts.name,
        rows=rows,
        total=total,
        claimed_total_cell=_single(world, Role.CLAIMED),
        points_total=_points_total(rows),
        subtotals=tuple(each for field in policy.subtotals for each in _subtotals(field, keyed)),
        grade=grade,
        consequences=tuple(derive_consequence(each, grade, world) for each in policy.consequences),
        checks=tuple(each for check in policy.checks for each in _check(check, world)),
    )


def _settle_total(world: World) -> TotalDerivation | None:
    """The total of a form, worked out once: when the form is scored, or before, when another asks for it."""
    if world.total_derivation is None and world.policy.total is not None:
        for row in world.scored_rows:
            _row(row, world)
        world.total_derivation = _total(world.policy.total, world)
        world.total = _known(world.total_derivation)
    return world.total_derivation


def _settle_grade(world: World) -> Graded | None:
    _settle_total(world)
    if world.graded is None and world.policy.grading is not None:
        world.graded = derive_grade(world.policy.grading, world)
        world.grade = _grade_known(world.graded)
    return world.graded


def ranks_in(world: World) -> tuple[tuple[str, Outcome], ...]:
    """The definitions of the form that are its place among all forms, each with what it is."""
    ranks = (each for each in world.policy.definitions if each.scope is None and isinstance(each.value, Survey))
    named = [each for each in ranks if isinstance(each.value, Survey) and each.value.function in RANKS]
    return tuple((each.name, derive_expression(each.value, Here(world, None)).value) for each in named)


def _row(row: FactRow, world: World) -> RowDerivation:
    derivation = world.award_of(row)
    assert derivation is not None  # nothing is under way between rows
    return derivation


# ---- total, subtotals, grade ---------------------------------------------------------------------


def _total(total: d.Total, world: World) -> TotalDerivation:
    award, adjustments, awarded = _seen(total, world, View.JUDGED)
    open_award, open_adjustments, admitted = _seen(total, world, View.OPEN)
    decided = isinstance(awarded, Quantity) and not isinstance(awarded.amount, Interval)
    faulty = any(row.status == "fault" for row in world.rows.values())
    counted: Outcome = awarded if isinstance(awarded, Fault) or (decided and not faulty) else Absent("")
    return TotalDerivation(award, adjustments, open_award, open_adjustments, counted, admitted, total.basis, total.span)


def _known(total: TotalDerivation) -> Outcome:
    """What is known of the total, judgements taken: one number, or a stretch of them."""
    if isinstance(total.awarded, (Quantity, Fault)):
        return total.awarded
    return total.adjustments[-1].value if total.adjustments else as_points(total.award)


def _seen(total: d.Total, world: World, view: View) -> tuple[Step, tuple[Adjusted, ...], Outcome]:
    here = Here(world, None, (), view)
    award = derive_expression(total.value, here)
    steps = derive_adjustments(total.adjustments, as_points(award), here, total.layer)
    return award, steps, steps[-1].value if steps else as_points(award)


def _single(world: World, role: Role) -> Found | None:
    """The cell with `role` in a record that stands once and is not itself scored, such as the printed total."""
    ruled = {rule.scope.record for rule in world.policy.rules}
    for record in world.policy.schema.records:
        field = record.field_for(role)
        rows = world.facts.rows.get(record.en, ())
        if record.kind is RecordKind.SINGLE and record.en not in ruled and field is not None and rows:
            return found_from_datum(rows[0].datum(field), field, world.policy.schema.span)
    return None


def _points_total(rows: tuple[RowDerivation, ...]) -> Outcome:
    return _sum(row.maximum for row in rows if _in_total(row))


def _in_total(row: RowDerivation) -> bool:
    """Whether the row is part of the score: it is scored, and neither void nor excluded."""
    excluded = row.status == "not-applicable" and isinstance(row.awarded, Absent)
    return row.status not in ("unscored", "void") and not excluded


def _sum(outcomes: Iterable[Outcome]) -> Outcome:
    """The sum of the numbers among `outcomes`; a fault among them is the sum's fault."""
    amount = _ZERO
    for each in outcomes:
        if isinstance(each, Fault):
            return each
        if isinstance(each, Quantity):
            amount = add(amount, each.amount)  # type: ignore[assignment]
    return Quantity(amount, PURE)


def _subtotals(field: Field, keyed: list[tuple[FactRow, RowDerivation]]) -> list[Subtotal]:
    groups: dict[str, list[RowDerivation]] = {}
    for row, derivation in keyed:
        if row.record.en == field.record and _in_total(derivation):
            value = row.datum(field).value
            groups.setdefault(value.text if isinstance(value, Text) else "", []).append(derivation)
    return [_subtotal(field, text, rows) for text, rows in groups.items()]


def _subtotal(field: Field, text: str, rows: list[RowDerivation]) -> Subtotal:
    return Subtotal(
        field,
        text,
        tuple((row.section, row.index) for row in rows),
        _sum(row.maximum for row in rows),
        _sum(award_of(row, View.JUDGED) for row in rows),
        _sum(award_of(row, View.OPEN) for row in rows),
        _sum(row.claimed for row in rows),
    )


def _grade_known(graded: Graded) -> Outcome:
    """The grade, if one is certain; else why there is none to ask for."""
    if graded.fault is not None:
        return graded.fault
    if len(graded.grades) == 1:
        return Text(graded.grades[0])
    return Fault(FaultKind.GRADE_OPEN, ("、".join(graded.grades),))


# ---- checks --------------------------------------------------------------------------------------


def _check(check: d.Check, world: World) -> list[Checked]:
    if check.scope is None:
        return [_checked(check, None, True, None, Here(world, None, check.locals))]
    rows = world.facts.rows.get(check.scope.record or "", ())
    return [_check_row(check, row, world) for row in rows if world.counts(row)]


def _check_row(check: d.Check, row: FactRow, world: World) -> Checked:
    assert check.scope is not None
    here = Here(world, row, check.locals)
    in_scope, scope = scope_holds(check.scope, row, world)
    return _checked(check, scope, in_scope, (row.record.en, row.index), here)


def _checked(
    check: d.Check, scope: Step | None, in_scope: bool | None, row: tuple[str, int] | None, here: Here
) -> Checked:
    condition = None if in_scope is False else derive_expression(check.condition, here)
    due = False if condition is None else _due(check, condition, in_scope)
    return Checked(
        check.name,
        check.severity,
        row,
        check.scope.class_name if check.scope else None,
        scope,
        in_scope,
        condition,
        check.required,
        due,
        _message(check, here) if due is not False else "",
        check.basis,
        check.layer,
        check.span,
    )


def _due(check: d.Check, condition: Step, in_scope: bool | None) -> bool | None:
    """Whether the message is due: the requirement fails, or what is to be reported holds."""
    truth = truth_of(condition)
    if isinstance(truth, Fault) or truth is None:
        return None
    due = truth is not check.required
    return due if in_scope or not due else None


def _message(check: d.Check, here: Here) -> str:
    parts = [part if isinstance(part, str) else _shown(derive_expression(part, here)) for part in check.message]
    return "".join(parts)


def _shown_number(quantity: Quantity) -> str:
    """Exactly where the decimal ends; else to two places, and saying so."""
    amount, unit = quantity.amount, quantity.unit
    if isinstance(amount, Fraction) and "/" in show_number(amount / unit.scale):
        return show_approximate(amount / unit.scale, 2) + unit_name(unit)
    return show_quantity(quantity)


def _shown(step: Step) -> str:
    """A value inside a message: a cell as printed, a number exactly."""
    printed = getattr(step, "printed", None)
    if printed is not None:
        return str(printed)
    match step.value:
        case Quantity() as quantity:
            return _shown_number(quantity)
        case Text(text=text):
            return text
        case _:
            return "—"
