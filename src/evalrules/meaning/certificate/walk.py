"""Goes through a record once, from the outside in: every object of it, and which row it speaks of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from evalrules.meaning.certificate.expressions import RowKey
from evalrules.meaning.certificate.node import MalformedError, Node
from evalrules.meaning.certificate.phrase import Phrase, neutral

MOST_OBJECTS = 2_000_000
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


@dataclass(frozen=True, slots=True)
class _Visit:
    path: str
    value: object
    depth: int
    row: RowKey | None
    in_row: bool
    is_open: bool


def parts_of(record: object) -> Iterator[Part]:
    """Every object of a record, the outer before the inner; a record beyond all size is malformed."""
    queue = [_Visit("$", record, 0, None, False, False)]
    count = 0
    while queue:
        visit = queue.pop()
        count += 1
        if count > MOST_OBJECTS or visit.depth > DEEPEST:
            raise MalformedError(
                visit.path, Phrase("过大的记录", "a record beyond all size"), neutral(f"≤ {MOST_OBJECTS}, ≤ {DEEPEST}")
            )
        if isinstance(visit.value, dict):
            node = Node(visit.path, visit.value)
            row = _row_of(visit.value) or visit.row
            in_row = visit.in_row or "scopings" in visit.value
            yield Part(node, row, in_row, visit.is_open)
            queue += [
                _Visit(
                    node.at(str(name)),
                    value,
                    visit.depth + 1,
                    row,
                    in_row,
                    visit.is_open or (name in _OPEN and not in_row),
                )
                for name, value in reversed(visit.value.items())
            ]
        elif isinstance(visit.value, list | tuple):
            queue += [
                _Visit(f"{visit.path}[{at}]", value, visit.depth + 1, visit.row, visit.in_row, visit.is_open)
                for at, value in reversed(list(enumerate(visit.value)))
            ]


def _row_of(fields: dict[str, object]) -> RowKey | None:
    """The row of which everything inside an object speaks: of a row itself, a member, a check."""
    if "step" in fields:
        return None
    match fields:
        case {"section": str(section), "index": int(index)} | {"row": [str(section), int(index)]}:
            return section, index
        case _:
            return None
