"""Normal forms of formulas: sums of products of cells, so that B ÷ A × W and B × W ÷ A are the same.

What is neither a cell nor arithmetic of cells is an unknown of its own: it equals itself and nothing
more is known of it here.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fractions import Fraction

from attrs import frozen

from evalrules.language.check.coverage.names import DEEPEST, Name, Names
from evalrules.language.policy.expression import (
    Apply,
    Arithmetic,
    Constant,
    Expression,
    Given,
    Negate,
    Use,
)
from evalrules.language.policy.schema import Field
from evalrules.language.values import Day, Quantity

MOST_TERMS = 64
"""Longer sums are left as they are: nobody writes them, and squaring one would take long."""
LONGEST = 4000
"""Bits that a coefficient may take."""

_ZERO, _ONE = Fraction(0), Fraction(1)


@frozen(cache_hash=True)
class Opaque:
    """A formula that is not looked into; `place` is the rule whose local quantities it may use."""

    expression: Expression
    place: str


Atom = str | Opaque
"""A cell, by `cell_name`, or a formula that is not looked into."""
Monomial = frozenset[tuple[Atom, int]]
"""Atoms and their powers; the empty one is the number 1."""
Polynomial = Mapping[Monomial, Fraction]
"""Monomials and their coefficients, none of them 0. No monomial at all is the number 0."""

UNIT: Monomial = frozenset()


def cell_name(field: Field) -> str:
    """The name of a cell of the row at hand: `indicators.target`."""
    return f"{field.record}.{field.en}"


def constant_of(polynomial: Polynomial) -> Fraction | None:
    """The number that `polynomial` is, whatever the form says; None if it depends on the form."""
    if not polynomial:
        return _ZERO
    return polynomial.get(UNIT) if len(polynomial) == 1 else None


def difference(a: Polynomial, b: Polynomial) -> Polynomial:
    """`a − b`."""
    return _sum(a, b, -_ONE)


def scaled(a: Polynomial, by: Fraction) -> Polynomial:
    """`a` times a number."""
    return {monomial: factor * by for monomial, factor in a.items()} if by else {}


def atoms_in(polynomial: Polynomial) -> frozenset[Atom]:
    """The cells and unknowns that `polynomial` depends on."""
    return frozenset(atom for monomial in polynomial for atom, _ in monomial)


class Algebra:
    """Brings formulas into normal form; a name is looked up once."""

    def __init__(self, names: Names) -> None:
        self.names = names
        self._known: dict[Name, Polynomial] = {}
        self._under_way: list[Name] = []

    def polynomial(self, expression: Expression) -> Polynomial:
        """The normal form of `expression`. Total: what has none is one unknown."""
        found = self._normal(expression)
        return self._unknown(expression) if found is None or _too_long(found) else found

    def _normal(self, expression: Expression) -> Polynomial | None:
        match expression:
            case Constant(value=value):
                return _constant(value)
            case Given(field=field):
                return {frozenset({(cell_name(field), 1)}): _ONE}
            case Negate(operand=operand):
                return scaled(self.polynomial(operand), -_ONE)
            case Arithmetic(operator=operator, left=left, right=right):
                return _OPERATIONS[operator](self.polynomial(left), self.polynomial(right))
            case Apply(function="days-between", arguments=(first, second)):
                return difference(self.polynomial(second), self.polynomial(first))
            case Use():
                return self._named(expression)
            case _:
                return None

    def _named(self, use: Use) -> Polynomial | None:
        name, value = (use.origin, use.name), self.names.value_of(use)
        if value is None or name in self._under_way or len(self._under_way) >= DEEPEST:
            return None
        if name not in self._known:
            self._under_way.append(name)
            self._known[name] = self.polynomial(value)
            self._under_way.pop()
        return self._known[name]

    def _unknown(self, expression: Expression) -> Polynomial:
        return {frozenset({(Opaque(expression, self.names.place), 1)}): _ONE}


def _constant(value: object) -> Polynomial | None:
    match value:
        case Quantity(amount=Fraction() as number):
            return {UNIT: number} if number else {}
        case Day(first=first, last=last) if first == last:
            return {UNIT: Fraction(first.toordinal())}
        case _:
            return None


def _too_long(polynomial: Polynomial) -> bool:
    return len(polynomial) > MOST_TERMS or any(
        max(each.numerator.bit_length(), each.denominator.bit_length()) > LONGEST for each in polynomial.values()
    )


# Operations ---------------------------------------------------------------------------------------


def _sum(a: Polynomial, b: Polynomial, factor: Fraction = _ONE) -> Polynomial:
    result = dict(a)
    for monomial, coefficient in b.items():
        total = result.get(monomial, _ZERO) + factor * coefficient
        if total:
            result[monomial] = total
        else:
            del result[monomial]
    return result


def _product(a: Polynomial, b: Polynomial) -> Polynomial | None:
    if len(a) * len(b) > MOST_TERMS:
        return None
    result: Polynomial = {}
    for m, x in a.items():
        for n, y in b.items():
            result = _sum(result, {_times(m, n): x * y})
    return result


def _quotient(a: Polynomial, b: Polynomial) -> Polynomial | None:
    if len(b) != 1:
        return None
    ((monomial, coefficient),) = b.items()
    inverse = frozenset((atom, -power) for atom, power in monomial)
    return _product(a, {inverse: 1 / coefficient})


def _times(m: Monomial, n: Monomial) -> Monomial:
    powers = dict(m)
    for atom, power in n:
        powers[atom] = powers.get(atom, 0) + power
    return frozenset((atom, power) for atom, power in powers.items() if power)


_OPERATIONS: Mapping[str, Callable[[Polynomial, Polynomial], Polynomial | None]] = {
    "+": _sum,
    "−": difference,
    "×": _product,
    "÷": _quotient,
}
