"""Takes the cell of a field out of a row: one cell, several pieces of one, or one that is merged with others."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import reduce

from attrs import evolve

from evalrules.language.policy.form import Cell
from evalrules.readers.document import cell as sound_cell
from evalrules.readers.grid import Grid, GridCell, together
from evalrules.readers.problems import FormProblemKind, excerpt
from evalrules.readers.recognise.heads import Span
from evalrules.readers.recognise.words import is_blank, is_number, narrow

_SIGN = re.compile(r"(?:≥|≤|>=|<=|=>|=<|>|<|=|≈)")


def cells_in(grid: Grid, row: int, span: Span) -> tuple[GridCell, ...]:
    """The cells of a row under a heading, from left to right, each once."""
    return tuple(cell for cell in grid.row(row) if span.has(cell))


def cell_from(found: GridCell) -> Cell:
    """The cell as printed, unless it is beyond what a cell of a form can be."""
    if found.problem is not None:
        return Cell(found.text, found.address, found.problem)
    return sound_cell(found.text.strip(), found.address)


def cell_of(found: tuple[GridCell, ...], place: str) -> Cell:
    """The cell that stands under a heading, at `place` if there is none. Sign, number and unit are put together."""
    pieces = [each for each in found if each.text.strip() or each.problem]
    if not pieces:
        return Cell("", found[0].address if found else place)
    if len(pieces) == 1:
        return cell_from(pieces[0])
    if not _fit_together(pieces):
        texts = " / ".join(each.text.strip() for each in pieces)
        problem = FormProblemKind.UNALIGNED_ROW.at(pieces[0].address, texts)
        return Cell(texts, pieces[0].address, problem)
    return joined(map(cell_from, pieces))


def _fit_together(pieces: list[GridCell]) -> bool:
    """Whether the pieces are a sign, a number and a unit, or some of them in that order."""
    texts = [narrow(each.text).strip() for each in pieces]
    rest = texts[1:] if _SIGN.fullmatch(texts[0]) else texts
    return bool(rest) and is_number(rest[0]) and len(rest) < 3 and not any(map(is_number, rest[1:]))


def joined(pieces: Iterable[Cell]) -> Cell:
    """One cell of several that stand beside each other. It is unreadable if one of them is."""
    cells = [each for each in pieces if each.text]
    problem = next((each.problem for each in cells if each.problem), None)
    address = reduce(together, (each.address for each in cells))
    return Cell("".join(each.text for each in cells), address, problem)


def with_sign(value: Cell, sign: Cell) -> Cell:
    """The value with the comparator that a column of its own gives it; a word for one is left where it is."""
    mark = _SIGN.fullmatch(narrow(sign.text).strip())
    if mark is None or is_blank(value.text) or value.problem or sign.problem:
        return value
    own = _SIGN.match(narrow(value.text).strip())
    if own is None:
        return joined((sign, value)) if is_number_like(value.text) else value
    if _spelling(own[0]) == _spelling(mark[0]):
        return value
    problem = FormProblemKind.SIGNS_DIFFER.at(value.address, own[0], mark[0])
    return evolve(value, problem=problem)


def with_unit(value: Cell, unit: Cell) -> Cell:
    """The value with the unit that a column of its own gives it, where it is a number without any."""
    text = unit.text.strip()
    if is_blank(text) or value.problem or unit.problem or text in ("无", "无单位"):
        return value
    bare = _SIGN.sub("", narrow(value.text).strip(), count=1).strip()
    return joined((value, unit)) if is_number(bare) else value


def is_sign(text: str) -> bool:
    """Whether `text` is a comparator and nothing else."""
    return _SIGN.fullmatch(narrow(text).strip()) is not None


def is_number_like(text: str) -> bool:
    """Whether `text` is a number, perhaps with a unit behind it."""
    return re.match(r"[-+−]?\d", narrow(text).strip()) is not None


def _spelling(sign: str) -> str:
    return {">=": "≥", "=>": "≥", "<=": "≤", "=<": "≤"}.get(sign, sign)


def shown(cells: Iterable[GridCell]) -> str:
    """The texts of a row, shortened, for a message."""
    return excerpt(" | ".join(" ".join(each.text.split()) for each in cells if each.text.strip()))
