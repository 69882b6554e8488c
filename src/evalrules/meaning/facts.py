"""A form read by its schema: every cell a typed value, or the reason why it is none."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from types import MappingProxyType

from attrs import frozen

from evalrules.language.node import Node
from evalrules.language.policy.form import Cell, Form, FormProblem, FormRow
from evalrules.language.policy.schema import Field, FieldType, Record, RecordKind, Role, Schema
from evalrules.language.problems.nearest import nearest
from evalrules.language.values import (
    PURE,
    UNSTATED,
    WAN_YUAN,
    Absent,
    Day,
    Dimension,
    IndicatorValue,
    Kind,
    Quantity,
    Reason,
    Text,
    Unread,
    measure,
    multiply,
    parse_value,
    threshold,
)
from evalrules.meaning.derivation import CellReading, Value


@frozen(eq=False, repr=False)
class Datum(Node):
    """A cell, read: its value, and how it reads."""

    printed: str | None
    address: str
    value: Value
    kind: CellReading


@frozen(eq=False, repr=False)
class FactRow(Node):
    """A row, its cells by their English field names."""

    record: Record
    index: int
    label: str
    """what the form calls the row"""
    cells: Mapping[str, Datum]
    address: str

    @property
    def key(self) -> tuple[str, int]:
        """Where the row stands: its record's English name and its number."""
        return (self.record.en, self.index)

    def datum(self, field: Field) -> Datum:
        """What the row has for `field`; a form without the cell has an absent value."""
        found = self.cells.get(field.en)
        return found if found is not None else Datum(None, f"{self.address}.{field.en}", Absent(""), "absent")


@frozen(eq=False, repr=False)
class Facts(Node):
    """All that a form says, in the terms of its schema."""

    name: str
    rows: Mapping[str, tuple[FactRow, ...]]
    """rows by the English name of their record; a record that stands once has one row or none"""
    problems: tuple[FormProblem, ...]


def facts_from_form(form: Form, schema: Schema) -> Facts:
    """Read `form` by `schema`. What the schema does not know is a problem, and is left out."""
    problems = list(form.problems)
    rows: dict[str, tuple[FactRow, ...]] = {}
    for record in schema.records:
        found = _rows_of(form, record)
        if record.kind is not RecordKind.LIST and len(found) > 1:
            problems.append(_several_rows(record, found))
            found = ()
        rows[record.en] = tuple(_read_row(row, record, index, problems) for index, row in enumerate(found))
    problems.extend(_unknown_records(form, schema))
    return Facts(form.name, MappingProxyType(rows), tuple(problems))


def _rows_of(form: Form, record: Record) -> tuple[FormRow, ...]:
    if record.kind is RecordKind.HEADER:
        return (FormRow(form.header, ""),)
    return form.records.get(record.zh, ()) + form.records.get(record.en, ())


def _read_row(row: FormRow, record: Record, index: int, problems: list[FormProblem]) -> FactRow:
    cells: dict[str, Datum] = {}
    for name, cell in row.cells.items():
        field = record.field_named(name)
        if field is None:
            problems.append(_unknown_field(name, cell, record))
        elif field.en in cells:
            problems.append(_field_twice(field, cell, cells[field.en]))
            cells[field.en] = Datum(cell.text, cell.address, Unread(cell.text, Reason.NOT_A_CELL), "unread")
        else:
            cells[field.en] = read_cell(cell, field)
    return FactRow(record, index, _label(record, index, cells), MappingProxyType(cells), row.address)


def _label(record: Record, index: int, cells: Mapping[str, Datum]) -> str:
    """What the form calls the row: its label cell, else its number."""
    field = record.field_for(Role.LABEL)
    datum = cells.get(field.en) if field else None
    return datum.value.text if datum and isinstance(datum.value, Text) else f"{record.zh} {index + 1}"


def read_cell(cell: Cell, field: Field) -> Datum:
    """The value that `cell` has for `field`."""
    if cell.problem is not None:
        return Datum(cell.text, cell.address, Unread(cell.text, Reason.NOT_A_CELL), "unread")
    if field.type is FieldType.TEXT:
        return _read_text(cell)
    indicator = parse_value(cell.text)
    value = _value_of(cell.text, indicator, field)
    return Datum(cell.text, cell.address, value, _reading_of(value, indicator))


def _read_text(cell: Cell) -> Datum:
    """A text, as it stands. A dash says that there is none."""
    text = cell.text.strip()
    if not text.strip("-—–―－/／"):
        return Datum(cell.text, cell.address, Absent(""), "absent")
    return Datum(cell.text, cell.address, Text(text), "text")


_COMPARED: Mapping[str, CellReading] = MappingProxyType(
    {"<": "strict-ceiling", "≤": "ceiling", ">": "strict-floor", "≥": "floor", "=": "exact", "": "number"}
)


def _reading_of(value: Value, indicator: IndicatorValue) -> CellReading:
    """How a cell reads. A range reads as one even where no single number can be taken from it."""
    if indicator.kind is Kind.range and not isinstance(value, Text):
        return "range"
    match value:
        case Text():
            return "text"
        case Quantity():
            return _COMPARED[indicator.comparator]
        case Day():
            return "date"
        case Absent():
            return "absent"
        case _:
            return "unread"


def _value_of(text: str, indicator: IndicatorValue, field: Field) -> Value:
    if (indicator.kind is Kind.absent and field.type is not FieldType.TEXT) or not text.strip():
        return Absent(text.strip())
    match field.type:
        case FieldType.TEXT:
            return Text(text.strip())
        case FieldType.DATE:
            return indicator.day or Unread(text, indicator.reason or Reason.NOT_A_DATE)
        case FieldType.POINTS | FieldType.NUMBER:
            return _plain_number(text, indicator)
        case FieldType.MONEY:
            return _money(text, indicator, field)
        case FieldType.TARGET:
            return _indicator(text, indicator, threshold(indicator))
        case FieldType.MEASURED:
            return _indicator(text, indicator, measure(indicator))


def _plain_number(text: str, indicator: IndicatorValue) -> Value:
    quantity = measure(indicator)
    if quantity is None or indicator.comparator or indicator.unit not in ("", "分"):
        return Unread(text, indicator.reason or Reason.NOT_A_PLAIN_NUMBER)
    if not isinstance(quantity.amount, Fraction):
        return Unread(text, Reason.NOT_A_PLAIN_NUMBER)
    return Quantity(quantity.amount, PURE)


def _money(text: str, indicator: IndicatorValue, field: Field) -> Value:
    quantity = measure(indicator)
    if quantity is None or indicator.comparator:
        return Unread(text, indicator.reason or Reason.NOT_A_PLAIN_NUMBER)
    if quantity.unit.dimension is Dimension.MONEY:
        return quantity
    unit = field.unit or WAN_YUAN
    if quantity.unit != UNSTATED:
        return Unread(text, Reason.NOT_MONEY)
    return Quantity(multiply(quantity.amount, unit.scale), unit)


def _indicator(text: str, indicator: IndicatorValue, quantity: Quantity | None) -> Value:
    if quantity is not None:
        return quantity
    if indicator.day is not None:
        return indicator.day
    if indicator.kind is Kind.text:
        return Text(text.strip())
    return Unread(text, indicator.reason or Reason.NO_SINGLE_NUMBER)


# ---- what the schema does not know ---------------------------------------------------------------


def _unknown_field(name: str, cell: Cell, record: Record) -> FormProblem:
    names = [each for field in record.fields for each in (field.zh, field.en, *field.also)]
    meant = nearest(name, names)
    return FormProblem(
        "unknown-field",
        cell.address,
        name,
        f"“{record.zh}”没有“{name}”这个字段",
        f"`{record.en}` has no field `{name}`",
        f"是否想写“{meant}”？" if meant else f"“{record.zh}”的字段有：{'、'.join(f.zh for f in record.fields)}",
        f"did you mean `{meant}`?" if meant else f"its fields are {', '.join(f.en for f in record.fields)}",
    )


def _field_twice(field: Field, cell: Cell, first: Datum) -> FormProblem:
    return FormProblem(
        "field-twice",
        cell.address,
        cell.text,
        f"“{field.zh}”填了两次，另一处在 {first.address}",
        f"`{field.en}` is given twice, first at {first.address}",
        "删去其中一处；在此之前这一格不作数",
        "remove one; until then neither counts",
    )


def _several_rows(record: Record, rows: tuple[FormRow, ...]) -> FormProblem:
    return FormProblem(
        "several-rows",
        rows[1].address,
        "",
        f"“{record.zh}”只有一行，这里有 {len(rows)} 行",
        f"`{record.en}` is a single row, and there are {len(rows)}",
        "只留一行；在此之前都不作数",
        "keep one; until then none counts",
    )


def _header_apart(record: Record, name: str, rows: tuple[FormRow, ...]) -> FormProblem:
    return FormProblem(
        "header-apart",
        rows[0].address if rows else name,
        name,
        f"“{record.zh}”的各项不另成一组，这一组没有读入",
        f"the fields of `{record.en}` make no part of their own, and this one is not read",
        "把其中各项直接写在最外层",
        "write them at the top, beside the other parts",
    )


def _unknown_records(form: Form, schema: Schema) -> list[FormProblem]:
    known = [name for record in schema.records for name in (record.zh, record.en)]
    problems = []
    for name, rows in form.records.items():
        record = schema.record_named(name)
        if record is not None and record.kind is RecordKind.HEADER:
            problems.append(_header_apart(record, name, rows))
        elif record is None:
            meant = nearest(name, known)
            problems.append(
                FormProblem(
                    "unknown-record",
                    rows[0].address if rows else name,
                    name,
                    f"表式 {schema.name} 没有“{name}”这一部分",
                    f"form `{schema.name}` has no part `{name}`",
                    f"是否想写“{meant}”？" if meant else f"它的各部分是：{'、'.join(known)}",
                    f"did you mean `{meant}`?" if meant else f"its parts are {', '.join(known)}",
                )
            )
    return problems
