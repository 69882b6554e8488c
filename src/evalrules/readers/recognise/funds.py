"""Reads the rows under a head of funds: sources, amounts in the unit that the form says, the one row that is scored."""

from __future__ import annotations

import re
from collections.abc import Iterable
from types import MappingProxyType
from typing import Literal, TypeAlias

from attrs import define, evolve, field, frozen

from evalrules.language.policy.form import Cell, FormProblem, FormRow
from evalrules.language.problems import Phrase
from evalrules.readers.grid import GridCell, Layout
from evalrules.readers.problems import FormProblemKind
from evalrules.readers.reading import Aside
from evalrules.readers.recognise import vocabulary as words
from evalrules.readers.recognise.alignment import Line
from evalrules.readers.recognise.cells import cell_of, cells_in, shown
from evalrules.readers.recognise.heads import Head, Span
from evalrules.readers.recognise.indicators import ends_table
from evalrules.readers.recognise.words import is_blank, is_number, is_score, key, label, narrow, one_line

MoneyUnit: TypeAlias = Literal["", "元", "万元"]

_UNITS = re.compile("(?<![万亿千百])元|万元")
_UNIT_SAID = re.compile(r"(?:[(:]|单位)\s*(?:(?:金额)?单位)?\s*:?\s*(?:人民币)?\s*(万元|元)")
_MOST_SHIFT = 3


@frozen(eq=False)
class Funds:
    """What stands under one head of funds."""

    head: Head
    rows: tuple[FormRow, ...]
    problems: tuple[FormProblem, ...]
    aside: tuple[Aside, ...]
    used: frozenset[GridCell]


@define(eq=False)
class _Reader:
    """Goes down the rows."""

    head: Head
    unit: MoneyUnit
    left: int
    gap: int = 0
    """columns from the name of a source to the first amount, once a row has shown them"""
    rows: list[FormRow] = field(factory=list)
    problems: list[FormProblem] = field(factory=list)
    aside: list[Aside] = field(factory=list)
    used: set[GridCell] = field(factory=set)


def unit_said(texts: Iterable[str]) -> MoneyUnit | None:
    """The unit of money that headings such as 项目资金（万元） say; "" if none does, None if they say both."""
    said = {found for text in texts for match in _UNIT_SAID.finditer(narrow(text)) for found in match.groups()}
    if len(said) > 1:
        return None
    return "元" if said == {"元"} else "万元" if said else ""


def funds_under(head: Head, until: int, otherwise: MoneyUnit, left: int) -> Funds:
    """What stands under `head`, above row `until` of its grid and not to the left of column `left`.

    `otherwise` is the unit of money that is said elsewhere on the form.
    """
    beside = _labels_beside(head, left)
    said = unit_said(cell.text for cell in (*head.cells, *beside))
    reader = _Reader(head, said or otherwise, left)
    reader.used.update(head.cells, beside)
    if said is None:
        first = head.cells[0]
        reader.problems.append(FormProblemKind.TWO_MONEY_UNITS.at(first.address, shown(head.cells)))
    for name, _, second in head.twice:
        place = head.grid.address_of(head.bottom, second.start)
        other = head.grid.address_of(head.bottom, head.fields[name].start)
        reader.problems.append(FormProblemKind.COLUMN_TWICE.at(place, second.title, label(second.title), other))
    for row in sorted(each for each in head.grid.in_rows if head.bottom < each < until):
        if not _read(reader, row, spoilt=said is None):
            break
    return Funds(head, _sourced(reader), tuple(reader.problems), tuple(reader.aside), frozenset(reader.used))


def _labels_beside(head: Head, left: int) -> tuple[GridCell, ...]:
    """What stands to the left of the head and belongs to the whole table: 项目资金（万元）."""
    near = (head.grid.at(row, column) for row in range(head.top, head.bottom + 1) for column in range(left, head.left))
    return tuple(dict.fromkeys(cell for cell in near if "资金" in cell.text or "预算" in cell.text))


def _read(reader: _Reader, row: int, *, spoilt: bool) -> bool:
    """Read one row; whether the table goes on below it."""
    within = (cell for cell in reader.head.grid.row(row) if reader.left <= cell.column < reader.head.right)
    cells = tuple(cell for cell in within if cell not in reader.used and (cell.text.strip() or cell.problem))
    if not cells:
        return True
    if ends_table(cells) or key(cells[0].text) in words.FACTS:
        return False
    line = _line(reader, row, cells)
    if line is None:
        return False
    named = line.cells["source"]
    if not named and not any(is_number(cell.text.rstrip("%")) for cell in line.all_cells):
        return True
    if named and not words.SOURCE_WORDS.search(named[0].text) and not _has_money(line):
        return False
    _take(reader, line, spoilt=spoilt)
    return True


def _has_money(line: Line) -> bool:
    amounts = (cell.text for each in words.MONEY for cell in line.cells.get(each, ()))
    return any(map(is_number, amounts)) or any(_UNITS.search(narrow(text)) for text in amounts)


def _take(reader: _Reader, line: Line, *, spoilt: bool) -> None:
    """Take up one row."""
    found: dict[str, Cell] = {}
    if line.cells["source"]:
        found["source"] = _source(reader, line.cells["source"])
    for name in reader.head.fields:
        if name == "source":
            continue
        cell = cell_of(line.cells.get(name, ()), line.place(name))
        found[name] = _money(cell, reader, spoilt=spoilt) if name in (*words.MONEY, "executed_other") else cell
    for span in reader.head.others:
        title = label(span.title) or "—"
        beside = (cell for cell in line.others(span) if cell not in line.all_cells and cell not in reader.used)
        reader.aside += [Aside(Phrase(title, title), one_line(cell.text), cell.address) for cell in beside]
        reader.used.update(line.others(span))
    reader.used.update(line.all_cells)
    address = next(iter(found.values())).address
    reader.rows.append(FormRow(MappingProxyType(found), address))


def _source(reader: _Reader, cells: tuple[GridCell, ...]) -> Cell:
    """The name of a source of funds; the one of them all by the name that policies know."""
    whole = cell_of(cells[-1:], "")
    named = evolve(whole, text=label(whole.text))
    if key(named.text) not in words.TOTAL_SOURCES:
        return named
    if key(named.text) != words.TOTAL_SOURCE:
        reader.aside.append(Aside(words.NAMED_TOTAL.name, named.text, named.address))
    return evolve(named, text=words.TOTAL_SOURCE)


def _money(cell: Cell, reader: _Reader, *, spoilt: bool) -> Cell:
    """The amount, with 元 where the head says so: without any unit it would be taken as 万元."""
    if spoilt and is_number(cell.text):
        return evolve(cell, problem=FormProblemKind.TWO_MONEY_UNITS.at(cell.address, cell.text))
    return evolve(cell, text=f"{cell.text}元") if reader.unit == "元" and is_number(cell.text) else cell


def _sourced(reader: _Reader) -> tuple[FormRow, ...]:
    """The rows. An only row that says no source is that of all of them."""
    (*rows,) = reader.rows
    if len(rows) == 1 and "source" not in rows[0].cells:
        place = rows[0].address
        reader.aside.append(Aside(words.NAMED_TOTAL.name, "", place))
        return (FormRow(MappingProxyType({"source": Cell(words.TOTAL_SOURCE, place), **rows[0].cells}), place),)
    return tuple(rows)


# ---- which cell is which ---------------------------------------------------------------------------


def _line(reader: _Reader, row: int, cells: tuple[GridCell, ...]) -> Line | None:
    """The row by field; None where its cells stand under no heading."""
    head = reader.head
    if head.grid.layout is not Layout.FLAT:
        return _moved(head, row, _sources(head, cells), 0)
    for shift in sorted(range(-_MOST_SHIFT, _MOST_SHIFT + 1), key=abs):
        start = _first_amount(head) + shift
        named = [cell for cell in cells if cell.column < start and not is_blank(cell.text)][-1:]
        line = _moved(head, row, tuple(named), shift)
        gap = start - named[0].column if named else 0
        if gap and gap == (reader.gap or gap) and _makes_sense(line, cells):
            reader.gap = gap
            return line
    return None


def _first_amount(head: Head) -> int:
    return min(span.start for name, span in head.fields.items() if name != "source")


def _sources(head: Head, cells: tuple[GridCell, ...]) -> tuple[GridCell, ...]:
    """The cell that names the source of a row: that of its own column, or the nearest one before the amounts."""
    own = head.fields.get("source")
    before = [cell for cell in cells if cell.column < _first_amount(head) and not is_blank(cell.text)]
    named = [cell for cell in cells if own is not None and own.has(cell) and not is_blank(cell.text)]
    return tuple((named or before)[-1:])


def _moved(head: Head, row: int, named: tuple[GridCell, ...], shift: int) -> Line:
    found = {
        name: cells_in(head.grid, row, Span(span.start + shift, span.stop + shift, span.title))
        for name, span in head.fields.items()
        if name != "source"
    }
    return Line(head, row, MappingProxyType({"source": named, **found}), shift)


def _makes_sense(line: Line, cells: tuple[GridCell, ...]) -> bool:
    """Whether, in a row that may have moved, amounts are amounts and scores are scores."""
    named = line.cells["source"][0]
    if is_number(named.text):
        return False
    if any(cell.column > named.column and cell not in line.all_cells and is_number(cell.text) for cell in cells):
        return False
    amounts = [cell.text for each in words.MONEY for cell in line.cells.get(each, ())]
    scores = [cell.text for each in ("points", "self_score") for cell in line.cells.get(each, ())]
    sound = all(is_blank(text) or is_number(_UNITS.sub("", narrow(text))) for text in amounts)
    return sound and all(map(is_score, scores))
