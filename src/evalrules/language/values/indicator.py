"""Reads an indicator cell (年度指标值, 实际完成值) as it is printed on a form.

A reading is either certain or it is none: a phrase that may mean two numbers, or a number that may not
be the indicator's, is unreadable and says why. To read wrongly is worse than not to read.
"""

from __future__ import annotations

import re
from enum import StrEnum
from fractions import Fraction

from attrs import frozen

from evalrules.language.values.dates import Occasion, read_occasion
from evalrules.language.values.figure import Figure, read_figure
from evalrules.language.values.interval import interval
from evalrules.language.values.unit import Dimension, parse_unit
from evalrules.language.values.value import Day, Quantity, Reason
from evalrules.language.values.vocabulary import ABSENT
from evalrules.language.values.wording import normalise

LONGEST_CELL = 2000


class Kind(StrEnum):
    """What a cell states."""

    number = "number"
    percent = "percent"
    money = "money"
    rate = "rate"
    bound = "bound"
    range = "range"
    date = "date"
    deadline = "deadline"
    text = "text"
    absent = "absent"
    unreadable = "unreadable"


@frozen
class IndicatorValue:
    """What an indicator cell states.

    `text` is the cell as printed. `number` (and `upper`, the second end of a range) is as printed, in
    `unit`: 2.6亿元 has number 2.6 and unit 亿元. `comparator` is empty or one of `= < ≤ > ≥`; with an
    inequality the kind is bound. `reason` says why an unreadable cell is, why a date has no day, or
    why a cell with a number counts as text.
    """

    text: str
    kind: Kind
    comparator: str = ""
    number: Fraction | None = None
    upper: Fraction | None = None
    unit: str = ""
    day: Day | None = None
    reason: Reason | None = None


def threshold(v: IndicatorValue) -> Quantity | None:
    """The number that a target names, comparator aside; None if it names none, or a range of them."""
    if v.number is None or v.upper is not None:
        return None
    unit = parse_unit(v.unit)
    return Quantity(v.number * unit.scale, unit)


def measure(v: IndicatorValue) -> Quantity | None:
    """What an actual tells about a number: the number, or an interval if a bound or a range was printed."""
    if v.number is None:
        return None
    unit = parse_unit(v.unit)
    at = v.number * unit.scale
    if v.upper is not None:
        amount = interval(at, v.upper * unit.scale, True, True)
    elif v.comparator in (">", "≥"):
        amount = interval(at, None, v.comparator == "≥", False)
    elif v.comparator in ("<", "≤"):
        amount = interval(None, at, False, v.comparator == "≤")
    else:
        amount = at
    return None if amount is None else Quantity(amount, unit)


def parse_value(text: str) -> IndicatorValue:
    """What the cell `text` states. Never raises; cells of more than 2,000 characters are not read."""
    if _PLAIN.fullmatch(text):
        return _plain(text)
    if len(text) > LONGEST_CELL:
        return _unread_at_length(text)
    return read_phrase(text)


# Many cells of a form are no more than this. Longer numbers may be dates, so they take the long way.
_PLAIN = re.compile(r"\d{1,3}(?:\.\d{1,6})?%?", re.ASCII)


def _plain(text: str) -> IndicatorValue:
    if text.endswith("%"):
        return IndicatorValue(text, Kind.percent, "", Fraction(text[:-1]), None, "%")
    return IndicatorValue(text, Kind.number, "", Fraction(text))


def read_phrase(text: str) -> IndicatorValue:
    """What the cell `text` states, by the whole grammar."""
    phrase = normalise(text)
    if phrase in _ABSENT or not phrase.strip("-—–―"):
        return IndicatorValue(text, Kind.absent)
    reading = read_occasion(phrase) or read_figure(phrase)
    match reading:
        case Occasion():
            return _dated(text, reading)
        case Figure():
            return _numbered(text, reading)
        case Reason.RANK | Reason.YEAR_IN_WORDS:
            return IndicatorValue(text, Kind.text, reason=reading)
        case Reason():
            return IndicatorValue(text, Kind.unreadable, reason=reading)
        case None:
            return IndicatorValue(text, Kind.text)


_ABSENT = frozenset(normalise(word) for word in ABSENT.split()) | {""}
_HAS_DIGIT = "[0-9０-９]"


def _unread_at_length(text: str) -> IndicatorValue:
    if not text.strip():
        return IndicatorValue(text, Kind.absent)
    kind = Kind.unreadable if re.search(_HAS_DIGIT, text) else Kind.text
    return IndicatorValue(text, kind, reason=Reason.TOO_LONG)


def _dated(text: str, occasion: Occasion) -> IndicatorValue:
    reason = None if occasion.day else Reason.NO_YEAR
    return IndicatorValue(text, Kind(occasion.role), occasion.comparator, day=occasion.day, reason=reason)


def _numbered(text: str, figure: Figure) -> IndicatorValue:
    return IndicatorValue(text, _kind(figure), figure.comparator, figure.number, figure.upper, figure.unit)


def _kind(figure: Figure) -> Kind:
    unit = parse_unit(figure.unit)
    if figure.comparator not in ("", "="):
        return Kind.bound
    if figure.upper is not None:
        return Kind.range
    if unit.dimension is Dimension.NAMED and "/" in unit.symbol:
        return Kind.rate
    return _KINDS.get(unit.dimension, Kind.number)


_KINDS = {Dimension.PERCENT: Kind.percent, Dimension.MONEY: Kind.money}
