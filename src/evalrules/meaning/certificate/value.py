"""The values of a record: what a step yields, read from JSON and shown in a finding."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import TypeAlias

from evalrules.meaning.certificate.amount import BOTTOM, TOP, Amount, Cut, above, below, between, exactly
from evalrules.meaning.certificate.node import LONGEST_SHOWN, MalformedError, Node, shown
from evalrules.meaning.certificate.unit import DIMENSIONS, Unit

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
    raise MalformedError(node.path, f"the fields {' '.join(node.fields)}", f"one of {', '.join(_READERS)}")


def _read_number(node: Node) -> Quantity:
    return Quantity(exactly(read_rational(node.text("number"), node.at("number"))), _read_unit(node))


def _read_stretch(node: Node) -> Quantity:
    low = _read_end(node, "low", BOTTOM)
    high = _read_end(node, "high", TOP)
    amount = between(low, high)
    if amount is None or amount.number is not None:
        ends = f"the ends {shown(node.get('low'))} and {shown(node.get('high'))}"
        raise MalformedError(node.path, ends, "an interval")
    return Quantity(amount, _read_unit(node))


def _read_end(node: Node, name: str, endless: Cut) -> Cut:
    closed = node.holds(f"{name}_closed")
    text = node.text_or_none(name)
    if text is None:
        if closed:
            raise MalformedError(node.at(f"{name}_closed"), "true", "false, since there is no end")
        return endless
    x = read_rational(text, node.at(name))
    return below(x) if closed == (name == "low") else above(x)


def _read_unit(node: Node) -> Unit:
    scale = read_rational(node.text("scale"), node.at("scale"))
    if scale <= 0:
        raise MalformedError(node.at("scale"), str(scale), "a positive number")
    return Unit(node.one_of("dimension", DIMENSIONS), node.text("symbol"), scale, node.text("unit"))


def read_rational(text: str, path: str) -> Fraction:
    """A rational in lowest terms, as `19/20` or `-3`."""
    match = _RATIONAL.fullmatch(text) if len(text) <= MOST_DIGITS else None
    if match is None:
        raise MalformedError(path, shown(text), f"a rational of at most {MOST_DIGITS} characters, like 19/20")
    sign, top, bottom = match.groups()
    value = Fraction(int(sign + top), int(bottom or "1"))
    if text != str(value):
        raise MalformedError(path, shown(text), f"the number in lowest terms, {value}")
    return value


def _read_days(node: Node) -> Days:
    first, last = _read_date(node, "day"), _read_date(node, "to")
    if last < first:
        raise MalformedError(node.at("to"), str(last), f"a day that is not before {first}")
    return Days(first, last)


def _read_date(node: Node, name: str) -> date:
    text = node.text(name)
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise MalformedError(node.at(name), shown(text), "a day of the calendar, like 2022-12-31") from None


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


# Showing and comparing ----------------------------------------------------------------------------


def show(outcome: Outcome) -> str:
    """A value in a few words, for a finding."""
    match outcome:
        case Quantity(amount, unit):
            return f"{amount.show()[:LONGEST_SHOWN]} {unit.symbol or unit.dimension}"
        case Text(text):
            return shown(text)
        case Days(first, last):
            return str(first) if first == last else f"{first} to {last}"
        case Truth(holds):
            return "undecided" if holds is None else "true" if holds else "false"
        case Absent():
            return "nothing stated"
        case Unread(text):
            return f"unread {shown(text)}"
        case Fault(code):
            return f"fault {code}"


def same(a: Outcome, b: Outcome) -> bool:
    """Whether two values are one, whatever the name under which their unit is printed."""
    if isinstance(a, Quantity) and isinstance(b, Quantity):
        return a.amount == b.amount and a.unit.same(b.unit)
    return a == b
