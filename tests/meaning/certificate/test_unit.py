"""The certificate restates which units fit together; it says what the language says."""

from __future__ import annotations

from itertools import product

import pytest

from evalrules.language.values import (
    DAYS,
    PER_MILLE,
    PERCENT,
    POINT,
    PURE,
    UNSTATED,
    WAN_YUAN,
    YI_YUAN,
    YUAN,
    Unit,
    comparable,
    difference_unit,
    parse_unit,
    product_unit,
    quotient_unit,
    sum_unit,
    unit_name,
)
from evalrules.meaning.certificate import unit as certified

NAMES = "人 名 公里 千米 米 亩 平方米 万人 万 万元 元/人 元/人·月 万元/亩 天 日历天 % ‰ 比例 百分点 公斤 棵 千瓦时"
UNITS = (
    PURE, PERCENT, PER_MILLE, POINT, UNSTATED, YUAN, WAN_YUAN, YI_YUAN, DAYS,
    *(parse_unit(name) for name in NAMES.split()),
)  # fmt: skip
RULES = {"+": sum_unit, "−": difference_unit, "×": product_unit, "÷": quotient_unit}


def as_certified(unit: Unit | None) -> certified.Unit | None:
    """A unit of the language as a record states it."""
    if unit is None:
        return None
    return certified.Unit(unit.dimension.name.lower(), unit.symbol, unit.scale, unit_name(unit))


@pytest.mark.parametrize("sign", RULES)
def test_results_have_the_same_unit(sign: str) -> None:
    """For every two units, the unit of a sum, difference, product or quotient is the same, or there is none."""
    for a, b in product(UNITS, UNITS):
        x, y = as_certified(a), as_certified(b)
        assert x is not None
        assert y is not None
        assert certified.result_unit(sign, x, y) == as_certified(RULES[sign](a, b)), (a, b)


def test_the_same_units_are_comparable() -> None:
    """Whether one quantity can be greater than another is answered alike."""
    for a, b in product(UNITS, UNITS):
        x, y = as_certified(a), as_certified(b)
        assert x is not None
        assert y is not None
        assert certified.comparable(x, y) is comparable(a, b), (a, b)


@pytest.mark.parametrize("unit", UNITS, ids=unit_name)
def test_a_unit_is_shown_under_a_name_of_its_own(unit: Unit) -> None:
    """A name that says another scale or another thing is found: 13 元 is not shown as 13 万元."""
    shown = as_certified(unit)
    assert shown is not None
    assert certified.is_named_rightly(shown)
    for name in {"万元", "亿元", "%", "‰", "万人"} - {shown.printed}:
        other = certified.Unit(shown.dimension, shown.symbol, shown.scale, name)
        assert shown.dimension == "named" or not certified.is_named_rightly(other), name
