"""Numbers and dates that are written in a policy."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from evalrules.language.policy.expression import Constant
from evalrules.language.problems import Problem
from evalrules.language.problems.impossible_date import ImpossibleDate
from evalrules.language.problems.number_too_long import NumberTooLong
from evalrules.language.syntax import tree
from evalrules.language.values import (
    DAYS,
    PER_MILLE,
    PERCENT,
    POINT,
    PURE,
    WAN_YUAN,
    YI_YUAN,
    YUAN,
    Day,
    Quantity,
    Unit,
    parse_decimal,
)
from evalrules.language.values.number import MOST_DIGITS

UNITS: dict[str, Unit] = {
    "": PURE,
    "PERCENT": PERCENT,
    "PER_MILLE": PER_MILLE,
    "PERCENTAGE_POINT": POINT,
    "YUAN": YUAN,
    "WAN_YUAN": WAN_YUAN,
    "YI_YUAN": YI_YUAN,
    "DAYS": DAYS,
}


_decimal = lru_cache(maxsize=1024)(parse_decimal)


def number(node: tree.Number) -> Constant | Problem:
    """The quantity that `node` writes, in the base of its unit: `80%` is 4/5, `13 万元` is 130000."""
    digits = _decimal(node.digits)
    if digits is None:
        return NumberTooLong(node.span, MOST_DIGITS)
    unit = UNITS[node.unit]
    return Constant(Quantity(digits * unit.scale, unit), node.span)


def day(node: tree.Date) -> Constant | Problem:
    """The day that `node` writes."""
    try:
        found = date.fromisoformat(node.iso)
    except ValueError:
        return ImpossibleDate(node.span)
    return Constant(Day(found, found), node.span)
