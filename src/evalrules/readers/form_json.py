"""Writes a form that was read from a document as the JSON that `form` reads: its cells, and their origin."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import TypeAlias

from evalrules.language.policy.form import Cell, FormProblem, FormRow
from evalrules.readers.document import item_address, name_address
from evalrules.readers.reading import ReadForm, Reading

Json: TypeAlias = "str | list[Json] | dict[str, Json]"

_SINGLE = frozenset({"total", "data"})
"""the records that stand once"""


def json_from_reading(reading: Reading) -> str:
    """The forms of a document: the form itself if there is one, else a list of them."""
    forms = [_form(each, reading) for each in reading.forms]
    value: Json = forms[0] if len(forms) == 1 else [*forms]
    return json.dumps(value, ensure_ascii=False, indent=2)


def _form(read: ReadForm, reading: Reading) -> dict[str, Json]:
    form = read.form
    said: dict[str, Json] = {"schema": form.schema} if form.schema else {}
    said |= _cells(form.header)
    for record, rows in form.records.items():
        written: list[Json] = [_cells(row.cells) for row in rows]
        said[record] = written[0] if record in _SINGLE and len(written) == 1 else written
    origin: dict[str, Json] = {"file": reading.name, "addresses": dict(_addresses(read))}
    origin["unread"] = [_problem(each) for each in (*form.problems, *reading.problems)]
    origin["parts"] = [_cells(row.cells) for row in read.parts]
    origin["aside"] = [{"address": each.address, "kind": each.what.zh, "text": each.text} for each in read.aside]
    return said | {"origin": {name: part for name, part in origin.items() if part}}


def _cells(cells: Mapping[str, Cell]) -> dict[str, Json]:
    return {name: cell.text for name, cell in cells.items() if cell.text}


def _addresses(read: ReadForm) -> Iterator[tuple[str, Json]]:
    """Where each cell stands, by its place in the JSON."""
    yield from _places(read.form.header, "")
    for record, rows in read.form.records.items():
        for at, row in enumerate(rows):
            path = record if record in _SINGLE and len(rows) == 1 else item_address(record, at)
            yield from _row_places(row, path)


def _row_places(row: FormRow, path: str) -> Iterator[tuple[str, Json]]:
    yield path, row.address
    yield from _places(row.cells, path)


def _places(cells: Mapping[str, Cell], path: str) -> Iterator[tuple[str, Json]]:
    own = ((name_address(path, name), cell) for name, cell in cells.items() if cell.text)
    yield from ((place, cell.address) for place, cell in own if cell.address != place)


def _problem(problem: FormProblem) -> Json:
    return {"address": problem.address, "text": problem.found, "reason": problem.zh, "reason_en": problem.en}
