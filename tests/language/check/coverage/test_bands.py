"""Bands, grades and tiers of a policy: what is reported, with which number, and what is left alone."""

from __future__ import annotations

import pytest

from evalrules.language.problems.band_gap import BandGap
from evalrules.language.problems.band_overlap import BandOverlap
from evalrules.language.problems.empty_band import EmptyBand
from evalrules.language.problems.not_decided import NotDecided
from evalrules.language.problems.tier_gap import TierGap
from evalrules.language.problems.tiers_out_of_order import TiersOutOfOrder
from evalrules.meaning.fault import FaultKind
from tests.language.check.coverage.frame import codes_in, derived, fault_of, found_in, one_in
from tests.language.check.frame import policy_of

INTEGERS = """
等级 总分
  优：90（含）至 100（含）
  良：80（含）至 89（含）
  中：60（含）至 79（含）
  差：0（含）至 59（含）
"""


def bands(subject: str, *rows: str) -> str:
    """A rule that awards by bands of `subject`."""
    return "\n".join(["规则 甲 [注 1]", "  对 指标", f"  得分 分段 {subject}", *(f"    {row}" for row in rows)])


def total(*steps: str) -> str:
    return "\n".join(["总分 合计（得分）", *(f"  {step}" for step in steps)])


def test_a_stretch_that_is_unstated_is_no_hole() -> None:
    """The author has seen it; without the word there would be a gap."""
    rows = ("≤ 6：分值", "6（不含）至 9（含）：未规定 “没有这一段”", "> 9：0")
    assert codes_in(bands("实际完成值", *rows)) == []
    assert codes_in(bands("实际完成值", rows[0], rows[2])) == ["band-gap"]


# Grades -------------------------------------------------------------------------------------------


def test_grades_written_with_integers_lose_what_lies_between() -> None:
    """优 90–100, 良 80–89, 中 60–79, 差 0–59 lose 89.5, and all above 100, where nothing caps the total."""
    gaps = [each for each in found_in(INTEGERS) if isinstance(each, BandGap)]
    assert [gap.falls.zh for gap in gaps] == ["59.5", "79.5", "89.5", "101"]
    assert gaps[2].message().zh == "“总分”为 89.5 时不在任何一等级内"
    assert gaps[2].message().en == "where `总分` is 89.5, no grade holds it"
    assert [gaps[2].span.text, *(span.text for span, _ in gaps[2].related())] == [
        "90（含）至 100（含）",
        "80（含）至 89（含）",
    ]


def test_a_total_rounded_to_integers_closes_them() -> None:
    """Between 89 and 90 there is no integer; and a total capped at 100 is not above it."""
    assert codes_in(total("不高于 100", "四舍五入 至 1") + INTEGERS) == []


def test_a_total_that_may_be_negative_needs_a_grade_below_0() -> None:
    """A deduction without a floor leads below 0."""
    gap = one_in(total("不高于 100", "扣分 5", "四舍五入 至 1") + INTEGERS)
    assert isinstance(gap, BandGap)
    assert gap.falls.zh == "-3"
    assert codes_in(total("不高于 100", "扣分 5", "不低于 0", "四舍五入 至 1") + INTEGERS) == []


def test_the_rest_takes_what_no_grade_holds() -> None:
    """A table that ends with the rest has no gap."""
    assert codes_in("等级 总分\n  优：90（含）至 100（含）\n  一般：其余") == []


def test_an_end_may_be_a_parameter() -> None:
    """A parameter is worked out, also one that rests on another."""
    fragment = "参数 优秀 = 90 [注 1]\n参数 良好 = 优秀 − 10 [注 1]\n等级 总分\n  优：≥ 优秀\n  良：{}\n  差：< 良好"
    assert codes_in(fragment.format("良好（含）至 优秀（不含）")) == []
    assert codes_in(fragment.format("良好（含）至 优秀（含）")) == ["band-overlap"]
    gap = one_in(fragment.format("良好（不含）至 优秀（不含）"))
    assert isinstance(gap, BandGap)
    assert gap.falls.zh == "80"


def test_an_end_that_depends_on_the_form_is_on_one_scale_with_its_like() -> None:
    """90% of all points and 60% of all points are compared, whatever all points are."""
    fragment = """
等级 总分
  优：≥ 90% × 合计（分值 对 指标）
  良：60% × 合计（分值 对 指标）（含）至 90% × 合计（分值 对 指标）（{}）
  差：其余
"""
    assert codes_in(fragment.format("不含")) == []
    overlap = one_in(fragment.format("含"))
    assert isinstance(overlap, BandOverlap)
    assert overlap.shared.zh == "90% × 合计（分值 对 指标）"


def test_ends_that_cannot_be_compared_are_said_to_be_undecided() -> None:
    """Whether 90% of all points is more than 80 depends on the form."""
    found = one_in("等级 总分\n  优：≥ 90% × 合计（分值 对 指标）\n  良：≥ 80\n  差：其余")
    assert isinstance(found, NotDecided)
    assert "要看表上怎么填" in found.message().zh


# Bands of a rule ----------------------------------------------------------------------------------


def test_a_band_that_opens_at_0_loses_a_negative_rate() -> None:
    """A quotient of amounts can be negative, since amounts can; the message says −100%."""
    fragment = bands("实际完成值 ÷ 年度指标值", "≥ 60%：分值", "0%（含）至 60%（不含）：0")
    gap = one_in(fragment)
    assert isinstance(gap, BandGap)
    assert gap.falls.zh == "-100%"
    row = derived(policy_of(fragment), "indicators", {"年度指标值": "100%", "实际完成值": "-100%", "分值": "10"})
    assert fault_of(row) is FaultKind.NO_BAND


def test_points_are_not_negative() -> None:
    """What is counted in points needs no band below 0."""
    assert codes_in(bands("分值", "≥ 10：分值", "0（含）至 10（不含）：0")) == []


def test_a_condition_bounds_what_falls_into_its_bands() -> None:
    """Where the case holds for rates below 100% only, no band above is missing; one above is idle."""
    fragment = """
规则 甲 [注 1]
  对 指标
  其中 率 = 实际完成值 ÷ 年度指标值
  当 率 ≥ 100% 得分 分值
  否则 得分 分段 率
    80%（含）至 100%（不含）：5
    {}< 80%：0
"""
    assert codes_in(fragment.format("")) == []
    assert codes_in(fragment.format("≥ 120%：6\n    ")) == ["bands-out-of-order", "unreachable-band"]


def test_the_number_shown_is_one_that_the_conditions_allow() -> None:
    """Between 20 and 30 lies 25, but only what is above 28 comes to the bands."""
    fragment = """
规则 甲 [注 1]
  对 指标 中 分值 > 28
  得分 分段 分值
    < 20：0
    ≥ 30：5
"""
    gap = next(each for each in found_in(fragment) if isinstance(each, BandGap))
    assert gap.falls.zh == "29"


def test_bands_scaled_by_a_cell_close() -> None:
    """Multiples of the target are compared by their factors."""
    rows = ["≥ 年度指标值：分值", "80% × 年度指标值（含）至 年度指标值（不含）：5", "< 80% × 年度指标值：0"]
    assert codes_in(bands("实际完成值", *rows)) == []
    rows[2] = "< 75% × 年度指标值：0"
    gap = one_in(bands("实际完成值", *rows))
    assert isinstance(gap, BandGap)
    assert gap.falls.zh == "77% × 年度指标值"


def test_functions_bound_their_values() -> None:
    """A size is not negative, and what is capped is not above its cap."""
    rows = ["5（不含）至 10（含）：0", "0（含）至 5（含）：分值"]
    assert codes_in(bands("最小（绝对值（实际完成值 − 年度指标值），10）", *rows)) == []
    gap = one_in(bands("绝对值（实际完成值 − 年度指标值）", *rows))
    assert isinstance(gap, BandGap)
    assert gap.falls.zh == "11"


def test_a_rate_rounded_to_a_whole_percent_has_no_number_between() -> None:
    """79.5% is no whole percent: bands to 79% and from 80% close."""
    rows = ["≥ 80%：分值", "≤ 79%：0"]
    assert codes_in(bands("四舍五入（实际完成值 ÷ 年度指标值，1%）", *rows)) == []
    gap = one_in(bands("实际完成值 ÷ 年度指标值", *rows))
    assert isinstance(gap, BandGap)
    assert gap.falls.zh == "79.5%"


def test_an_overlap_that_no_row_reaches_is_none() -> None:
    """Two bands share 100%, and no row with 100% comes to them."""
    fragment = """
规则 甲 [注 1]
  对 指标
  其中 率 = 实际完成值 ÷ 年度指标值
  当 率 {} 100% 得分 分值
  否则 得分 分段 率
    ≥ 100%：5
    ≤ 100%：0
"""
    assert "band-overlap" not in codes_in(fragment.format("≥"))
    assert codes_in(fragment.format(">")) == ["band-overlap"]


@pytest.mark.parametrize(
    ("low", "high", "words"),
    [
        ("90（含）", "80（含）", "从 90 至 80，前一个端点比后一个大"),
        ("80（不含）", "80（含）", "从 80 至 80，又不含端点，其中没有数"),
    ],
)
def test_a_stretch_without_numbers_is_reported_once(low: str, high: str, words: str) -> None:
    """Reversed ends, or one number that is excluded; what follows from it is not reported too."""
    found = one_in(f"等级 总分\n  优：{low}至 {high}\n  差：其余")
    assert isinstance(found, EmptyBand)
    assert found.message().zh == words


def test_the_award_of_a_band_has_ends_in_order() -> None:
    """What a person may choose goes from the lower to the higher."""
    found = one_in(bands("分值", "≥ 10：9（含）至 8（含）", "< 10：0"))
    assert isinstance(found, EmptyBand)


# Tiers --------------------------------------------------------------------------------------------


def tiers(*rows: str) -> str:
    return "\n".join(["规则 甲 [注 1]", "  对 指标", "  得分 按档", *(f"    {row}" for row in rows)])


def test_tiers_that_overlap_name_a_multiple_of_the_points() -> None:
    """80% × 分值 lies in two tiers."""
    found = one_in(tiers("达成：80%（含）至 100%（含） × 分值", "未达成：0%（含）至 80%（含） × 分值"))
    assert isinstance(found, BandOverlap)
    assert found.shared.zh == "80% × 分值"
    assert found.span.text == "0%（含）至 80%（含） × 分值"


def test_a_gap_between_tiers_is_a_warning_and_beyond_them_is_none() -> None:
    """No award of 79.5% can be given; more than all points is not missed."""
    found = one_in(tiers("达成：80%（含）至 100%（含） × 分值", "未达成：10%（含）至 79%（含） × 分值"))
    assert isinstance(found, TierGap)
    assert found.falls.zh == "79.5% × 分值"


def test_tiers_rise_or_fall() -> None:
    """The tier that breaks the order is named."""
    rows = [
        "一：80%（含）至 100%（含） × 分值",
        "二：0%（含）至 50%（不含） × 分值",
        "三：50%（含）至 80%（不含） × 分值",
    ]
    found = one_in(tiers(*rows))
    assert isinstance(found, TiersOutOfOrder)
    assert found.name == "三"
    assert codes_in(tiers(rows[0], rows[2], rows[1])) == []
    assert codes_in(tiers(rows[1], rows[2], rows[0])) == []


def test_tiers_in_points_and_in_shares_of_points_are_undecided() -> None:
    """Whether 5 is more than 50% of the points depends on the points."""
    found = one_in(tiers("达成：80%（含）至 100%（含） × 分值", "未达成：0（含）至 5（不含）"))
    assert isinstance(found, NotDecided)


def test_a_chain_of_quantities_closes_whatever_they_are() -> None:
    """Each tier ends where the next begins: rounded bounds, which no multiple of the points are."""
    fragment = """
规则 甲 [注 1]
  对 指标
  其中 达成 = 四舍五入（80% × 分值，0.01）
  其中 部分 = 四舍五入（60% × 分值，0.01）
  得分 按档
    一：达成（含）至 分值（含）
    二：部分（含）至 达成（{}）
    三：0（含）至 部分（不含）
"""
    assert codes_in(fragment.format("不含")) == []
    assert codes_in(fragment.format("含")) == ["not-decided"]


def test_a_chain_of_bands_holds_everything_from_end_to_end() -> None:
    """What lies beyond the two ends of a chain must be out of question."""
    rows = ["{}", "年度指标值（含）至 年度指标值 × 年度指标值（不含）：5", "< 年度指标值：0"]
    subject = "实际完成值"
    rows[0] = "≥ 年度指标值 × 年度指标值：分值"
    assert codes_in(bands(subject, *rows)) == []
    rows[0] = "年度指标值 × 年度指标值（含）至 1000（含）：分值"
    assert codes_in(bands(subject, *rows)) == ["not-decided"]
    assert codes_in(bands("最小（实际完成值，1000）", *rows)) == []
    assert codes_in(bands(subject, *rows, "其余：1")) == []
