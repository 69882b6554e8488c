"""Strategies for filled-in forms."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from fractions import Fraction

from hypothesis import strategies as st

from evalrules.language.policy.definition import Tier
from evalrules.language.policy.form import Cell, Form, FormRow
from evalrules.language.policy.policy import CheckedPolicy
from evalrules.language.policy.schema import Field, FieldType, Record, RecordKind, Role, Schema
from evalrules.language.source import Span
from evalrules.language.values import Text, show_number
from evalrules.testing.cells import actuals_for, cells_of, decimals, points

_MOST_ROWS = 4


# ---- forms of any kind ---------------------------------------------------------------------------


def forms(schema: Schema, words: Sequence[str] = ()) -> st.SearchStrategy[Form]:
    """Forms of `schema`: rows in any number, cells that may be missing, empty, readable or not.

    Fields of text hold one of `words` as often as not.
    """
    return _forms(schema, lambda record: _any_cells(record, words))


def forms_for(policy: CheckedPolicy) -> st.SearchStrategy[Form]:
    """Forms for `policy`; their texts are often those that it asks for."""
    return forms(policy.schema, words_in(policy))


def words_in(policy: CheckedPolicy) -> tuple[str, ...]:
    """The texts with which a policy compares cells, and the names of its tiers."""
    parts = (policy.classifications, policy.withdrawals, policy.exemptions, policy.rules, policy.each_row)
    found = dict.fromkeys((*_texts_in((*parts, policy.definitions, policy.total, policy.checks)),))
    return tuple(sorted(found))


def _texts_in(node: object) -> Iterator[str]:
    """The texts of constants and the names of tiers inside `node`, whatever it is."""
    if isinstance(node, tuple):
        for each in node:
            yield from _texts_in(each)
    elif isinstance(node, Text):
        yield node.text
    elif not isinstance(node, Span):
        yield from (node.name, *node.also) if isinstance(node, Tier) else ()
        for attribute in getattr(type(node), "__attrs_attrs__", ()):
            yield from _texts_in(getattr(node, attribute.name))


_Cells = Mapping[str, str]


def _any_cells(record: Record, words: Sequence[str]) -> st.SearchStrategy[_Cells]:
    optional = {field.en: _cells_of(field, words) for field in record.fields}
    return st.fixed_dictionaries({}, optional=optional)


def _cells_of(field: Field, words: Sequence[str]) -> st.SearchStrategy[str]:
    if field.type is FieldType.TEXT and words:
        return st.sampled_from(words) | cells_of(field.type)
    return cells_of(field.type)


# ---- forms without doubts ------------------------------------------------------------------------


def exact_forms_for(policy: CheckedPolicy) -> st.SearchStrategy[Form]:
    """Forms on which every number is exact: points with two decimals, targets above 0, actuals in their unit.

    Among the actuals are those that meet a target exactly, lie on the edge of a usual band, or are on a tie
    of rounding.
    """
    words = words_in(policy) or ("",)
    return _forms(policy.schema, lambda record: exact_cells(record, words))


@st.composite
def exact_cells(draw: st.DrawFn, record: Record, words: Sequence[str]) -> _Cells:
    """The cells of one row, all numbers exact."""
    unit = draw(st.sampled_from(["", "%", "个"]))
    target = draw(st.sampled_from([Fraction(100), Fraction(36), Fraction(3)]) | decimals(1, 999, 2))
    return {field.en: draw(_exact(field, target, unit, words)) for field in record.fields}


def _exact(field: Field, target: Fraction, unit: str, words: Sequence[str]) -> st.SearchStrategy[str]:
    match field.type:
        case FieldType.TEXT:
            return st.sampled_from(words) | st.just("")
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


# ---- building ------------------------------------------------------------------------------------


@st.composite
def _forms(draw: st.DrawFn, schema: Schema, cells_for: Callable[[Record], st.SearchStrategy[_Cells]]) -> Form:
    header: _Cells = {}
    records: dict[str, list[_Cells]] = {}
    for record in schema.records:
        if record.kind is RecordKind.HEADER:
            header = draw(cells_for(record))
        else:
            most = _MOST_ROWS if record.kind is RecordKind.LIST else 1
            records[record.en] = draw(st.lists(cells_for(record), max_size=most))
    return form_from_cells(schema.name, header, records)


def form_from_cells(schema: str, header: _Cells, records: Mapping[str, Sequence[_Cells]]) -> Form:
    """A form with these cells, by English names; each cell has an address of its own (`indicators[3].actual`)."""
    rows = {name: tuple(_row(cells, f"{name}[{at}]") for at, cells in enumerate(those)) for name, those in records.items()}
    return Form("generated", schema, {name: Cell(text, name) for name, text in header.items()}, rows)


def _row(cells: _Cells, address: str) -> FormRow:
    return FormRow({name: Cell(text, f"{address}.{name}") for name, text in cells.items()}, address)
