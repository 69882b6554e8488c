"""What is true of a function, in one place: its signature, its meaning, its laws."""

from __future__ import annotations

from collections.abc import Callable

from attrs import frozen

from evalrules.language.policy.signature import Signature
from evalrules.language.values import Day, Quantity, Unit, comparable
from evalrules.meaning.derivation import Outcome
from evalrules.meaning.fault import Fault, FaultKind

Arguments = tuple[Quantity | Day, ...]
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


def common_unit(quantities: tuple[Quantity, ...], words: str) -> Unit | Fault:
    """The unit that all `quantities` share, or the fault of the first that does not fit."""
    unit = quantities[0].unit
    for each in quantities:
        if not comparable(unit, each.unit):
            return Fault(FaultKind.UNITS_DIFFER, (words, unit.symbol, words, each.unit.symbol))
    return unit


def quantities_in(arguments: Arguments) -> tuple[Quantity, ...]:
    """The arguments that are numbers: the checker lets no others through where numbers are taken."""
    return tuple(each for each in arguments if isinstance(each, Quantity))
