"""The number line: pieces of it, where two share a number, and where none holds one.

Pieces end at cuts. A cut lies just below a number or just above it, so that 含 and 不含 are places
like any other and every question about ends is a comparison of cuts.
"""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from math import ceil, floor
from typing import NamedTuple

from attrs import frozen

from evalrules.language.node import Node
from evalrules.language.values import Amount, Interval

_ZERO = Fraction(0)
_ONE = Fraction(1)


class Cut(NamedTuple):
    """A place between numbers: just below `number`, just above it, or beyond all (`beyond` −1 or 1)."""

    beyond: int
    number: Fraction
    above: bool


LOWEST = Cut(-1, _ZERO, False)
HIGHEST = Cut(1, _ZERO, False)


def below(number: Fraction) -> Cut:
    """The cut just below `number`."""
    return Cut(0, number, False)


def above(number: Fraction) -> Cut:
    """The cut just above `number`."""
    return Cut(0, number, True)


@frozen(eq=False, repr=False)
class Piece(Node):
    """The numbers between two cuts; none, if the first is not before the second."""

    low: Cut
    high: Cut

    @property
    def is_empty(self) -> bool:
        return self.low >= self.high

    def holds(self, number: Fraction) -> bool:
        """Whether `number` is one of the piece's."""
        return self.low <= below(number) and above(number) <= self.high


EVERY_NUMBER = Piece(LOWEST, HIGHEST)


def piece_of(amount: Amount) -> Piece:
    """The numbers of `amount`."""
    if not isinstance(amount, Interval):
        return Piece(below(amount), above(amount))
    low = LOWEST if amount.low is None else Cut(0, amount.low, not amount.low_closed)
    high = HIGHEST if amount.high is None else Cut(0, amount.high, amount.high_closed)
    return Piece(low, high)


def meet(a: Piece, b: Piece) -> Piece:
    """The numbers of both."""
    return Piece(max(a.low, b.low), min(a.high, b.high))


def gaps(pieces: Iterable[Piece], within: Piece) -> tuple[Piece, ...]:
    """The pieces of `within` that hold no number of `pieces`, from low to high."""
    found, reached = [], within.low
    for piece in sorted((each for each in pieces if not each.is_empty), key=lambda each: each.low):
        if piece.low > reached:
            found.append(Piece(reached, min(piece.low, within.high)))
        reached = max(reached, piece.high)
    found.append(Piece(reached, within.high))
    return tuple(each for each in found if not each.is_empty)


# A number to show ---------------------------------------------------------------------------------


def plain_number(piece: Piece, step: Fraction | None = None) -> Fraction | None:
    """A number of `piece` that is quickly read: of those with the fewest decimals, the most central.

    With a `step`, a multiple of it; None if the piece holds none.
    """
    if piece.is_empty:
        return None
    number = _shortest_in(piece)
    if step is None or (number / step).denominator == 1:
        return number
    return _multiple_in(piece, step)


def _shortest_in(piece: Piece) -> Fraction:
    """The most central of the numbers with the fewest decimals; the only number, if there is but one."""
    if piece.low.beyond == 0 == piece.high.beyond and piece.low.number == piece.high.number:
        return piece.low.number
    places, found = 0, None
    while found is None:
        found = _multiple_in(piece, Fraction(1, 10**places))
        places += 1
    return found


def _multiple_in(piece: Piece, step: Fraction) -> Fraction | None:
    """The multiple of `step` nearest to the middle of `piece`, of two the lower; None if it holds none."""
    middle = _middle(piece, step) / step
    multiples = (floor(middle) * step, ceil(middle) * step)
    return next((each for each in multiples if piece.holds(each)), None)


def _middle(piece: Piece, step: Fraction) -> Fraction:
    """The middle of `piece`; of an endless one, the first multiple of `step` inside its end."""
    low, high = piece.low, piece.high
    if low.beyond and high.beyond:
        return _ZERO
    if high.beyond:
        first = ceil(low.number / step) * step
        return first if piece.holds(first) else first + step
    if low.beyond:
        last = floor(high.number / step) * step
        return last if piece.holds(last) else last - step
    return (low.number + high.number) / 2
