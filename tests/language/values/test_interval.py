"""What is known of a number: every operation holds all results of its operands' numbers, and no more."""

from __future__ import annotations

import operator
from collections.abc import Callable
from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from evalrules.language.values import (
    Amount,
    Interval,
    Rounding,
    add,
    compare,
    contains,
    divide,
    hull,
    includes,
    interval,
    maximum,
    minimum,
    multiply,
    negate,
    round_amount,
    round_to,
    subtract,
)
from tests.language.values.amounts import amounts, ends, reaches, samples

_1, _2, _3 = Fraction(1), Fraction(2), Fraction(3)

OPERATIONS: list[tuple[Callable[[Amount, Amount], Amount], Callable[[Fraction, Fraction], Fraction]]] = [
    (add, operator.add),
    (subtract, operator.sub),
    (multiply, operator.mul),
    (minimum, min),
    (maximum, max),
]
RELATIONS: dict[str, Callable[[Fraction, Fraction], bool]] = {
    "=": operator.eq,
    "≠": operator.ne,
    "<": operator.lt,
    "≤": operator.le,
    ">": operator.gt,
    "≥": operator.ge,
}


def test_one_point_is_a_number_and_nothing_is_none() -> None:
    """[1, 1] is 1; (1, 1] and [2, 1] hold nothing."""
    assert interval(_1, _1, True, True) == _1
    assert interval(_1, _1, False, True) is None
    assert interval(_2, _1, True, True) is None
    assert interval(None, None, True, True) == Interval(None, None, False, False)


@pytest.mark.parametrize(
    ("low", "high", "low_closed", "high_closed"),
    [(_1, _1, True, True), (_2, _1, True, True), (None, _1, True, True), (_1, None, True, True)],
)
def test_an_interval_that_is_none_cannot_be_made(
    low: Fraction | None, high: Fraction | None, low_closed: bool, high_closed: bool
) -> None:
    """The constructor refuses points, emptiness and closed ends at infinity."""
    with pytest.raises(ValueError, match=r"end at infinity|not an interval"):
        Interval(low, high, low_closed, high_closed)


@pytest.mark.parametrize(("holds", "pointwise"), OPERATIONS)
@given(a=amounts(), b=amounts())
def test_an_operation_holds_every_result_and_reaches_its_ends(
    holds: Callable[[Amount, Amount], Amount],
    pointwise: Callable[[Fraction, Fraction], Fraction],
    a: Amount,
    b: Amount,
) -> None:
    """Sound: no result lies outside. Tight: closed ends are reached, open ones only approached."""
    amount = holds(a, b)
    results = [pointwise(x, y) for x in samples(a, b) for y in samples(b, a)]
    assert all(contains(amount, result) for result in results)
    assert reaches(amount, results)


@given(a=amounts(), b=amounts())
def test_a_quotient_holds_every_quotient_and_reaches_its_ends(a: Amount, b: Amount) -> None:
    """Division by what is or may be zero has no result; zero as an open end is no obstacle."""
    amount = divide(a, b)
    if contains(b, Fraction(0)):
        assert amount is None
        return
    assert amount is not None
    results = [x / y for x in samples(a, b) for y in samples(b, a)]
    assert all(contains(amount, result) for result in results)
    assert reaches(amount, results)


@given(amounts())
def test_a_negated_amount_holds_the_negated_numbers(a: Amount) -> None:
    """Turning the sign twice changes nothing."""
    assert reaches(negate(a), [-x for x in samples(a)])
    assert negate(negate(a)) == a


@given(amounts(), st.sampled_from([_1, _1 / 2, _1 / 3]), st.sampled_from(Rounding))
def test_a_rounded_amount_is_the_hull_of_rounded_numbers(a: Amount, step: Fraction, mode: Rounding) -> None:
    """Its finite ends are numbers that rounding leads to."""
    amount = round_amount(a, step, mode)
    results = [round_to(x, step, mode) for x in samples(a)]
    assert all(contains(amount, result) for result in results)
    assert reaches(amount, results)
    assert round_amount(amount, step, mode) == amount


def test_rounding_may_reach_an_open_end() -> None:
    """9.999 becomes 10.00, so 10 is a result although it was excluded."""
    below_ten = Interval(Fraction("9.474"), Fraction(10), True, False)
    rounded = round_amount(below_ten, Fraction(1, 100), Rounding.HALF_UP)
    assert rounded == Interval(Fraction("9.47"), Fraction(10), True, True)
    cut = round_amount(below_ten, Fraction(1, 100), Rounding.DOWN)
    assert cut == Interval(Fraction("9.47"), Fraction("9.99"), True, True)
    assert round_amount(Interval(_1, _2, False, False), _3, Rounding.DOWN) == 0


@given(amounts(), amounts())
def test_a_hull_holds_both_and_is_the_least_that_does(a: Amount, b: Amount) -> None:
    """Joining is symmetric, and adds nothing to an amount that already holds the other."""
    joined = hull(a, b)
    assert joined == hull(b, a)
    assert includes(joined, a)
    assert includes(joined, b)
    assert reaches(joined, [*samples(a, b), *samples(b, a)])


@given(amounts(), amounts())
def test_inclusion_is_that_of_the_numbers(a: Amount, b: Amount) -> None:
    """One amount includes another if it contains every number of it."""
    assert includes(a, b) is all(contains(a, x) for x in samples(b, a))


@given(amounts(), ends)
def test_an_amount_contains_what_lies_between_its_ends(a: Amount, x: Fraction) -> None:
    """A closed end belongs to the amount, an open one does not."""
    if isinstance(a, Fraction):
        assert contains(a, x) is (a == x)
        return
    above = a.low is None or x > a.low or (a.low_closed and x == a.low)
    below = a.high is None or x < a.high or (a.high_closed and x == a.high)
    assert contains(a, x) is (above and below)


@pytest.mark.parametrize("op", RELATIONS)
@given(a=amounts(), b=amounts())
def test_a_comparison_is_decided_exactly_where_the_numbers_agree(op: str, a: Amount, b: Amount) -> None:
    """True if it holds for all numbers, False if for none, undecided if for some."""
    answers = {RELATIONS[op](x, y) for x in samples(a, b) for y in samples(b, a)}
    assert compare(op, a, b) is (answers.pop() if len(answers) == 1 else None)


def test_an_unknown_comparison_is_refused() -> None:
    """A comparison the language does not have is a mistake of the program."""
    with pytest.raises(ValueError, match="not a comparison"):
        compare(">=", _1, _2)


def test_at_least_ninety_percent_meets_ninety_and_leaves_ninety_five_open() -> None:
    """What `≥90%` on a form is worth."""
    actual = Interval(Fraction(9, 10), None, True, False)
    assert compare("≥", actual, Fraction(9, 10)) is True
    assert compare("≥", actual, Fraction(95, 100)) is None
    assert compare("<", actual, Fraction(1, 2)) is False


@given(amounts())
def test_an_amount_is_not_known_to_equal_itself(a: Amount) -> None:
    """Operands are independent: two numbers that are both ≥90% need not be the same."""
    assume(isinstance(a, Interval))
    assert compare("=", a, a) is None
    assert contains(subtract(a, a), Fraction(0))
    assert isinstance(subtract(a, a), Interval)
