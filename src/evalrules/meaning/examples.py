"""The examples that a policy file holds: each is a small form and what the policy must make of it."""

from __future__ import annotations

from attrs import frozen

from evalrules.language.policy.definition import Admission, Example, ExampleRow, ExpectedAward
from evalrules.language.policy.form import Cell, Form, FormRow
from evalrules.language.policy.policy import CheckedPolicy
from evalrules.language.policy.schema import RecordKind
from evalrules.language.values import Absent, Quantity, interval, show_quantity
from evalrules.meaning.derivation import Chosen, Derivation, Outcome, RowDerivation, Status
from evalrules.meaning.derive import derive
from evalrules.meaning.derive.amounts import as_points
from evalrules.meaning.derive.expressions import derive_expression
from evalrules.meaning.derive.rows import Rows, discretion_in
from evalrules.meaning.derive.world import Here, World
from evalrules.meaning.facts import Facts, facts_from_form
from evalrules.meaning.fault import Fault

_STATUS: dict[str, Status] = {
    "NOT_APPLICABLE": "not-applicable",
    "VOID": "void",
    "FAULT": "fault",
    "UNSCORED": "unscored",
}


@frozen
class Disagreement:
    """What an example expects and what the policy makes of it instead."""

    example: Example
    expected: ExpectedAward | None
    wanted: str
    derived: str
    derivation: Derivation


def disagreements(policy: CheckedPolicy) -> tuple[Disagreement, ...]:
    """Every expectation of the policy's examples that does not hold."""
    return tuple(each for example in policy.examples for each in check_example(policy, example))


def check_example(policy: CheckedPolicy, example: Example) -> tuple[Disagreement, ...]:
    """The expectations of `example` that do not hold."""
    facts = facts_of(policy, example)
    derivation = derive(policy, facts)
    world = World(policy, facts, Rows())
    paired = zip(example.rows, rows_of(example, derivation), strict=True)
    found = [_check_row(example, row, derived, world, derivation) for row, derived in paired if row.expected]
    found.append(_check_total(example, derivation, world))
    found.append(_check_grade(example, derivation))
    return tuple(each for each in found if each is not None)


def form_from_example(policy: CheckedPolicy, example: Example) -> Form:
    """The form that `example` describes; what it does not mention is empty."""
    header: dict[str, Cell] = {}
    records: dict[str, list[FormRow]] = {}
    kinds = {record.en: record.kind for record in policy.schema.records}
    for row in example.rows:
        at = len(records.get(row.record, ()))
        cells = {each.field: Cell(each.printed, f"{row.record}[{at}].{each.field}") for each in row.entries}
        if kinds[row.record] is RecordKind.HEADER:
            header |= cells
        else:
            records.setdefault(row.record, []).append(FormRow(cells, f"{row.record}[{at}]"))
    found = {name: tuple(rows) for name, rows in records.items()}
    return Form(example.title, policy.schema.name, header, found)


def rows_of(example: Example, derivation: Derivation) -> tuple[RowDerivation | None, ...]:
    """The derivation of each row of the example, in its order; None for a record that is not scored."""
    by_key = {(row.section, row.index): row for row in derivation.rows}
    counts: dict[str, int] = {}
    found = []
    for row in example.rows:
        at = counts.get(row.record, 0)
        counts[row.record] = at + 1
        found.append(by_key.get((row.record, at)))
    return tuple(found)


def _check_row(
    example: Example, row: ExampleRow, derived: RowDerivation | None, world: World, derivation: Derivation
) -> Disagreement | None:
    expected = row.expected
    assert expected is not None
    if derived is None:
        return Disagreement(example, expected, _wanted(expected, world), "—", derivation)
    if isinstance(expected.award, str):
        agrees = derived.status == _STATUS[expected.award]
    else:
        agrees = _award_of(derived) == _expected_outcome(expected, world)
    if agrees and expected.rule in (None, derived.rule):
        return None
    return Disagreement(example, expected, _wanted(expected, world), _derived(derived), derivation)


def _award_of(row: RowDerivation) -> Outcome:
    """What an example speaks of: the one number that counts, else what a person may enter."""
    if isinstance(row.awarded, Quantity | Fault):
        return row.awarded
    chosen = row.award
    return chosen.value if isinstance(chosen, Chosen) and discretion_in(chosen) else row.admitted


def _expected_outcome(expected: ExpectedAward, world: World) -> Outcome:
    assert not isinstance(expected.award, str)
    here = Here(world, None)
    if not isinstance(expected.award, Admission):
        return as_points(derive_expression(expected.award, here))
    low = as_points(derive_expression(expected.award.low.value, here))
    high = as_points(derive_expression(expected.award.high.value, here))
    if not isinstance(low, Quantity) or not isinstance(high, Quantity):
        return low
    ends = (expected.award.low.closed, expected.award.high.closed)
    amount = interval(low.amount, high.amount, *ends)  # type: ignore[arg-type]
    return low if amount is None else Quantity(amount, low.unit)


def _check_total(example: Example, derivation: Derivation, world: World) -> Disagreement | None:
    expected = example.total
    if expected is None or derivation.total is None or isinstance(expected.award, str):
        return None
    total = derivation.total
    derived = total.awarded if not isinstance(total.awarded, Absent) else total.admitted
    if derived == _expected_outcome(expected, world):
        return None
    return Disagreement(example, expected, _wanted(expected, world), show_outcome(derived), derivation)


def _check_grade(example: Example, derivation: Derivation) -> Disagreement | None:
    if example.grade is None:
        return None
    grades = derivation.grade.grades if derivation.grade else ()
    if grades == (example.grade,):
        return None
    return Disagreement(example, None, example.grade, "、".join(grades) or "—", derivation)


def _wanted(expected: ExpectedAward, world: World) -> str:
    if isinstance(expected.award, str):
        award: str = _STATUS[expected.award]
    else:
        award = show_outcome(_expected_outcome(expected, world))
    return f"{award} 依 {expected.rule}" if expected.rule else award


def _derived(row: RowDerivation) -> str:
    scored = row.status in ("computed", "judged", "undecided", "fault")
    shown = show_outcome(_award_of(row)) if scored else row.status
    return f"{shown} 依 {row.rule}" if row.rule else shown


def show_outcome(outcome: Outcome) -> str:
    """A number, a stretch of numbers, or what is wrong, in a few words."""
    match outcome:
        case Quantity():
            return show_quantity(outcome)
        case Fault():
            return outcome.message("zh")
        case _:
            return "—"


def facts_of(policy: CheckedPolicy, example: Example) -> Facts:
    """The facts of the form that `example` describes."""
    return facts_from_form(form_from_example(policy, example), policy.schema)
