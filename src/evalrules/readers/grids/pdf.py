"""Reads printed pages (.pdf) with pdfplumber: tables by their ruled lines, and the text outside them.

Pages that were scanned hold a picture and no text, and give nothing here.
"""

from __future__ import annotations

import io
from bisect import bisect_left
from collections.abc import Iterator

import pdfplumber
from pdfplumber.page import Page
from pdfplumber.table import Table

from evalrules.readers.grid import Contents, Grid, GridCell, prose, table
from evalrules.readers.grids.package import damaged
from evalrules.readers.problems import FormError, FormProblemKind

MOST_PAGES = 60
MOST_MARKS = 60_000
"""characters and lines on a page"""

_NEAR = 2.0
"""points of the page within which two edges are one"""


def contents_from_pdf(data: bytes, name: str) -> Contents:
    """What the pages print. FormError where the file is none, or beyond what a form can be."""
    try:
        with pdfplumber.open(io.BytesIO(data)) as document:
            if len(document.pages) > MOST_PAGES:
                raise FormError((FormProblemKind.TOO_MANY_PAGES.at(name, "", MOST_PAGES),))
            return Contents(tuple(grid for page in document.pages for grid in _grids(page, name)))
    except FormError:
        raise
    except Exception as error:  # noqa: BLE001 - what a library raises at a broken file has no end
        raise damaged(name, "pdf", error) from None


def _grids(page: Page, name: str) -> Iterator[Grid]:
    """The text above the tables, the tables, the text between and below them."""
    if len(page.chars) + len(page.edges) > MOST_MARKS:
        raise FormError((FormProblemKind.TOO_MANY_CELLS.at(name, "", MOST_MARKS),))
    found = sorted(page.find_tables(), key=lambda each: each.bbox[1])
    top = float(page.bbox[1])
    for number, each in enumerate(found, 1):
        yield from _prose(page, top, each.bbox[1])
        label = f"第 {page.page_number} 页 表 {number}"
        yield table(label, _cells(each))
        top = max(top, each.bbox[3])
    yield from _prose(page, top, float(page.bbox[3]))


def _prose(page: Page, top: float, bottom: float) -> Iterator[Grid]:
    """The lines of text between two heights."""
    if bottom - top < _NEAR:
        return
    area = page.within_bbox((page.bbox[0], top, page.bbox[2], bottom), strict=False)
    lines = (area.extract_text() or "").split("\n")
    page_lines = ((f"第 {page.page_number} 页", line.strip()) for line in lines if line.strip())
    yield prose(page_lines)


def _cells(found: Table) -> Iterator[GridCell]:
    """The cells at the places that their edges give them: a merged cell reaches over several edges."""
    boxes = [(box, text) for row, texts in zip(found.rows, found.extract(), strict=True)
             for box, text in zip(row.cells, texts, strict=True) if box is not None]  # fmt: skip
    lefts = _edges([box[0] for box, _ in boxes] + [box[2] for box, _ in boxes])
    tops = _edges([box[1] for box, _ in boxes] + [box[3] for box, _ in boxes])
    for (left, top, right, bottom), text in boxes:
        row, column = _at(tops, top), _at(lefts, left)
        height, width = _at(tops, bottom) - row, _at(lefts, right) - column
        yield GridCell(text or "", row, column, "", max(1, height), max(1, width))


def _edges(places: list[float]) -> list[float]:
    """The places of edges, those that are as good as one taken together."""
    edges: list[float] = []
    for place in sorted(places):
        if not edges or place - edges[-1] > _NEAR:
            edges.append(place)
    return edges


def _at(edges: list[float], place: float) -> int:
    return max(0, bisect_left(edges, place - _NEAR))
