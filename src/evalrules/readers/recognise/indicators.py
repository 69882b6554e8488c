"""Reads the rows under a head of indicators: levels carried down, numbers in front of names taken off, totals."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from attrs import define, evolve, field, frozen

from evalrules.language.policy.form import Cell, FormProblem, FormRow
from evalrules.language.problems import Phrase
from evalrules.readers.grid import GridCell, Layout
from evalrules.readers.problems import FormProblemKind
from evalrules.readers.reading import Aside
from evalrules.readers.recognise import vocabulary as words
from evalrules.readers.recognise.alignment import Line, aligned, line_at
from evalrules.readers.recognise.cells import cell_from, cell_of, is_sign, joined, shown, with_sign, with_unit
from evalrules.readers.recognise.heads import Head
from evalrules.readers.recognise.words import is_blank, is_number, key, label, narrow, one_line

_ONCE = ("points", "self_score", "review_score", "deduction", "set_weight")
"""what counts once where it is one cell merged over several rows"""

_LEVELS: tuple[str, ...] = ("goal", "level1", "level2")
_BESIDE_VALUES = (*words.LABELS, "goal", "operator", "measured_in", "criterion", "class")
"""what a form may print in a row that nobody has filled in"""


@frozen(eq=False)
class Rows:
    """What stands under one head of indicators."""

    head: Head
    rows: tuple[FormRow, ...]
    parts: tuple[FormRow, ...]
    total: Mapping[str, Cell]
    problems: tuple[FormProblem, ...]
    aside: tuple[Aside, ...]
    unfilled: int
    used: frozenset[GridCell]


@define(eq=False)
class _Reader:
    """Goes down the rows and remembers what is carried down."""

    head: Head
    rows: list[FormRow] = field(factory=list)
    parts: list[FormRow] = field(factory=list)
    total: dict[str, Cell] = field(factory=dict)
    problems: list[FormProblem] = field(factory=list)
    aside: list[Aside] = field(factory=list)
    unfilled: int = 0
    used: set[GridCell] = field(factory=set)
    levels: dict[str, Cell] = field(factory=dict)

    def put_aside(self, kind: words.Kind, cells: tuple[GridCell, ...]) -> None:
        self.aside += [Aside(kind.name, one_line(each.text), each.address) for each in cells if each.text.strip()]
        self.used.update(cells)


def rows_under(head: Head, until: int) -> Rows:
    """What stands under `head`, above row `until` of its grid."""
    reader = _Reader(head)
    reader.used.update(head.cells)
    reader.problems += (_claimed_twice(head, name, first.title, second.start) for name, first, second in head.twice)
    for row in sorted(each for each in head.grid.in_rows if head.bottom < each < until):
        cells = _own_cells(head, row)
        if cells and not _read(reader, row, cells):
            break
    return Rows(
        head, tuple(reader.rows), tuple(reader.parts), MappingProxyType(reader.total), tuple(reader.problems),
        tuple(reader.aside), reader.unfilled, frozenset(reader.used),
    )  # fmt: skip


def _claimed_twice(head: Head, name: str, title: str, column: int) -> FormProblem:
    place, other = (head.grid.address_of(head.bottom, at) for at in (column, head.fields[name].start))
    found = head.grid.at(head.bottom, column).text
    return FormProblemKind.COLUMN_TWICE.at(place, found, label(title) or name, other)


def _own_cells(head: Head, row: int) -> tuple[GridCell, ...]:
    """The cells of a row that stand under the head, other than the head's own; in flat text, wherever they stand."""
    cells = (cell for cell in head.grid.row(row) if (cell.text.strip() or cell.problem) and cell not in head.cells)
    if head.grid.layout is Layout.FLAT:
        return tuple(cells)
    return tuple(each for each in cells if each.column < head.right and head.left < each.column + each.width)


def _read(reader: _Reader, row: int, cells: tuple[GridCell, ...]) -> bool:
    """Read one row; whether the table goes on below it."""
    first, head = cells[0], reader.head
    if key(first.text) in words.TOTALS:
        _read_total(reader, row, cells)
        return False
    if words.SUBTOTALS.match(key(first.text)):
        reader.put_aside(words.SUBTOTAL, cells)
    elif ends_table(cells):
        return False
    elif len(cells) == 1 and _is_heading(head, first):
        reader.put_aside(words.TEXT, cells)
    elif (line := _line(head, row, cells)) is None:
        reader.problems.append(FormProblemKind.UNALIGNED_ROW.at(first.address, shown(cells)))
        reader.used.update(cells)
    else:
        _read_line(reader, line)
    return True


def _line(head: Head, row: int, cells: tuple[GridCell, ...]) -> Line | None:
    """The row by field; None where its cells are not where their headings are."""
    line = aligned(head, row, cells) if head.grid.layout is Layout.FLAT else line_at(head, row)
    return line if line is not None and _stands_right(line) else None


def _stands_right(line: Line) -> bool:
    """Whether no cell is missing and has let the others move: a comparator is no name, a number is no comparator."""
    names, signs = (tuple(cell.text for cell in line.cells.get(each, ())) for each in ("name", "operator"))
    return not any(map(is_sign, names)) and not any(map(is_number, signs))


def ends_table(cells: tuple[GridCell, ...]) -> bool:
    """Whether a row no longer belongs to a table: notes, facts and signatures begin."""
    text = narrow(cells[0].text).strip()
    spelt = key(text.partition(":")[0])
    if words.NOTES.match(text) or spelt in words.REMARKS:
        return True
    if words.GOALS.fullmatch(spelt):
        return not any(is_number(each.text) for each in cells)
    if spelt in words.FACTS or words.SIGNATURES.match(spelt):
        return sum(is_number(each.text) for each in cells) < 2
    return False


def _is_heading(head: Head, cell: GridCell) -> bool:
    """Whether the only cell of a row is a text over the columns of names and values, and no name."""
    if head.grid.layout is Layout.FLAT:
        return len(cell.text) > 60 and not words.NUMBERED.match(cell.text)
    return any(head.fields[each].has(cell) for each in words.VALUES if each in head.fields)


# ---- a row ---------------------------------------------------------------------------------------


def _read_line(reader: _Reader, line: Line) -> None:
    """Take up one row, with what is carried down to it."""
    reader.used.update(line.all_cells)
    _carry_levels(reader, line)
    name = _name(line)
    merged = frozenset(cell for each in _ONCE for cell in line.cells.get(each, ()) if cell.row < line.row)
    values = {each: _without(merged, line, each) for each in reader.head.fields if each not in words.LABELS}
    filled = any(not is_blank(cell.text) for each, cell in values.items() if each not in _BESIDE_VALUES)
    if not name.text and not name.problem and not filled:
        reader.unfilled += 1
        return
    _note_other_columns(reader, line)
    row = FormRow(
        MappingProxyType({**_labels(reader, _without_template(name)), **_composed(name, values)}), name.address
    )
    if _is_part(reader, name, values):
        reader.parts.append(row)
        return
    if merged:
        found = next(iter(merged))
        reader.problems.append(FormProblemKind.SHARED_CELL.at(name.address, found.text))
    reader.rows.append(row)


def _carry_levels(reader: _Reader, line: Line) -> None:
    """What this row says of its levels; what it does not say is said by the row above."""
    names = line.cells.get("name", ())
    for at, level in enumerate(_LEVELS):
        own = tuple(cell for cell in line.cells.get(level, ()) if cell not in names)
        text = joined(map(cell_from, own)) if own else None
        if text is None or not text.text.strip():
            continue
        if own[0].row == line.row:  # a new one, not the merged cell of the row above
            for lower in _LEVELS[at:]:
                reader.levels.pop(lower, None)
        reader.levels[level] = _without_points(reader, evolve(text, text=one_line(text.text)), own[0].row == line.row)


def _without_points(reader: _Reader, level: Cell, is_new: bool) -> Cell:
    """The name of a level without its points: 产出指标（50分） is 产出指标."""
    found = words.WEIGHT.search(narrow(level.text))
    if found is None or found.start() == 0:
        return level
    if is_new:
        reader.aside.append(Aside(words.LEVEL_POINTS.name, level.text, level.address))
    return evolve(level, text=level.text[: found.start()])


def _labels(reader: _Reader, name: Cell) -> dict[str, Cell]:
    found = {level: reader.levels[level] for level in _LEVELS if level in reader.levels}
    return found | {"name": name} if name.text or name.problem else found


def _name(line: Line) -> Cell:
    """The name of a row on one line, without the number that the form prints in front."""
    cells = line.cells.get("name", ())
    if not cells:
        return Cell("", line.place("name"))
    whole = joined(map(cell_from, cells))
    bare = words.NUMBERED.sub("", narrow(whole.text), count=1) if words.NUMBERED.match(narrow(whole.text)) else None
    text = whole.text if bare is None else whole.text[len(whole.text) - len(bare) :]
    return evolve(whole, text="" if is_blank(text) else one_line(text))


def _without(merged: frozenset[GridCell], line: Line, name: str) -> Cell:
    """The cell of a field; none where it is merged with that of the row above and has counted there."""
    cells = tuple(cell for cell in line.cells.get(name, ()) if cell not in merged)
    return cell_of(cells, line.place(name))


def _is_part(reader: _Reader, name: Cell, values: Mapping[str, Cell]) -> bool:
    """Whether a row only says what the row above consists of: 其中……, without points and a score of its own."""
    own = (values[each].text for each in ("points", "self_score") if each in values)
    return bool(reader.rows) and words.PART.match(name.text) is not None and all(map(is_blank, own))


def _note_other_columns(reader: _Reader, line: Line) -> None:
    for span in reader.head.others:
        for cell in line.others(span):
            if cell.text.strip() and cell.row in (line.row, reader.head.bottom + 1) and cell not in reader.head.cells:
                title = label(span.title) or "—"
                reader.aside.append(Aside(Phrase(title, title), one_line(cell.text), cell.address))
            reader.used.add(cell)


# ---- a target that is printed in pieces ------------------------------------------------------------


def _composed(name: Cell, values: Mapping[str, Cell]) -> dict[str, Cell]:
    """The cells of a row, the target with the comparator that is printed in its name: （≥**人）."""
    found = dict(values)
    template = words.TEMPLATE.search(narrow(name.text))
    if template is None or "target" not in found:
        return found
    for each in ("target", "actual"):
        if each in found:
            found[each] = with_unit(found[each], Cell(template["unit"], found[each].address))
    found["target"] = with_sign(found["target"], Cell(template["sign"], found["target"].address))
    return found


def _without_template(name: Cell) -> Cell:
    """The name of a row without the comparator that drafts print behind it."""
    template = words.TEMPLATE.search(narrow(name.text))
    return evolve(name, text=name.text[: template.start()]) if template and template.start() else name


def composed_in_one(cells: Mapping[str, Cell]) -> dict[str, Cell]:
    """The cells of a row with comparator and unit, which have columns of their own, put where the numbers are."""
    found = {name: cell for name, cell in cells.items() if name not in ("operator", "measured_in")}
    unit, sign = cells.get("measured_in"), cells.get("operator")
    for each in ("original_target", "target", "actual"):
        if unit is not None and each in found:
            found[each] = with_unit(found[each], unit)
        if sign is not None and each in found and each != "actual":
            found[each] = with_sign(found[each], sign)
    return found


def with_plain_sign(cells: Mapping[str, Cell]) -> dict[str, Cell]:
    """The cells of a row with the comparator of its own column in half width: ＝ is =."""
    sign = cells.get("operator")
    return dict(cells) if sign is None else {**cells, "operator": evolve(sign, text=narrow(sign.text).strip())}


# ---- the total -----------------------------------------------------------------------------------


def _read_total(reader: _Reader, row: int, cells: tuple[GridCell, ...]) -> None:
    """The points and the score of all rows together."""
    reader.used.update(cells)
    named, numbers = cells[0], tuple(cell for cell in cells[1:] if is_number(cell.text.strip().removesuffix("分")))
    line = line_at(reader.head, row)
    under = {
        each: tuple(cell for cell in line.cells.get(each, ()) if cell in numbers) for each in ("points", "self_score")
    }
    if under["points"] and under["points"] == under["self_score"]:
        under = {"self_score": under["points"]} if words.CLAIMED_TOTALS.search(named.text) else {}
    placed = {cell for found in under.values() for cell in found}
    if set(numbers) - placed and reader.head.grid.layout is Layout.FLAT and len(numbers) == 2:
        under, placed = dict(zip(("points", "self_score"), ((each,) for each in numbers), strict=True)), set(numbers)
    for each, found in under.items():
        if found:
            reader.total[each] = cell_of(found, named.address)
    elsewhere = {cell for name, found in line.cells.items() if name not in (*words.LABELS, *under) for cell in found}
    if loose := tuple(cell for cell in numbers if cell not in placed and (not placed or cell not in elsewhere)):
        reader.problems.append(FormProblemKind.UNCLEAR_TOTAL.at(loose[0].address, shown(cells)))
    rest = tuple(cell for cell in cells[1:] if cell not in (*placed, *loose) and not is_blank(cell.text))
    reader.put_aside(words.TEXT, rest)
