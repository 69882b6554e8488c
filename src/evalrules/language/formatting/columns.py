"""Aligns lines that stand one below the other, and breaks those that are too long."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from graphlib import CycleError, TopologicalSorter
from itertools import pairwise

from attrs import evolve, frozen

from evalrules.language.formatting.lines import Line, Piece, continued
from evalrules.language.formatting.style import COST, GAP, GRIDS, WIDTH
from evalrules.language.source import display_width

_COMMENT = "#"


@frozen
class _Cell:
    """What stands in one column of one line."""

    column: str
    space: int
    text: str

    @property
    def width(self) -> int:
        return display_width(self.text)


def aligned(lines: Sequence[Line]) -> list[str]:
    """The texts of neighbouring lines of one table, each perhaps several lines of text.

    A column begins where the longest line that has it lets it begin, so a line without a column leaves no hole.
    Where aligning would make a line too long that is not, nothing is aligned.
    """
    broken = [_broken(line) for line in lines]
    rows = _filled(lines[0].table if lines else "", [_cells(parts[0]) for parts in broken])
    firsts = [line for table in _tables(lines, rows) for line in _table(*table)]
    rests = ["".join(f"\n{_loose(rest)}" for rest in parts[1:]) for parts in broken]
    return [first + rest for first, rest in zip(firsts, rests, strict=True)]


def _filled(table: str, rows: list[list[_Cell]]) -> list[list[_Cell]]:
    """The rows of a grid with an empty cell for each column that only other rows have; others as they are."""
    names = {cell.column for row in rows for cell in row}
    order = [name for name in (f"{column} 1" for column in GRIDS.get(table.strip(), ())) if name in names]
    return [_filled_row(row, order) for row in rows] if order else rows


def _filled_row(row: list[_Cell], order: Sequence[str]) -> list[_Cell]:
    first, *rest = row
    own = {cell.column: cell for cell in rest}
    columns = [own.pop(name, _Cell(name, GAP, "")) for name in order]
    return [first, *columns, *own.values()]


def _table(lines: Sequence[Line], rows: Sequence[Sequence[_Cell]]) -> list[str]:
    columns = _columns(lines, rows)
    texts = [_set(line.indent, row, columns) for line, row in zip(lines, rows, strict=True)]
    loose = [_set(line.indent, row, {}) for line, row in zip(lines, rows, strict=True)]
    spoilt = any(display_width(text) > WIDTH >= display_width(was) for text, was in zip(texts, loose, strict=True))
    return loose if spoilt else texts


def _tables(
    lines: Sequence[Line], rows: Sequence[Sequence[_Cell]]
) -> Iterator[tuple[Sequence[Line], Sequence[Sequence[_Cell]]]]:
    """The lines in runs whose columns come in one order: what stands in another order begins another table."""
    begun = 0
    orders: set[tuple[str, ...]] = set()
    for at, row in enumerate(rows):
        order = tuple(cell.column for cell in row)
        if order not in orders and not _agree({*orders, order}):
            yield lines[begun:at], rows[begun:at]
            begun, orders = at, set()
        orders.add(order)
    yield lines[begun:], rows[begun:]


def _agree(orders: set[tuple[str, ...]]) -> bool:
    """Whether there is one order of columns that all of `orders` keep to."""
    sorter: TopologicalSorter[str] = TopologicalSorter()
    for order in orders:
        for before, after in pairwise(order):
            sorter.add(after, before)
    try:
        sorter.prepare()
    except CycleError:
        return False
    return True


def _columns(lines: Sequence[Line], rows: Sequence[Sequence[_Cell]]) -> Mapping[str, int]:
    """Where each column begins."""
    begins: dict[str, int] = {}
    changed = True
    while changed:  # each round settles at least one more column, since their order has no circle
        changed = False
        for line, row in zip(lines, rows, strict=True):
            at = line.indent + (row[0].width if row else 0)
            for cell in row[1:]:  # the first stands at the margin of its line
                at += cell.space
                if at > begins.get(cell.column, -1):
                    begins[cell.column], changed = at, True
                at = begins[cell.column] + cell.width
    return begins


def _set(indent: int, row: Sequence[_Cell], begins: Mapping[str, int]) -> str:
    """A line with its columns where they begin."""
    text, at = "", 0
    for cell in row:
        begin = max(begins.get(cell.column, 0), at + (cell.space if text else indent))
        text += " " * (begin - at) + cell.text
        at = begin + cell.width
    return text.rstrip(" ")


def _cells(line: Line) -> list[_Cell]:
    """The cells of a line. The first column of a table is the margin; a name met twice is two columns."""
    cells: list[_Cell] = []
    met: dict[str, int] = {}
    for piece in line.pieces:
        if not cells or piece.column:
            name = piece.column if cells else ""
            met[name] = met.get(name, 0) + 1
            cells.append(_Cell(f"{name} {met[name]}", piece.space if cells else 0, piece.text))
        else:
            cells[-1] = evolve(cells[-1], text=cells[-1].text + " " * piece.space + piece.text)
    if line.comment:
        cells.append(_Cell(_COMMENT, GAP if cells else 0, line.comment))
    return cells


def _loose(line: Line) -> str:
    """A line by itself."""
    return _set(line.indent, _cells(line), {})


# ---- lines that are too long ---------------------------------------------------------------------


def _broken(line: Line) -> list[Line]:
    """`line` in parts that are no longer than a line should be, as far as there are places to break it."""
    parts: list[Line] = []
    while (at := _break(line)) is not None:
        first, *rest = line.pieces[at:]
        parts.append(evolve(line, pieces=line.pieces[:at], comment=""))
        indent = line.indent if len(parts) > 1 else continued(line.indent)
        line = evolve(line, indent=indent, pieces=(evolve(first, space=0, column=""), *rest))
    return [*parts, line]


def _break(line: Line) -> int | None:
    """The piece before which a line is broken: far to the right, and where a reader would pause."""
    if _width(line.indent, line.pieces) <= WIDTH:
        return None
    best, most, at = None, 0, line.indent
    for index, piece in enumerate(line.pieces):
        if piece.rank is not None and index:
            worth = at - COST * piece.rank
            if at > WIDTH and best is not None:
                break
            if best is None or worth > most or at > WIDTH:
                best, most = index, worth
        at += display_width(piece.text) + (piece.space if index else 0)
    return best


def _width(indent: int, pieces: Sequence[Piece]) -> int:
    return indent + sum(display_width(piece.text) + piece.space for piece in pieces)
