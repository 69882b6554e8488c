"""Tables of stretches: what is said of holes and shared numbers is so of every number near an end."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise
from types import MappingProxyType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evalrules.language.check.coverage.bounds import ANY, NOT_NEGATIVE, Reach
from evalrules.language.check.coverage.folding import NotFolded
from evalrules.language.check.coverage.names import Names
from evalrules.language.check.coverage.polynomials import Algebra
from evalrules.language.check.coverage.tables import (
    Entry,
    Table,
    beyond_reach,
    holes,
    out_of_order,
    shared_numbers,
    table_of,
)
from evalrules.language.policy.definition import End
from evalrules.language.policy.expression import Arithmetic, Constant, Expression, Given
from evalrules.language.policy.schema import Field, FieldType
from evalrules.language.source import Source, Span
from evalrules.language.values import PURE, Interval, Quantity, contains

SPAN = Span(Source("table", "table"), 0, 5)
ALGEBRA = Algebra(Names(MappingProxyType({}), MappingProxyType({}), MappingProxyType({})))
POINTS = Given(Field("indicators", "分值", "points", FieldType.POINTS, None, (), ()), SPAN)

NUMBERS = [Fraction(n, 3) for n in range(-3, 7)]
ends = st.none() | st.tuples(st.sampled_from(NUMBERS), st.booleans())
Stretch = tuple[tuple[Fraction, bool] | None, tuple[Fraction, bool] | None]
stretches = st.tuples(ends, ends).filter(lambda pair: pair != (None, None))
reaches = st.sampled_from(
    [
        Reach(ANY),
        Reach(NOT_NEGATIVE),
        Reach(Interval(Fraction(0), Fraction(1), True, True)),
        Reach(Interval(Fraction(0), Fraction(1), False, False)),
        Reach(ANY, Fraction(1, 2)),
        Reach(NOT_NEGATIVE, Fraction(1)),
        Reach(Fraction(1), Fraction(1)),
    ]
)
# At every end, between every two, just beside each, and beyond all.
GRID = sorted(
    {*NUMBERS, *((a + b) / 2 for a, b in pairwise(NUMBERS))}
    | {number + beside for number in NUMBERS for beside in (Fraction(-1, 100), Fraction(1, 100))}
    | {Fraction(n, 2) for n in range(-8, 9)}
)


def constant(number: Fraction) -> Constant:
    return Constant(Quantity(number, PURE), SPAN)


def of_points(number: Fraction) -> Expression:
    return Arithmetic("×", constant(number), POINTS, SPAN)


def entry_of(stretch: Stretch, *, scaled: bool) -> Entry:
    low, high = (None if end is None else End((of_points if scaled else constant)(end[0]), end[1]) for end in stretch)
    return Entry(low, high, SPAN)


def table(stretches: list[Stretch], *, scaled: bool = False) -> Table:
    found = table_of([entry_of(each, scaled=scaled) for each in stretches], ALGEBRA)
    assert isinstance(found, Table)
    return found


def holds(stretch: Stretch, number: Fraction) -> bool:
    """Whether a stretch holds a number, said as plainly as can be."""
    low, high = stretch
    above = low is None or number > low[0] or (number == low[0] and low[1])
    under = high is None or number < high[0] or (number == high[0] and high[1])
    return above and under


def reached(reach: Reach) -> list[Fraction]:
    """The numbers of the grid that a subject can be."""
    step = reach.step or Fraction(0)
    return [x for x in GRID if contains(reach.amount, x) and (not step or (x / step).denominator == 1)]


@given(st.lists(stretches, max_size=4), reaches, st.booleans())
def test_a_hole_is_found_where_a_number_falls_through(some: list[Stretch], reach: Reach, scaled: bool) -> None:
    """There is a hole exactly if some number near an end lies in no stretch; the number shown is one."""
    found = holes(table(some, scaled=scaled and bool(some)), reach)
    falling = [x for x in reached(reach) if not any(holds(each, x) for each in some)]
    assert bool(found) is bool(falling)
    for hole in found:
        assert contains(reach.amount, hole.number)
        assert not any(holds(each, hole.number) for each in some)
        assert not reach.step or (hole.number / reach.step).denominator == 1


@given(st.lists(stretches, max_size=4), reaches)
def test_an_overlap_is_found_where_a_number_lies_in_two_stretches(some: list[Stretch], reach: Reach) -> None:
    """There is an overlap exactly if some number near an end lies in two stretches; the number shown does."""
    found = shared_numbers(table(some), reach)
    in_two = [x for x in reached(reach) if sum(holds(each, x) for each in some) > 1]
    assert bool(found) is bool(in_two)
    for each in found:
        assert contains(reach.amount, each.number)
        assert sum(holds(stretch, each.number) for stretch in some) > 1


@given(st.lists(stretches, max_size=4), reaches)
def test_a_stretch_is_beyond_reach_where_it_holds_no_number_that_can_be(some: list[Stretch], reach: Reach) -> None:
    """As many stretches with numbers are beyond reach as hold no number near an end that can be."""
    with_numbers = [each for each in some if any(holds(each, x) for x in GRID)]
    idle = [each for each in with_numbers if not any(holds(each, x) for x in reached(reach))]
    assert len(beyond_reach(table(some), reach)) == len(idle)
    assert len(table(some).empty) == len(some) - len(with_numbers)


@pytest.mark.parametrize(
    ("lows", "is_in_order"),
    [((9, 8, 6, 0), True), ((0, 6, 8, 9), True), ((8, 9, 6, 0), False), ((9, 8), True), ((9,), True), ((), True)],
)
def test_a_table_is_in_order_if_it_rises_or_falls_throughout(lows: tuple[int, ...], is_in_order: bool) -> None:
    """From high to low, or from low to high; either will do."""
    entries: list[Stretch] = [((Fraction(low), True), (Fraction(low), True)) for low in lows]
    assert (out_of_order(table(entries)) is None) is is_in_order


def test_ends_on_two_scales_are_not_compared() -> None:
    """Whether 80% of the points is more than 5 depends on the points."""
    entries = [
        Entry(End(of_points(Fraction(4, 5)), True), None, SPAN),
        Entry(None, End(constant(Fraction(5)), False), SPAN),
    ]
    assert isinstance(table_of(entries, ALGEBRA), NotFolded)


def test_zero_is_on_every_scale() -> None:
    """0 is no part of the points, whatever they are: 0 to 50% × points is on one scale."""
    entries = [Entry(End(constant(Fraction(0)), True), End(of_points(Fraction(1, 2)), False), SPAN)]
    found = table_of(entries, ALGEBRA)
    assert isinstance(found, Table)
    assert found.scale.show(Fraction(1, 4)).zh == "0.25 × table"
