"""Exact numbers: what is read, how they are shown, how they are rounded."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evalrules.language.values import (
    Rounding,
    parse_decimal,
    round_to,
    show_approximate,
    show_fixed,
    show_number,
)
from tests.language.values.amounts import numbers

modes = st.sampled_from(Rounding)
steps = st.sampled_from([Fraction(1), Fraction(1, 2), Fraction(1, 100), Fraction(5), Fraction(1, 3)])


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("36", Fraction(36)),
        ("97.30", Fraction(973, 10)),
        ("-5", Fraction(-5)),
        ("−5", Fraction(-5)),
        ("－０.５", Fraction(-1, 2)),
        ("+3", Fraction(3)),
        ("1,234,567.8", Fraction(12345678, 10)),
        ("12，000", Fraction(12000)),
        ("１００", Fraction(100)),
        (" 7 ", Fraction(7)),
        ("9" * 60, Fraction(10**60 - 1)),
    ],
)
def test_a_printed_decimal_is_read(text: str, number: Fraction) -> None:
    """Full-width digits, signs and separators of thousands belong to a decimal."""
    assert parse_decimal(text) == number


@pytest.mark.parametrize(
    "text",
    ["", "-", "1e5", "1e999999999", "1,23", "12,3456", "1.2.3", ".5", "5.", "1/2", "½", "٣", "9" * 61, "0" * 10**6],
)
def test_what_is_no_plain_decimal_is_no_number(text: str) -> None:
    """Exponents, fractions, wrong groups and more than sixty digits are refused, not expanded."""
    assert parse_decimal(text) is None


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (Fraction(19, 2), "9.5"),
        (Fraction(100), "100"),
        (Fraction(-1, 8), "-0.125"),
        (Fraction(3, 7), "3/7"),
        (Fraction(0), "0"),
        (Fraction(1, 10**12), "0.000000000001"),
        (Fraction(1, 10**13), "1/10000000000000"),
    ],
)
def test_a_number_is_shown_exactly(value: Fraction, shown: str) -> None:
    """A decimal if it ends, a fraction if it does not."""
    assert show_number(value) == shown


def test_a_fixed_number_keeps_its_zeros_and_never_loses_a_digit() -> None:
    """9.5 to two places is 9.50; 9.505 to two places is still 9.505."""
    assert show_fixed(Fraction(19, 2), 2) == "9.50"
    assert show_fixed(Fraction(-1, 20), 2) == "-0.05"
    assert show_fixed(Fraction(3), 0) == "3"
    assert show_fixed(Fraction(9505, 1000), 2) == "9.505"


def test_an_approximate_number_says_so() -> None:
    """Only a number that was rounded carries the sign."""
    assert show_approximate(Fraction(2, 3), 2) == "≈0.67"
    assert show_approximate(Fraction(1, 2), 2) == "0.50"


def test_a_number_of_any_length_is_shown() -> None:
    """CPython refuses to print integers of more than 4300 digits; a fraction of them is shown all the same."""
    assert show_number(Fraction(10**9000)) == "1" + "0" * 9000
    assert show_number(Fraction(-(10**9000), 3)) == "-1" + "0" * 9000 + "/3"


@given(numbers)
def test_a_shown_decimal_is_read_back(value: Fraction) -> None:
    """What `show_number` prints as a decimal is that number."""
    shown = show_number(value)
    if "/" not in shown:
        assert parse_decimal(shown) == value


@pytest.mark.parametrize(
    ("value", "half_up", "down", "up", "half_even"),
    [
        ("9.505", "9.51", "9.5", "9.51", "9.5"),
        ("9.515", "9.52", "9.51", "9.52", "9.52"),
        ("9.5049", "9.5", "9.5", "9.51", "9.5"),
        ("-9.505", "-9.51", "-9.5", "-9.51", "-9.5"),
        ("9.5", "9.5", "9.5", "9.5", "9.5"),
        ("0", "0", "0", "0", "0"),
    ],
)
def test_each_mode_rounds_as_it_is_called(value: str, half_up: str, down: str, up: str, half_even: str) -> None:
    """Half up goes away from zero, down toward it, up away from it, half even to the even digit."""
    expected = dict(zip(Rounding, (half_up, down, up, half_even), strict=True))
    for mode in Rounding:
        assert round_to(Fraction(value), Fraction(1, 100), mode) == Fraction(expected[mode])


def test_a_step_that_is_not_positive_is_refused() -> None:
    """There is nothing to round to."""
    with pytest.raises(ValueError, match="steps of 0"):
        round_to(Fraction(1), Fraction(0), Rounding.DOWN)


@given(numbers, steps, modes)
def test_rounding_twice_is_rounding_once(value: Fraction, step: Fraction, mode: Rounding) -> None:
    """A rounded number is on the grid and stays where it is."""
    rounded = round_to(value, step, mode)
    assert (rounded / step).denominator == 1
    assert round_to(rounded, step, mode) == rounded


@given(numbers, numbers, steps, modes)
def test_rounding_keeps_order(a: Fraction, b: Fraction, step: Fraction, mode: Rounding) -> None:
    """The greater number is never rounded below the smaller one."""
    low, high = sorted((a, b))
    assert round_to(low, step, mode) <= round_to(high, step, mode)


@given(numbers, steps, modes)
def test_rounding_moves_less_than_a_step_and_knows_no_sign(value: Fraction, step: Fraction, mode: Rounding) -> None:
    """A deduction is rounded as the same award is."""
    rounded = round_to(value, step, mode)
    assert abs(rounded - value) < step
    assert round_to(-value, step, mode) == -rounded


@given(numbers, steps)
def test_down_half_and_up_are_in_order(value: Fraction, step: Fraction) -> None:
    """Away from zero, no mode goes further than up, and none stays behind down."""
    sizes = {mode: abs(round_to(value, step, mode)) for mode in Rounding}
    assert sizes[Rounding.DOWN] <= abs(value) <= sizes[Rounding.UP]
    for mode in (Rounding.HALF_UP, Rounding.HALF_EVEN):
        assert abs(sizes[mode] - abs(value)) <= step / 2
