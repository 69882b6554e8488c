"""What a document prints, whatever its format: cells in rows and columns, each with its address.

A reader in `grids` makes contents of one format; `recognise` finds the forms in them and knows no format.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from enum import Enum
from types import MappingProxyType

from attrs import evolve, frozen

from evalrules.language.policy.form import FormProblem
from evalrules.readers.problems import FormError, FormProblemKind

MOST_CELLS = 100_000
"""cells of a file that hold something; a merged cell counts for every place it covers"""

_WIDEST = 256
"""columns that a merged cell covers at most, beyond which it only decorates"""

_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


class Layout(Enum):
    """What is known of the places of cells."""

    SHEET = "sheet"
    """a sheet of a workbook: places are certain, and addresses are those of the workbook"""
    TABLE = "table"
    """a table: places are certain"""
    FLAT = "flat"
    """lines of text between tabs or blanks: merged cells have gone, and what stood behind them has moved"""
    PROSE = "prose"
    """paragraphs: one cell a row"""


@frozen(eq=False)
class GridCell:
    """A cell as printed. `height` and `width` tell how many rows and columns it covers.

    Where `problem` is set, the document does not say what the cell holds.
    """

    text: str
    row: int
    column: int
    address: str
    height: int = 1
    width: int = 1
    problem: FormProblem | None = None


@frozen(eq=False)
class Grid:
    """A sheet, a table, or a run of paragraphs. Rows and columns count from 0.

    `cells` has the cell at every place that a cell covers; places where nothing stands are left out.
    `lines` are what addresses call the rows; a sheet's have no need of it.
    """

    name: str
    layout: Layout
    height: int
    width: int
    cells: Mapping[tuple[int, int], GridCell]
    in_rows: Mapping[int, tuple[GridCell, ...]]
    """the cells that cover a row, from left to right, each once; empty rows are left out"""
    lines: tuple[str, ...] = ()

    def at(self, row: int, column: int) -> GridCell:
        """The cell that covers a place; an empty one where nothing stands."""
        found = self.cells.get((row, column))
        return found or GridCell("", row, column, self.address_of(row, column))

    def row(self, row: int) -> tuple[GridCell, ...]:
        """The cells that cover a row and hold something, from left to right, each once."""
        return self.in_rows.get(row, ())

    def address_of(self, row: int, column: int) -> str:
        """What a place is called: `Sheet1!F12`, `表 2 第 5 行 第 3 列`."""
        match self.layout:
            case Layout.SHEET:
                return f"{self.name}!{column_letters(column)}{row + 1}"
            case Layout.PROSE:
                return self.lines[row]
            case Layout.TABLE | Layout.FLAT:
                return f"{self.lines[row]} 第 {column + 1} 列"


@frozen(eq=False)
class Contents:
    """What a document prints, from its beginning to its end. `hidden` are the sheets that nobody sees."""

    grids: tuple[Grid, ...]
    hidden: tuple[Grid, ...] = ()


def column_letters(column: int) -> str:
    """What a workbook calls a column: A, Z, AA."""
    letters = ""
    while column >= 0:
        column, last = divmod(column, 26)
        letters = _LETTERS[last] + letters
        column -= 1
    return letters


def together(first: str, further: str) -> str:
    """What two cells of a row are called that say one thing: `Sheet1!D12+F12`, `表 2 第 5 行 第 3 列+第 5 列`."""
    if first == further:
        return first
    if "!" in further:
        return f"{first}+{further.partition('!')[2]}"
    columns = re.search(r"第 \d+ 列(?:\+第 \d+ 列)*$", further)
    return f"{first}+{columns[0] if columns else further}"


def sheet(name: str, cells: Iterable[GridCell]) -> Grid:
    """The sheet called `name`. The addresses of `cells` are made here."""
    return _grid(name, Layout.SHEET, cells, ())


def table(name: str, cells: Iterable[GridCell], lines: tuple[str, ...] = ()) -> Grid:
    """The table called `name`; its rows are `lines`, or else counted."""
    return _grid(name, Layout.TABLE, cells, lines)


def flat(name: str, rows: Iterable[tuple[str, Iterable[str]]]) -> Grid:
    """Lines of text, each with what addresses call it, that were taken apart into cells."""
    numbered = tuple((line, tuple(texts)) for line, texts in rows)
    cells = (
        GridCell(text, row, column, "") for row, (_, texts) in enumerate(numbered) for column, text in enumerate(texts)
    )
    return _grid(name, Layout.FLAT, cells, tuple(line for line, _ in numbered))


def prose(paragraphs: Iterable[tuple[str, str]]) -> Grid:
    """Paragraphs, each with its address."""
    numbered = tuple(paragraphs)
    cells = (GridCell(text, row, 0, "") for row, (_, text) in enumerate(numbered))
    return _grid("", Layout.PROSE, cells, tuple(address for address, _ in numbered))


def too_many_cells(address: str) -> FormError:
    """That what stands at `address` has more cells than any form."""
    return FormError((FormProblemKind.TOO_MANY_CELLS.at(address, "", MOST_CELLS),))


def _grid(name: str, layout: Layout, cells: Iterable[GridCell], lines: tuple[str, ...]) -> Grid:
    """The grid of those cells that hold something. A merged cell ends where the last text of the grid ends."""
    filled = [cell for cell in cells if cell.problem or cell.text.strip()]
    height = max((cell.row + 1 for cell in filled), default=0)
    width = max((cell.column + min(cell.width, _WIDEST) for cell in filled), default=0)
    named = lines or tuple(f"{name} 第 {row + 1} 行" for row in range(height) if layout is Layout.TABLE)
    empty = Grid(name, layout, height, width, MappingProxyType({}), MappingProxyType({}), named)
    found = _spread(empty, filled)
    rows: dict[int, dict[GridCell, None]] = {}
    for row, column in sorted(found):
        rows.setdefault(row, {})[found[row, column]] = None
    in_rows = {row: tuple(each) for row, each in rows.items()}
    return evolve(empty, cells=MappingProxyType(found), in_rows=MappingProxyType(in_rows))


def _spread(grid: Grid, cells: list[GridCell]) -> dict[tuple[int, int], GridCell]:
    """Every cell at each place it covers. Where two claim a place, the first has it."""
    found: dict[tuple[int, int], GridCell] = {}
    spent = 0
    for cell in cells:
        height = max(1, min(cell.height, grid.height - cell.row))
        width = max(1, min(cell.width, grid.width - cell.column))
        spent += height * width
        if spent > MOST_CELLS:
            raise too_many_cells(grid.name or cell.address)
        address = cell.address or grid.address_of(cell.row, cell.column)
        placed = evolve(cell, height=height, width=width, address=address)
        for place in _places(placed):
            found.setdefault(place, placed)
    return found


def _places(cell: GridCell) -> Iterator[tuple[int, int]]:
    for row in range(cell.row, cell.row + cell.height):
        for column in range(cell.column, cell.column + cell.width):
            yield row, column
