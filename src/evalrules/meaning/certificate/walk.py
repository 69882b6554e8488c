"""Goes through a record once, from the outside in: every object of it, and which row it speaks of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from evalrules.meaning.certificate.expressions import RowKey
from evalrules.meaning.certificate.node import MalformedError, Node
from evalrules.meaning.certificate.phrase import Phrase, neutral

MOST_OBJECTS = 500_000
DEEPEST = 600


# Where the total is worked out from what the rules leave open.
_OPEN = ("open_award", "open_adjustments")


@dataclass(frozen=True, slots=True)
class Part:
    """An object of the record. `in_row`: it is part of a row's own score; `is_open`: of the open total."""

    node: Node
    row: RowKey | None
    in_row: bool
    is_open: bool
    around: tuple[RowKey | None, ...] = ()
    """the rows around `row`, the nearest last: each gathers the rows of the next"""


@dataclass(frozen=True, slots=True)
class _Visit:
    """An object or a list that is still to be looked at, and what is known of it from outside."""

    path: str
    value: object
    depth: int
    row: RowKey | None
    in_row: bool
    is_open: bool
    around: tuple[RowKey | None, ...] = ()


def parts_of(record: object) -> Iterator[Part]:
    """Every object of a record, the outer before the inner; a record beyond all size is malformed."""
    queue = [_Visit("$", record, 0, None, False, False)]
    count = 0
    while queue:
        visit = queue.pop()
        count += 1
        if count > MOST_OBJECTS or visit.depth > DEEPEST:
            found = Phrase("过大的记录", "a record beyond all size")
            raise MalformedError(visit.path, found, neutral(f"≤ {MOST_OBJECTS}, ≤ {DEEPEST}"))
        fields = visit.value
        if isinstance(fields, dict):
            visit = _at_row(replace(visit, in_row=visit.in_row or "scopings" in fields), fields)
            yield Part(Node(visit.path, fields), visit.row, visit.in_row, visit.is_open, visit.around)
        queue += _inside(visit)


def _inside(visit: _Visit) -> list[_Visit]:
    """The objects and lists directly inside another, the last first, as a stack has them."""
    if isinstance(visit.value, dict):
        named = [(f"{visit.path}.{name}", name, value) for name, value in visit.value.items()]
    elif isinstance(visit.value, list):
        named = [(f"{visit.path}[{at}]", "", value) for at, value in enumerate(visit.value)]
    else:
        return []
    depth, row, in_row = visit.depth + 1, visit.row, visit.in_row
    return [
        _Visit(path, value, depth, row, in_row, visit.is_open or (name in _OPEN and not in_row), visit.around)
        for path, name, value in reversed(named)
        if isinstance(value, dict | list)
    ]


def _at_row(visit: _Visit, fields: dict[str, object]) -> _Visit:
    """Where everything inside an object stands: a member is a row within a row; a step outside leads back."""
    if fields.get("step") == "outside":
        return replace(visit, row=(visit.around or (None,))[-1], around=visit.around[:-1])
    row = _row_of(fields)
    if row is None:
        return visit
    around = (*visit.around, visit.row) if "yields" in fields else ()
    return replace(visit, row=row, around=around)


def _row_of(fields: dict[str, object]) -> RowKey | None:
    """The row of which everything inside an object speaks: of a row itself, a member, a check."""
    if "step" in fields:
        return None
    match fields:
        case {"section": str(section), "index": int(index)} | {"row": [str(section), int(index)]}:
            return section, index
        case _:
            return None
