"""Reads workbooks of the old format (.xls) with xlrd: what each sheet shows. Macros are never looked at."""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import datetime

import xlrd
from xlrd.book import Book
from xlrd.sheet import Cell, Sheet

from evalrules.language.policy.form import FormProblem
from evalrules.readers.grid import MOST_CELLS, Contents, Grid, GridCell, column_letters, sheet, too_many_cells
from evalrules.readers.grids.number_format import exact, show_date, show_number
from evalrules.readers.grids.package import damaged
from evalrules.readers.problems import FormError, FormProblemKind, excerpt

_KIND = "xls"
_NOTHING = (xlrd.XL_CELL_EMPTY, xlrd.XL_CELL_BLANK)


def contents_from_xls(data: bytes, name: str) -> Contents:
    """What the sheets of a workbook show. FormError where it is none, or beyond what a form can be."""
    try:
        book = xlrd.open_workbook(
            file_contents=data, formatting_info=True, ragged_rows=True, logfile=io.StringIO(), on_demand=False
        )
    except Exception as error:  # noqa: BLE001 - what a library raises at a broken file has no end
        if "encrypted" in str(error):
            raise FormError((FormProblemKind.ENCRYPTED_FILE.at(name),)) from None
        raise damaged(name, _KIND) from None
    sheets = tuple(book.sheets())
    if sum(each.row_len(row) for each in sheets for row in range(each.nrows)) > MOST_CELLS:
        raise too_many_cells(name)
    visible = tuple(_grid(each, book) for each in sheets if not each.visibility)
    return Contents(visible, tuple(_grid(each, book) for each in sheets if each.visibility))


def _grid(page: Sheet, book: Book) -> Grid:
    return sheet(page.name, _cells(page, book))


def _cells(page: Sheet, book: Book) -> Iterator[GridCell]:
    spans = {(top, left): (bottom - top, right - left) for top, bottom, left, right in page.merged_cells}
    for row in range(page.nrows):
        for column, cell in enumerate(page.row(row)):
            if cell.ctype not in _NOTHING:
                address = f"{page.name}!{column_letters(column)}{row + 1}"
                text, problem = _shown(cell, book, address)
                span = spans.get((row, column), (1, 1))
                yield GridCell(text, row, column, address, *span, problem=problem)


def _shown(cell: Cell, book: Book, address: str) -> tuple[str, FormProblem | None]:
    """What the cell shows, and what is wrong with it."""
    value = cell.value
    match cell.ctype:
        case xlrd.XL_CELL_NUMBER:
            code = _format(cell, book)
            number = exact(float(value))
            shown = show_number(number, code)
            if shown is not None:
                return shown, None
            return str(number), FormProblemKind.DISPLAY_UNCLEAR.at(address, str(number), excerpt(code))
        case xlrd.XL_CELL_DATE:
            return _date(float(value), cell, book), None
        case xlrd.XL_CELL_BOOLEAN:
            return ("TRUE" if value else "FALSE"), None
        case xlrd.XL_CELL_ERROR:
            shown = xlrd.error_text_from_code.get(int(value), "#")
            return shown, FormProblemKind.FORMULA_ERROR.at(address, shown)
        case _:
            return str(value), None


def _date(value: float, cell: Cell, book: Book) -> str:
    try:
        year, month, day, hour, minute, second = xlrd.xldate_as_tuple(value, book.datemode)
        return show_date(datetime(year, month, day, hour, minute, second), _format(cell, book))
    except (xlrd.XLDateError, ValueError):  # a time of day, or a day before there were any
        return str(exact(value))


def _format(cell: Cell, book: Book) -> str:
    """The number format of a cell; the general one where the workbook does not say."""
    found = book.xf_list[cell.xf_index] if cell.xf_index is not None else None
    chosen = book.format_map.get(found.format_key) if found is not None else None
    return str(chosen.format_str) if chosen is not None else "General"
