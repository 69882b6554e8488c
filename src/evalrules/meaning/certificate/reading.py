"""A small reading of what was printed: only forms of which there can be no doubt.

A plain number, a percentage, money, a bound with a sign, a day written in full, words where words
belong. Whatever else a cell prints is left to the record: it is a premise, taken on trust.
"""

from __future__ import annotations

import re
from datetime import date
from fractions import Fraction

from evalrules.meaning.certificate.amount import BOTTOM, TOP, Amount, above, below, exactly
from evalrules.meaning.certificate.unit import ONE, PURE, UNSTATED, Unit
from evalrules.meaning.certificate.value import Absent, Days, Outcome, Quantity, Text

_UNITS = {
    "%": Unit("percent", "%", Fraction(1, 100), "%"),
    "‰": Unit("percent", "‰", Fraction(1, 1000), "‰"),
    "元": Unit("money", "元", ONE, "元"),
    "万元": Unit("money", "元", Fraction(10**4), "万元"),
    "亿元": Unit("money", "元", Fraction(10**8), "亿元"),
    "个百分点": Unit("point", "个百分点", Fraction(1, 100), "个百分点"),
    "天": Unit("days", "天", ONE, "天"),
}
_ENGLISH = {"yuan": "元", "wan-yuan": "万元", "yi-yuan": "亿元", "pp": "个百分点", "days": "天"}
_MONEY = ("元", "万元", "亿元")
_EMPTY = frozenset(["", "-", "—", "——", "–", "/", "无", "空", "暂无", "未填"])

_TO_ASCII = str.maketrans("０１２３４５６７８９．，％＜＞＝－", "0123456789.,%<>=-")
_DIGITS = r"(-?(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.[0-9]+)?)"
_CELL = re.compile(rf"(≥|≤|>=|<=|>|<|=)?\s*{_DIGITS}\s*([^\s0-9()至到~-]*)")
_CONSTANT = re.compile(rf"{_DIGITS}\s*(\S*)")
_DAY = re.compile(r"(\d{4})(?:-(\d{1,2})-(\d{1,2})|年(\d{1,2})月(\d{1,2})日)")
_STRING = re.compile(r"\"((?:[^\"\\]|\\.)*)\"|“([^”]*)”|「([^」]*)」", re.DOTALL)
_DASHES = "-—–―－/／"
_WORDS = re.compile("[一-龥]{2,}")
_COUNTING = frozenset("零〇一二三四五六七八九十百千万亿两几多半年月日季旬周天元例")
_DENYING = frozenset("无未没暂空")
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")

MOST_DIGITS = 60


# Cells --------------------------------------------------------------------------------------------


def read_cell(printed: str | None, kind: str, field_unit: Unit | None, taken_in: Unit | None) -> Outcome | None:
    """What a cell of a field of `kind` says; None where it is not sure.

    `field_unit` is the unit of a field of money. `taken_in` is the unit in which the record takes the
    number, if it takes one: a name of a unit that is not known here can only be that one.
    """
    text = (printed or "").strip()
    if kind == "text":
        return Text(text) if text.strip(_DASHES) else Absent("")
    if text in _EMPTY:
        return Absent(text)
    if kind == "date":
        return _read_day(text)
    if kind in ("target", "measured") and (day := _read_day(text)) is not None:
        return day
    if kind in ("target", "measured") and _is_mere_words(text):
        return Text(text)
    figure = _read_figure(text)
    return None if figure is None else _figure_in(figure, kind, field_unit, taken_in)


def _is_mere_words(text: str) -> bool:
    """Whether a phrase is words alone: no digit or numeral, no word of time or degree that might count."""
    return _WORDS.fullmatch(text) is not None and not _COUNTING.intersection(text) and text[0] not in _DENYING


_Figure = tuple[str, Fraction, str]


def _read_figure(text: str) -> _Figure | None:
    """Comparator, number and unit of a cell that holds nothing else; not what may be a year or a date."""
    match = _CELL.fullmatch(text.translate(_TO_ASCII))
    if match is None or len(match.group(2)) > MOST_DIGITS:
        return None
    sign, digits, unit = match.group(1) or "", match.group(2), match.group(3) or ""
    if not unit and _YEAR.match(digits):
        return None
    return {">=": "≥", "<=": "≤"}.get(sign, sign), Fraction(digits.replace(",", "")), unit


def comparator_of(printed: str, taken_in: Unit) -> str | None:
    """The comparator that a cell prints before its number, or ""; None where it is not sure.

    Nothing but a unit may follow the number: `80%以上` is a bound without a sign.
    """
    figure = _read_figure(printed.strip())
    return None if figure is None or figure[2] not in ("", *_UNITS, taken_in.printed) else figure[0]


def _figure_in(figure: _Figure, kind: str, field_unit: Unit | None, taken_in: Unit | None) -> Quantity | None:
    sign, number, name = figure
    if kind in ("points", "number"):
        return None if sign or name else Quantity(exactly(number), PURE)
    if kind == "money":
        unit = _UNITS[name] if name in _MONEY else field_unit or _UNITS["万元"]
        return None if sign or name not in ("", *_MONEY) else Quantity(exactly(number * unit.scale), unit)
    named = _UNITS.get(name) if name else UNSTATED
    if named is None and taken_in is not None and taken_in.printed == name:
        named = taken_in
    if named is None:
        return None
    at = number * named.scale
    return Quantity(exactly(at) if kind == "target" else _bounded(sign, at), named)


def _bounded(sign: str, at: Fraction) -> Amount:
    match sign:
        case "≥":
            return Amount(below(at), TOP)
        case ">":
            return Amount(above(at), TOP)
        case "≤":
            return Amount(BOTTOM, above(at))
        case "<":
            return Amount(BOTTOM, below(at))
        case _:
            return exactly(at)


def _read_day(text: str) -> Days | None:
    match = _DAY.fullmatch(text.translate(_TO_ASCII))
    if match is None:
        return None
    year, month, day = (int(part) for part in match.groups() if part is not None)
    try:
        return Days(date(year, month, day), date(year, month, day))
    except ValueError:
        return None


# Constants ----------------------------------------------------------------------------------------


def read_constant(text: str) -> Outcome | None:
    """What the author's words for a constant say: a number with a unit of the language, a day, a string."""
    string = _STRING.fullmatch(text)
    if string is not None:
        return Text(_unquoted(*string.groups()))
    if (day := _read_day(text)) is not None:
        return day
    number = _CONSTANT.fullmatch(text.translate(_TO_ASCII))
    if number is None or len(number.group(1)) > MOST_DIGITS:
        return None
    digits, name = number.groups()
    unit = _UNITS.get(_ENGLISH.get(name, name)) if name else PURE
    return None if unit is None else Quantity(exactly(Fraction(digits.replace(",", "")) * unit.scale), unit)


def string_in(words: str) -> str | None:
    """The first string among the author's words, without its marks; None where there is none."""
    string = _STRING.search(words)
    return None if string is None else _unquoted(*string.groups())


def _unquoted(plain: str | None, curly: str | None, corner: str | None) -> str:
    if plain is not None:
        return re.sub(r"\\(.)", r"\1", plain)
    return curly if curly is not None else corner or ""
