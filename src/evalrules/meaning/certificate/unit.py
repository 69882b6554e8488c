"""Which units fit together, and in what unit the result is: the rules of the language, restated.

Amounts are recorded in the base of their unit, so a unit decides whether two numbers may meet, never
how they are computed.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction


@dataclass(frozen=True, slots=True)
class Unit:
    """What a number counts: its dimension, the symbol of its base, how much of the base it is."""

    dimension: str
    symbol: str
    scale: Fraction
    printed: str

    def same(self, other: Unit) -> bool:
        """Whether two units are one; the name under which a unit is printed is no part of it."""
        return (self.dimension, self.symbol, self.scale) == (other.dimension, other.symbol, other.scale)


DIMENSIONS = ("pure", "percent", "point", "money", "unstated", "named", "days")

ONE = Fraction(1)
PURE = Unit("pure", "", ONE, "")
POINT = Unit("point", "个百分点", Fraction(1, 100), "个百分点")

# One row for each dimension of the left operand, one letter for each of the right, both in the order
# of DIMENSIONS; the letters are their initials (% for percent, . for point), a blank is no fit.
_LETTERS = "p%.mund"
_TABLES = {
    "+": ("p%  und", "%%%    ", " %.    ", "   m   ", "u   und", "n   nn ", "d   d d"),
    "−": ("p.  und", "..%    ", "  .    ", "   m   ", "u   und", "n   nn ", "d   d d"),
    "×": ("pp.mund", "p%.mund", "..     ", "mm     ", "uu  u  ", "nn     ", "dd     "),
    "÷": ("pp  p  ", "%p     ", ".pp    ", "m  p nn", "u   ppp", "n   pp ", "d   p p"),
}


def result_unit(sign: str, a: Unit, b: Unit) -> Unit | None:
    """The unit of `a sign b`, for + − × ÷; None where the two do not fit."""
    dimension = _entry(sign, a, b)
    if sign == "÷" and a.dimension == "money" and dimension == "named":
        return _money_per(b)
    must_meet = sign in "+−" or (sign == "÷" and dimension == "pure")
    if dimension is None or (must_meet and not _meet(a, b)):
        return None
    candidates = [unit for unit in (a, b) if unit.dimension == dimension]
    if candidates:
        return min(candidates, key=lambda unit: (unit.scale, unit.symbol))
    return POINT if dimension == "point" else PURE


def comparable(a: Unit, b: Unit) -> bool:
    """Whether it may be asked which of two quantities is greater; a rate and a difference may not."""
    if {a.dimension, b.dimension} == {"percent", "point"}:
        return False
    return _entry("+", a, b) is not None and _meet(a, b)


def _entry(sign: str, a: Unit, b: Unit) -> str | None:
    row = _TABLES[sign][DIMENSIONS.index(a.dimension)]
    letter = row[DIMENSIONS.index(b.dimension)]
    return None if letter == " " else DIMENSIONS[_LETTERS.index(letter)]


def _meet(a: Unit, b: Unit) -> bool:
    """Whether two units whose dimensions fit convert into each other with certainty."""
    if a.dimension != b.dimension:
        return _is_its_own_base(a) and _is_its_own_base(b)
    if a.dimension == "named":
        return a.symbol == b.symbol
    return a.dimension != "unstated" or a.scale == b.scale


def _is_its_own_base(unit: Unit) -> bool:
    if unit.dimension not in ("named", "unstated", "days"):
        return True
    return unit.scale == ONE and not unit.symbol.startswith("元/")


def _money_per(unit: Unit) -> Unit | None:
    """元 for one of what `unit` counts; there is no rate of a rate."""
    return None if "/" in unit.symbol else Unit("named", f"元/{unit.symbol}", ONE, f"元/{unit.symbol}")
