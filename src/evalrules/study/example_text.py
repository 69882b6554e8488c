"""Writes a scored form as an example, ready to stand in a policy: the cells, and what came of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction

from evalrules.language.keywords import TOKEN_OF_WORD
from evalrules.language.policy.form import Cell, Form
from evalrules.language.policy.policy import CheckedPolicy
from evalrules.language.policy.schema import Field, Record, RecordKind
from evalrules.language.source import Source, Span
from evalrules.language.syntax import tree
from evalrules.language.syntax.print import Lang, print_document
from evalrules.language.values import Absent, Interval, Quantity, show_number
from evalrules.meaning.derivation import Derivation, Outcome, RowDerivation
from evalrules.meaning.examples import award_of

_NOWHERE = Span(Source("", ""), 0, 0)
_WORDS = {"not-applicable": "NOT_APPLICABLE", "void": "VOID", "fault": "FAULT", "unscored": "UNSCORED"}
_TAKEN = frozenset({"EXPECT", "ROW", "TOTAL", "GRADE", "REPORTS", "SILENT_ON", "FORM_FILE"})
"""Keywords that may stand where the name of a field may: there a field of that name goes by its other one."""


def example_text(
    policy: CheckedPolicy,
    title: str,
    form: Form,
    derivation: Derivation,
    lang: Lang,
    reported: tuple[tree.Reported, ...] = (),
) -> str:
    """`form` as an example of `policy` that says of each row, and of the total, what `derivation` makes of it."""
    rows = tuple(_rows(policy, form, derivation, lang))
    total = _total(derivation) if reported or _is_more_than_a_row(derivation) else None
    grade = _grade(derivation) if total is not None or reported else None
    shown = reported if total is not None or grade is not None else ()
    example = tree.ExampleDecl(title, "", rows, total, grade, shown, (), _NOWHERE)
    return print_document(tree.Document(_NOWHERE.source, (example,)), lang)


def report_of(check: str, *, due: bool) -> tree.Reported:
    """That a check is reported, or is not."""
    return tree.Reported(check, due, _NOWHERE)


def _rows(policy: CheckedPolicy, form: Form, derivation: Derivation, lang: Lang) -> Iterator[tree.ExampleRow]:
    derived = {(row.section, row.index): row for row in derivation.rows}
    for record in policy.schema.records:
        if record.kind is RecordKind.HEADER:
            found = [form.header] if form.header else []
        else:
            found = [row.cells for name in dict.fromkeys((record.zh, record.en)) for row in form.records.get(name, ())]
        for index, cells in enumerate(found):
            row = derived.get((record.en, index))
            entries = tuple(_entries(record, cells, lang))
            yield tree.ExampleRow(record.name(lang), entries, _expected(row) if row else None, (), _NOWHERE)


def _entries(record: Record, cells: Mapping[str, Cell], lang: Lang) -> Iterator[tree.Entry]:
    """The cells in the order of the form, without those that its schema does not know, or has twice."""
    by_field: dict[str, str] = {}
    for name, cell in cells.items():
        field = record.field_named(name)
        if field is not None:
            by_field.setdefault(field.en, cell.text)
    for field in record.fields:
        if field.en in by_field:
            yield tree.Entry(_name(field, lang), by_field[field.en], _NOWHERE)


def _name(field: Field, lang: Lang) -> str:
    names = (field.zh, field.en) if lang == "zh" else (field.en, field.zh)
    return next((name for name in names if TOKEN_OF_WORD.get(name) not in _TAKEN), names[0])


# ---- what came of it -----------------------------------------------------------------------------


def _expected(row: RowDerivation) -> tree.Expected | None:
    if row.status in _WORDS:
        return tree.Expected(_WORDS[row.status], row.rule if row.status == "fault" else None, _NOWHERE)  # type: ignore[arg-type]
    value = _value(award_of(row))
    return tree.Expected(value, row.rule, _NOWHERE) if value is not None else None


def _is_more_than_a_row(derivation: Derivation) -> bool:
    """Whether the form says something that its rows do not: several make the total, or it is stepped, or graded."""
    total = derivation.total
    stepped = total is not None and any(each.value != each.before for each in total.adjustments)
    return stepped or derivation.grade is not None or len(derivation.rows) > 1


def _total(derivation: Derivation) -> tree.Expected | None:
    total = derivation.total
    if total is None:
        return None
    value = _value(total.awarded if not isinstance(total.awarded, Absent) else total.admitted)
    return tree.Expected(value, None, _NOWHERE) if value is not None else None


def _grade(derivation: Derivation) -> str | None:
    grades = derivation.grade.grades if derivation.grade else ()
    return grades[0] if len(grades) == 1 else None


def _value(outcome: Outcome) -> tree.Expression | tree.Admitted | None:
    """A number or a stretch of numbers as an author writes it; None of what has no two ends."""
    amount = outcome.amount if isinstance(outcome, Quantity) else None
    match amount:
        case Fraction():
            return _number(amount)
        case Interval(low=Fraction() as low, high=Fraction() as high):
            ends = (
                tree.Bound(_number(low), amount.low_closed, _NOWHERE),
                tree.Bound(_number(high), amount.high_closed, _NOWHERE),
            )
            return tree.Admitted(*ends, (), _NOWHERE)
        case _:
            return None


def _number(number: Fraction) -> tree.Expression:
    """A decimal, or two numbers divided where it does not end."""
    shown = show_number(abs(number))
    if "/" in shown:
        upper, lower = (tree.Number(str(each), "", _NOWHERE) for each in (abs(number).numerator, number.denominator))
        found: tree.Expression = tree.Binary("÷", upper, lower, _NOWHERE)
    else:
        found = tree.Number(shown, "", _NOWHERE)
    return tree.Negative(found, _NOWHERE) if number < 0 else found
