"""What holds of every row of a policy's forms, before anything is assumed of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fractions import Fraction

from evalrules.language.check.coverage.bounds import ANY, NOT_NEGATIVE, Bounds, amount_of_field
from evalrules.language.check.coverage.cells import States, cells_of, states_of_field
from evalrules.language.check.coverage.grades import GRADE_CELL, locals_of, place_of
from evalrules.language.check.coverage.inequalities import Inequality, within
from evalrules.language.check.coverage.names import Names, names_of
from evalrules.language.check.coverage.polynomials import (
    UNIT,
    Algebra,
    Atom,
    Monomial,
    Opaque,
    Polynomial,
    cell_name,
    difference,
    scaled,
)
from evalrules.language.check.coverage.stretches import piece_of
from evalrules.language.check.coverage.trial import ROUNDINGS
from evalrules.language.policy.definition import Check
from evalrules.language.policy.expression import Apply
from evalrules.language.policy.policy import CheckedPolicy
from evalrules.language.policy.schema import Field
from evalrules.language.values import Amount, low_of, multiply

_ZERO, _ONE = Fraction(0), Fraction(1)


def place_of_check(check: Check) -> str:
    """The place where the local quantities of a check are in force: a rule may have its name."""
    return f"check {check.name}"


class Ground:
    """What holds of every row of a policy's forms: the kinds of its cells, the bounds of its formulas."""

    def __init__(self, policy: CheckedPolicy) -> None:
        self.policy = policy
        self.names = names_of(policy)
        self.cells: Mapping[str, Field] = {**cells_of(policy), cell_name(GRADE_CELL): GRADE_CELL}
        self._places: dict[str, Names] = {"": self.names}
        self._algebras: dict[str, Algebra] = {}
        self._bounds: dict[str, Bounds] = {}
        self._sides: dict[Monomial, tuple[Inequality, ...]] = {}
        for rule in policy.rules:
            self._places[rule.name] = self.names.within(rule.name, rule.locals)
        for each in policy.consequences:
            place = place_of(each)
            self._places[place] = self.names.within(place, locals_of(each))
        for check in policy.checks:
            place = place_of_check(check)
            self._places[place] = self.names.within(place, check.locals)

    def names_in(self, place: str) -> Names:
        """The names in force in a rule or a check, or everywhere (place empty)."""
        return self._places[place]

    def algebra_in(self, place: str) -> Algebra:
        """Normal forms with the names of `place`."""
        if place not in self._algebras:
            self._algebras[place] = Algebra(self._places[place])
        return self._algebras[place]

    def bounds_in(self, place: str) -> Bounds:
        """Bounds of formulas with the names of `place`."""
        if place not in self._bounds:
            self._bounds[place] = Bounds(self.policy, self._places[place])
        return self._bounds[place]

    def states(self, cell: str) -> States:
        """The states in which `cell` can be read."""
        return states_of_field(self.cells[cell])

    def known_of(self, system: Iterable[Inequality]) -> list[Inequality]:
        """`system`, with what is known beforehand of each of its variables."""
        found = list(system)
        met: set[Monomial] = set()
        at = 0
        while at < len(found):
            for variable in found[at].terms:
                if variable not in met:
                    met.add(variable)
                    found += self.sides_of(variable)
            at += 1
        return found

    def sides_of(self, monomial: Monomial) -> tuple[Inequality, ...]:
        """What is known of a product of atoms, whatever the form says."""
        if monomial not in self._sides:
            found = within(monomial, piece_of(self._amount(monomial)))
            for atom, power in monomial:
                if isinstance(atom, Opaque) and power == 1 and len(monomial) == 1:
                    found += self._of_function(atom, monomial)
            self._sides[monomial] = found
        return self._sides[monomial]

    def _amount(self, monomial: Monomial) -> Amount:
        amount: Amount = _ONE
        for atom, power in monomial:
            amount = multiply(amount, _power(self._atom_amount(atom), power))
        return amount

    def _atom_amount(self, atom: Atom) -> Amount:
        if isinstance(atom, Opaque):
            return self.bounds_in(atom.place).amount(atom.expression)
        return amount_of_field(self.cells[atom])

    def _of_function(self, atom: Opaque, monomial: Monomial) -> tuple[Inequality, ...]:
        """`max` is no less than its arguments, `min` no more, `abs` no less than its argument.

        What is rounded is no further from its argument than a unit.
        """
        node = atom.expression
        if not isinstance(node, Apply):
            return ()
        algebra = self.algebra_in(atom.place)
        arguments = [algebra.polynomial(each) for each in node.arguments]
        beyond = [difference({monomial: _ONE}, each) for each in arguments]
        match node.function:
            case "max":
                return tuple(at_least_zero(each) for each in beyond)
            case "min":
                return tuple(at_least_zero(scaled(each, -_ONE)) for each in beyond)
            case "abs":
                opposite = difference({monomial: _ONE}, scaled(arguments[0], -_ONE))
                return (at_least_zero(beyond[0]), at_least_zero(opposite))
            case function if function in ROUNDINGS and len(arguments) == 2:
                unit = scaled(arguments[1], -_ONE)
                return tuple(at_least_zero(difference(side, unit)) for side in (beyond[0], scaled(beyond[0], -_ONE)))
            case _:
                return ()


def _power(amount: Amount, power: int) -> Amount:
    """The numbers that a power of a number of `amount` can be."""
    if power == 1:
        return amount
    low = low_of(amount)
    return NOT_NEGATIVE if power % 2 == 0 or (low is not None and low >= 0) else ANY


def at_least_zero(polynomial: Polynomial, *, strict: bool = False) -> Inequality:
    """`polynomial ≥ 0`, or `> 0`, with its monomials as variables."""
    terms = {monomial: k for monomial, k in polynomial.items() if monomial != UNIT}
    return Inequality(terms, polynomial.get(UNIT, _ZERO), strict)
