"""Which cell of a row stands under which heading: by columns where these are certain, by contents where not.

Converters leave out merged cells, so what stood behind them has moved. A row is matched with the head only
where there is one way in which its cells make sense: names where names are, numbers where points are.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from attrs import frozen

from evalrules.readers.grid import GridCell
from evalrules.readers.recognise import vocabulary as words
from evalrules.readers.recognise.cells import cells_in
from evalrules.readers.recognise.heads import Head, Span
from evalrules.readers.recognise.words import is_blank, is_number, is_score, key, narrow

_FARTHEST = 4
"""columns by which a row can have moved"""


@frozen(eq=False)
class Line:
    """One row under a head: its cells by field. `shift` says how far they stand from their headings."""

    head: Head
    row: int
    cells: Mapping[str, tuple[GridCell, ...]]
    shift: int = 0

    @property
    def all_cells(self) -> tuple[GridCell, ...]:
        return tuple(dict.fromkeys(cell for found in self.cells.values() for cell in found))

    def place(self, name: str) -> str:
        """What the place of a field is called in this row, whether or not something stands there."""
        return self.head.grid.address_of(self.row, max(0, self.head.fields[name].start + self.shift))

    def others(self, span: Span) -> tuple[GridCell, ...]:
        """What stands under a heading that is no field."""
        return cells_in(self.head.grid, self.row, _moved(span, self.shift))


def line_at(head: Head, row: int) -> Line:
    """The row whose cells stand under their headings."""
    cells = {name: cells_in(head.grid, row, span) for name, span in head.fields.items()}
    return Line(head, row, MappingProxyType(cells))


def aligned(head: Head, row: int, cells: tuple[GridCell, ...]) -> Line | None:
    """The row of a flat grid, its cells moved under their headings; None where it is not certain how."""
    if not any(map(_is_value, cells)):
        return _unfilled(head, row, cells)
    fits = [(_sense(head, row, shift, cells), -abs(shift), shift) for shift in range(-_FARTHEST, _FARTHEST + 1)]
    best = max(fits)
    if best[0] <= 0 or sum(fit[0] == best[0] for fit in fits) > 1:
        return None
    return _shifted(head, row, best[2], cells)


def _is_value(cell: GridCell) -> bool:
    """Whether a cell says more than what a row is called."""
    return not is_blank(cell.text) and not _is_level(cell) and not _is_numbered(cell)


def _unfilled(head: Head, row: int, cells: tuple[GridCell, ...]) -> Line | None:
    """A row that has levels and the number of a name at most, and perhaps a name."""
    named = tuple(cell for cell in cells if _is_numbered(cell))
    levels = tuple(cell for cell in cells if _is_level(cell))
    if len(named) > 1:
        return None
    return Line(head, row, MappingProxyType({"name": named, **_levels(head, levels, 0)}))


def _sense(head: Head, row: int, shift: int, cells: tuple[GridCell, ...]) -> int:
    """How much sense the row makes with its cells moved so far; 0 if none."""
    found = {name: cells_in(head.grid, row, _moved(span, shift)) for name, span in head.fields.items()}
    name = found.get("name", ())
    if len(name) != 1 or is_blank(name[0].text) or is_number(name[0].text) or _is_level(name[0]):
        return 0
    if any(_is_numbered(cell) for cell in cells if cell is not name[0]):
        return 0
    before = [cell for cell in cells if cell.column < name[0].column]
    last = max(span.stop for span in (*head.fields.values(), *head.others)) + shift
    if any(not _could_be_level(cell) for cell in before) or any(cell.column >= last for cell in cells):
        return 0
    scores = [_only(found.get(each, ())) for each in ("points", "self_score") if each in head.fields]
    if not all(map(is_score, scores)):
        return 0
    return 1 + 2 * sum(is_number(each) for each in scores) + (3 if _is_numbered(name[0]) else 0)


def _only(cells: tuple[GridCell, ...]) -> str:
    return cells[0].text if cells else ""


def _shifted(head: Head, row: int, shift: int, cells: tuple[GridCell, ...]) -> Line:
    found = {
        name: cells_in(head.grid, row, _moved(span, shift))
        for name, span in head.fields.items()
        if name not in ("level1", "level2")
    }
    name = found["name"][0]
    levels = tuple(cell for cell in cells if cell.column < name.column)
    return Line(head, row, MappingProxyType({**found, **_levels(head, levels, shift)}), shift)


def _levels(head: Head, cells: tuple[GridCell, ...], shift: int) -> dict[str, tuple[GridCell, ...]]:
    """Which level each of the cells before a name is: by its word, or else by its column."""
    if len(cells) > 1:
        return {"level1": cells[:1], "level2": cells[1:2]}
    found: dict[str, tuple[GridCell, ...]] = {}
    for cell in cells:
        spelt = _level_word(cell)
        level2 = head.fields.get("level2")
        by_column = level2 is not None and cell.column >= level2.start + min(shift, 0)
        is_second = by_column if (spelt in words.LEVELS1) == (spelt in words.LEVELS2) else spelt in words.LEVELS2
        found["level2" if is_second else "level1"] = (cell,)
    return found


def _moved(span: Span, shift: int) -> Span:
    return Span(span.start + shift, span.stop + shift, span.title)


def _level_word(cell: GridCell) -> str:
    return key(words.WEIGHT.sub("", narrow(cell.text)))


def _is_level(cell: GridCell) -> bool:
    return _level_word(cell) in words.LEVELS1 | words.LEVELS2


def _could_be_level(cell: GridCell) -> bool:
    return not is_number(cell.text) and len(cell.text.strip()) <= 20


def _is_numbered(cell: GridCell) -> bool:
    return words.NUMBERED.match(narrow(cell.text)) is not None
