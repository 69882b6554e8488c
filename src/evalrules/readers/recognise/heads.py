"""Finds the heads of tables by their words: which columns hold what, for indicators and for funds.

A head may take several rows (绩效指标 over 一级指标, 二级指标, 三级指标), and two heads may stand beside each
other in one row.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import pairwise
from types import MappingProxyType
from typing import Literal, TypeAlias

from attrs import frozen

from evalrules.readers.grid import Grid, GridCell, Layout
from evalrules.readers.recognise import vocabulary as words
from evalrules.readers.recognise.words import is_number, key

Subject: TypeAlias = Literal["indicators", "funds"]

_TALLEST = 3
"""rows that a head has at most"""

_STRONG: Mapping[Subject, frozenset[str]] = MappingProxyType({
    "indicators": frozenset(("goal", *words.LABELS, "original_target", "target", "actual", "criterion", "operator")),
    "funds": frozenset(("source", *words.MONEY, "executed_other", "rate")),
})  # fmt: skip
"""the fields that only one of the two has, and which therefore say where it begins"""


@frozen(eq=False)
class Span:
    """The columns under one heading; `stop` is the first one that is not."""

    start: int
    stop: int
    title: str

    def has(self, cell: GridCell) -> bool:
        return cell.column < self.stop and self.start < cell.column + cell.width


@frozen(eq=False)
class Head:
    """The head of a table: the rows it takes, and its columns by field; `others` are those of no field."""

    subject: Subject
    grid: Grid
    top: int
    bottom: int
    fields: Mapping[str, Span]
    others: tuple[Span, ...]
    twice: tuple[tuple[str, Span, Span], ...]
    """fields that two columns claim"""
    cells: tuple[GridCell, ...]

    @property
    def left(self) -> int:
        return min(each.start for each in self._spans)

    @property
    def right(self) -> int:
        """The first column that no longer belongs to the table."""
        return max(each.stop for each in self._spans)

    @property
    def _spans(self) -> tuple[Span, ...]:
        return (*self.fields.values(), *self.others, *(each for _, _, each in self.twice))


@frozen(eq=False)
class _Heading:
    """What stands over some columns, from the upper row to the lower, with the field that each subject sees."""

    span: Span
    stack: tuple[GridCell, ...]
    seen: Mapping[Subject, str]

    @property
    def known(self) -> bool:
        return bool(self.seen) or key(self.stack[-1].text) in words.ASIDE_COLUMNS


def heads_in(grid: Grid) -> tuple[Head, ...]:
    """The heads in `grid`, from top to bottom."""
    found: list[Head] = []
    for row in sorted(grid.in_rows):
        found += (each for each in _heads_at(grid, row) if not any(_overlap(each, other) for other in found))
    return tuple(found)


def _overlap(one: Head, other: Head) -> bool:
    """Whether two heads share a place: one of them is then the lower part of the other."""
    return one.top <= other.bottom and other.top <= one.bottom and one.left < other.right and other.left < one.right


def _heads_at(grid: Grid, row: int) -> tuple[Head, ...]:
    """The heads whose first row is `row`, each with as many rows below as belong to it."""
    heads = tuple(_qualified(grid, row, row))
    if grid.layout is Layout.FLAT:  # of two lines it is not certain which word stands over which
        return heads
    return tuple(_extended(head) for head in heads)


def _extended(head: Head) -> Head:
    while head.bottom - head.top + 1 < _TALLEST and _continues(head):
        taller = [each for each in _qualified(head.grid, head.top, head.bottom + 1) if _is_same(each, head)]
        if not taller:
            break
        head = taller[0]
    return head


def _is_same(one: Head, other: Head) -> bool:
    return one.subject == other.subject and one.left < other.right and other.left < one.right


def _continues(head: Head) -> bool:
    """Whether the row below a head holds nothing but further headings, at least one of them new."""
    row = head.bottom + 1
    cells = (cell for cell in head.grid.row(row) if cell.column < head.right and head.left < cell.column + cell.width)
    new = [cell for cell in cells if cell not in head.cells]
    return bool(new) and all(_seen((cell,)) or _is_qualifier(cell) for cell in new)


def _is_qualifier(cell: GridCell) -> bool:
    return key(cell.text) in ("年初", "年初设定", "调整后", "调整", "A", "B")


def _qualified(grid: Grid, top: int, bottom: int) -> Iterator[Head]:
    for subject, headings in _segments(_headings(grid, top, bottom)):
        head = _head(grid, top, bottom, subject, headings)
        if _is_head(head, headings):
            yield head


def _is_head(head: Head, headings: tuple[_Heading, ...]) -> bool:
    """Whether the words are those of a head, and no numbers stand between them."""
    if any(is_number(cell.text) for each in headings for cell in each.stack):
        return False
    fields = head.fields.keys()
    if head.subject == "funds":
        money = len(fields & set(words.MONEY))
        return money > 1 or (money == 1 and "rate" in fields)
    return bool(fields & set(words.LABELS)) and len(fields & set(words.VALUES)) > 1


# ---- headings ------------------------------------------------------------------------------------


def _headings(grid: Grid, top: int, bottom: int) -> tuple[_Heading, ...]:
    """What stands over each run of columns in the rows of a head, from left to right."""
    starts = sorted({cell.column for row in range(top, bottom + 1) for cell in grid.row(row)})
    if not starts:
        return ()
    found = []
    for start, following in pairwise([*starts, grid.width]):
        stack = tuple(
            dict.fromkeys(grid.cells[row, start] for row in range(top, bottom + 1) if (row, start) in grid.cells)
        )
        if stack:
            stop = min(following, *(cell.column + cell.width for cell in stack))
            found.append(_Heading(Span(start, max(stop, start + 1), stack[-1].text), stack, _seen(stack)))
    return tuple(found)


def _seen(stack: tuple[GridCell, ...]) -> Mapping[Subject, str]:
    """The field that a heading names, to a reader of indicators and to one of funds."""
    lower, upper = key(stack[-1].text), key(stack[0].text)
    spelt = (upper + lower, lower + upper, lower, upper) if len(stack) > 1 else (lower,)
    found: dict[Subject, str] = {}
    for each in spelt:
        if field := words.INDICATORS.get(each) or ("reason" if words.REASON.match(each) else ""):
            found.setdefault("indicators", _qualified_target(field, lower))
        if field := words.FUNDS.get(each, ""):
            found.setdefault("funds", field)
    return found


def _qualified_target(field: str, lower: str) -> str:
    return "original_target" if field == "target" and lower.startswith("年初") else field


def _segments(headings: tuple[_Heading, ...]) -> Iterator[tuple[Subject, tuple[_Heading, ...]]]:
    """Runs of headings of one subject: where a word comes up that only the other one has, that one begins."""
    run: list[_Heading] = []
    subject: Subject | None = None
    for each in headings:
        own = _own_subject(each)
        if own and subject and own != subject:
            between = _between(run, subject)
            yield subject, tuple(run[: len(run) - between])
            run = run[len(run) - between :]
        subject = own or subject
        run.append(each)
    if subject:
        yield subject, tuple(run)


def _between(run: list[_Heading], subject: Subject) -> int:
    """How many headings at the end of a run belong to the one that follows: 项目资金 is the label of the funds."""
    count = 0
    for each in reversed(run):
        spelt = key(each.stack[-1].text)
        if subject in each.seen or (spelt in words.ASIDE_COLUMNS and "资金" not in spelt and "预算" not in spelt):
            break
        count += 1
    return count


def _own_subject(heading: _Heading) -> Subject | None:
    for subject, field in heading.seen.items():
        if field in _STRONG[subject] and len(heading.seen) == 1:
            return subject
    return None


def _head(grid: Grid, top: int, bottom: int, subject: Subject, headings: tuple[_Heading, ...]) -> Head:
    fields: dict[str, Span] = {}
    others: list[Span] = []
    twice: list[tuple[str, Span, Span]] = []
    for each in headings:
        field = each.seen.get(subject, "")
        if field in ("points", "self_score") and _is_of_level(fields, headings, each, subject):
            others.append(each.span)
        elif field and field in fields and fields[field].stop == each.span.start and _same(each, fields[field], grid):
            fields[field] = Span(fields[field].start, each.span.stop, each.span.title)
        elif field and field in fields:
            twice.append((field, fields[field], each.span))
        elif field:
            fields[field] = each.span
        else:
            others.append(each.span)
    if subject == "indicators":
        _name_by_default(fields, others)
    if "target" not in fields and "original_target" in fields:
        fields["target"] = fields.pop("original_target")
    cells = tuple(cell for each in headings for cell in each.stack)
    return Head(subject, grid, top, bottom, MappingProxyType(fields), tuple(others), tuple(twice), cells)


def _is_of_level(fields: Mapping[str, Span], headings: tuple[_Heading, ...], each: _Heading, subject: Subject) -> bool:
    """Whether points stand between the columns of the levels, and so are those of a level: 一级指标 分值 二级指标."""
    if subject != "indicators" or not fields:
        return False
    later = (other.seen.get(subject) for other in headings if other.span.start > each.span.start)
    return any(field in words.LABELS for field in later)


def _same(heading: _Heading, span: Span, grid: Grid) -> bool:
    """Whether a heading stands in the same cell as the one before it."""
    return grid.at(heading.stack[-1].row, span.start) is heading.stack[-1]


def _name_by_default(fields: dict[str, Span], others: list[Span]) -> None:
    """Where no column is called that of the names, 绩效指标 is; else the narrowest level."""
    if "name" in fields:
        return
    found = next((each for each in others if key(each.title) in words.FALLBACK_NAMES), None)
    if found is not None and not any(fields[level].start > found.start for level in words.LABELS if level in fields):
        others.remove(found)
        fields["name"] = found
        return
    lowest = next((level for level in reversed(words.LABELS) if level in fields), None)
    if lowest is not None:
        fields["name"] = fields.pop(lowest)
