"""Units: their names, what fits what, and what follows from two of them."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

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
    Dimension,
    Unit,
    comparable,
    difference_unit,
    family,
    parse_unit,
    product_unit,
    quotient_unit,
    sum_unit,
    unit_name,
)

NAMES = [
    "", "%", "‰", "比例", "个百分点", "元", "万元", "亿元", "人", "名", "万人", "人次", "个", "公里", "米", "亩",
    "平方米", "公顷", "吨", "公斤", "天", "日", "万", "元/人", "万元/人", "元/人·月", "次/年", "小时", "台/套", "某某",
]  # fmt: skip
units = st.sampled_from([PURE, *map(parse_unit, NAMES)])

PEOPLE, VISITS = parse_unit("人"), parse_unit("人次")


@pytest.mark.parametrize(
    ("name", "dimension", "symbol", "scale"),
    [
        ("%", Dimension.PERCENT, "%", "1/100"),
        ("％", Dimension.PERCENT, "%", "1/100"),
        ("百分比", Dimension.PERCENT, "%", "1/100"),
        ("%(百分比)", Dimension.PERCENT, "%", "1/100"),
        ("‰", Dimension.PERCENT, "‰", "1/1000"),
        ("比例", Dimension.PERCENT, "比例", "1"),
        ("个百分点", Dimension.POINT, "个百分点", "1/100"),
        ("", Dimension.UNSTATED, "", "1"),
        ("万", Dimension.UNSTATED, "", "10000"),
        ("元", Dimension.MONEY, "元", "1"),
        ("亿元", Dimension.MONEY, "元", "100000000"),
        ("百万元", Dimension.MONEY, "元", "1000000"),
        ("天", Dimension.DAYS, "天", "1"),
        ("万人", Dimension.NAMED, "人", "10000"),
        ("名", Dimension.NAMED, "人", "1"),
        ("人 次", Dimension.NAMED, "人次", "1"),
        ("km", Dimension.NAMED, "米", "1000"),
        ("千米", Dimension.NAMED, "米", "1000"),
        ("亩", Dimension.NAMED, "平方米", "2000/3"),
        ("万平方米", Dimension.NAMED, "平方米", "10000"),
        ("元/人*月", Dimension.NAMED, "元/人·月", "1"),
        ("元/月/人", Dimension.NAMED, "元/人·月", "1"),
        ("元/人月", Dimension.NAMED, "元/人·月", "1"),
        ("元每亩", Dimension.NAMED, "元/平方米", "3/2000"),
        ("万元/公里", Dimension.NAMED, "元/米", "10"),
        ("台(套)", Dimension.NAMED, "台套", "1"),
        ("尊", Dimension.NAMED, "尊", "1"),
        ("((((" * 1000, Dimension.NAMED, "((((" * 1000, "1"),
    ],
)
def test_a_name_is_a_unit(name: str, dimension: Dimension, symbol: str, scale: str) -> None:
    """Synonyms, scales and rates are one unit with their plain forms; an unknown name is a count of its own."""
    assert parse_unit(name) == Unit(dimension, symbol, Fraction(scale))


def test_constants_are_what_their_names_say() -> None:
    """A policy's constants and a form's units are the same units."""
    constants = {"%": PERCENT, "‰": PER_MILLE, "个百分点": POINT, "": UNSTATED, "元": YUAN, "天": DAYS}
    constants |= {"万元": WAN_YUAN, "亿元": YI_YUAN}
    assert {name: parse_unit(name) for name in constants} == constants


@pytest.mark.parametrize("name", NAMES)
def test_the_name_of_a_unit_names_it(name: str) -> None:
    """What is shown can be read back."""
    unit = parse_unit(name)
    assert parse_unit(unit_name(unit)) == unit


def test_a_unit_without_a_printed_name_is_named_by_its_scale() -> None:
    """A unit that was computed, or read from a record, has a name all the same."""
    assert unit_name(Unit(Dimension.MONEY, "元", Fraction(10**4))) == "万元"
    assert unit_name(Unit(Dimension.NAMED, "人", Fraction(1))) == "人"
    assert unit_name(Unit(Dimension.NAMED, "平方米", Fraction(2000, 3))) == "(2000/3平方米)"


@pytest.mark.parametrize(
    ("a", "b"),
    [("公里", "米"), ("亩", "公顷"), ("吨", "斤"), ("万人", "名"), ("万元", "亿元"), ("%", "‰"), ("小时", "分钟")],
)
def test_units_of_one_family_compare(a: str, b: str) -> None:
    """What converts exactly is of one family."""
    assert family(parse_unit(a)) == family(parse_unit(b))
    assert comparable(parse_unit(a), parse_unit(b))


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("", "%"),  # 95 beside 100%: 95% or 9500%?
        ("", "元"),  # 20 beside 20万元
        ("", "万元"),
        ("", "万人次"),  # 4.4 beside 4万人次
        ("", "元/人"),
        ("", "公里"),
        ("", "万"),
        ("人", "人次"),
        ("人次", "人/次"),
        ("个", "个月"),
        ("天", "个工作日"),
        ("%", "个百分点"),
        ("元", "人"),
        ("元/人", "元/户"),
    ],
)
def test_units_that_might_be_misread_do_not_compare(a: str, b: str) -> None:
    """No comparison is better than a wrong one."""
    assert not comparable(parse_unit(a), parse_unit(b))
    if {a, b} != {"%", "个百分点"}:
        assert sum_unit(parse_unit(a), parse_unit(b)) is None


def test_a_number_without_unit_compares_with_a_plain_count() -> None:
    """36 beside 36个, 365 beside 365天, and a policy's 5 beside either, or beside 90%."""
    for name in ("", "人", "天"):
        assert comparable(UNSTATED, parse_unit(name))
        assert comparable(PURE, parse_unit(name))
    assert comparable(PURE, PERCENT)
    assert not comparable(PURE, YUAN)
    assert not comparable(PURE, POINT)


@pytest.mark.parametrize(
    ("a", "b", "unit"),
    [
        (PERCENT, PERCENT, POINT),
        (PURE, PERCENT, POINT),
        (PERCENT, PURE, POINT),
        (PERCENT, POINT, PERCENT),
        (POINT, POINT, POINT),
        (POINT, PERCENT, None),
        (YUAN, WAN_YUAN, YUAN),
        (YUAN, UNSTATED, None),
        (UNSTATED, PEOPLE, PEOPLE),
        (PEOPLE, VISITS, None),
    ],
)
def test_proportions_differ_by_points(a: Unit, b: Unit, unit: Unit | None) -> None:
    """95% − 90% is five percentage points, not 5%; everything else differs in its own unit."""
    assert difference_unit(a, b) == unit


@pytest.mark.parametrize(
    ("a", "b", "unit"),
    [
        (PERCENT, PURE, PURE),
        (PERCENT, WAN_YUAN, WAN_YUAN),
        (PERCENT, PERCENT, PERCENT),
        (POINT, PURE, POINT),
        (PURE, PEOPLE, PEOPLE),
        (UNSTATED, UNSTATED, UNSTATED),
        (YUAN, YUAN, None),
        (PEOPLE, PEOPLE, None),
        (YUAN, PEOPLE, None),
    ],
)
def test_a_proportion_of_something_is_that_thing(a: Unit, b: Unit, unit: Unit | None) -> None:
    """80% of 10 points are 8 points; money times money is nothing."""
    assert product_unit(a, b) == unit


@pytest.mark.parametrize(
    ("a", "b", "unit"),
    [
        (WAN_YUAN, YUAN, PURE),
        (PERCENT, PERCENT, PURE),
        (POINT, POINT, PURE),
        (POINT, PERCENT, PURE),
        (UNSTATED, UNSTATED, PURE),
        (UNSTATED, PEOPLE, PURE),
        (PEOPLE, UNSTATED, PURE),
        (PURE, UNSTATED, PURE),
        (UNSTATED, PERCENT, None),
        (PEOPLE, VISITS, None),
        (PEOPLE, PURE, PEOPLE),
        (YUAN, PEOPLE, parse_unit("元/人")),
        (WAN_YUAN, parse_unit("万人"), parse_unit("元/人")),
        (YUAN, parse_unit("元/人"), None),
        (UNSTATED, parse_unit("万人"), None),
        (PERCENT, YUAN, None),
    ],
)
def test_like_over_like_is_pure_and_money_over_a_count_is_a_rate(a: Unit, b: Unit, unit: Unit | None) -> None:
    """Actual over target is pure only if the two certainly count the same."""
    assert quotient_unit(a, b) == unit


@given(units, units)
def test_sums_products_and_comparisons_do_not_depend_on_order(a: Unit, b: Unit) -> None:
    """A result never depends on the order in which a formula was written."""
    assert sum_unit(a, b) == sum_unit(b, a)
    assert product_unit(a, b) == product_unit(b, a)
    assert comparable(a, b) is comparable(b, a)
    assert (difference_unit(a, b) is None) is (difference_unit(b, a) is None) or POINT in (a, b)


@given(units, units)
def test_what_compares_can_be_added_and_has_a_ratio_or_is_a_proportion(a: Unit, b: Unit) -> None:
    """Comparable quantities have a sum, and a sum has an operand's unit."""
    if comparable(a, b):
        assert sum_unit(a, b) in (a, b)
    if a.dimension is b.dimension:
        assert comparable(a, b) is (family(a) == family(b))


@given(units)
def test_pure_is_neutral(a: Unit) -> None:
    """A number of times something, or a part of it, is that thing, a percentage of one excepted: a number."""
    assert product_unit(a, PURE) == (PURE if a.dimension is Dimension.PERCENT else a)
    assert quotient_unit(a, PURE) == a
    assert quotient_unit(a, a) == PURE
    assert comparable(a, a)
