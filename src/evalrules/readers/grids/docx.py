"""Reads documents (.docx) with python-docx: paragraphs and tables in their order, nested tables after their own.

The library opens the document; its cells are walked here, because its own list of cells leaves out what stands
in form fields and repeats a merged cell for each of its places.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import TYPE_CHECKING

import docx

from evalrules.readers.grid import MOST_CELLS, Contents, Grid, GridCell, prose, table, too_many_cells
from evalrules.readers.grids.package import Seen, damaged, refuse_unsafe

if TYPE_CHECKING:
    from docx.oxml.xmlchemy import BaseOxmlElement as Element

_KIND = "docx"
_WORDS = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_BREAKS = {"br": "\n", "cr": "\n", "tab": "\t", "noBreakHyphen": "-"}
_REMOVED = frozenset({"del", "moveFrom", "instrText", "delText", "fallback", "Fallback", "pPr", "rPr"})
_WIDEST = 256


class _Burden:
    """Counts the cells of a document, and stops where they are more than any form has."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.cells = 0

    def watch(self, part: str) -> Seen | None:
        return self.seen if part.lower().startswith("word/") else None

    def seen(self, tag: str, _: dict[str, str]) -> None:
        self.cells += tag in ("tc", "p")
        if self.cells > MOST_CELLS:
            raise too_many_cells(self.name)


def contents_from_docx(data: bytes, name: str) -> Contents:
    """What a document prints. FormError where it is none, or beyond what a form can be."""
    refuse_unsafe(data, name, _KIND, _Burden(name).watch)
    try:
        document = docx.Document(io.BytesIO(data))
    except Exception:  # noqa: BLE001 - what a library raises at a broken file has no end
        raise damaged(name, _KIND) from None
    return Contents(tuple(_Walk().grids(document.element.body)))


class _Walk:
    """Goes through a document and counts its paragraphs and tables, as addresses call them."""

    def __init__(self) -> None:
        self.paragraphs = 0
        self.tables = 0

    def grids(self, body: Element) -> Iterator[Grid]:
        """Runs of paragraphs, and tables, in the order of the document."""
        run: list[tuple[str, str]] = []
        for each in _parts(body):
            if each.tag == f"{_WORDS}p":
                self.paragraphs += 1
                run.append((f"第 {self.paragraphs} 段", _text(each)))
            elif each.tag == f"{_WORDS}tbl":
                yield prose(run)
                run = []
                yield from self._tables(each)
        yield prose(run)

    def _tables(self, found: Element) -> Iterator[Grid]:
        """A table, and then those that stand inside its cells."""
        self.tables += 1
        yield table(f"表 {self.tables}", _merged(tuple(_cells(found))))
        for cell in found.iter(f"{_WORDS}tc"):
            if _owner(cell) is found:
                for inner in _parts(cell):
                    if inner.tag == f"{_WORDS}tbl":
                        yield from self._tables(inner)


def _owner(cell: Element) -> Element | None:
    return next((above for above in cell.iterancestors(f"{_WORDS}tbl")), None)


def _parts(holder: Element) -> Iterator[Element]:
    """What stands in `holder`, form fields and changes that were accepted or not taken apart."""
    for each in holder:
        tag = each.tag if isinstance(each.tag, str) else ""
        if tag.removeprefix(_WORDS) in ("sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag"):
            yield from _parts(each)
        elif tag.removeprefix(_WORDS) not in _REMOVED:
            yield each


def _text(holder: Element) -> str:
    """The text of a paragraph, without what was struck out, and without tables inside it."""
    words: list[str] = []
    for each in _parts(holder):
        name = str(each.tag).rpartition("}")[2]
        if name == "t":
            words.append(each.text or "")
        elif name in _BREAKS:
            words.append(_BREAKS[name])
        elif name not in ("tbl", "txbxContent"):
            words.append(_text(each))
    return "".join(words)


def _cells(found: Element) -> Iterator[tuple[GridCell, str]]:
    """The cells of a table with their widths, each with what it says of merging: `restart`, `continue` or ""."""
    rows = [each for each in _parts(found) if each.tag == f"{_WORDS}tr"]
    for row, element in enumerate(rows):
        column = _number(element, "trPr", "gridBefore", 0)
        for cell in _parts(element):
            if cell.tag != f"{_WORDS}tc":
                continue
            width = max(1, min(_number(cell, "tcPr", "gridSpan", 1), _WIDEST))
            text = "\n".join(_text(each) for each in _parts(cell) if each.tag == f"{_WORDS}p")
            yield GridCell(text, row, column, "", width=width), _merging(cell)
            column += width


def _number(element: Element, holder: str, name: str, otherwise: int) -> int:
    found = element.find(f"{_WORDS}{holder}/{_WORDS}{name}")
    value = "" if found is None else found.get(f"{_WORDS}val") or ""
    return int(value) if value.isascii() and value.isdigit() and len(value) < 6 else otherwise


def _merging(cell: Element) -> str:
    found = cell.find(f"{_WORDS}tcPr/{_WORDS}vMerge")
    return "" if found is None else found.get(f"{_WORDS}val") or "continue"


def _merged(cells: tuple[tuple[GridCell, str], ...]) -> Iterator[GridCell]:
    """The cells, those that continue the one above joined to it."""
    open_: dict[int, tuple[GridCell, list[GridCell]]] = {}
    done: list[tuple[GridCell, list[GridCell]]] = []
    for cell, merging in cells:
        above = open_.get(cell.column)
        if merging == "continue" and above and above[0].row + len(above[1]) + 1 == cell.row:
            above[1].append(cell)
            continue
        open_[cell.column] = (cell, [])
        done.append(open_[cell.column])
    for first, below in done:
        text = "\n".join(each.text for each in (first, *below) if each.text.strip())
        yield GridCell(text, first.row, first.column, "", 1 + len(below), first.width)
