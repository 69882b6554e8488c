"""A table of stretches on the number line: holes, shared numbers, order, and entries that hold none.

Where ends cannot be compared, a table may still be a chain: each entry ends where the next begins. That
its ends are in the order in which they are written is then taken as said.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from itertools import pairwise

from attrs import frozen

from evalrules.language.check.coverage.bounds import Reach
from evalrules.language.check.coverage.folding import Folded, NotFolded, Scale, fold
from evalrules.language.check.coverage.polynomials import Algebra, constant_of
from evalrules.language.check.coverage.stretches import (
    HIGHEST,
    LOWEST,
    Cut,
    Piece,
    gaps,
    meet,
    piece_of,
    plain_number,
)
from evalrules.language.policy.definition import End
from evalrules.language.source import Span


@frozen(eq=False, repr=False)
class Entry:
    """One stretch of a table, as it is written: None is an end at infinity. No ends at all: the rest."""

    low: End | None
    high: End | None
    span: Span
    name: str = ""

    @property
    def is_rest(self) -> bool:
        return self.low is None and self.high is None


@frozen(eq=False, repr=False)
class Placed:
    """An entry and the numbers that it holds, in multiples of the table's scale."""

    entry: Entry
    piece: Piece


@frozen(eq=False, repr=False)
class Table:
    """Entries on one scale; those that hold no number are kept apart."""

    scale: Scale
    placed: tuple[Placed, ...]
    empty: tuple[Placed, ...]
    rests: tuple[Entry, ...]


@frozen(eq=False, repr=False)
class Shared:
    """The numbers that two entries hold, and one of them."""

    first: Placed
    second: Placed
    piece: Piece
    number: Fraction


@frozen(eq=False, repr=False)
class Hole:
    """Numbers that no entry holds, one of them, and the entries on both sides."""

    piece: Piece
    number: Fraction
    below: Placed | None
    above: Placed | None


def table_of(entries: Sequence[Entry], algebra: Algebra) -> Table | NotFolded:
    """The numbers that `entries` hold; or the end that cannot be brought on one scale with the others."""
    ends = [end for entry in entries for end in (entry.low, entry.high) if end is not None]
    folded = fold(ends, algebra)
    if isinstance(folded, NotFolded):
        return folded
    placed = _placed([entry for entry in entries if not entry.is_rest], folded)
    return Table(
        folded.scale,
        tuple(each for each in placed if not each.piece.is_empty),
        tuple(each for each in placed if each.piece.is_empty),
        tuple(entry for entry in entries if entry.is_rest),
    )


def _placed(entries: Sequence[Entry], folded: Folded) -> list[Placed]:
    numbers = iter(folded.numbers)
    found = []
    for entry in entries:
        low = LOWEST if entry.low is None else Cut(0, next(numbers), not entry.low.closed)
        high = HIGHEST if entry.high is None else Cut(0, next(numbers), entry.high.closed)
        found.append(Placed(entry, Piece(low, high)))
    return found


def is_chain(entries: Sequence[Entry], algebra: Algebra) -> bool:
    """Whether neighbours meet at one and the same quantity, which exactly one of them includes."""
    ranges = [entry for entry in entries if not entry.is_rest]
    falls = all(_meet_at(before.low, after.high, algebra) for before, after in pairwise(ranges))
    return falls or all(_meet_at(before.high, after.low, algebra) for before, after in pairwise(ranges))


def _meet_at(one: End | None, other: End | None, algebra: Algebra) -> bool:
    if one is None or other is None or one.closed is other.closed:
        return False
    return algebra.polynomial(one.value) == algebra.polynomial(other.value)


def holds_all(entries: Sequence[Entry], reach: Reach, algebra: Algebra) -> bool:
    """Whether a chain leaves nothing of `reach` beyond its two ends."""
    if any(entry.is_rest for entry in entries):
        return True
    lows = [entry.low for entry in (entries[0], entries[-1])]
    highs = [entry.high for entry in (entries[0], entries[-1])]
    piece = piece_of(reach.amount)
    under = [None if low is None else _cut(low, algebra, is_low=True) for low in lows]
    over = [None if high is None else _cut(high, algebra, is_low=False) for high in highs]
    is_low_enough = any(low is None for low in lows) or any(cut is not None and cut <= piece.low for cut in under)
    is_high_enough = any(high is None for high in highs) or any(cut is not None and cut >= piece.high for cut in over)
    return is_low_enough and is_high_enough


def _cut(end: End, algebra: Algebra, *, is_low: bool) -> Cut | None:
    """Where an end lies that is a number whatever the form says."""
    number = constant_of(algebra.polynomial(end.value))
    return None if number is None else Cut(0, number, end.closed is not is_low)


def shared_numbers(table: Table, reach: Reach) -> list[Shared]:
    """For each entry that holds a number of another, and the subject can be that number: one such pair."""
    found = []
    furthest: Placed | None = None
    for each in sorted(table.placed, key=lambda placed: placed.piece.low):
        if furthest is not None:
            piece = meet(each.piece, furthest.piece)
            number = _number_in(piece, reach)
            if number is not None:
                found.append(Shared(furthest, each, piece, number))
        if furthest is None or each.piece.high > furthest.piece.high:
            furthest = each
    return found


def holes(table: Table, reach: Reach) -> list[Hole]:
    """The numbers that the subject can be and no entry holds, from low to high."""
    found = []
    for piece in gaps((each.piece for each in table.placed), piece_of(reach.amount)):
        number = _number_in(piece, reach)
        if number is not None:
            below = [each for each in table.placed if each.piece.high <= piece.low]
            above = [each for each in table.placed if each.piece.low >= piece.high]
            under = max(below, key=lambda each: each.piece.high, default=None)
            over = min(above, key=lambda each: each.piece.low, default=None)
            found.append(Hole(piece, number, under, over))
    return found


def beyond_reach(table: Table, reach: Reach) -> list[Placed]:
    """The entries of which the subject can be no number."""
    return [each for each in table.placed if _number_in(each.piece, reach) is None]


def out_of_order(table: Table) -> tuple[Placed, Placed] | None:
    """The first two neighbours that fall where the table rises, or rise where it falls."""
    rising: bool | None = None
    for before, after in pairwise(table.placed):
        rises = after.piece.low > before.piece.low
        if rising is not None and rises is not rising:
            return before, after
        rising = rises
    return None


def _number_in(piece: Piece, reach: Reach) -> Fraction | None:
    """A plain number of `piece` that lies within `reach`, and on its step."""
    return plain_number(meet(piece, piece_of(reach.amount)), reach.step or None)


__all__ = [
    "Entry",
    "Hole",
    "Placed",
    "Shared",
    "Table",
    "beyond_reach",
    "holes",
    "out_of_order",
    "shared_numbers",
    "table_of",
]
