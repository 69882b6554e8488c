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


# Bare numbers -------------------------------------------------------------------------------------

UNSTATED = Unit("unstated", "", ONE, "")

# Measures that have a name of their own; 万人 and 元/亩 are made of other names.
_MEASURES = (
    " 米 m M 公里 千米 km Km KM 厘米 公分 cm CM 毫米 mm MM 平方米 平米 ㎡ m2 m² M2 M² 亩 公顷 hm2 hm² ha 平方公里 "
    "平方千米 km2 km² ㎢ 公斤 千克 kg KG Kg 吨 t 斤 市斤 克 g 分钟 min 小时 个小时 h 秒 秒钟 s "
)


def takes_up(unit: Unit) -> bool:
    """Whether a number that a form prints without a unit, beside one in `unit`, can only be meant in it.

    Beside 300公里, 280 is 280公里; beside 4万人次, 4.4 may be so many or so many 万.
    """
    if unit.dimension not in ("named", "days"):
        return False
    return _is_its_own_base(unit) or f" {unit.printed} " in _MEASURES


# Names --------------------------------------------------------------------------------------------

_SCALES = {
    "百": 2, "千": 3, "万": 4, "十万": 5, "百万": 6, "千万": 7, "亿": 8, "十亿": 9, "百亿": 10, "千亿": 11, "万亿": 12,
}  # fmt: skip
_SYMBOLS = {"pure": "", "percent": "% ‰ 比例", "point": "个百分点", "money": "元", "unstated": "", "days": "天"}
_BASES = {
    "pure": {"": ONE},
    "percent": {"%": POINT.scale, "百分比": POINT.scale, "百分率": POINT.scale, "‰": POINT.scale / 10,
                "千分比": POINT.scale / 10, "比例": ONE},
    "point": {"个百分点": POINT.scale, "百分点": POINT.scale},
    "money": {"元": ONE, "元人民币": ONE, "人民币元": ONE, "元整": ONE},
    "unstated": {"": ONE},
    "days": dict.fromkeys(("天", "日", "日历天", "个日历天", "自然日", "个自然日"), ONE),
}  # fmt: skip


def is_named_rightly(unit: Unit) -> bool:
    """Whether the symbol of a unit, and the name under which it is shown, are its own: 万元 is ten thousand 元.

    Counts and measures have names without number; only their scale, where the name begins with one, is known.
    """
    if unit.dimension == "named":
        scale = next((10**power for word, power in _SCALES.items() if unit.printed == word + unit.symbol), None)
        return unit.printed != "" and scale in (None, unit.scale)
    if unit.symbol not in _SYMBOLS[unit.dimension].split(" "):
        return False
    bases = _BASES[unit.dimension]
    if unit.printed in bases:
        return bases[unit.printed] == unit.scale
    prefixes = [word for word in _SCALES if unit.printed.startswith(word)]
    scale = max(prefixes, key=len, default="")
    base = bases.get(unit.printed.removeprefix(scale))
    return scale != "" and base is not None and base * 10 ** _SCALES[scale] == unit.scale
