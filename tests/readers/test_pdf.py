"""A printed page is read by its ruled lines."""

from __future__ import annotations

import pytest

from evalrules.readers import FormError, read_document_bytes
from evalrules.readers.grids.pdf import MOST_PAGES
from tests.readers.test_layouts import filled

ROWS = (
    ("二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分"),
    ("数量指标", "甲", "36", "36", "15", "15"),
    ("", "乙", "≥90%", "95%", "10", "9.5"),
)
FONT = (
    b"<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /FontDescriptor 6 0 R "
    b"/CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> >>"
)
DESCRIPTOR = (
    b"<< /Type /FontDescriptor /FontName /STSong-Light /Flags 4 /Ascent 880 /Descent -120 /CapHeight 880 "
    b"/FontBBox [0 -120 1000 880] /ItalicAngle 0 /StemV 80 >>"
)
LEFT, TOP, WIDE, HIGH = 40, 780, 80, 24


def page(rows: tuple[tuple[str, ...], ...]) -> bytes:
    """What one page draws: a table whose first column is one merged cell below the head."""
    lines = ["0.5 w"]
    for row, cells in enumerate(rows):
        for column, text in enumerate(cells):
            x, y = LEFT + column * WIDE, TOP - row * HIGH
            if not (row > 1 and column == 0):
                height = HIGH * (len(rows) - 1) if row == 1 and column == 0 else HIGH
                lines.append(f"{x} {y - height} {WIDE} {height} re S")
            if text:
                lines.append(f"BT /F 10 Tf {x + 4} {y - 16} Td <{text.encode('utf-16-be').hex()}> Tj ET")
    return "\n".join(lines).encode()


def _stream(content: bytes) -> bytes:
    return b"<< /Length %d >>\nstream\n" % len(content) + content + b"\nendstream"


def pdf(pages: int = 1, rows: tuple[tuple[str, ...], ...] = ROWS, further: bytes = b"") -> bytes:
    """A document of such pages, in a font that every reader knows by its name; the last page may be a `further` one."""
    content = page(rows)
    kids = b" ".join(b"%d 0 R" % (7 + at) for at in range(pages))
    one = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 3 0 R "
    one += b"/Resources << /Font << /F 4 0 R >> >> >>"
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [" + kids + b"] /Count %d >>" % pages,
        _stream(content),
        b"<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [5 0 R] >>",
        FONT,
        DESCRIPTOR,
        *[one] * pages,
    ]
    if further:
        objects[1] = objects[1].replace(b"] /Count 1", b" 8 0 R] /Count 2")
        objects += [one.replace(b"/Contents 3 0 R", b"/Contents 9 0 R"), _stream(further)]
    out, places = b"%PDF-1.4\n", []
    for number, each in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n" % number + each + b"\nendobj\n"
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    trailer = b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % (size, len(out))
    return out + b"xref\n0 %d\n0000000000 65535 f \n" % size + table + trailer


def test_a_table_on_a_page_is_read_with_its_merged_cells() -> None:
    """The merged cell of the level is carried down; addresses count pages, tables, rows and columns."""
    (read,) = read_document_bytes(pdf(), "pdf", "f").forms
    first, second = read.form.records["indicators"]
    assert filled(first.cells) == {
        "level2": "数量指标", "name": "甲", "target": "36", "actual": "36", "points": "15", "self_score": "15",
    }  # fmt: skip
    assert filled(second.cells)["level2"] == "数量指标"
    assert (second.cells["actual"].text, second.cells["actual"].address) == ("95%", "第 1 页 表 1 第 3 行 第 4 列")


def test_a_book_is_not_read() -> None:
    """More pages than any form has."""
    with pytest.raises(FormError) as raised:
        read_document_bytes(pdf(MOST_PAGES + 1), "pdf", "f")
    assert [each.code for each in raised.value.problems] == ["too-many-pages"]


def test_a_table_goes_on_over_the_page() -> None:
    """Rows on the next page belong to the head on the one before; their addresses say which page."""
    more = (("质量指标", "丙", "100%", "98%", "10", "9.8"), ("", "", "", "", "", ""))
    (read,) = read_document_bytes(pdf(1, further=page(more)), "pdf", "f").forms
    assert [row.cells["name"].text for row in read.form.records["indicators"]] == ["甲", "乙", "丙"]
    last = read.form.records["indicators"][-1].cells
    assert (last["level2"].text, last["actual"].address) == ("质量指标", "第 2 页 表 1 第 1 行 第 4 列")
