"""Changes to a form: other cells, other rows, another order."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from attrs import evolve, frozen

from evalrules.language.policy.form import Cell, Form, FormRow
from evalrules.language.policy.schema import Field, Record, RecordKind, Schema


@frozen
class Spot:
    """A place for a cell on a form: its row (None: the header), its field, the name it goes by there, if any."""

    record: str
    index: int | None
    field: Field
    name: str
    address: str


Rewrite = Callable[[Spot], str | None]
"""What to print at a place instead of what is there; None leaves it as it is."""


def spots_on(form: Form, schema: Schema) -> Iterator[Spot]:
    """Every place on `form` where a cell is or may be, row by row."""
    for record in schema.records:
        if record.kind is RecordKind.HEADER:
            yield from _spots(record, None, FormRow(form.header, ""))
            continue
        for name in dict.fromkeys((record.zh, record.en)):
            for index, row in enumerate(form.records.get(name, ())):
                yield from (evolve(spot, record=name) for spot in _spots(record, index, row))


def _spots(record: Record, index: int | None, row: FormRow) -> Iterator[Spot]:
    # Of two cells for one field the first counts.
    names = {field.en: name for name in reversed(list(row.cells)) if (field := record.field_named(name))}
    for field in record.fields:
        name = names.get(field.en, field.en)
        cell = row.cells.get(name)
        yield Spot(record.en, index, field, name, cell.address if cell else f"{row.address}.{field.en}")


def rewritten(form: Form, schema: Schema, rewrite: Rewrite) -> Form:
    """`form` with the cells that `rewrite` prints anew; cells that were missing are added."""
    header = dict(form.header)
    records = {name: [dict(row.cells) for row in rows] for name, rows in form.records.items()}
    for spot in spots_on(form, schema):
        text = rewrite(spot)
        if text is not None:
            cells = header if spot.index is None else records[spot.record][spot.index]
            cells[spot.name] = Cell(text, spot.address)
    rows = {
        name: tuple(evolve(row, cells=cells) for row, cells in zip(form.records[name], those, strict=True))
        for name, those in records.items()
    }
    return evolve(form, header=header, records=rows)


def reordered(form: Form, order: Sequence[int]) -> Form:
    """`form` with the rows of each part in another order: `order` ranks them."""

    def ranked(rows: tuple[FormRow, ...]) -> tuple[FormRow, ...]:
        keys = [(order[at % len(order)] if order else 0, at) for at in range(len(rows))]
        return tuple(rows[at] for _, at in sorted(keys))

    return evolve(form, records={name: ranked(rows) for name, rows in form.records.items()})
