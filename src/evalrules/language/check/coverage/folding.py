"""Works out the ends of a table: numbers, or multiples of one quantity, which are compared as numbers are.

80% × 分值 and 50% × 分值 are 4/5 and 1/2 of 分值, whatever it is: points are not negative, so the order
of the numbers is the order of the ends.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction

from attrs import frozen

from evalrules.language.check.coverage.names import Names
from evalrules.language.check.coverage.polynomials import Algebra, Polynomial, constant_of, scaled
from evalrules.language.check.coverage.walking import every_part
from evalrules.language.node import Node
from evalrules.language.policy.definition import End
from evalrules.language.policy.expression import Arithmetic, Constant, Expression
from evalrules.language.problems import Phrase
from evalrules.language.source import Span
from evalrules.language.values import PURE, UNSTATED, Quantity, Unit, show_quantity


@frozen(eq=False, repr=False)
class Scale:
    """What the ends of a table are multiples of: None is the number 1. `unit` is how they are shown."""

    of: Expression | None
    unit: Unit

    def show(self, number: Fraction) -> Phrase:
        """`number` of the scale, as a person would write it."""
        shown = show_quantity(Quantity(number, self.unit))
        if self.of is None or not number:
            return Phrase(shown, shown)
        return Phrase(f"{shown} × {self.of.span.text}", f"{shown} × {self.of.span.text}")

    def times(self, number: Fraction, span: Span) -> Expression:
        """`number` of the scale, as a formula."""
        constant = Constant(Quantity(number, self.unit), span)
        return constant if self.of is None else Arithmetic("×", constant, self.of, span)


@frozen(eq=False, repr=False)
class NotFolded(Node):
    """An end that depends on the form in another way than the others."""

    span: Span


@frozen(eq=False, repr=False)
class Folded:
    """The ends of a table on one scale, in the order they were given."""

    scale: Scale
    numbers: tuple[Fraction, ...]


def fold(ends: Sequence[End], algebra: Algebra) -> Folded | NotFolded:
    """The numbers that `ends` are, or the multiples of one quantity."""
    polynomials = [algebra.polynomial(end.value) for end in ends]
    unit = _shown_unit((end.value for end in ends), algebra.names)
    varying = [at for at, each in enumerate(polynomials) if constant_of(each) is None]
    if not varying:
        numbers = tuple(constant_of(each) or Fraction(0) for each in polynomials)
        return Folded(Scale(None, unit), numbers)
    of, base = _base(ends[varying[0]].value, polynomials[varying[0]], algebra)
    factors = [_multiple(each, base) for each in polynomials]
    for end, factor in zip(ends, factors, strict=True):
        if factor is None:
            return NotFolded(end.value.span)
    return Folded(Scale(of, unit), tuple(factor for factor in factors if factor is not None))


def _base(end: Expression, polynomial: Polynomial, algebra: Algebra) -> tuple[Expression, Polynomial]:
    """What `end` is a multiple of: the factor that is left when its constant factors are taken away."""
    while isinstance(end, Arithmetic) and end.operator == "×":
        left, right = algebra.polynomial(end.left), algebra.polynomial(end.right)
        if constant_of(left):
            end, polynomial = end.right, right
        elif constant_of(right):
            end, polynomial = end.left, left
        else:
            break
    return end, polynomial


def _multiple(polynomial: Polynomial, base: Polynomial) -> Fraction | None:
    """How many times `base` the `polynomial` is; None if it is no multiple of it."""
    if not polynomial:
        return Fraction(0)
    monomial, factor = next(iter(base.items()))
    times = polynomial.get(monomial, Fraction(0)) / factor
    return times if scaled(base, times) == polynomial else None


def _shown_unit(ends: Iterable[Expression], names: Names) -> Unit:
    """The unit that the author has written at the ends; none, where they are bare numbers."""
    for end in ends:
        for part in every_part(end, names):
            match part:
                case Constant(value=Quantity(unit=unit)) if unit not in (PURE, UNSTATED):
                    return unit
                case _:
                    pass
    return PURE
