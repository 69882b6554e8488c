"""Pieces of the number line: membership, gaps, and numbers that are easily read."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evalrules.language.check.coverage.stretches import (
    EVERY_NUMBER,
    HIGHEST,
    LOWEST,
    Cut,
    Piece,
    above,
    below,
    gaps,
    meet,
    plain_number,
)

ends = st.sampled_from([Fraction(n, 3) for n in range(-6, 7)])
cuts = st.one_of(st.just(LOWEST), st.just(HIGHEST), st.builds(Cut, st.just(0), ends, st.booleans()))
pieces = st.builds(Piece, cuts, cuts)
GRID = [Fraction(n, 6) for n in range(-15, 16)]


@given(pieces, pieces)
def test_the_numbers_of_both_are_those_that_each_holds(a: Piece, b: Piece) -> None:
    """A number lies where two pieces meet exactly if it lies in both."""
    assert all(meet(a, b).holds(x) is (a.holds(x) and b.holds(x)) for x in GRID)


@given(st.lists(pieces, max_size=4), pieces)
def test_gaps_hold_what_no_piece_does(some: list[Piece], within: Piece) -> None:
    """A number lies in a gap exactly if it lies within, and in no piece."""
    found = gaps(some, within)
    for x in GRID:
        free = within.holds(x) and not any(piece.holds(x) for piece in some)
        assert any(gap.holds(x) for gap in found) is free


@given(pieces)
def test_a_plain_number_is_one_of_the_piece(piece: Piece) -> None:
    """There is a plain number exactly if there is any."""
    number = plain_number(piece)
    assert (number is None) is piece.is_empty
    assert number is None or piece.holds(number)


@given(pieces, st.sampled_from([Fraction(1), Fraction(1, 2), Fraction(3)]))
def test_a_plain_number_on_a_step_is_a_multiple_of_it(piece: Piece, step: Fraction) -> None:
    """With a step there is a number exactly if the piece holds a multiple of it."""
    number = plain_number(piece, step)
    multiples = [n * step for n in range(-20, 21)]
    assert (number is not None) is any(piece.holds(each) for each in multiples)
    assert number is None or (piece.holds(number) and (number / step).denominator == 1)


@pytest.mark.parametrize(
    ("piece", "number"),
    [
        (Piece(above(Fraction(89)), below(Fraction(90))), "89.5"),
        (Piece(below(Fraction(89)), below(Fraction(90))), "89"),
        (Piece(above(Fraction(60)), below(Fraction(80))), "70"),
        (Piece(above(Fraction("89.99")), below(Fraction(90))), "89.995"),
        (Piece(LOWEST, below(Fraction(0))), "-1"),
        (Piece(LOWEST, above(Fraction(0))), "0"),
        (Piece(above(Fraction(100)), HIGHEST), "101"),
        (Piece(below(Fraction(60)), above(Fraction(60))), "60"),
        (Piece(below(Fraction(1, 3)), above(Fraction(1, 3))), "1/3"),
        (EVERY_NUMBER, "0"),
    ],
)
def test_the_number_shown_has_few_decimals_and_lies_in_the_middle(piece: Piece, number: str) -> None:
    """What falls through 80–89 and 90–100 is 89.5, not 89.9999."""
    assert plain_number(piece) == Fraction(number)
