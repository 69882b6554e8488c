"""Reads workbooks (.xlsx, .xlsm) with openpyxl: what each sheet shows. Macros are never looked at."""

from __future__ import annotations

import io
import re
import warnings
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

from openpyxl import load_workbook
from openpyxl.utils import range_boundaries

from evalrules.language.policy.form import FormProblem
from evalrules.readers.grid import MOST_CELLS, Contents, Grid, GridCell, column_letters, sheet, too_many_cells
from evalrules.readers.grids.number_format import exact, show_date, show_number
from evalrules.readers.grids.package import Seen, damaged, refuse_unsafe
from evalrules.readers.problems import FormProblemKind, excerpt

if TYPE_CHECKING:
    from openpyxl.cell import Cell, MergedCell
    from openpyxl.workbook import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

_KIND = "xlsx"
_SHEET_PART = re.compile(r"xl/worksheets/[^/]+\.xml", re.IGNORECASE)
_TRUTH = {True: "TRUE", False: "FALSE"}


class _Burden:
    """Counts what a workbook makes the library build, and stops where that is more than any form has."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.cells = 0
        self.formulas = False

    def watch(self, part: str) -> Seen | None:
        return self.seen if _SHEET_PART.fullmatch(part) else None

    def seen(self, tag: str, attributes: dict[str, str]) -> None:
        match tag:
            case "c" | "row":
                self.cells += 1
            case "f":
                self.formulas = True
            case "mergeCell":
                self.cells += _area(attributes.get("ref", ""))
            case _:
                return
        if self.cells > MOST_CELLS:
            raise too_many_cells(self.name)


def _area(reference: str) -> int:
    """The places that a merged cell covers. A reference that is none covers nothing here: openpyxl refuses it."""
    try:
        left, top, right, bottom = range_boundaries(reference)
    except (ValueError, TypeError):
        return 0
    if left is None or top is None or right is None or bottom is None:  # whole rows or columns
        return MOST_CELLS + 1
    return (right - left + 1) * (bottom - top + 1)


def contents_from_xlsx(data: bytes, name: str) -> Contents:
    """What the sheets of a workbook show. FormError where it is none, or beyond what a form can be."""
    burden = _Burden(name)
    refuse_unsafe(data, name, _KIND, burden.watch)
    shown = _opened(data, name, results=True)
    formulas = _formulas(_opened(data, name, results=False)) if burden.formulas else {}
    visible: list[Grid] = []
    hidden: list[Grid] = []
    for each in shown.worksheets:
        target = visible if each.sheet_state == "visible" else hidden
        target.append(sheet(each.title, _cells(each, formulas)))
    return Contents(tuple(visible), tuple(hidden))


def _opened(data: bytes, name: str, *, results: bool) -> Workbook:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of what it leaves out: pictures, validations, styles of its own
        try:
            return load_workbook(io.BytesIO(data), data_only=results, keep_links=False)
        except Exception:  # noqa: BLE001 - what a library raises at a broken file has no end
            raise damaged(name, _KIND) from None


def _formulas(workbook: Workbook) -> dict[tuple[str, str], str]:
    """The formulas, by sheet and cell."""
    return {
        (each.title, cell.coordinate): str(getattr(cell.value, "text", cell.value))
        for each in workbook.worksheets
        for _, cell in _filled(each)
        if cell.data_type == "f"
    }


def _cells(page: Worksheet, formulas: dict[tuple[str, str], str]) -> Iterator[GridCell]:
    areas = page.merged_cells.ranges
    spans = {(area.min_row, area.min_col): (area.size["rows"], area.size["columns"]) for area in areas}
    for (row, column), cell in _filled(page):
        formula = formulas.get((page.title, cell.coordinate), "")
        if cell.value is not None or formula:
            address = f"{page.title}!{column_letters(column - 1)}{row}"
            text, problem = _shown(cell, address, formula)
            yield GridCell(text, row - 1, column - 1, address, *spans.get((row, column), (1, 1)), problem=problem)


def _filled(page: Worksheet) -> list[tuple[tuple[int, int], Cell | MergedCell]]:
    """The cells that a sheet has, by row and column. Its public iterators make one for every place between them."""
    return sorted(page._cells.items(), key=lambda each: each[0])


def _shown(cell: Cell | MergedCell, address: str, formula: str) -> tuple[str, FormProblem | None]:
    """What the cell shows, and what is wrong with it."""
    value = cell.value
    match value:
        case None:
            return formula, FormProblemKind.FORMULA_WITHOUT_VALUE.at(address, formula)
        case bool():
            return _TRUTH[value], None
        case str() if cell.data_type == "e":
            return value, FormProblemKind.FORMULA_ERROR.at(address, value)
        case str():
            return value, None
        case int() | float():
            return _number(value, cell.number_format, address)
        case datetime() | date() | time():
            return show_date(value, cell.number_format), None
        case timedelta():
            return str(value), None
        case _:
            return str(value), None


def _number(value: float, code: str, address: str) -> tuple[str, FormProblem | None]:
    number = exact(value)
    shown = show_number(number, code)
    if shown is None:
        return str(number), FormProblemKind.DISPLAY_UNCLEAR.at(address, str(number), excerpt(code))
    return shown, None
