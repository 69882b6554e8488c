"""Systems of linear inequalities over the rationals, decided exactly by Fourier–Motzkin elimination."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction

from attrs import frozen

from evalrules.language.check.coverage.polynomials import Monomial
from evalrules.language.check.coverage.stretches import (
    EVERY_NUMBER,
    Cut,
    Piece,
    above,
    meet,
    plain_number,
)
from evalrules.language.node import Node

MOST = 100
"""How many inequalities a system may grow to before it is given up."""

_ZERO = Fraction(0)
_POSITIVE = Piece(above(_ZERO), EVERY_NUMBER.high)

Variable = Monomial
"""A product of atoms, which is taken as it comes: that x × x is no less than 0 is another's business."""
Solution = Mapping[Variable, Fraction]


@frozen(eq=False, repr=False)
class Inequality:
    """A sum of multiples of variables, plus a constant, is at least 0; above 0, where `strict`."""

    terms: Mapping[Variable, Fraction]
    constant: Fraction
    strict: bool

    @property
    def is_false(self) -> bool:
        """Whether it has no variable and does not hold."""
        return not self.terms and (self.constant <= 0 if self.strict else self.constant < 0)

    def limit(self, variable: Variable, known: Solution) -> Piece:
        """The numbers that `variable` may be, where all other variables are known."""
        factor = self.terms[variable]
        rest = sum((k * known[v] for v, k in self.terms.items() if v != variable), self.constant)
        bound = -rest / factor
        if factor > 0:
            return Piece(Cut(0, bound, self.strict), EVERY_NUMBER.high)
        return Piece(EVERY_NUMBER.low, Cut(0, bound, not self.strict))


@frozen(eq=False, repr=False)
class Unsolved(Node):
    """The system is too large to be decided here."""


_Step = tuple[Variable, Sequence[Inequality]]
"""A variable that is eliminated, and the inequalities that speak of it."""


def is_contradictory(system: Iterable[Inequality]) -> bool:
    """Whether no numbers make `system` hold. A system too large to be decided is not said to be."""
    return _eliminated(system) is None


def solve(system: Iterable[Inequality]) -> Solution | None:
    """Numbers for all variables under which `system` holds, plain and positive where that is possible.

    None if there are none, or the system is too large. A solution may leave out variables that no longer
    matter: any number does for them.
    """
    steps = _eliminated(system)
    return None if steps is None or isinstance(steps, Unsolved) else _worked_back(steps)


def _eliminated(system: Iterable[Inequality]) -> list[_Step] | Unsolved | None:
    """The steps in which all variables are eliminated; None if that leads to a contradiction."""
    current = list(system)
    steps: list[_Step] = []
    while not any(each.is_false for each in current):
        current = [each for each in current if each.terms]
        if not current:
            return steps
        if len(current) > MOST:
            return Unsolved()
        variable = _cheapest(current)
        concerned = [each for each in current if variable in each.terms]
        steps.append((variable, concerned))
        current = [each for each in current if variable not in each.terms] + _without(variable, concerned)
    return None


def _cheapest(system: Sequence[Inequality]) -> Variable:
    """The variable whose elimination leaves the fewest inequalities; of several the first."""
    signs: dict[Variable, tuple[int, int]] = {}
    for each in system:
        for variable, factor in each.terms.items():
            up, down = signs.get(variable, (0, 0))
            signs[variable] = (up + (factor > 0), down + (factor < 0))
    return min(signs, key=lambda variable: signs[variable][0] * signs[variable][1])


def _without(variable: Variable, concerned: Sequence[Inequality]) -> list[Inequality]:
    """What follows for the other variables: every lower bound is below every upper one."""
    lower = [each for each in concerned if each.terms[variable] > 0]
    upper = [each for each in concerned if each.terms[variable] < 0]
    joined = {_in_lowest_terms(_joined(low, high, variable)): None for low in lower for high in upper}
    return [Inequality(dict(terms), constant, strict) for terms, constant, strict in joined]


def _in_lowest_terms(each: Inequality) -> tuple[tuple[tuple[Variable, Fraction], ...], Fraction, bool]:
    """Two inequalities that differ by a positive factor only are the same."""
    factor = abs(next(iter(each.terms.values()))) if each.terms else Fraction(1)
    terms = tuple((variable, k / factor) for variable, k in each.terms.items())
    return terms, each.constant / factor, each.strict


def _joined(low: Inequality, high: Inequality, variable: Variable) -> Inequality:
    a, b = -high.terms[variable], low.terms[variable]
    terms = {v: a * k for v, k in low.terms.items()}
    for v, k in high.terms.items():
        terms[v] = terms.get(v, _ZERO) + b * k
    kept = {v: k for v, k in terms.items() if k}
    return Inequality(kept, a * low.constant + b * high.constant, low.strict or high.strict)


def _worked_back(eliminated: Sequence[_Step]) -> Solution:
    known: dict[Variable, Fraction] = {}
    for variable, concerned in reversed(eliminated):
        for each in concerned:
            for other in each.terms:
                if other != variable:
                    known.setdefault(other, Fraction(1))
        room = EVERY_NUMBER
        for each in concerned:
            room = meet(room, each.limit(variable, known))
        known[variable] = _chosen(room)
    return known


def _chosen(room: Piece) -> Fraction:
    """A plain number of `room`, above 0 if there is one."""
    number = plain_number(meet(room, _POSITIVE))
    number = plain_number(room) if number is None else number
    assert number is not None, "elimination leaves room for every variable"
    return number


def exactly(terms: Mapping[Variable, Fraction], constant: Fraction) -> tuple[Inequality, Inequality]:
    """The two inequalities that make an equality."""
    opposite = {variable: -factor for variable, factor in terms.items()}
    return Inequality(terms, constant, False), Inequality(opposite, -constant, False)


def within(variable: Variable, piece: Piece) -> tuple[Inequality, ...]:
    """`variable` is one of the numbers of `piece`."""
    found = []
    if not piece.low.beyond:
        found.append(Inequality({variable: Fraction(1)}, -piece.low.number, piece.low.above))
    if not piece.high.beyond:
        found.append(Inequality({variable: Fraction(-1)}, piece.high.number, not piece.high.above))
    return tuple(found)
