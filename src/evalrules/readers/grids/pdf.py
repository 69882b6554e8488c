"""Reads printed pages (.pdf) with pdfplumber: tables by their ruled lines, and the text outside them.

Pages that were scanned hold a picture and no text, and give nothing here.
"""

from __future__ import annotations

import io
import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from typing import TypeAlias

import pdfplumber
from attrs import frozen
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
            return Contents(tuple(_drawn(_joined(part for page in document.pages for part in _parts(page, name)))))
    except FormError:
        raise
    except Exception:  # noqa: BLE001 - what a library raises at a broken file has no end
        raise damaged(name, "pdf") from None


Box: TypeAlias = tuple[float, float, float, float]


@frozen(eq=False)
class _Strip:
    """The part of a table that stands on one page: its cells by their edges, and what the page calls it."""

    label: str
    boxes: tuple[tuple[Box, str], ...]


def _parts(page: Page, name: str) -> Iterator[Grid | _Strip]:
    """The text above the tables, the tables, the text between and below them."""
    if len(page.chars) + len(page.edges) > MOST_MARKS:
        raise FormError((FormProblemKind.TOO_MANY_CELLS.at(name, "", MOST_MARKS),))
    found = sorted(page.find_tables(), key=lambda each: each.bbox[1])
    top = float(page.bbox[1])
    for number, each in enumerate(found, 1):
        yield from _prose(page, top, each.bbox[1])
        yield _Strip(f"第 {page.page_number} 页 表 {number}", tuple(_boxes(each)))
        top = max(top, each.bbox[3])
    yield from _prose(page, top, float(page.bbox[3]))


def _joined(parts: Iterable[Grid | _Strip]) -> Iterator[Grid | list[_Strip]]:
    """The parts; tables with nothing but the end of a page between them are one, if they are equally wide."""
    run: list[_Strip] = []
    for part in parts:
        if isinstance(part, _Strip) and run and _goes_on(run[-1], part):
            run.append(part)
            continue
        if isinstance(part, Grid) and all(map(_is_page_number, part.in_rows.values())):
            continue
        if run:
            yield run
        run = [part] if isinstance(part, _Strip) else []
        if isinstance(part, Grid):
            yield part
    if run:
        yield run


def _is_page_number(cells: tuple[GridCell, ...]) -> bool:
    return re.fullmatch(r"[-—–\s]*(?:第\s*)?\d{1,3}\s*页?[-—–\s]*", cells[0].text) is not None


def _goes_on(above: _Strip, below: _Strip) -> bool:
    """Whether two strips have the same left and right edge, and stand on different pages."""
    edges = [(min(box[0] for box, _ in each.boxes), max(box[2] for box, _ in each.boxes)) for each in (above, below)]
    near = all(abs(one - other) <= _NEAR for one, other in zip(*edges, strict=True))
    return near and above.label.partition(" 页")[0] != below.label.partition(" 页")[0]


def _drawn(parts: Iterable[Grid | list[_Strip]]) -> Iterator[Grid]:
    for part in parts:
        yield _table(part) if isinstance(part, list) else part


def _table(strips: list[_Strip]) -> Grid:
    """The cells at the places that their edges give them: a merged cell reaches over several edges."""
    lefts = _edges([edge for strip in strips for box, _ in strip.boxes for edge in (box[0], box[2])])
    cells: list[GridCell] = []
    lines: list[str] = []
    for strip in strips:
        tops = _edges([edge for box, _ in strip.boxes for edge in (box[1], box[3])])
        for (left, top, right, bottom), text in strip.boxes:
            row, column = _at(tops, top), _at(lefts, left)
            height, width = max(1, _at(tops, bottom) - row), max(1, _at(lefts, right) - column)
            cells.append(GridCell(text, row + len(lines), column, "", height, width))
        lines += (f"{strip.label} 第 {row + 1} 行" for row in range(len(tops)))
    return table(strips[0].label, cells, tuple(lines))


def _boxes(found: Table) -> Iterator[tuple[Box, str]]:
    for row, texts in zip(found.rows, found.extract(), strict=True):
        for box, text in zip(row.cells, texts, strict=True):
            if box is not None:
                left, top, right, bottom = box
                yield (float(left), float(top), float(right), float(bottom)), text or ""


def _prose(page: Page, top: float, bottom: float) -> Iterator[Grid]:
    """The lines of text between two heights."""
    if bottom - top < _NEAR:
        return
    area = page.within_bbox((page.bbox[0], top, page.bbox[2], bottom), strict=False)
    lines = (area.extract_text() or "").split("\n")
    page_lines = ((f"第 {page.page_number} 页", line.strip()) for line in lines if line.strip())
    yield prose(page_lines)


def _edges(places: list[float]) -> list[float]:
    """The places of edges, those that are as good as one taken together."""
    edges: list[float] = []
    for place in sorted(places):
        if not edges or place - edges[-1] > _NEAR:
            edges.append(place)
    return edges


def _at(edges: list[float], place: float) -> int:
    return max(0, bisect_left(edges, place - _NEAR))
