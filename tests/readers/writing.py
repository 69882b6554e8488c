"""Writes what is printed into the files that offices keep: one small writer a format."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable
from html import escape

import docx
import openpyxl
import xlwt
from openpyxl.cell import Cell
from openpyxl.worksheet.worksheet import Worksheet

from tests.readers.printing import Print, Printed

_NUMBER = re.compile(r"-?\d+(\.\d+)?")


FORMATS = ("xlsx", "xlsx typed", "xls", "docx", "html", "html sloppy")
"""the formats that keep merged cells"""

PLAIN_FORMATS = ("csv", "tsv", "csv gb18030", "txt")
"""those that do not"""

ENDING = {"xlsx typed": "xlsx", "html sloppy": "html", "tsv": "csv", "csv gb18030": "csv"}


def read_as(format: str) -> str:
    """The name by which the reader knows a format."""
    return ENDING.get(format, format)


def _all(print_: Print) -> list[Printed]:
    """The cells, paragraphs as rows of their own above and below."""
    above = len(print_.before)
    rows = [Printed(each, at, 0, 1, print_.width) for at, each in enumerate(print_.before)]
    rows += [Printed(each.text, each.row + above, each.column, each.height, each.width) for each in print_.cells]
    below = above + print_.height
    return rows + [Printed(each, below + at, 0, 1, print_.width) for at, each in enumerate(print_.after)]


def xlsx(print_: Print) -> bytes:
    """A workbook in which every cell is text."""
    return _workbook(print_, _set_text)


def xlsx_typed(print_: Print) -> bytes:
    """A workbook in which numbers are numbers, percentages in a format of their own."""
    return _workbook(print_, _set_typed)


def _set_text(cell: Cell, text: str) -> None:
    cell.value = text
    if cell.data_type == "f":  # a text that begins with =, and no formula
        cell.data_type = "s"


def _set_typed(cell: Cell, text: str) -> None:
    number = text.removesuffix("%")
    if not _NUMBER.fullmatch(number) or number != f"{float(number):g}" or number.startswith("20"):
        _set_text(cell, text)
    elif text.endswith("%"):
        cell.value = float(number) / 100
        cell.number_format = "0%" if "." not in number else "0." + "0" * len(number.partition(".")[2]) + "%"
    else:
        cell.value = float(number) if "." in number else int(number)


def _workbook(print_: Print, put: Callable[[Cell, str], None]) -> bytes:
    book = openpyxl.Workbook()
    page = book.active
    assert isinstance(page, Worksheet)
    for each in _all(print_):
        if each.text:
            cell = page.cell(each.row + 1, each.column + 1)
            assert isinstance(cell, Cell)
            put(cell, each.text)
        if each.height > 1 or each.width > 1:
            page.merge_cells(None, each.row + 1, each.column + 1, each.row + each.height, each.column + each.width)
    data = io.BytesIO()
    book.save(data)
    return data.getvalue()


def xls(print_: Print) -> bytes:
    """A workbook of the old format."""
    book = xlwt.Workbook(encoding="utf-8")
    page = book.add_sheet("Sheet1")
    for each in _all(print_):
        if each.height > 1 or each.width > 1:
            bottom, right = each.row + each.height - 1, each.column + each.width - 1
            page.write_merge(each.row, bottom, each.column, right, each.text)
        else:
            page.write(each.row, each.column, each.text)
    data = io.BytesIO()
    book.save(data)
    return data.getvalue()


def docx_file(print_: Print) -> bytes:
    """A document with one table."""
    document = docx.Document()
    for paragraph in print_.before:
        document.add_paragraph(paragraph)
    table = document.add_table(print_.height, print_.width)
    for each in print_.cells:
        cell = table.cell(each.row, each.column)
        if each.height > 1 or each.width > 1:
            cell = cell.merge(table.cell(each.row + each.height - 1, each.column + each.width - 1))
        cell.text = each.text
    for paragraph in print_.after:
        document.add_paragraph(paragraph)
    data = io.BytesIO()
    document.save(data)
    return data.getvalue()


def html(print_: Print) -> bytes:
    """A page as a program writes it."""
    return _page(print_, ("</td>", "</tr>", "</p>"))


def html_sloppy(print_: Print) -> bytes:
    """A page that leaves out the end tags, as browsers allow, and declares the encoding of old systems."""
    page = _page(print_, ("", "", "")).decode("utf-8")
    return ('<meta charset="gb2312"><script>if (1 < 2) {"<table><tr><td>"}</script>' + page).encode("gb18030")


def _page(print_: Print, ends: tuple[str, str, str]) -> bytes:
    cell_end, row_end, paragraph_end = ends
    lines = [f"<p>{escape(each)}{paragraph_end}" for each in print_.before]
    lines.append('<table border="1">')
    at = {(each.row, each.column): each for each in print_.cells}
    covered = {place for each in print_.cells for place in _places(each)} - set(at)
    for row in range(print_.height):
        lines.append("<tr>")
        for column in range(print_.width):
            each = at.get((row, column))
            if each is not None:
                span = f' rowspan="{each.height}"' * (each.height > 1) + f' colspan="{each.width}"' * (each.width > 1)
                lines.append(f"<td{span}>{escape(each.text)}{cell_end}")
            elif (row, column) not in covered:
                lines.append(f"<td>&nbsp;{cell_end}")
        lines.append(row_end)
    lines.append("</table>")
    lines += [f"<p>{escape(each)}{paragraph_end}" for each in print_.after]
    return "\n".join(lines).encode()


def _places(cell: Printed) -> list[tuple[int, int]]:
    rows, columns = range(cell.row, cell.row + cell.height), range(cell.column, cell.column + cell.width)
    return [(row, column) for row in rows for column in columns]


def separated(print_: Print, separator: str) -> bytes:
    """Values between separators: of a merged cell only the first place is filled."""
    cells = _all(print_)
    lines = [[""] * max(each.column + each.width for each in cells) for _ in range(max(each.row for each in cells) + 1)]
    for each in cells:
        lines[each.row][each.column] = each.text
    out = io.StringIO()
    csv.writer(out, delimiter=separator).writerows(lines)
    return out.getvalue().encode("utf-8-sig")


def text(print_: Print) -> bytes:
    """Text as converters leave it: tabs between cells, and where a cell is merged upwards, often not even its tab."""
    covered = {place for each in print_.cells for place in _places(each)[1:] if place[0] > each.row}
    at = {(each.row, each.column): each.text.replace("\n", "") for each in print_.cells}
    lines = [*print_.before]
    for row in range(print_.height):
        cells = [at.get((row, column), "") for column in range(print_.width)]
        # What is merged from above goes without a trace at the left edge of every second row.
        start = 0
        while row % 2 and (row, start) in covered:
            start += 1
        lines.append("\t".join(cells[start:]).rstrip("\t") if any(cells) else "")
    return "\n".join([*lines, *print_.after]).encode()


WRITERS: dict[str, Callable[[Print], bytes]] = {
    "xlsx": xlsx,
    "xlsx typed": xlsx_typed,
    "xls": xls,
    "docx": docx_file,
    "html": html,
    "html sloppy": html_sloppy,
    "csv": lambda each: separated(each, ","),
    "tsv": lambda each: separated(each, "\t"),
    "csv gb18030": lambda each: separated(each, ",").decode("utf-8-sig").encode("gb18030"),
    "txt": text,
}


def write(print_: Print, format: str) -> bytes:
    """The file of one format that prints the same."""
    return WRITERS[format](print_)
