"""Documents that are hostile, broken, or no forms: a clear error, within limits; and what cells of workbooks say."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from typing import TypeAlias
from zipfile import ZIP_DEFLATED, ZipFile

import docx
import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from evalrules.language.policy.form import FormProblem
from evalrules.readers import FormError, read_document_bytes, read_form_bytes
from evalrules.readers.formats import PRINTED_FORMATS
from evalrules.readers.grids.number_format import exact, show_date, show_number
from evalrules.readers.reading import ReadForm

HEAD = ("三级指标", "年度指标值", "实际完成值", "分值", "得分")
ROW = ("甲", "1", "1", 10, 10)
SHEET = "xl/worksheets/sheet1.xml"
TEXT = "\t".join(HEAD) + "\n" + "\t".join(map(str, ROW))
HTML = "<table><tr>" + "".join(f"<td>{each}" for each in HEAD) + "<tr>" + "".join(f"<td>{each}" for each in ROW)


def workbook(fill: Callable[[Worksheet], None] = lambda page: None) -> bytes:
    """A workbook with a small form, and what `fill` puts into it."""
    book = openpyxl.Workbook()
    page = book.active
    assert isinstance(page, Worksheet)
    page.title = "Sheet1"
    page.append(HEAD)
    page.append(ROW)
    fill(page)
    data = io.BytesIO()
    book.save(data)
    return data.getvalue()


def document() -> bytes:
    """A document with a small form."""
    made = docx.Document()
    table = made.add_table(2, len(HEAD))
    for at, each in enumerate(HEAD):
        table.cell(0, at).text, table.cell(1, at).text = each, str(ROW[at])
    data = io.BytesIO()
    made.save(data)
    return data.getvalue()


def altered(data: bytes, part: str, edit: Callable[[bytes], bytes]) -> bytes:
    """The zipped document with another content in one of its parts, which may be a new one."""
    out = io.BytesIO()
    with ZipFile(io.BytesIO(data)) as old, ZipFile(out, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, edit(old.read(name)) if name == part else old.read(name))
        if part not in old.namelist():
            new.writestr(part, edit(b""))
    return out.getvalue()


def in_sheet(what: bytes, behind: bytes = b"") -> bytes:
    """The workbook with `what` at the end of the cells of its sheet, and `behind` after them."""
    return altered(workbook(), SHEET, lambda data: data.replace(b"</sheetData>", what + b"</sheetData>" + behind))


def declared(data: bytes) -> bytes:
    return b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaa">]>' + data[data.index(b"?>") + 2 :]


def undeclared(data: bytes) -> bytes:
    return b'<!DOCTYPE x SYSTEM "file:///etc/passwd">' + data[data.index(b"<worksheet") :]


Made: TypeAlias = Callable[[], bytes]

FATAL: dict[str, tuple[str, str, Made]] = {
    "a zip bomb": ("xlsx", "unpacked-too-large", lambda: altered(workbook(), "xl/a.bin", lambda _: bytes(65 << 20))),
    "an entity": ("docx", "unsafe-file", lambda: altered(document(), "word/document.xml", declared)),
    "an external document type": ("xlsx", "unsafe-file", lambda: altered(workbook(), SHEET, undeclared)),
    "deep xml": ("xlsx", "unsafe-file", lambda: in_sheet(b"<a>" * 500 + b"</a>" * 500)),
    "a part outside": ("xlsx", "unsafe-file", lambda: altered(workbook(), "../../x", lambda _: b"x")),
    "a hundred thousand empty rows": (
        "xlsx", "too-many-cells", lambda: in_sheet(b"".join(b'<row r="%d"/>' % row for row in range(3, 100_010))),
    ),
    "everything merged": (
        "xlsx", "too-many-cells", lambda: in_sheet(b"", b'<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'),
    ),
    "whole columns merged": (
        "xlsx", "too-many-cells", lambda: in_sheet(b"", b'<mergeCells><mergeCell ref="A:C"/></mergeCells>'),
    ),
    "a password": ("xlsx", "encrypted-file", lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)),
    "half a workbook": ("xlsx", "damaged-file", lambda: workbook()[:2000]),
    "a document called a workbook": ("xlsx", "damaged-file", document),
    "a workbook called a document": ("docx", "damaged-file", workbook),
    "no old workbook": ("xls", "damaged-file", lambda: b"none" * 200),
    "no page": ("pdf", "damaged-file", lambda: b"%PDF-1.4 none"),
    "tables in tables": ("html", "form-too-deep", lambda: b"<table><tr><td>" * 1000),
    "cells without end": ("html", "too-many-cells", lambda: b"<table><tr>" + b"<td rowspan=60000 colspan=900>x" * 3000),
    "tags without end": ("html", "too-many-cells", lambda: b"<b>" * 500_000),
    "commas without end": ("csv", "too-many-cells", lambda: b"," * 200_000),
    "a field without end": ("csv", "damaged-file", lambda: b"a" * 200_000),
    "bars without end": ("txt", "too-many-cells", lambda: b"x|" * 200_000),
    "neither encoding": ("csv", "damaged-file", lambda: b"\xff\xff\xff,\xff"),
    "no form": ("html", "no-form-found", lambda: b"<p>none</p>"),
    "an empty file": ("xlsx", "empty-form", lambda: b""),
    "a large page": ("html", "form-too-large", lambda: b" " * ((4 << 20) + 1)),
}  # fmt: skip


@pytest.mark.parametrize("name", FATAL)
def test_a_document_that_gives_no_form_says_why(name: str) -> None:
    """Each kind of attack and accident has its code, and nothing is unpacked, resolved or spread out."""
    format, code, data = FATAL[name]
    with pytest.raises(FormError) as raised:
        read_document_bytes(data(), format, "f")
    assert [each.code for each in raised.value.problems] == [code]


def far(page: Worksheet) -> None:
    page.cell(1048576, 16384, "x")


HARMLESS: dict[str, tuple[str, Made]] = {
    "a cell in the last place": ("xlsx", lambda: workbook(far)),
    "an immense span": (
        "docx", lambda: altered(document(), "word/document.xml",
                                lambda data: data.replace(b"<w:tcPr>", b'<w:tcPr><w:gridSpan w:val="99999999"/>', 5)),
    ),
    "open tags": ("html", lambda: b"<a " * 10_000 + HTML.encode()),
    "open quotation marks": ("html", lambda: b"<td a='" * 10_000 + HTML.encode()),
    "open comments": ("html", lambda: HTML.encode() + b"</table><!--" * 10_000),
    "markup in a name": ("html", lambda: HTML.replace("甲", "<b>甲</b>").encode()),
    "blanks": ("txt", lambda: TEXT.encode() + b" " * 100_000),
}  # fmt: skip


@pytest.mark.parametrize("name", HARMLESS)
def test_a_document_that_is_only_odd_is_read(name: str) -> None:
    """What is beside the form, or only looks dangerous, costs little and hides nothing."""
    format, data = HARMLESS[name]
    (form,) = read_document_bytes(data(), format, "f").forms
    assert [row.cells["points"].text for row in form.form.records["indicators"]] == ["10"]


def the_form(fill: Callable[[Worksheet], None]) -> ReadForm:
    (form,) = read_document_bytes(workbook(fill), "xlsx", "f").forms
    return form


def problems(fill: Callable[[Worksheet], None]) -> list[tuple[str, str]]:
    found: tuple[FormProblem, ...] = the_form(fill).form.problems
    return [(each.code, each.address) for each in found]


def test_a_formula_that_was_never_computed_is_not_read() -> None:
    """Its cell is unreadable and says so; the other cells of the row are read."""
    assert problems(lambda page: page.append(("乙", "2", "=B2+1", 10, 9))) == [("formula-without-value", "Sheet1!C3")]


def test_an_error_in_a_cell_is_not_read() -> None:
    """#DIV/0! is no value."""
    assert problems(lambda page: page.append(("乙", "2", "#DIV/0!", 10, 9))) == [("formula-error", "Sheet1!C3")]


def test_a_format_that_shows_another_number_is_not_read() -> None:
    """12345 shown as 1.2万元 by the format 0!.0,"万元" might be meant as either."""

    def fill(page: Worksheet) -> None:
        page.append(("乙", 12345, 1, 10, 9))
        page["B3"].number_format = '0!.0,"万元"'

    assert problems(fill) == [("display-unclear", "Sheet1!B3")]


def test_a_hidden_sheet_is_told() -> None:
    """A form is on it, which nobody sees; a hidden list of choices is nobody's concern."""

    def fill(page: Worksheet) -> None:
        assert page.parent is not None
        for title, cells in (("备份", HEAD), ("选项", ("是", "否"))):
            page.parent.create_sheet(title).append(cells)
            page.parent[title].sheet_state = "hidden"

    reading = read_document_bytes(workbook(fill), "xlsx", "f")
    assert [(each.code, each.address) for each in reading.problems] == [("hidden-sheet", "备份")]


def test_one_of_several_forms_is_chosen_by_its_number() -> None:
    """Without a number the forms are listed."""

    def fill(page: Worksheet) -> None:
        assert page.parent is not None
        other = page.parent.create_sheet("二")
        other.append(HEAD)
        other.append(("乙", "2", "2", 5, 5))

    data = workbook(fill)
    assert read_form_bytes(data, "xlsx", "f", 2).records["indicators"][0].cells["name"].text == "乙"
    for number, code in ((None, "several-forms"), (3, "no-such-form")):
        with pytest.raises(FormError) as raised:
            read_form_bytes(data, "xlsx", "f", number)
        assert raised.value.problems[0].code == code


@pytest.mark.parametrize("format", [each for each in PRINTED_FORMATS if each.packages], ids=lambda each: each.name)
def test_a_reader_that_is_not_installed_names_the_command(format, monkeypatch: pytest.MonkeyPatch) -> None:  # type: ignore[no-untyped-def]
    """The message says which extra to install."""
    for package in format.packages:
        monkeypatch.setitem(sys.modules, package, None)
    for module in [name for name in sys.modules if name.startswith("evalrules.readers.grids.")]:
        monkeypatch.delitem(sys.modules, module)
    with pytest.raises(FormError) as raised:
        read_document_bytes(b"x", format.name, "f")
    assert raised.value.problems[0].code == "format-not-installed"
    assert f'pip install "evalrules[{format.extra}]"' in raised.value.problems[0].zh_help


@pytest.mark.parametrize(
    ("value", "code", "text"),
    [
        (0.95, "0%", "95%"),
        (0.9567, "0%", "95.67%"),
        (1, "0.00%", "100.00%"),
        (0.1 + 0.2, "General", "0.3"),
        (13, "0.00", "13.00"),
        (8.6183, "0.00_ ", "8.6183"),
        (215457.6, "#,##0.00", "215457.60"),
        (266, '"≥"0"米"', "≥266米"),
        (7, '0"人"', "7人"),
        (-5, '#,##0_);[Red]\\(#,##0\\)', "-5"),
        (0, '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ', "0"),
        (1e21, "General", "1000000000000000000000"),
        (0.5, "# ?/?", "0.5"),
        (12345, '0!.0,"万元"', None),
        (1234567, "0,", None),
        (3, '"是";"否"', None),
        (5, '[>3]0"多";0"少"', None),
    ],
)  # fmt: skip
def test_a_number_is_shown_as_its_format_says(value: float, code: str, text: str | None) -> None:
    """Percent signs and units come from the format, digits from the number; what contradicts it is not shown."""
    assert show_number(exact(value), code) == text


def test_a_number_has_no_noise() -> None:
    """Fifteen digits are what a workbook keeps."""
    assert exact(0.1 + 0.2) == Decimal("0.3")
    assert exact(100) == 100


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("yyyy-mm-dd", "2022-12-30"),
        ('yyyy"年"m"月"', "2022年12月"),
        ('m"月"d"日"', "12月30日"),
        ("yyyy", "2022年"),
        ('[$-804]yyyy"年"m"月"d"日"', "2022-12-30"),
    ],
)
def test_a_date_is_shown_as_its_format_says(code: str, text: str) -> None:
    """A month without a day has no day; a day without a year has no year."""
    assert show_date(date(2022, 12, 30), code) == text
    assert show_date(datetime(2022, 12, 30), code) == text


def test_a_date_in_a_workbook_is_a_date() -> None:
    """The serial number does not show."""
    form = the_form(lambda page: page.append(("乙", date(2022, 12, 30), datetime(2022, 12, 1), 10, 9))).form
    row = form.records["indicators"][1].cells
    assert (row["target"].text, row["actual"].text) == ("2022-12-30", "2022-12-01")
