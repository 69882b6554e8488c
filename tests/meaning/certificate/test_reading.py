"""The certificate reads few cells, and none of them otherwise than the language does."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evalrules.language.policy.form import Cell
from evalrules.language.policy.schema import Field, FieldType
from evalrules.language.values import WAN_YUAN
from evalrules.meaning.certificate.amount import exactly
from evalrules.meaning.certificate.node import Node
from evalrules.meaning.certificate.reading import comparator_of, read_cell, read_constant
from evalrules.meaning.certificate.unit import PURE, Unit
from evalrules.meaning.certificate.value import Days, Outcome, Quantity, Text, read_outcome
from evalrules.meaning.facts import read_cell as read_by_the_engine
from evalrules.meaning.record import outcome_record

PERCENT = Unit("percent", "%", Fraction(1, 100), "%")
MONEY = Unit("money", "元", Fraction(10**4), "万元")

SIGNS = ["", "", "≥", "≤", ">", "<", "=", ">=", "<=", "＞", "不低于", "约", "-"]
NUMBERS = ["0", "1", "10", "95", "100.5", "2022", "2021.5", "1,000", "12,34", "007", "1999", "202212", "9.50", "1e9"]
UNITS = ["", "", "%", "％", "‰", "元", "万元", "亿元", "个", "人", "公里", "元/人", "个百分点", "天", "日", "年", "分"]
WORDS = "按时完成 长期 无 — / 一 上半年 有效提升 显著改善 达成预期指标 比例 元整 十分 百分百 前三名 未完成 未填"
PHRASES = [*WORDS.split(), "2022-12-31", "2022年12月31日", "2022年2月30日", "12月底前", "1至3次", "80%以上", "满意度高"]

printed = st.one_of(
    st.builds("".join, st.tuples(*map(st.sampled_from, (SIGNS, ["", " "], NUMBERS, ["", " "], UNITS)))),
    st.lists(st.sampled_from(PHRASES), min_size=1, max_size=3).map("".join),
    st.text(max_size=8),
)


def by_the_engine(text: str, type_: FieldType) -> Outcome:
    """What the language makes of a cell, as a record states it."""
    unit = WAN_YUAN if type_ is FieldType.MONEY else None
    datum = read_by_the_engine(Cell(text, "a"), Field("r", "甲", "a", type_, unit, (), ()))
    return read_outcome(Node("$", outcome_record(datum.value)))


@given(printed, st.sampled_from(FieldType))
def test_what_is_read_is_read_alike(text: str, type_: FieldType) -> None:
    """Whatever the small reading reads, the engine has read to the same value."""
    value = by_the_engine(text, type_)
    taken_in = value.unit if isinstance(value, Quantity) else None
    unit = MONEY if type_ is FieldType.MONEY else None
    reading = read_cell(text, type_.name.lower(), unit, taken_in)
    assert reading in (None, value)


@pytest.mark.parametrize("type_", ["target", "measured"])
@pytest.mark.parametrize("text", ["约90%", "80%以上", "2022", "上半年", "1至3次", "十", "未完成", "95 %, 96%"])
def test_what_is_not_certain_is_not_read(text: str, type_: str) -> None:
    """A phrase that could mean something else is left to the record."""
    assert read_cell(text, type_, None, None) is None


def test_a_bound_is_a_threshold_of_a_target_and_a_stretch_of_an_actual() -> None:
    """`≥90%` names the number 90% where it is a target, and all numbers from there where it is an actual."""
    target, measured = (read_cell("≥90%", type_, None, None) for type_ in ("target", "measured"))
    assert target == Quantity(exactly(Fraction(9, 10)), PERCENT)
    assert isinstance(measured, Quantity)
    assert measured.amount.show() == "[9/10, …)"


def test_a_comparator_is_read_where_only_a_unit_follows() -> None:
    """A sign in front, or none; words behind may be a comparator too."""
    people = Unit("named", "人", Fraction(1), "人")
    assert comparator_of("≥90%", PERCENT) == "≥"
    assert comparator_of("90人", people) == ""
    assert comparator_of("80%以上", PERCENT) is None
    assert comparator_of("约90%", PERCENT) is None


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("0.5", Quantity(exactly(Fraction(1, 2)), PURE)),
        ("８０％", Quantity(exactly(Fraction(4, 5)), PERCENT)),
        ("13 万元", Quantity(exactly(Fraction(130000)), MONEY)),
        ("1 pp", Quantity(exactly(Fraction(1, 100)), Unit("point", "个百分点", Fraction(1, 100), "个百分点"))),
        ('"甲 \\"乙\\""', Text('甲 "乙"')),
        ("“年度资金总额”", Text("年度资金总额")),
        ("「年度资金总额」", Text("年度资金总额")),
        ("分值", None),
        ("90 人", None),
    ],
)
def test_a_constant_is_read_as_it_is_written(text: str, value: Outcome | None) -> None:
    """Numbers with the units of the language, and strings in any quotation marks."""
    assert read_constant(text) == value


def test_a_day_is_read_in_both_spellings() -> None:
    """2022-12-31 and 2022年12月31日 are one day; 30 February is none."""
    assert isinstance(read_constant("2022-12-31"), Days)
    assert read_constant("2022-12-31") == read_constant("2022年12月31日")
    assert read_constant("2022年2月30日") is None
