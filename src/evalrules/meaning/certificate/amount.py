"""What is known of a number, as the stretch of the number line between two cuts.

A cut lies just below or just above a number, or beyond all numbers. A stretch that includes its end
reaches to the far side of it, one that excludes it stops on the near side; a single number lies
between the two cuts beside it. Which of two stretches ends first is then an order of cuts.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from math import ceil, floor
from typing import NamedTuple

ZERO = Fraction(0)


class Cut(NamedTuple):
    """A place between numbers; compared as it lies on the line."""

    beyond: int
    """−1 below all numbers, 1 above all numbers, else 0"""
    at: Fraction
    side: int
    """−1 just below the number, 1 just above it; 0 beyond all numbers"""


BOTTOM, TOP = Cut(-1, ZERO, 0), Cut(1, ZERO, 0)


def below(x: Fraction) -> Cut:
    """The cut that leaves `x` above it."""
    return Cut(0, x, -1)


def above(x: Fraction) -> Cut:
    """The cut that leaves `x` below it."""
    return Cut(0, x, 1)


MOST_SHOWN_BITS = 1000


def show_number(x: Fraction) -> str:
    """`19/20`; a number of hundreds of digits is not worth showing, nor safe to."""
    longest = max(x.numerator.bit_length(), x.denominator.bit_length())
    return str(x) if longest <= MOST_SHOWN_BITS else "…"


@dataclass(frozen=True, slots=True)
class Amount:
    """The numbers between two cuts; at least one."""

    low: Cut
    high: Cut

    @property
    def number(self) -> Fraction | None:
        """The number, where it is known exactly."""
        return self.low.at if not self.low.beyond and self.high == above(self.low.at) else None

    def holds(self, x: Fraction) -> bool:
        return self.low < above(x) and below(x) < self.high

    def show(self) -> str:
        """`19/20`, `[1/2, 4/5)`, `(0, …)`."""
        if self.number is not None:
            return show_number(self.number)
        opening = "[" if self.low.side < 0 else "("
        closing = "]" if self.high.side > 0 else ")"
        low, high = ("…" if cut.beyond else show_number(cut.at) for cut in (self.low, self.high))
        return f"{opening}{low}, {high}{closing}"


def exactly(x: Fraction) -> Amount:
    """A number that is known."""
    return Amount(below(x), above(x))


def between(low: Cut, high: Cut) -> Amount | None:
    """The numbers between two cuts, None if there are none."""
    return Amount(low, high) if low < high else None


EVERYTHING = Amount(BOTTOM, TOP)
NEGATIVES, POSITIVES = Amount(BOTTOM, below(ZERO)), Amount(above(ZERO), TOP)
NOTHING_OWED = exactly(ZERO)


def meet(a: Amount, b: Amount) -> Amount | None:
    """The numbers that lie in both."""
    return between(max(a.low, b.low), min(a.high, b.high))


def hull(first: Amount, *others: Amount) -> Amount:
    """The least stretch that holds all of them."""
    every = (first, *others)
    return Amount(min(a.low for a in every), max(a.high for a in every))


# Arithmetic ---------------------------------------------------------------------------------------


def mirrored(a: Amount) -> Amount:
    """Every number with its sign turned."""
    return Amount(_mirror(a.high), _mirror(a.low))


def _mirror(cut: Cut) -> Cut:
    return Cut(-cut.beyond, -cut.at, -cut.side)


def plus(a: Amount, b: Amount) -> Amount:
    """Every sum; an end is reached only where both summands reach theirs."""
    low = BOTTOM if _endless(a.low, b.low) else Cut(0, a.low.at + b.low.at, max(a.low.side, b.low.side))
    high = TOP if _endless(a.high, b.high) else Cut(0, a.high.at + b.high.at, min(a.high.side, b.high.side))
    return Amount(low, high)


def _endless(a: Cut, b: Cut) -> bool:
    return a.beyond != 0 or b.beyond != 0


def minus(a: Amount, b: Amount) -> Amount:
    """Every difference."""
    return plus(a, mirrored(b))


def times(a: Amount, b: Amount) -> Amount:
    """Every product: sign by sign, since among positive numbers a product only grows with its factors."""
    products = [_signed_product(x, y) for x in by_sign(a) for y in by_sign(b)]
    return hull(*products)


def by_sign(a: Amount) -> list[Amount]:
    """The negative numbers of `a`, its zero, its positive numbers, as far as it has them."""
    parts = (meet(a, NEGATIVES), meet(a, NOTHING_OWED), meet(a, POSITIVES))
    return [part for part in parts if part is not None]


def _signed_product(a: Amount, b: Amount) -> Amount:
    if NOTHING_OWED in (a, b):
        return NOTHING_OWED
    a_negative, b_negative = a.low < below(ZERO), b.low < below(ZERO)
    product = _positive_product(mirrored(a) if a_negative else a, mirrored(b) if b_negative else b)
    return mirrored(product) if a_negative != b_negative else product


def _positive_product(a: Amount, b: Amount) -> Amount:
    low = Cut(0, a.low.at * b.low.at, max(a.low.side, b.low.side))
    high = TOP if _endless(a.high, b.high) else Cut(0, a.high.at * b.high.at, min(a.high.side, b.high.side))
    return Amount(low, high)


def over(a: Amount, b: Amount) -> Amount | None:
    """Every quotient, None where `b` may be 0."""
    if b.holds(ZERO):
        return None
    inverse = mirrored(_inverse(mirrored(b))) if b.low < below(ZERO) else _inverse(b)
    return times(a, inverse)


def _inverse(positive: Amount) -> Amount:
    low, high = positive.high, positive.low
    return Amount(
        above(ZERO) if low.beyond else Cut(0, 1 / low.at, -low.side),
        TOP if high.at == 0 else Cut(0, 1 / high.at, -high.side),
    )


def size_of(a: Amount) -> Amount:
    """How far every number is from 0."""
    return hull(*(mirrored(part) if part.low < below(ZERO) else part for part in by_sign(a)))


def least(a: Amount, b: Amount) -> Amount:
    """Every value of the smaller of the two."""
    return Amount(min(a.low, b.low), min(a.high, b.high))


def greatest(a: Amount, b: Amount) -> Amount:
    """Every value of the greater of the two."""
    return Amount(max(a.low, b.low), max(a.high, b.high))


# Comparing ----------------------------------------------------------------------------------------


def compared(sign: str, a: Amount, b: Amount) -> bool | None:
    """Whether `a sign b` for every choice of numbers, for none (False), or for some (None)."""
    match sign:
        case "<":
            return _settled(a.high <= b.low, _never_above(b, a))
        case "≥":
            return _denied(compared("<", a, b))
        case ">":
            return compared("<", b, a)
        case "≤":
            return _denied(compared("<", b, a))
        case "=":
            return _settled(a.number is not None and a == b, a.high <= b.low or b.high <= a.low)
        case _:
            return _denied(compared("=", a, b))


def _never_above(a: Amount, b: Amount) -> bool:
    """Whether no number of `a` lies above one of `b`."""
    return a.high[:2] <= b.low[:2]


def _settled(always: bool, never: bool) -> bool | None:
    return True if always else False if never else None


def _denied(answer: bool | None) -> bool | None:
    return None if answer is None else not answer


# Rounding and counting ----------------------------------------------------------------------------


def rounded(a: Amount, unit: Fraction, mode: str) -> Amount:
    """The least stretch that holds every number of `a` rounded to a multiple of `unit` (positive).

    Its ends are reached: beside an open end stand numbers so near to it that no multiple of half a
    unit, where alone rounding jumps, lies between.
    """
    low = BOTTOM if a.low.beyond else below(_rounded_end(a.low, 1, unit, mode))
    high = TOP if a.high.beyond else above(_rounded_end(a.high, -1, unit, mode))
    return Amount(low, high)


def _rounded_end(end: Cut, inward: int, unit: Fraction, mode: str) -> Fraction:
    halves = end.at / (unit / 2)
    nearby = Fraction(0) if end.side == -inward else unit / (4 * halves.denominator)
    return round_number(end.at + inward * nearby, unit, mode)


def round_number(x: Fraction, unit: Fraction, mode: str) -> Fraction:
    """`x` as a multiple of `unit`, negative numbers as the positive ones: half up is away from zero."""
    size = abs(x) / unit
    multiples = {
        "half-up": floor(size + Fraction(1, 2)),
        "half-even": round(size),
        "down": floor(size),
        "up": ceil(size),
    }[mode]
    return (multiples if x >= 0 else -multiples) * unit
