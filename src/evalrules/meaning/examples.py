"""The examples that a policy file holds: each is a small form and what the policy must make of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

from attrs import frozen

from evalrules.language.keywords import spelling
from evalrules.language.policy.definition import Admission, Entry, Example, ExampleRow, ExpectedAward, ExpectedReport
from evalrules.language.policy.form import Cell, Form, FormRow
from evalrules.language.policy.policy import CheckedPolicy
from evalrules.language.policy.schema import RecordKind
from evalrules.language.problems import Phrase
from evalrules.language.source import Span
from evalrules.language.values import Absent, Quantity, interval, show_quantity
from evalrules.meaning.derivation import Chosen, Derivation, Outcome, RowDerivation, Status
from evalrules.meaning.derive import derive, derive_in, population_of
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
    """What an example expects and what the policy makes of it instead, to be read after “should” and “by the rules”."""

    example: Example
    expected: ExpectedAward | ExpectedReport | None
    """None: the grade, or a row that the form does not have"""
    row: RowDerivation | None
    """the row of which it is expected; None: the form"""
    wanted: Phrase
    derived: Phrase
    span: Span
    value: Outcome | None = None
    """the number or the stretch of numbers that is expected, where one is"""


@frozen
class Trial:
    """An example, worked out: the form, why it has its score, and the expectations that do not hold."""

    example: Example
    form: Form
    derivation: Derivation
    disagreements: tuple[Disagreement, ...]


def disagreements(policy: CheckedPolicy) -> tuple[Disagreement, ...]:
    """Every expectation that does not hold, of the policy's examples whose rows stand in its text."""
    own = (each for each in policy.examples if not each.form_file)
    return tuple(found for each in own for found in check_example(policy, each))


def check_example(policy: CheckedPolicy, example: Example) -> tuple[Disagreement, ...]:
    """The expectations of `example`, whose rows stand in the text, that do not hold."""
    return try_example(policy, example, form_from_example(policy, example)).disagreements


def try_example(policy: CheckedPolicy, example: Example, form: Form) -> Trial:
    """`example` worked out over `form`: the one it describes, or the one in the file that it names."""
    facts = facts_from_form(form, policy.schema)
    derivation = _derivation_of(policy, example, facts)
    found = tuple(_compare(_Comparison(policy, example, facts, derivation)))
    return Trial(example, form, derivation, found)


def _derivation_of(policy: CheckedPolicy, example: Example, facts: Facts) -> Derivation:
    """The form of an example, alone or among the other forms that the example names."""
    if not example.others:
        return derive(policy, facts)
    others = (facts_from_form(_form_of(policy, each.title, each.rows), policy.schema) for each in example.others)
    return derive_in(population_of(policy, (facts, *others))[0])


@frozen
class _Comparison:
    """An example and what came of it."""

    policy: CheckedPolicy
    example: Example
    facts: Facts
    derivation: Derivation

    @property
    def world(self) -> World:
        return World(self.policy, self.facts, Rows())


def _compare(case: _Comparison) -> Iterator[Disagreement]:
    by_key = {(row.section, row.index): row for row in case.derivation.rows}
    for row, key in zip(case.example.rows, _keys(case.example, case.facts), strict=True):
        derived = by_key.get(key) if key else None
        if key is None:
            yield Disagreement(case.example, None, None, _SUCH_A_ROW, _NO_SUCH_ROW, row.span)
            continue
        if row.expected is not None:
            yield from _check_row(case, row.expected, derived)
        for report in row.reports:
            yield from _check_report(case, report, key, derived)
    yield from _check_total(case)
    yield from _check_grade(case)
    for report in case.example.reports:
        yield from _check_report(case, report, None, None)


_SUCH_A_ROW = Phrase("有这样的行", "has such a row")
_NO_SUCH_ROW = Phrase("表格里没有", "the form has none")

_Key: TypeAlias = "tuple[str, int] | None"


def _keys(example: Example, facts: Facts) -> tuple[_Key, ...]:
    """The rows of the form that the rows of `example` are, by record and number; None: the form has none such."""
    if example.form_file:
        return tuple(_row_like(row, facts) for row in example.rows)
    counts: dict[str, int] = {}
    found: list[_Key] = []
    for row in example.rows:
        at = counts.get(row.record, 0)
        counts[row.record] = at + 1
        found.append((row.record, at))
    return tuple(found)


def _row_like(row: ExampleRow, facts: Facts) -> _Key:
    """The first row of a form whose cells are printed as those of `row`."""
    wanted = {(entry.field, entry.printed.strip()) for entry in row.entries}
    for each in facts.rows.get(row.record, ()):
        if wanted <= {(name, (datum.printed or "").strip()) for name, datum in each.cells.items()}:
            return (row.record, each.index)
    return None


def form_from_example(policy: CheckedPolicy, example: Example) -> Form:
    """The form that `example` describes; what it does not mention is empty."""
    return _form_of(policy, example.title, tuple((row.record, row.entries) for row in example.rows))


def _form_of(policy: CheckedPolicy, title: str, rows: tuple[tuple[str, tuple[Entry, ...]], ...]) -> Form:
    header: dict[str, Cell] = {}
    records: dict[str, list[FormRow]] = {}
    kinds = {record.en: record.kind for record in policy.schema.records}
    for record, entries in rows:
        at = len(records.get(record, ()))
        cells = {each.field: Cell(each.printed, f"{record}[{at}].{each.field}") for each in entries}
        if kinds[record] is RecordKind.HEADER:
            header |= cells
        else:
            records.setdefault(record, []).append(FormRow(cells, f"{record}[{at}]"))
    found = {name: tuple(rows) for name, rows in records.items()}
    return Form(title, policy.schema.name, header, found)


def _check_row(case: _Comparison, expected: ExpectedAward, derived: RowDerivation | None) -> Iterator[Disagreement]:
    wanted = _wanted(expected, case.world)
    value = None if isinstance(expected.award, str) else _expected_outcome(expected, case.world)
    if derived is None:
        yield Disagreement(case.example, expected, None, wanted, _UNSCORED, expected.span)
        return
    if isinstance(expected.award, str):
        agrees = derived.status == _STATUS[expected.award]
    else:
        agrees = award_of(derived) == value
    if not agrees or expected.rule not in (None, derived.rule):
        yield Disagreement(case.example, expected, derived, wanted, _derived(derived), expected.span, value)


_UNSCORED = Phrase("不计分", "it is not scored")


def _check_report(
    case: _Comparison, expected: ExpectedReport, key: _Key, row: RowDerivation | None
) -> Iterator[Disagreement]:
    """A check of the form is about the form, wherever it is named."""
    found = [each for each in case.derivation.checks if each.name == expected.check]
    made = [each.due for each in found if each.row is None or key is None or each.row == key]
    due = True if True in made else None if None in made else False
    if due is not expected.due:
        wanted = _DUE[expected.due].filled(expected.check)
        yield Disagreement(case.example, expected, row, wanted, _DERIVED_DUE[due], expected.span)


@frozen
class _Template:
    """A phrase with a place for a name."""

    zh: str
    en: str

    def filled(self, name: str) -> Phrase:
        return Phrase(self.zh.format(name), self.en.format(name))


_DUE = {
    True: _Template("报“{0}”", "expects check `{0}` to be reported"),
    False: _Template("不报“{0}”", "expects check `{0}` not to be reported"),
}
_DERIVED_DUE = {
    True: Phrase("报", "it is"),
    False: Phrase("不报", "it is not"),
    None: Phrase("不能判断", "it cannot be decided"),
}


def award_of(row: RowDerivation) -> Outcome:
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


def _check_total(case: _Comparison) -> Iterator[Disagreement]:
    expected, total = case.example.total, case.derivation.total
    if expected is None or total is None or isinstance(expected.award, str):
        return
    derived = total.awarded if not isinstance(total.awarded, Absent) else total.admitted
    value = _expected_outcome(expected, case.world)
    if derived != value:
        wanted = _wanted(expected, case.world)
        yield Disagreement(case.example, expected, None, wanted, _got(_shown(derived)), expected.span, value)


def _check_grade(case: _Comparison) -> Iterator[Disagreement]:
    wanted, graded = case.example.grade, case.derivation.grade
    grades = graded.grades if graded else ()
    if wanted is not None and grades != (wanted,):
        derived = "、".join(grades) or "—"
        phrases = Phrase(f"为“{wanted}”", f"expects grade `{wanted}`"), Phrase(f"为“{derived}”", f"it is `{derived}`")
        yield Disagreement(case.example, None, None, *phrases, case.example.span)


def _wanted(expected: ExpectedAward, world: World) -> Phrase:
    if isinstance(expected.award, str):
        award = Phrase(spelling(expected.award, "zh"), spelling(expected.award, "en"))
    else:
        award = _shown(_expected_outcome(expected, world))
    said = _under(award, expected.rule)
    return Phrase(f"得 {said.zh}", f"expects {said.en}")


def _derived(row: RowDerivation) -> Phrase:
    scored = row.status in ("computed", "judged", "undecided", "fault")
    shown = _shown(award_of(row)) if scored else _OF_STATUS[row.status]
    return _got(_under(shown, row.rule))


_OF_STATUS = {status: Phrase(spelling(token, "zh"), spelling(token, "en")) for token, status in _STATUS.items()}


def _under(award: Phrase, rule: str | None) -> Phrase:
    return Phrase(f"{award.zh} 依 {rule}", f"{award.en} under {rule}") if rule else award


def _got(shown: Phrase) -> Phrase:
    return Phrase(f"得 {shown.zh}", f"it is {shown.en}")


def _shown(outcome: Outcome) -> Phrase:
    """A number, a stretch of numbers, or what is wrong, in a few words."""
    match outcome:
        case Quantity():
            return Phrase(show_quantity(outcome), show_quantity(outcome))
        case Fault():
            return Phrase(outcome.message("zh"), outcome.message("en"))
        case _:
            return Phrase("—", "—")
