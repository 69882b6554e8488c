"""Amounts to try the laws on, and numbers in them: their ends, points beside their ends, and far away."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from itertools import pairwise

from hypothesis import strategies as st

from evalrules.language.values import Amount, contains, high_of, interval, low_of

NEAR = Fraction(1, 10**9)
FAR = Fraction(10**9)

# Few different ends, so that ends often meet, also each other's and zero.
ends = st.sampled_from([Fraction(n, 2) for n in range(-5, 6)])
numbers = st.fractions(min_value=-1000, max_value=1000, max_denominator=1000)


@st.composite
def amounts(draw: st.DrawFn) -> Amount:
    """A number, or an interval with any kind of ends."""
    low, high = draw(st.none() | ends), draw(st.none() | ends)
    if low is not None and high is not None and low > high:
        low, high = high, low
    amount = interval(low, high, draw(st.booleans()), draw(st.booleans()))
    return Fraction(low or 0) if amount is None else amount


def samples(amount: Amount, *others: Amount) -> list[Fraction]:
    """Numbers of `amount`: its ends where it has them, next to them, between them and those of `others`, far off."""
    found = {end for each in (amount, *others) for end in (low_of(each), high_of(each)) if end is not None}
    at = sorted(found | {Fraction(0), FAR, -FAR})
    between = [(x + y) / 2 for x, y in pairwise(at)]
    beside = [x + d for x in at for d in (NEAR, -NEAR)]
    return [x for x in (*at, *between, *beside) if contains(amount, x)]


def reaches(amount: Amount, results: Iterable[Fraction]) -> bool:
    """Whether `results` come to both ends of `amount`: onto closed ones, as near as they can to the others."""
    results = list(results)
    low, high = low_of(amount), high_of(amount)
    least, most = min(results), max(results)
    low_reached = least <= -FAR / 10 if low is None else least - low <= 10**3 * NEAR
    high_reached = most >= FAR / 10 if high is None else high - most <= 10**3 * NEAR
    low_held = low is None or (least == low) is contains(amount, low)
    high_held = high is None or (most == high) is contains(amount, high)
    return low_reached and high_reached and low_held and high_held
