"""The values of a record: what a step yields, read from JSON and shown in a finding."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from functools import lru_cache
from typing import TypeAlias

from evalrules.meaning.certificate.amount import BOTTOM, TOP, Amount, Cut, above, below, between, exactly
from evalrules.meaning.certificate.node import MalformedError, Node, shown
from evalrules.meaning.certificate.phrase import LONGEST_QUOTED, Phrase, neutral, quoted
from evalrules.meaning.certificate.unit import DIMENSIONS, Unit, is_named_rightly

MOST_DIGITS = 4000

_RATIONAL = re.compile(r"(-?)(0|[1-9][0-9]*)(?:/([1-9][0-9]*))?")


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit, in the base of the unit."""

    amount: Amount
    unit: Unit


@dataclass(frozen=True, slots=True)
class Text:
    """Words."""

    text: str


@dataclass(frozen=True, slots=True)
class Days:
    """A day, or all days from the first to the last."""

    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Truth:
    """None: undecided."""

    holds: bool | None


@dataclass(frozen=True, slots=True)
class Absent:
    """Nothing was stated."""

    why: str


@dataclass(frozen=True, slots=True)
class Unread:
    """A cell that could not be read safely."""

    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class Fault:
    """Why there is no value."""

    code: str
    details: tuple[str, ...]


Outcome: TypeAlias = Quantity | Text | Days | Truth | Absent | Unread | Fault


# Reading ------------------------------------------------------------------------------------------


def read_outcome(node: Node) -> Outcome:
    """The value that a JSON object states; exactly one of its kinds."""
    for key, (read, fields) in _READERS.items():
        if key in node.fields:
            node.expect_fields(fields)
            return read(node)
    raise MalformedError(node.path, neutral(" ".join(node.fields)), neutral("/".join(_READERS)))


def _read_number(node: Node) -> Quantity:
    return Quantity(exactly(read_rational(node.text("number"), node.at("number"))), read_unit(node))


def _read_stretch(node: Node) -> Quantity:
    low = _read_end(node, "low", BOTTOM)
    high = _read_end(node, "high", TOP)
    amount = between(low, high)
    if amount is None or amount.number is not None:
        ends = neutral(f"{quoted(str(node.get('low')))} … {quoted(str(node.get('high')))}")
        raise MalformedError(node.path, ends, Phrase("区间", "an interval"))
    return Quantity(amount, read_unit(node))


def _read_end(node: Node, name: str, endless: Cut) -> Cut:
    closed = node.holds(f"{name}_closed")
    text = node.text_or_none(name)
    if text is None:
        if closed:
            raise MalformedError(node.at(f"{name}_closed"), neutral("true"), neutral("false"))
        return endless
    x = read_rational(text, node.at(name))
    return below(x) if closed == (name == "low") else above(x)


def read_unit(node: Node) -> Unit:
    """The unit that the fields `unit` (its printed name), `dimension`, `symbol` and `scale` state."""
    scale = read_rational(node.text("scale"), node.at("scale"))
    if scale <= 0:
        raise MalformedError(node.at("scale"), neutral(str(scale)), Phrase("正数", "a positive number"))
    unit = Unit(node.one_of("dimension", DIMENSIONS), node.text("symbol"), scale, node.text("unit"))
    if not is_named_rightly(unit):
        raise MalformedError(node.at("unit"), shown(unit.printed), Phrase("该单位的名称", "a name of that unit"))
    return unit


def read_rational(text: str, path: str) -> Fraction:
    """A rational in lowest terms, as `19/20` or `-3`."""
    value = _rational(text) if len(text) <= MOST_DIGITS else None
    if value is None:
        needed = (
            f"≤ {MOST_DIGITS} 位的既约数，如 19/20",
            f"a number in lowest terms of at most {MOST_DIGITS} characters",
        )
        raise MalformedError(path, shown(text), Phrase(*needed))
    return value


@lru_cache(maxsize=4096)
def _rational(text: str) -> Fraction | None:
    match = _RATIONAL.fullmatch(text)
    if match is None:
        return None
    sign, top, bottom = match.groups()
    value = Fraction(int(sign + top), int(bottom or "1"))
    return value if str(value) == text else None


def _read_days(node: Node) -> Days:
    first, last = _read_date(node, "day"), _read_date(node, "to")
    if last < first:
        raise MalformedError(node.at("to"), neutral(str(last)), neutral(f"≥ {first}"))
    return Days(first, last)


def _read_date(node: Node, name: str) -> date:
    text = node.text(name)
    day = _day_of(text)
    if day is None:
        needed = Phrase("日期，如 2022-12-31", "a day of the calendar, like 2022-12-31")
        raise MalformedError(node.at(name), shown(text), needed)
    return day


def _day_of(text: str) -> date | None:
    """The day that is written in exactly this form; Python also reads others, such as 2022-W01-1."""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return None
    return day if day.isoformat() == text else None


def _read_fault(node: Node) -> Fault:
    node.text("zh"), node.text("en")
    return Fault(node.text("fault"), node.texts("details"))


_UNIT = " unit dimension symbol scale"
_READERS: Mapping[str, tuple[Callable[[Node], Outcome], str]] = {
    "number": (_read_number, "number" + _UNIT),
    "low": (_read_stretch, "low low_closed high high_closed" + _UNIT),
    "text": (lambda node: Text(node.text("text")), "text"),
    "day": (_read_days, "day to"),
    "truth": (lambda node: Truth(node.holds_or_open("truth")), "truth"),
    "absent": (lambda node: Absent(node.text("absent")), "absent"),
    "unread": (lambda node: Unread(node.text("unread"), node.text("reason")), "unread reason"),
    "fault": (_read_fault, "fault details zh en"),
}


# Showing ----------------------------------------------------------------------------


def show(outcome: Outcome) -> Phrase:
    """A value in a few words, for a finding."""
    match outcome:
        case Quantity(amount, unit):
            return neutral(f"{amount.show()[:LONGEST_QUOTED]} {unit.symbol}".rstrip())
        case Text(text):
            return neutral(quoted(text))
        case Days(first, last):
            return neutral(str(first) if first == last else f"{first}…{last}")
        case Truth(holds):
            return Phrase("不能断定", "undecided") if holds is None else shown(holds)
        case Absent():
            return Phrase("空", "nothing")
        case Unread(text):
            return Phrase(f"读不出的 {quoted(text)}", f"unread {quoted(text)}")
        case Fault(code):
            return Phrase(f"出错 {code}", f"fault {code}")
