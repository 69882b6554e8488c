"""Reads plain text as converters leave it: paragraphs, and the lines of tables with tabs between their cells.

Merged cells have gone, and with some converters the empty cells in front: so the places in such a table are
only known by what stands in them.
"""

from __future__ import annotations

import re

from evalrules.readers.grid import MOST_CELLS, Contents, Grid, flat, prose, too_many_cells
from evalrules.readers.grids.encoding import decoded

_GAP = re.compile(r"(?<=\S)(?: {2,}|　{1,}| *\t *)(?=\S)")
_RULE = re.compile(r"[\s|:+=-]*")


def contents_from_text(data: bytes, name: str) -> Contents:
    """What the lines say, in their order."""
    lines = re.split("\r\n|\r|\n", decoded(data, name).replace("\f", "\n"))
    if sum(1 + line.count("\t") + line.count("|") for line in lines) > MOST_CELLS:
        raise too_many_cells(name)
    return Contents((_grid(lines),))


def _grid(lines: list[str]) -> Grid:
    """One grid of all lines where any is taken apart: a line of one cell may belong to the table around it."""
    named = [(f"第 {number} 行", _cells(line)) for number, line in enumerate(lines, 1)]
    if any(len(cells) > 1 for _, cells in named):
        return flat("", named)
    return prose((line, cells[0]) for line, cells in named if cells)


def _cells(line: str) -> tuple[str, ...]:
    """The cells of a line: between tabs, between bars, or between gaps of several blanks."""
    if not line.strip():
        return ()
    if "\t" in line:
        return tuple(map(str.strip, line.split("\t")))
    if line.count("|") > 1:
        if _RULE.fullmatch(line):
            return ()
        return tuple(map(str.strip, line.strip().removeprefix("|").removesuffix("|").split("|")))
    return tuple(_GAP.split(line.strip()))
