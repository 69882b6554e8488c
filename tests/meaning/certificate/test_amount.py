"""Two arithmetics made apart, that of the language and that of the certificate, agree to the last end."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evalrules.language.values import (
    Amount,
    Interval,
    Rounding,
    add,
    compare,
    divide,
    hull,
    maximum,
    minimum,
    multiply,
    negate,
    round_amount,
    subtract,
)
from evalrules.meaning.certificate import amount as certified
from tests.language.values.amounts import amounts

steps = st.sampled_from([Fraction(1), Fraction(1, 2), Fraction(1, 3), Fraction(1, 100), Fraction(3)])
MODES = {
    Rounding.HALF_UP: "half-up",
    Rounding.DOWN: "down",
    Rounding.UP: "up",
    Rounding.HALF_EVEN: "half-even",
}


def as_certified(a: Amount | None) -> certified.Amount | None:
    """An amount of the language as one of the certificate."""
    if not isinstance(a, Interval):
        return None if a is None else certified.exactly(a)
    low = certified.BOTTOM if a.low is None else (certified.below if a.low_closed else certified.above)(a.low)
    high = certified.TOP if a.high is None else (certified.above if a.high_closed else certified.below)(a.high)
    return certified.between(low, high)


def both(a: Amount, b: Amount) -> tuple[certified.Amount, certified.Amount]:
    x, y = as_certified(a), as_certified(b)
    assert x is not None
    assert y is not None
    return x, y


@given(amounts(), amounts())
def test_they_compute_alike(a: Amount, b: Amount) -> None:
    """Sums, differences, products, quotients and hulls have the same ends, equally open."""
    x, y = both(a, b)
    assert certified.plus(x, y) == as_certified(add(a, b))
    assert certified.minus(x, y) == as_certified(subtract(a, b))
    assert certified.times(x, y) == as_certified(multiply(a, b))
    assert certified.over(x, y) == as_certified(divide(a, b))
    assert certified.least(x, y) == as_certified(minimum(a, b))
    assert certified.greatest(x, y) == as_certified(maximum(a, b))
    assert certified.hull(x, y) == as_certified(hull(a, b))
    assert certified.mirrored(x) == as_certified(negate(a))


@given(amounts(), amounts(), st.sampled_from("=≠<≤>≥"))
def test_they_compare_alike(a: Amount, b: Amount, sign: str) -> None:
    """What is certain, impossible or open to the one is so to the other."""
    assert certified.compared(sign, *both(a, b)) is compare(sign, a, b)


@given(amounts(), steps, st.sampled_from(Rounding))
def test_they_round_alike(a: Amount, step: Fraction, mode: Rounding) -> None:
    """Numbers and intervals go to the same multiples, in each mode, on both sides of zero."""
    x, _ = both(a, a)
    assert certified.rounded(x, step, MODES[mode]) == as_certified(round_amount(a, step, mode))


@given(amounts(), st.fractions(-10, 10))
def test_the_size_of_a_number_is_never_negative(a: Amount, x: Fraction) -> None:
    """Each number's distance from zero lies in the size of an amount that holds it, and none below zero does."""
    amount, _ = both(a, a)
    size = certified.size_of(amount)
    assert not size.holds(Fraction(-1, 10**9))
    assert not amount.holds(x) or size.holds(abs(x))


@pytest.mark.parametrize(
    ("amount", "shown"),
    [
        (certified.exactly(Fraction(19, 20)), "19/20"),
        (certified.Amount(certified.below(Fraction(5)), certified.below(Fraction(8))), "[5, 8)"),
        (certified.Amount(certified.above(Fraction(0)), certified.TOP), "(0, …)"),
        (certified.exactly(Fraction(10**5000)), "…"),
    ],
)
def test_an_amount_is_shown_as_an_interval(amount: certified.Amount, shown: str) -> None:
    """A finding shows ends as they are, and does not spell out thousands of digits."""
    assert amount.show() == shown
