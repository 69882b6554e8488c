"""What is known of a number: the number itself, or an interval that holds it.

An actual printed as `≥90%` is the interval [90%, ∞): it meets a target of 90% whatever it is, and
leaves one of 95% undecided. Every operation here is exact and tight: its result holds all results
of its operands' numbers, and no end lies further out, or is more closed, than they make it.

Operands are taken as independent: an interval subtracted from itself is not zero.
"""

from __future__ import annotations

from fractions import Fraction

from attrs import frozen

from evalrules.language.values.number import Rounding, round_to


@frozen
class Interval:
    """All numbers between two ends; None is an end at infinity. Never empty, never one point.

    Made by `interval`, which knows when the answer is a point or nothing; the constructor refuses
    those with ValueError.
    """

    low: Fraction | None
    high: Fraction | None
    low_closed: bool
    high_closed: bool

    def __attrs_post_init__(self) -> None:
        if (self.low is None and self.low_closed) or (self.high is None and self.high_closed):
            raise ValueError("an end at infinity is open")
        if self.low is not None and self.high is not None and self.low >= self.high:
            raise ValueError(f"not an interval: {self.low} to {self.high}")


Amount = Fraction | Interval


def interval(
    low: Fraction | None,
    high: Fraction | None,
    low_closed: bool,
    high_closed: bool,
) -> Amount | None:
    """The numbers between two ends: an interval, the one number there is, or None if there is none."""
    if low is None or high is None or low < high:
        return Interval(low, high, low_closed and low is not None, high_closed and high is not None)
    return low if low == high and low_closed and high_closed else None


def low_of(a: Amount) -> Fraction | None:
    """The greatest lower bound of `a`, None if it has none."""
    return a if isinstance(a, Fraction) else a.low


def high_of(a: Amount) -> Fraction | None:
    """The least upper bound of `a`, None if it has none."""
    return a if isinstance(a, Fraction) else a.high


# Ends ---------------------------------------------------------------------------------------------

# Where an amount ends: (−1, 0 or 1 for −∞, a number or ∞; the number; whether it is reached).
# Two upper ends compare as they stand; two lower ends by `_as_low`.
_End = tuple[int, Fraction, bool]

_ZERO = Fraction(0)
_AT_ZERO = (0, _ZERO)


def _ends(a: Amount) -> tuple[_End, _End]:
    if isinstance(a, Fraction):
        return (0, a, True), (0, a, True)
    low = (-1, _ZERO, False) if a.low is None else (0, a.low, a.low_closed)
    high = (1, _ZERO, False) if a.high is None else (0, a.high, a.high_closed)
    return low, high


def _between(low: _End, high: _End) -> Amount:
    """The amount between two ends that are known to leave room for a number."""
    first, last = (None if end[0] else end[1] for end in (low, high))
    amount = interval(first, last, low[2], high[2])
    assert amount is not None, "an operation on numbers that exist has a result"
    return amount


def _as_low(end: _End) -> tuple[int, Fraction, bool]:
    """Orders lower ends: of two at one number, the closed one reaches further down."""
    return end[0], end[1], not end[2]


# Arithmetic ---------------------------------------------------------------------------------------


def add(a: Amount, b: Amount) -> Amount:
    """All sums of a number of `a` and one of `b`."""
    if isinstance(a, Fraction) and isinstance(b, Fraction):
        return a + b
    (a_low, a_high), (b_low, b_high) = _ends(a), _ends(b)
    return _between(_sum(a_low, b_low), _sum(a_high, b_high))


def _sum(x: _End, y: _End) -> _End:
    return x[0] or y[0], x[1] + y[1], x[2] and y[2]


def negate(a: Amount) -> Amount:
    """All numbers of `a` with their sign turned."""
    if isinstance(a, Fraction):
        return -a
    low, high = _ends(a)
    return _between((-high[0], -high[1], high[2]), (-low[0], -low[1], low[2]))


def subtract(a: Amount, b: Amount) -> Amount:
    """All differences of a number of `a` and one of `b`."""
    if isinstance(a, Fraction) and isinstance(b, Fraction):
        return a - b
    return add(a, negate(b))


def multiply(a: Amount, b: Amount) -> Amount:
    """All products of a number of `a` and one of `b`."""
    if isinstance(a, Fraction) and isinstance(b, Fraction):
        return a * b
    corners = [_product(x, y) for x in _ends(a) for y in _ends(b)]
    return _between(min(corners, key=_as_low), max(corners))


def _product(x: _End, y: _End) -> _End:
    """The product of two ends.

    A zero that is reached makes a product of zero that is reached, whatever the other factor is;
    beside a zero that is not, even a factor without bound has products as near to zero as one likes.
    """
    x_is_zero, y_is_zero = x[:2] == _AT_ZERO, y[:2] == _AT_ZERO
    if x_is_zero or y_is_zero:
        return 0, _ZERO, (x_is_zero and x[2]) or (y_is_zero and y[2])
    if x[0] or y[0]:
        return _sign(x) * _sign(y), _ZERO, False
    return 0, x[1] * y[1], x[2] and y[2]


def _sign(end: _End) -> int:
    return end[0] or (1 if end[1] > 0 else -1)


def divide(a: Amount, b: Amount) -> Amount | None:
    """All quotients of a number of `a` by one of `b`; None if `b` is or contains 0."""
    if contains(b, _ZERO):
        return None
    if isinstance(a, Fraction) and isinstance(b, Fraction):
        return a / b
    low, high = _ends(b)
    return multiply(a, _between(_reciprocal(high), _reciprocal(low)))


def _reciprocal(end: _End) -> _End:
    """One over an end of an amount that is all of one sign, so that infinity and 0 are open ends of it.

    Which infinity 1 over 0 is, its place among the ends says.
    """
    if end[0]:
        return 0, _ZERO, False
    if end[1] == 0:
        return 1, _ZERO, False
    return 0, 1 / end[1], end[2]


# Choosing and joining -----------------------------------------------------------------------------


def minimum(a: Amount, b: Amount) -> Amount:
    """All values of the smaller of a number of `a` and one of `b`."""
    if isinstance(a, Fraction) and isinstance(b, Fraction):
        return min(a, b)
    (a_low, a_high), (b_low, b_high) = _ends(a), _ends(b)
    return _between(min(a_low, b_low, key=_as_low), min(a_high, b_high))


def maximum(a: Amount, b: Amount) -> Amount:
    """All values of the greater of a number of `a` and one of `b`."""
    if isinstance(a, Fraction) and isinstance(b, Fraction):
        return max(a, b)
    (a_low, a_high), (b_low, b_high) = _ends(a), _ends(b)
    return _between(max(a_low, b_low, key=_as_low), max(a_high, b_high))


def hull(a: Amount, b: Amount) -> Amount:
    """The least interval that holds both: what is known when it may be the one or the other."""
    (a_low, a_high), (b_low, b_high) = _ends(a), _ends(b)
    return _between(min(a_low, b_low, key=_as_low), max(a_high, b_high))


# Rounding -----------------------------------------------------------------------------------------


def round_amount(a: Amount, step: Fraction, mode: Rounding) -> Amount:
    """The hull of all numbers of `a` rounded to `step`; a `step` that is not positive raises ValueError.

    Its finite ends are closed: just inside an open end rounding is constant, so the number it leads
    to is reached. [9.474, 10) rounded half up to 0.01 is [9.47, 10], since 9.999 becomes 10.
    """
    if isinstance(a, Fraction):
        return round_to(a, step, mode)
    low, high = a.low, a.high
    if low is not None:
        low = round_to(low if a.low_closed else _just_above(low, step), step, mode)
    if high is not None:
        high = round_to(high if a.high_closed else -_just_above(-high, step), step, mode)
    return _between(
        (-1, _ZERO, False) if low is None else (0, low, True),
        (1, _ZERO, False) if high is None else (0, high, True),
    )


def _just_above(x: Fraction, step: Fraction) -> Fraction:
    """A number above `x` with no step or half step between: where rounding jumps, it jumps there."""
    half = step / 2
    return (x + (x // half + 1) * half) / 2


# Questions ----------------------------------------------------------------------------------------


def contains(a: Amount, x: Fraction) -> bool:
    """Whether `x` may be the number."""
    if isinstance(a, Fraction):
        return a == x
    low, high = _ends(a)
    return _as_low(low) <= (0, x, False) and (0, x, True) <= high


def includes(outer: Amount, inner: Amount) -> bool:
    """Whether every number of `inner` is one of `outer`."""
    return hull(outer, inner) == outer


def compare(op: str, a: Amount, b: Amount) -> bool | None:
    """Whether `a op b` for op in `= ≠ < ≤ > ≥`; None where it depends on which numbers they are.

    Any other op raises ValueError.
    """
    match op:
        case "<":
            return _less(a, b)
        case ">":
            return _less(b, a)
        case "≤":
            return _opposite(_less(b, a))
        case "≥":
            return _opposite(_less(a, b))
        case "=":
            return _equal(a, b)
        case "≠":
            return _opposite(_equal(a, b))
        case _:
            raise ValueError(f"not a comparison: {op!r}")


def _less(a: Amount, b: Amount) -> bool | None:
    if isinstance(a, Fraction) and isinstance(b, Fraction):
        return a < b
    (a_low, a_high), (b_low, b_high) = _ends(a), _ends(b)
    if a_high[:2] < b_low[:2] or (a_high[:2] == b_low[:2] and not (a_high[2] and b_low[2])):
        return True
    return False if b_high[:2] <= a_low[:2] else None


def _equal(a: Amount, b: Amount) -> bool | None:
    if isinstance(a, Fraction) and isinstance(b, Fraction):
        return a == b
    return False if _less(a, b) or _less(b, a) else None


def _opposite(answer: bool | None) -> bool | None:
    return None if answer is None else not answer
