"""What a workbook shows for a number: its percent sign, its unit, its date, with no digit lost or made up.

A format may hide digits (0.9567 as 96%): the number that is stored counts, in the manner of the format.
"""

from __future__ import annotations

import re
from datetime import date, datetime, time
from decimal import Context, Decimal

from attrs import frozen

_DIGITS = 15
"""significant digits that a workbook keeps; what a binary fraction has beyond them is noise"""

_TOKEN = re.compile(
    r'"(?P<quoted>[^"]*)"|\\(?P<escaped>.)|[_*].|\[\$(?P<currency>[^\]-]*)[^\]]*\]|\[(?P<bracket>[^\]]*)\]'
    r"|(?P<general>General)|(?P<scientific>E[+-])|(?P<mark>[0#?.,%@/])|(?P<plain>.)",
    re.IGNORECASE | re.DOTALL,
)
_SECTION = re.compile(r'((?:"[^"]*"|\\.|\[[^\]]*\]|[^;"\\\[])*)(?:;|$)')
_CONDITION = re.compile("[<>=]")
_PLACEHOLDERS = "0#?"
_SILENT = " ()-+"


@frozen
class _Shape:
    """What stands around the digits of a section, and how many decimals are filled up with zeros."""

    before: str
    after: str
    decimals: int
    percent: bool


def exact(value: float) -> Decimal:
    """The number that was typed or computed, without the noise of its binary form: 0.1 + 0.2 is 0.3."""
    if isinstance(value, int):
        return Decimal(value)
    return Context(prec=_DIGITS).create_decimal(repr(value))


def show_number(number: Decimal, code: str) -> str | None:
    """What a cell with `number` says under the format `code`; None where the two tell different things."""
    section = _section_for(number, code)
    if section is None:
        return plain(number, 0)
    shape = _shape_of(section)
    if shape is None:
        return plain(number, 0) if number == 0 or "General" in section or "@" in section else None
    if shape.percent:
        return f"{shape.before}{plain(number.scaleb(2), shape.decimals)}%{shape.after}"
    return f"{shape.before}{plain(number, shape.decimals)}{shape.after}"


def plain(number: Decimal, decimals: int) -> str:
    """`number` in digits, all that it has, and at least so many decimals."""
    digits = f"{number:f}"
    whole, _, fraction = digits.partition(".")
    fraction = fraction.rstrip("0").ljust(decimals, "0")
    return f"{whole}.{fraction}" if fraction else whole


def _section_for(number: Decimal, code: str) -> str | None:
    """The section of a format that is for positive numbers, negative ones, or zero."""
    sections = [match[1] for match in _SECTION.finditer(code) if match[0]]
    if not sections or code == "General":
        return None
    if number < 0 and len(sections) > 1:
        return sections[1]
    return sections[2] if number == 0 and len(sections) > 2 else sections[0]


def _shape_of(section: str) -> _Shape | None:
    """How a section shows a number; None where it shows something that is not the number with a unit."""
    before, after, percent, decimals, placed, pointed = "", "", 0, 0, False, False
    for token in _TOKEN.finditer(section):
        mark = token["mark"] or ""
        literal = token["quoted"] or token["escaped"] or token["currency"] or token["plain"] or ""
        literal = literal.strip(_SILENT)
        if _CONDITION.search(token["bracket"] or ""):
            return None
        if mark and mark in _PLACEHOLDERS:
            if after:
                return None  # a literal between digits: 0!.0,"万" shows another number
            placed, decimals = True, decimals + (pointed and mark == "0")
        elif mark == ".":
            pointed = True
        elif mark == "%":
            percent += 1
        elif mark == "," and placed and section[token.end() : token.end() + 1] not in tuple(_PLACEHOLDERS):
            return None  # a comma behind the digits shows thousands
        elif token["scientific"] or mark == "/":
            return _Shape("", "", 0, False)
        elif literal:
            before, after = (before, after + literal) if placed else (before + literal, after)
    return _Shape(before, after, decimals, percent == 1) if placed and percent < 2 else None


# ---- dates ---------------------------------------------------------------------------------------


def show_date(value: date | datetime | time, code: str) -> str:
    """A date as its format tells it, in the spelling of forms: 2022-12-30, 2022年12月, 12月30日."""
    if isinstance(value, time):
        return value.isoformat("minutes" if not value.second else "seconds")
    parts = set(re.sub(r'"[^"]*"|\\.|\[[^\]]*\]|am/pm', "", code.lower(), flags=re.IGNORECASE)) & set("ymd")
    if parts == {"y"}:
        return f"{value.year}年"
    if parts == {"y", "m"}:
        return f"{value.year}年{value.month}月"
    if parts == {"m", "d"}:
        return f"{value.month}月{value.day}日"
    if parts == {"m"}:
        return f"{value.month}月"
    return _day(value)


def _day(value: date | datetime) -> str:
    day = f"{value.year:04}-{value.month:02}-{value.day:02}"
    if isinstance(value, datetime) and (value.hour or value.minute or value.second):
        return f"{day} {value:%H:%M:%S}"
    return day
