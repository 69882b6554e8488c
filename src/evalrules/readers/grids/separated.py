"""Reads values between commas, tabs or semicolons (.csv, .tsv)."""

from __future__ import annotations

import csv
import io

from evalrules.readers.grid import MOST_CELLS, Contents, GridCell, table, too_many_cells
from evalrules.readers.grids.encoding import decoded
from evalrules.readers.grids.package import damaged

_SEPARATORS = "\t,;，|"
_LOOKED_AT = 50


def contents_from_csv(data: bytes, name: str) -> Contents:
    """What the lines say. The separator is the one that takes most of the first lines apart."""
    text = decoded(data, name)
    lines = tuple(csv.reader(io.StringIO(text, newline=""), delimiter=_separator(text), strict=False)) if text else ()
    if sum(map(len, lines)) > MOST_CELLS:
        raise too_many_cells(name)
    cells = (GridCell(each, row, column, "") for row, line in enumerate(lines) for column, each in enumerate(line))
    named = tuple(f"第 {row + 1} 行" for row in range(len(lines)))
    return Contents((table("", cells, named),))


def contents_from_separated(data: bytes, name: str) -> Contents:
    """As `contents_from_csv`; FormError where a quotation mark runs over the end of what a field can be."""
    try:
        return contents_from_csv(data, name)
    except csv.Error:
        raise damaged(name, "csv") from None


def _separator(text: str) -> str:
    lines = text.split("\n", _LOOKED_AT)[:_LOOKED_AT]
    return max(_SEPARATORS, key=lambda each: sum(line.count(each) for line in lines))
