"""Reads what stands above and below the tables: names, year, place, titles, and pairs of a label and a content."""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrs import frozen

from evalrules.language.policy.form import Cell
from evalrules.readers.grid import Grid, GridCell, Layout
from evalrules.readers.recognise import vocabulary as words
from evalrules.readers.recognise.cells import cell_from
from evalrules.readers.recognise.words import is_number, key, narrow, one_line

_LONGEST_TITLE = 60
_LONGEST_LABEL = 20
_PAIR = re.compile(r"\s*([^:：\n]{2,20}?)\s*[:：]\s*(\S[^\n]*)?\s*")
_SEVERAL = re.compile(r"[\s　]{2,}")


@frozen(eq=False)
class Fact:
    """A content with the field it is for, where it stands, and the cells that say it."""

    field: str
    cell: Cell
    row: int
    cells: tuple[GridCell, ...]


@frozen(eq=False)
class Title:
    """The title of a form."""

    text: str
    address: str
    row: int
    cell: GridCell


def titles_in(grid: Grid) -> Iterator[Title]:
    """The titles in a grid: lines that end in 自评表 or the like."""
    for row in sorted(grid.in_rows):
        cells = [cell for cell in grid.row(row) if cell.text.strip()]
        if len(cells) == 1 and cells[0].row == row and _is_title(cells[0].text):
            yield Title(one_line(cells[0].text), cells[0].address, row, cells[0])


def _is_title(text: str) -> bool:
    line = re.sub(r"\s+", "", text)
    if len(line) > _LONGEST_TITLE or not words.TITLE.search(line):
        return False
    return "自评" in line or "评价" in line or "绩效" in line


def facts_in(grid: Grid, taken: frozenset[GridCell]) -> Iterator[Fact]:
    """The facts in a grid, outside the cells that are taken."""
    for row in sorted(grid.in_rows):
        cells = [cell for cell in grid.row(row) if cell not in taken and cell.row == row]
        for at, cell in enumerate(cells):
            yield from _facts_of(cell, row, cells[at + 1 :])


def _facts_of(cell: GridCell, row: int, behind: list[GridCell]) -> Iterator[Fact]:
    """The facts that begin in a cell: its own, or that of the next one."""
    field = _field_of(cell, behind)
    if field is not None:
        if behind and not _is_label(behind[0]):
            yield Fact(field, _content(behind[0]), row, (cell, behind[0]))
        return
    if found := words.ONLY_YEAR.fullmatch(one_line(narrow(cell.text))):
        yield Fact("year", Cell(found[1], cell.address), row, (cell,))
        return
    for part in _SEVERAL.split(cell.text) if len(cell.text) < 200 else ():
        pair = _PAIR.fullmatch(part)
        field = words.FACTS.get(key(pair[1])) if pair else None
        if pair and field and pair[2]:
            yield Fact(field, Cell(one_line(pair[2]), cell.address), row, (cell,))


def _field_of(cell: GridCell, behind: list[GridCell]) -> str | None:
    """The field that a label names; of amounts, only where the amount stands behind it."""
    spelt = key(cell.text) if len(cell.text) <= 2 * _LONGEST_LABEL else ""
    money = words.FUNDS.get(spelt, "")
    if money in (*words.MONEY, "rate") and behind and is_number(behind[0].text.strip().rstrip("%％万元")):
        return money
    return words.FACTS.get(spelt)


def _content(cell: GridCell) -> Cell:
    """The content of a fact. A code in front of a name is kept: it is printed."""
    found = cell_from(cell)
    return Cell(one_line(found.text), found.address, found.problem)


def _is_label(cell: GridCell) -> bool:
    spelt = key(cell.text)
    return spelt in words.FACTS or spelt in words.FUNDS or words.SIGNATURES.fullmatch(spelt) is not None


def facts_of_title(title: Title) -> Iterator[Fact]:
    """The year and the place that a title says."""
    line = re.sub(r"\s+", "", narrow(title.text))
    if year := words.YEAR.search(line):
        yield Fact("year", Cell(year[1], title.address), title.row, ())
    if place := words.PLACE.match(line):
        yield Fact("place", Cell(place["place"], title.address), title.row, ())


def kind_of_rest(cell: GridCell, grid: Grid) -> tuple[words.Kind, bool]:
    """What a text is that no field takes up, and whether that is known: what begins its row may say so."""
    found = _kind_of(cell, grid)
    first = grid.row(cell.row)[0]
    of_row = _kind_of(first, grid) if not found[1] and first is not cell else found
    return of_row if of_row[1] and of_row[0] in (words.NOTE, words.GOAL, words.SIGNATURE) else found


def _kind_of(cell: GridCell, grid: Grid) -> tuple[words.Kind, bool]:
    text = narrow(cell.text).strip()
    spelt = key(text.partition(":")[0])
    if words.NOTES.match(text) or spelt in words.REMARKS:
        return words.NOTE, True
    if words.LOOSE_UNIT.fullmatch(text):
        return words.MONEY_UNIT, True
    if words.SIGNATURES.match(spelt):
        return words.SIGNATURE, True
    if words.GOALS.fullmatch(spelt) or spelt in words.ASIDE_COLUMNS:
        return words.GOAL, True
    if grid.layout in (Layout.PROSE, Layout.FLAT) or len(text) > _LONGEST_LABEL:
        return words.TEXT, True
    return words.REST, False
