"""What is true of a function, in one place: its signature, its meaning, its laws."""

from __future__ import annotations

from collections.abc import Callable

from attrs import frozen

from evalrules.language.policy.signature import Signature
from evalrules.language.values import Day, Dimension, Quantity, Text, agree, comparable, is_bare_zero, unit_name
from evalrules.meaning.derivation import Outcome
from evalrules.meaning.fault import Fault, FaultKind

Arguments = tuple[Quantity | Day | Text, ...]
Meaning = Callable[[Arguments, str], Outcome]


@frozen
class Function:
    """A function of the language.

    `apply` takes the values and the author's words for the call, and yields a value or a fault; it
    is total. `laws` say in words what is true of it, for the documentation and the tests.
    """

    signature: Signature
    meaning: Meaning
    laws: tuple[str, ...]

    def apply(self, arguments: Arguments, words: str) -> Outcome:
        return self.meaning(arguments, words)


def in_one_unit(quantities: tuple[Quantity, ...], words: str) -> tuple[Quantity, ...] | Fault:
    """`quantities` in the unit that they share, or the fault of the first that does not fit.

    A number without a unit takes that of the others where that is certain; 0 takes any.
    """
    common = quantities[0]
    for each in quantities[1:]:
        common, other = agree(common, each)
        if not comparable(common.unit, other.unit):
            names = (words, unit_name(common.unit), words, unit_name(other.unit))
            return Fault(FaultKind.UNITS_DIFFER, names)
    telling = tuple(each for each in quantities if not is_bare_zero(each)) or quantities
    unit = next((q.unit for q in telling if q.unit.dimension is not Dimension.UNSTATED), telling[0].unit)
    return tuple(Quantity(agree(each, Quantity(each.amount, unit))[0].amount, unit) for each in quantities)


def quantities_in(arguments: Arguments) -> tuple[Quantity, ...]:
    """The arguments that are numbers: the checker lets no others through where numbers are taken."""
    return tuple(each for each in arguments if isinstance(each, Quantity))
