"""Units: what a number counts, and what may be added, compared or divided with what.

The amount of a quantity is always held in the base of its unit (95% as 19/20, 13 万元 as 130000), so
that units matter in two places only: whether two quantities fit, and how one is shown.
"""

from __future__ import annotations

from enum import Enum
from fractions import Fraction
from functools import lru_cache

from attrs import field, frozen

from evalrules.language.values import vocabulary
from evalrules.language.values.number import show_number
from evalrules.language.values.wording import Words, by_word, normalise


class Dimension(Enum):
    """What kind of thing a unit counts."""

    PURE = "无量纲"
    """A quotient, or a number that a policy states without a unit."""
    PERCENT = "百分数"
    """A proportion that is printed with %, ‰, 百分比."""
    POINT = "百分点"
    """A difference of proportions."""
    MONEY = "金额"
    UNSTATED = "未注明单位"
    """A number that a form prints without a unit."""
    NAMED = "计量"
    """A count or a measure: 人, 平方米, 元/人."""
    DAYS = "天数"

    # Members are singletons, and every operation looks two of them up: hash them as the objects they are.
    __hash__ = object.__hash__


@frozen
class Unit:
    """A unit: its dimension, the symbol of its base, and how much of its base it is.

    万元 is MONEY, 元, 10000; 万人 is NAMED, 人, 10000. `printed` is the name under which numbers in it
    are shown; it is no part of what the unit is.
    """

    dimension: Dimension
    symbol: str
    scale: Fraction
    printed: str = field(default="", eq=False, repr=False)


_ONE = Fraction(1)

PURE = Unit(Dimension.PURE, "", _ONE)
PERCENT = Unit(Dimension.PERCENT, "%", Fraction(1, 100), "%")
PER_MILLE = Unit(Dimension.PERCENT, "‰", Fraction(1, 1000), "‰")
POINT = Unit(Dimension.POINT, "个百分点", Fraction(1, 100), "个百分点")
UNSTATED = Unit(Dimension.UNSTATED, "", _ONE)
YUAN = Unit(Dimension.MONEY, "元", _ONE, "元")
WAN_YUAN = Unit(Dimension.MONEY, "元", Fraction(10**4), "万元")
YI_YUAN = Unit(Dimension.MONEY, "元", Fraction(10**8), "亿元")
DAYS = Unit(Dimension.DAYS, "天", _ONE, "天")


# Names --------------------------------------------------------------------------------------------


def _simple_units() -> dict[str, Unit]:
    """The units whose name is one word of the vocabulary."""
    percentages = {PERCENT.scale: "%", PER_MILLE.scale: "‰", _ONE: "比例"}
    units = {"": UNSTATED}
    for word, scale in vocabulary.PERCENTAGES.items():
        units[word] = Unit(Dimension.PERCENT, percentages[scale], scale, word)
    for word in vocabulary.PERCENTAGE_POINTS.split():
        units[word] = Unit(Dimension.POINT, POINT.symbol, POINT.scale, word)
    for word in vocabulary.MONEY.split():
        units[word] = YUAN
    for word in vocabulary.DAYS.split():
        units[word] = Unit(Dimension.DAYS, DAYS.symbol, _ONE, word)
    return units | _counts_and_measures()


def _counts_and_measures() -> dict[str, Unit]:
    units = {word: Unit(Dimension.NAMED, word, _ONE, word) for word in vocabulary.COUNTS.split()}
    for word, symbol in _SYNONYMS.items():
        units[word] = Unit(Dimension.NAMED, symbol, _ONE, word)
    for base, measures in vocabulary.MEASURES.items():
        for words, scale in measures.items():
            for word in words.split():
                units[word] = Unit(Dimension.NAMED, base, scale, word)
    return units


_SYNONYMS = by_word(vocabulary.SYNONYMS)
_SIMPLE = _simple_units()
_SCALES = Words(vocabulary.SCALES)
_PER_ONE = Words(vocabulary.PER_ONE.split())
_SCALABLE = (Dimension.MONEY, Dimension.NAMED, Dimension.UNSTATED, Dimension.DAYS)
_LONGEST_NAME = 20


def parse_unit(text: str) -> Unit:
    """The unit that `text` names; a name that is not in the vocabulary is a count of its own."""
    name = normalise(text)
    return known_unit(name) or Unit(Dimension.NAMED, name, _ONE, name)


@lru_cache(maxsize=4096)
def known_unit(name: str) -> Unit | None:
    """The unit of a normalised `name`, None if the vocabulary does not hold it.

    A name is a word (人), a scale and a word (万人次), a rate (元/人·月, 元每亩), or a unit with
    the same unit in brackets behind it (%(百分比)).
    """
    if len(name) > _LONGEST_NAME:
        return None
    return _SIMPLE.get(name) or _glossed_unit(name) or _scaled_unit(name) or _rate(name)


def _glossed_unit(name: str) -> Unit | None:
    """`%(百分比)`, or `(百分比)` alone."""
    outer, bracket, inner = name.removesuffix(")").partition("(")
    if not bracket or not name.endswith(")") or not inner:
        return None
    gloss = known_unit(inner)
    return gloss if not outer or known_unit(outer) == gloss else None


def _scaled_unit(name: str) -> Unit | None:
    """`万人次`, or `万` alone."""
    scale = _SCALES.opening(name)
    unit = _SIMPLE.get(name.removeprefix(scale)) if scale else None
    if unit is None or unit.dimension not in _SCALABLE:
        return None
    return Unit(unit.dimension, unit.symbol, unit.scale * vocabulary.SCALES[scale], name)


def _rate(name: str) -> Unit | None:
    """`元/人·月`: an amount of one unit for one each of some others."""
    top, _, bottom = name.replace("每", "/").partition("/")
    amount = _SIMPLE.get(top) or _scaled_unit(top)
    if amount is None or amount.dimension not in _SCALABLE:
        return None
    scale, symbols = amount.scale, []
    for word in _factors(bottom):
        per = _denominator(word)
        if per is None:
            return None
        scale /= per.scale
        symbols.append(per.symbol)
    return Unit(Dimension.NAMED, f"{amount.symbol}/{'·'.join(sorted(symbols))}", scale, name)


def _factors(bottom: str) -> list[str]:
    """The words of a denominator, however they are joined: 人*月, 人·月, 人/月, 人月."""
    words = bottom.translate(_JOINTS).split("·")
    return [part for word in words for part in _SYNONYMS.get(word, word).split("·")]


_JOINTS = str.maketrans("*・×/.•", "······")


def _denominator(word: str) -> Unit | None:
    if word not in _PER_ONE:
        return None
    return _SIMPLE.get(word) or Unit(Dimension.NAMED, word, _ONE, word)


def unit_name(unit: Unit) -> str:
    """The name under which a number in `unit` is shown; empty where a number stands alone."""
    if unit.printed or unit.scale == 1:
        return unit.printed or unit.symbol
    for word, scale in vocabulary.SCALES.items():
        if scale == unit.scale:
            return word + unit.symbol
    return f"({show_number(unit.scale)}{unit.symbol})"


# Fitting ------------------------------------------------------------------------------------------


def family(unit: Unit) -> str:
    """What `unit` may be compared with: units of one family convert into each other exactly.

    Numbers without a unit are of one family only at one scale: 3万 is not safely comparable to 3.
    """
    kind = str(unit.dimension.value)
    match unit.dimension:
        case Dimension.NAMED:
            return f"{kind}:{unit.symbol}"
        case Dimension.UNSTATED:
            return f"{kind}:{show_number(unit.scale)}"
        case _:
            return kind


# Each row is a left operand, each column a right one, in this order; – where they do not fit.
_COLUMNS = (
    Dimension.PURE,
    Dimension.PERCENT,
    Dimension.POINT,
    Dimension.MONEY,
    Dimension.UNSTATED,
    Dimension.NAMED,
    Dimension.DAYS,
)

# A bare number of a policy takes the unit of what it meets, except money (元 or 万元?) and points. A bare
# number of a form takes the unit of a count; never that of a percentage (is 95 meant as 95% or as 9500%?).
_SUM = """
             PURE      PERCENT   POINT     MONEY     UNSTATED  NAMED     DAYS
  PURE       PURE      PERCENT   –         –         UNSTATED  NAMED     DAYS
  PERCENT    PERCENT   PERCENT   PERCENT   –         –         –         –
  POINT      –         PERCENT   POINT     –         –         –         –
  MONEY      –         –         –         MONEY     –         –         –
  UNSTATED   UNSTATED  –         –         –         UNSTATED  NAMED     DAYS
  NAMED      NAMED     –         –         –         NAMED     NAMED     –
  DAYS       DAYS      –         –         –         DAYS      –         DAYS
"""

# As the sum, but proportions differ by percentage points.
_DIFFERENCE = """
             PURE      PERCENT   POINT     MONEY     UNSTATED  NAMED     DAYS
  PURE       PURE      POINT     –         –         UNSTATED  NAMED     DAYS
  PERCENT    POINT     POINT     PERCENT   –         –         –         –
  POINT      –         –         POINT     –         –         –         –
  MONEY      –         –         –         MONEY     –         –         –
  UNSTATED   UNSTATED  –         –         –         UNSTATED  NAMED     DAYS
  NAMED      NAMED     –         –         –         NAMED     NAMED     –
  DAYS       DAYS      –         –         –         DAYS      –         DAYS
"""

# A proportion of something is that thing: 80% of 10 is 8.
_PRODUCT = """
             PURE      PERCENT   POINT     MONEY     UNSTATED  NAMED     DAYS
  PURE       PURE      PURE      POINT     MONEY     UNSTATED  NAMED     DAYS
  PERCENT    PURE      PERCENT   POINT     MONEY     UNSTATED  NAMED     DAYS
  POINT      POINT     POINT     –         –         –         –         –
  MONEY      MONEY     MONEY     –         –         –         –         –
  UNSTATED   UNSTATED  UNSTATED  –         –         UNSTATED  –         –
  NAMED      NAMED     NAMED     –         –         –         –         –
  DAYS       DAYS      DAYS      –         –         –         –         –
"""

# Like over like is a pure number; money over a count is a rate.
_QUOTIENT = """
             PURE      PERCENT   POINT     MONEY     UNSTATED  NAMED     DAYS
  PURE       PURE      PURE      –         –         PURE      –         –
  PERCENT    PERCENT   PURE      –         –         –         –         –
  POINT      POINT     PURE      PURE      –         –         –         –
  MONEY      MONEY     –         –         PURE      –         NAMED     NAMED
  UNSTATED   UNSTATED  –         –         –         PURE      PURE      PURE
  NAMED      NAMED     –         –         –         PURE      PURE      –
  DAYS       DAYS      –         –         –         PURE      –         PURE
"""

_Table = dict[tuple[Dimension, Dimension], Dimension]


def _read_table(text: str) -> _Table:
    cells: _Table = {}
    for line in text.split("\n")[2:-1]:
        left, *results = line.split()
        for right, result in zip(_COLUMNS, results, strict=True):
            if result != "–":
                cells[Dimension[left], right] = Dimension[result]
    return cells


_SUMS, _DIFFERENCES = _read_table(_SUM), _read_table(_DIFFERENCE)
_PRODUCTS, _QUOTIENTS = _read_table(_PRODUCT), _read_table(_QUOTIENT)


def sum_unit(a: Unit, b: Unit) -> Unit | None:
    """The unit of a sum, None if the two do not fit."""
    return _unit_of(_SUMS.get((a.dimension, b.dimension)), a, b) if _meet(a, b) else None


def difference_unit(a: Unit, b: Unit) -> Unit | None:
    """The unit of `a − b`, None if the two do not fit."""
    return _unit_of(_DIFFERENCES.get((a.dimension, b.dimension)), a, b) if _meet(a, b) else None


def product_unit(a: Unit, b: Unit) -> Unit | None:
    """The unit of a product, None if nothing is known by that name (元 × 元)."""
    return _unit_of(_PRODUCTS.get((a.dimension, b.dimension)), a, b)


def quotient_unit(a: Unit, b: Unit) -> Unit | None:
    """The unit of `a ÷ b`, None if the two do not fit."""
    result = _QUOTIENTS.get((a.dimension, b.dimension))
    if result is Dimension.NAMED and a.dimension is Dimension.MONEY:
        return _money_rate(b)
    if result is Dimension.PURE and not _meet(a, b):
        return None
    return _unit_of(result, a, b)


def comparable(a: Unit, b: Unit) -> bool:
    """Whether it can be asked which of two quantities is the greater."""
    dimensions = {a.dimension, b.dimension}
    if dimensions == {Dimension.PERCENT, Dimension.POINT}:
        return False
    return (a.dimension, b.dimension) in _SUMS and _meet(a, b)


def _unit_of(result: Dimension | None, a: Unit, b: Unit) -> Unit | None:
    """The unit of the dimension `result`: the finer of those operands that have it."""
    if result is None:
        return None
    if a is b and a.dimension is result:
        return a
    have_it = [unit for unit in (a, b) if unit.dimension is result]
    if have_it:
        return min(have_it, key=lambda unit: (unit.scale, unit.symbol))
    return POINT if result is Dimension.POINT else PURE


def _meet(a: Unit, b: Unit) -> bool:
    """Whether two units whose dimensions fit fit themselves: one family, or a count and a bare number.

    A bare number beside 万亩, 公里 or 元/人 might be one of 亩, 米 or 万元: only where the unit is its
    own base is it certain.
    """
    if a is b:
        return True
    if a.dimension is b.dimension:
        return family(a) == family(b)
    return all(_takes_bare_numbers(unit) for unit in (a, b))


def _takes_bare_numbers(unit: Unit) -> bool:
    if unit.dimension in (Dimension.NAMED, Dimension.UNSTATED, Dimension.DAYS):
        return unit.scale == 1 and not unit.symbol.startswith("元/")
    return True


def takes_up(unit: Unit) -> bool:
    """Whether a bare number beside `unit`, as printed, can only be meant in that unit.

    Beside 300公里 or 300人, 280 is 280公里 or 280人. Beside 4万人次 it is unclear whether 4.4 or 44000
    would be meant; beside 300元/亩, whether 元 or 万元.
    """
    counts = unit.dimension in (Dimension.NAMED, Dimension.DAYS)
    return counts and (unit.printed in _SIMPLE or _takes_bare_numbers(unit))


def _money_rate(per: Unit) -> Unit | None:
    """元 per one base of `per`; of a rate there is no further rate."""
    if "/" in per.symbol:
        return None
    symbol = f"元/{per.symbol}"
    return Unit(Dimension.NAMED, symbol, _ONE, symbol)
