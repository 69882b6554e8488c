"""Strategies for filled-in forms."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction

from hypothesis import strategies as st

from evalrules.language.policy.form import Cell, Form, FormRow
from evalrules.language.policy.policy import CheckedPolicy
from evalrules.language.policy.schema import Field, FieldType, Record, RecordKind, Role, Schema
from evalrules.language.values import show_number
from evalrules.study.vocabulary import Vocabulary, vocabulary_of
from evalrules.testing.cells import actuals_for, bounded, cells_of, decimals, points

_MOST_ROWS = 4
_Cells = Mapping[str, str]


def forms(schema: Schema) -> st.SearchStrategy[Form]:
    """Forms of `schema` in any state: rows in any number, cells missing, empty, readable or not."""
    return _forms(schema, _any_cells)


def exact_forms_for(policy: CheckedPolicy) -> st.SearchStrategy[Form]:
    """Forms on which every number is exact: points with two decimals, targets above 0, actuals in their unit.

    Among the actuals are those that meet a target exactly, lie on the edge of a usual band, or are on a tie
    of rounding. Texts are those that the policy looks for.
    """
    vocabulary = vocabulary_of(policy)
    return _forms(policy.schema, lambda record: exact_cells(record, vocabulary))


def forms_for(policy: CheckedPolicy) -> st.SearchStrategy[Form]:
    """Forms for `policy`: well filled in for the most part, with bounds, and with a few cells of any kind."""
    vocabulary = vocabulary_of(policy)
    return _forms(policy.schema, lambda record: _spoilt_cells(record, vocabulary))


# ---- the cells of one row ------------------------------------------------------------------------


def _any_cells(record: Record) -> st.SearchStrategy[_Cells]:
    return st.fixed_dictionaries({}, optional={field.en: cells_of(field.type) for field in record.fields})


@st.composite
def exact_cells(draw: st.DrawFn, record: Record, vocabulary: Vocabulary) -> _Cells:
    """The cells of one row, all numbers exact."""
    unit = draw(st.sampled_from(["", "%", "个"]))
    target = draw(st.sampled_from([Fraction(100), Fraction(36), Fraction(3)]) | decimals(1, 999, 2))
    words = {field.en: vocabulary.get((record.en, field.en), ()) for field in record.fields}
    return {field.en: draw(_exact(field, target, unit, words[field.en])) for field in record.fields}


def _exact(field: Field, target: Fraction, unit: str, words: Sequence[str]) -> st.SearchStrategy[str]:
    match field.type:
        case FieldType.TEXT:
            return st.sampled_from([*words, "", "文字"])
        case FieldType.TARGET:
            return st.just(show_number(target) + unit)
        case FieldType.MEASURED:
            return actuals_for(target).map(lambda actual: show_number(actual) + unit)
        case FieldType.MONEY:
            return decimals(1, 1000, 2).map(show_number)
        case FieldType.DATE:
            return st.dates().map(lambda day: day.isoformat())
        case FieldType.POINTS | FieldType.NUMBER:
            return points() if Role.MAXIMUM in field.roles else st.just("") | points()


@st.composite
def _spoilt_cells(draw: st.DrawFn, record: Record, vocabulary: Vocabulary) -> _Cells:
    """Exact cells, some of them replaced by a bound, by anything, or by nothing."""
    cells = dict(draw(exact_cells(record, vocabulary)))
    for field in draw(st.lists(st.sampled_from(record.fields), max_size=3)):
        bound = bounded(cells.get(field.en, "")) if field.type is FieldType.MEASURED else st.nothing()
        cells[field.en] = draw(bound | cells_of(field.type))
    for field in draw(st.lists(st.sampled_from(record.fields), max_size=1)):
        cells.pop(field.en, None)
    return cells


# ---- building ------------------------------------------------------------------------------------


@st.composite
def _forms(draw: st.DrawFn, schema: Schema, cells_for: Callable[[Record], st.SearchStrategy[_Cells]]) -> Form:
    header: _Cells = {}
    records: dict[str, list[_Cells]] = {}
    for record in schema.records:
        if record.kind is RecordKind.HEADER:
            header = draw(cells_for(record))
        else:
            records[record.en] = draw(_several(cells_for(record), record.kind))
    return form_from_cells(schema.name, header, records)


def _several(cells: st.SearchStrategy[_Cells], kind: RecordKind) -> st.SearchStrategy[list[_Cells]]:
    if kind is RecordKind.SINGLE:
        return st.lists(cells, max_size=1)
    return st.lists(cells, min_size=1, max_size=_MOST_ROWS) | st.lists(cells, max_size=_MOST_ROWS)


def form_from_cells(schema: str, header: _Cells, records: Mapping[str, Sequence[_Cells]]) -> Form:
    """A form with these cells, by English names; each cell has an address of its own (`indicators[3].actual`)."""
    rows = {
        name: tuple(_row(cells, f"{name}[{at}]") for at, cells in enumerate(those)) for name, those in records.items()
    }
    return Form("generated", schema, {name: Cell(text, name) for name, text in header.items()}, rows)


def _row(cells: _Cells, address: str) -> FormRow:
    return FormRow({name: Cell(text, f"{address}.{name}") for name, text in cells.items()}, address)
