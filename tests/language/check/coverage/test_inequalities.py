"""Systems of inequalities: a solution solves, and where none is found there is none."""

from __future__ import annotations

from fractions import Fraction
from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from evalrules.language.check.coverage.inequalities import (
    MOST,
    Inequality,
    exactly,
    is_contradictory,
    solve,
    within,
)
from evalrules.language.check.coverage.polynomials import Monomial
from evalrules.language.check.coverage.stretches import Piece, above, below

VARIABLES: tuple[Monomial, ...] = tuple(frozenset({(name, 1)}) for name in "xyz")
X, Y, Z = VARIABLES
GRID = [Fraction(n, 2) for n in range(-6, 7)]

factors = st.integers(-2, 2).map(Fraction)
inequalities = st.builds(
    lambda factors, constant, strict: Inequality(
        {v: k for v, k in zip(VARIABLES, factors, strict=True) if k}, Fraction(constant), strict
    ),
    st.tuples(factors, factors, factors),
    st.integers(-3, 3),
    st.booleans(),
)


def holds(each: Inequality, at: dict[Monomial, Fraction]) -> bool:
    value = sum((k * at.get(v, Fraction(1)) for v, k in each.terms.items()), each.constant)
    return value > 0 if each.strict else value >= 0


@given(st.lists(inequalities, max_size=6))
def test_a_solution_solves_every_inequality(system: list[Inequality]) -> None:
    """Numbers that are found make the whole system hold; a variable left out may be anything, so 1."""
    solution = solve(system)
    assert (solution is None) is is_contradictory(system)
    assert solution is None or all(holds(each, dict(solution)) for each in system)


@given(st.lists(inequalities, max_size=6))
def test_a_system_that_some_numbers_solve_is_not_contradictory(system: list[Inequality]) -> None:
    """A contradiction is one: no numbers on a grid make the system hold."""
    if is_contradictory(system):
        points = (dict(zip(VARIABLES, point, strict=True)) for point in product(GRID, repeat=3))
        assert not any(all(holds(each, point) for each in system) for point in points)


def test_an_equality_leaves_one_number() -> None:
    """x = 3 and x + y = 5 leave y = 2."""
    system = (*exactly({X: Fraction(1)}, Fraction(-3)), *exactly({X: Fraction(1), Y: Fraction(1)}, Fraction(-5)))
    assert solve(system) == {X: Fraction(3), Y: Fraction(2)}


def test_a_closed_chain_of_strict_inequalities_is_contradictory() -> None:
    """x < y < z < x cannot be."""
    below_ = [Inequality({b: Fraction(1), a: Fraction(-1)}, Fraction(0), True) for a, b in ((X, Y), (Y, Z), (Z, X))]
    assert is_contradictory(below_)
    assert not is_contradictory(below_[:2])


def test_bounds_are_inequalities() -> None:
    """A number between 2 (excluded) and 3 (included) is 3 at most and above 2."""
    piece = Piece(above(Fraction(2)), above(Fraction(3)))
    assert solve(within(X, piece)) == {X: Fraction(3)}
    assert is_contradictory((*within(X, piece), *within(X, Piece(below(Fraction(0)), above(Fraction(2))))))


def test_a_system_that_grows_too_large_is_given_up_and_not_called_contradictory() -> None:
    """What is too large to be decided is not decided, even where it is contradictory."""
    crowd = [Inequality({X: Fraction(n + 1), Y: Fraction(-1)}, Fraction(n), False) for n in range(MOST)]
    crowd += [Inequality({X: Fraction(-n - 1), Z: Fraction(1)}, Fraction(n), False) for n in range(MOST)]
    crowd += [Inequality({Y: Fraction(1), Z: Fraction(-1)}, Fraction(-1000), False)]
    assert solve(crowd) is None
    assert not is_contradictory(crowd)
