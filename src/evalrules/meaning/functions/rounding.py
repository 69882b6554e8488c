"""`四舍五入` / `half-up` and the other roundings, inside a formula: to a multiple of a unit.

The same words as the step after an award, for texts that round a rate before they use it.
"""

from __future__ import annotations

from fractions import Fraction

from evalrules.language.policy.signature import OfValues, Signature, Takes
from evalrules.language.values import Quantity, Rounding, round_amount, show_quantity
from evalrules.meaning.derivation import Outcome
from evalrules.meaning.fault import Fault, FaultKind
from evalrules.meaning.functions.function import Arguments, Function, Meaning, in_one_unit, quantities_in


def _rounded(mode: Rounding) -> Meaning:
    def meaning(arguments: Arguments, words: str) -> Outcome:
        fitted = in_one_unit(quantities_in(arguments), words)
        if isinstance(fitted, Fault):
            return fitted
        number, unit = fitted
        if not isinstance(unit.amount, Fraction) or unit.amount <= 0:
            return Fault(FaultKind.STEP_NOT_POSITIVE, (show_quantity(unit),))
        return Quantity(round_amount(number.amount, unit.amount, mode), number.unit)

    return meaning


def _rounding(en: str, zh: str, mode: Rounding) -> Function:
    return Function(
        Signature(en, zh, None, of_values=OfValues(Takes.NUMBER, 2, 2)),
        _rounded(mode),
        ("the result is a multiple of the unit", "rounding twice is rounding once", "it keeps order"),
    )


HALF_UP = _rounding("half-up", "四舍五入", Rounding.HALF_UP)
TRUNCATE = _rounding("truncate", "舍去", Rounding.DOWN)
ROUND_UP = _rounding("round-up", "进一", Rounding.UP)
HALF_EVEN = _rounding("half-even", "四舍六入五成双", Rounding.HALF_EVEN)
