"""Values: how quantities and days are shown, and how a bare number takes up a unit."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evalrules.language.values import (
    DAYS,
    PERCENT,
    POINT,
    PURE,
    UNSTATED,
    WAN_YUAN,
    YUAN,
    Day,
    Dimension,
    Interval,
    Quantity,
    Reason,
    Unit,
    agree,
    parse_unit,
    show_quantity,
)

_NINETY, _NINETY_FIVE = Fraction(9, 10), Fraction(19, 20)


@pytest.mark.parametrize(
    ("quantity", "shown"),
    [
        (Quantity(_NINETY_FIVE, PERCENT), "95%"),
        (Quantity(Fraction(130000), WAN_YUAN), "13 万元"),
        (Quantity(Fraction(36), UNSTATED), "36"),
        (Quantity(Fraction(2, 3), PURE), "2/3"),
        (Quantity(Fraction(12000), parse_unit("万人")), "1.2 万人"),
        (Quantity(Fraction(12000), Unit(Dimension.NAMED, "人", Fraction(10**4))), "1.2 万人"),
        (Quantity(Fraction(2000), parse_unit("亩")), "3 亩"),
        (Quantity(Fraction(1, 20), parse_unit("个百分点")), "5 个百分点"),
        (Quantity(Interval(_NINETY, None, True, False), PERCENT), "≥90%"),
        (Quantity(Interval(_NINETY, None, False, False), PERCENT), ">90%"),
        (Quantity(Interval(None, _NINETY, False, True), PERCENT), "≤90%"),
        (Quantity(Interval(None, _NINETY, False, False), PERCENT), "<90%"),
        (Quantity(Interval(_NINETY, _NINETY_FIVE, True, True), PERCENT), "90%至95%"),
        (Quantity(Interval(_NINETY, _NINETY_FIVE, True, False), PERCENT), "90%至95%(不含)"),
        (Quantity(Interval(_NINETY, _NINETY_FIVE, False, True), PERCENT), "90%(不含)至95%"),
        (Quantity(Interval(None, None, False, False), PERCENT), "任意数"),
    ],
)
def test_a_quantity_is_shown_in_its_own_unit(quantity: Quantity, shown: str) -> None:
    """As a form would print it."""
    assert show_quantity(quantity) == shown


@pytest.mark.parametrize(
    ("first", "last", "shown"),
    [
        (date(2022, 12, 31), date(2022, 12, 31), "2022年12月31日"),
        (date(2022, 2, 1), date(2022, 2, 28), "2022年2月"),
        (date(2022, 1, 1), date(2022, 12, 31), "2022年"),
        (date(2022, 1, 1), date(2022, 3, 31), "2022年1月1日至2022年3月31日"),
        (date(2021, 1, 1), date(2022, 12, 31), "2021年1月1日至2022年12月31日"),
        (date(2022, 12, 1), date(2022, 12, 10), "2022年12月1日至2022年12月10日"),
        (date(9999, 12, 1), date.max, "9999年12月"),
    ],
)
def test_a_span_of_days_is_shown_by_its_shortest_name(first: date, last: date, shown: str) -> None:
    """A whole month is a month, a whole year is a year."""
    assert Day(first, last).show() == shown


def test_a_span_does_not_end_before_it_begins() -> None:
    """The constructor refuses it."""
    with pytest.raises(ValueError, match="comes before"):
        Day(date(2022, 2, 1), date(2022, 1, 1))


def test_a_bare_number_takes_up_a_unit_where_it_can_be_no_other() -> None:
    """280 beside 300公里 is 280公里, and 2.5 beside 3亩 is 2.5亩."""
    kilometres = Quantity(Fraction(300_000), parse_unit("公里"))
    bare = Quantity(Fraction(280), UNSTATED)
    taken = Quantity(Fraction(280_000), parse_unit("公里"))
    assert agree(bare, kilometres) == (taken, kilometres)
    assert agree(kilometres, bare) == (kilometres, taken)


@pytest.mark.parametrize("name", ["万人次", "元/亩", "万元", "%", "", "万"])
def test_a_bare_number_stays_bare_where_its_unit_is_open(name: str) -> None:
    """4.4 beside 4万人次 may be 4.4 or 4.4万; a rate in 元 may be meant in 万元."""
    bare, other = Quantity(Fraction(44, 10), UNSTATED), Quantity(Fraction(40000), parse_unit(name))
    taken, kept = agree(bare, other)
    assert (taken, kept) == (bare, other)


def test_a_number_of_the_policy_is_given_no_unit() -> None:
    """300公里 ÷ 3 is 100公里, not 100."""
    kilometres, three = Quantity(Fraction(300_000), parse_unit("公里")), Quantity(Fraction(3), PURE)
    assert agree(kilometres, three) == (kilometres, three)


@pytest.mark.parametrize("unit", [PURE, UNSTATED])
@pytest.mark.parametrize("other", [WAN_YUAN, POINT, PERCENT, DAYS, parse_unit("万人"), parse_unit("元/亩")])
def test_nothing_is_nothing_of_whatever_it_meets(unit: Unit, other: Unit) -> None:
    """0 without a unit takes any unit; 0 of something keeps its own."""
    amount = Quantity(Fraction(7), other)
    assert agree(Quantity(Fraction(0), unit), amount) == (Quantity(Fraction(0), other), amount)
    none = Quantity(Fraction(0), YUAN)
    assert agree(none, amount) == (none, amount)


@given(st.sampled_from(Reason))
def test_a_reason_is_a_sentence_in_both_languages(reason: Reason) -> None:
    """Chinese without a stop, English without a capital or a stop, since both are put into sentences."""
    assert any("一" <= char <= "龥" for char in reason.zh)
    assert reason.en.startswith("“") or reason.en[0].islower()
    assert not reason.zh.endswith("。")
    assert not reason.en.endswith(".")
