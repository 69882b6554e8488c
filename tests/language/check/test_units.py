"""Types and units fit wherever they can be known; where only a form can tell, the check says nothing."""

from __future__ import annotations

from fractions import Fraction

import pytest

from evalrules.language.policy.expression import Constant
from evalrules.language.values import DAYS, PERCENT, POINT, PURE, WAN_YUAN, YI_YUAN, Day, Quantity, Text, Unit
from tests.language.check.frame import policy_of, problem_in, problems_in


def condition(text: str, part: str = "指标") -> list[tuple[str, str]]:
    """The problems of a check with the condition `text`."""
    return problems_in(f"校验 查 [注 1] 对 {part} 当 {text} 提示 “注意”")


@pytest.mark.parametrize(
    ("written", "amount", "unit"),
    [
        ("5", Fraction(5), PURE),
        ("80%", Fraction(4, 5), PERCENT),
        ("1 个百分点", Fraction(1, 100), POINT),
        ("13 万元", Fraction(130_000), WAN_YUAN),
        ("0.5亿元", Fraction(50_000_000), YI_YUAN),
        ("30 天", Fraction(30), DAYS),
    ],
)
def test_a_number_is_held_in_the_base_of_its_unit(written: str, amount: Fraction, unit: Unit) -> None:
    """What is written is exact, and remembers the unit it was written in."""
    value = policy_of(f"参数 甲 = {written}").parameters[0].value
    assert value == Constant(Quantity(amount, unit), value.span)


def test_texts_and_dates_are_constants() -> None:
    """A parameter may be a text or a day."""
    text, day = (each.value for each in policy_of("参数 甲 = “合格”\n参数 乙 = 2022年12月31日").parameters)
    assert isinstance(text, Constant)
    assert text.value == Text("合格")
    assert isinstance(day, Constant)
    assert isinstance(day.value, Day)
    assert day.value.show() == "2022年12月31日"


@pytest.mark.parametrize(
    "text",
    [
        "实际完成值 ≥ 年度指标值",
        "实际完成值 ≥ 90%",
        "实际完成值 > 2022-12-31",
        "实际完成值 = “按时完成”",
        "实际完成值 + 年度指标值 > 5 万元",
        "天数（实际完成值，年度指标值） > 30 天",
        "最大（实际完成值，5） > 3",
        "得分 ÷ 分值 ≥ 60%",
        "得分 ≥ 60% × 分值",
        "一级指标 属于 （“甲”，“乙”）",
        "非（分值 > 3 且 得分 = 0）",
    ],
)
def test_what_may_fit_is_accepted(text: str) -> None:
    """A target or an actual may be a number in any unit, a date or a text: the form will tell."""
    assert condition(text) == []


@pytest.mark.parametrize(
    ("text", "code", "underlined"),
    [
        ("分值 + 一级指标 > 3", "wrong-type", "一级指标"),
        ("一级指标 > “甲”", "wrong-type", "一级指标"),
        ("（分值 > 3） + 1 > 2", "wrong-type", "（分值 > 3）"),
        ("（分值 > 3） = （得分 > 3）", "wrong-type", "（分值 > 3）"),
        ("非 分值", "wrong-type", "分值"),
        ("分值 且 得分 > 3", "wrong-type", "分值"),
        ("天数（分值，实际完成值） > 3 天", "wrong-type", "分值"),
        ("一级指标 属于 （“甲”，3）", "types-differ", "一级指标 属于 （“甲”，3）"),
        ("分值 > 2022-12-31", "types-differ", "分值 > 2022-12-31"),
        ("天数（实际完成值，年度指标值） > 30%", "unit-mismatch", "天数（实际完成值，年度指标值） > 30%"),
        ("分值 ≥ 60%", "unit-mismatch", "分值 ≥ 60%"),
        ("分值 − 5% > 3", "unit-mismatch", "分值 − 5%"),
        ("最大（分值，3 元） > 3", "unit-mismatch", "最大（分值，3 元）"),
        ("5 元 × 3 元 > 3", "unit-mismatch", "5 元 × 3 元"),
        ("字数（分值） > 3", "wrong-type", "分值"),
        ("字数（年度指标值） > 3", "wrong-type", "年度指标值"),
        ("字数（一级指标，一级指标） > 3", "wrong-arguments", "字数（一级指标，一级指标）"),
        ("字数（一级指标） > 3 元", "unit-mismatch", "字数（一级指标） > 3 元"),
        ("一级指标 是 文字 且 “甲” 是 文字", "not-a-cell", "“甲”"),
        ("得分 已填", "not-a-cell", "得分"),
        ("得分 未填作 0 > 3", "not-a-cell", "得分"),
        ("分值 未填作 5% > 3", "unit-mismatch", "分值 未填作 5%"),
        ("分值 未填作 “无” > 3", "types-differ", "分值 未填作 “无”"),
        ("年度指标值 是 很好", "unknown-kind", "很好"),
    ],
)
def test_what_cannot_fit_is_reported_once(text: str, code: str, underlined: str) -> None:
    """One mistake is one problem, at the operand or the operation that is wrong."""
    assert condition(text) == [(code, underlined.strip("“”") if underlined == "甲" else underlined)]


def test_money_is_compared_with_money() -> None:
    """Units of money convert into each other; a bare number is no money."""
    assert condition("全年执行数 > 5 万元 且 全年执行数 < 1 亿元", "资金") == []
    assert condition("全年执行数 > 5", "资金") == [("unit-mismatch", "全年执行数 > 5")]
    assert condition("全年执行数 ÷ 全年预算数 > 90%", "资金") == []


@pytest.mark.parametrize(
    "text",
    [
        "全年执行数 = 0 或 0 < 全年预算数",
        "最大（0，全年预算数 − 全年执行数） > 5 万元",
        "全年执行数 + 0 > 5 万元",
        "0 − 全年执行数 < −5 万元",
        "全年执行数 属于 （0，5 万元）",
        "天数（2022-01-01，2022-12-31） > 0",
    ],
)
def test_a_written_0_fits_every_unit(text: str) -> None:
    """Nothing of anything is nothing: it takes the unit of what it meets."""
    assert condition(text, "资金") == []


def test_a_parameter_of_0_fits_every_unit() -> None:
    """A name for nothing is as good as nothing."""
    assert problems_in("参数 起点 = 0\n校验 查 [注 1] 对 资金 当 起点 > 全年执行数 提示 “注意”") == []


@pytest.mark.parametrize("text", ["最大（0，全年预算数） > 5", "全年执行数 + 0 > 5", "0 × 全年执行数 > 5"])
def test_beside_0_an_amount_keeps_its_unit(text: str) -> None:
    """What 0 is added to, or compared with, is still money, and no bare number."""
    assert [code for code, _ in condition(text, "资金")] == ["unit-mismatch"]


def test_a_percentage_of_points_says_of_what() -> None:
    """60% is neither 60 points nor 0.6 points; the help asks for the whole."""
    problem = problem_in("等级 总分\n  合格： ≥ 60% [注 1]\n  不合格： 其余 [注 1]")
    assert problem.message().zh == "“总分”是分数，“60%”是百分数，不能相比"
    assert problem.help().zh == "写明是什么的百分之几，例如：60% × 分值"


STEPS = "定义 率 [注 1] 对 资金 = 全年执行数 ÷ 全年预算数\n规则 甲 [注 1]\n  对 资金\n  得分 分值\n  扣分 {} 按整步"


@pytest.mark.parametrize("steps", ["100% − 率 每 1 个百分点 扣 0.5", "1 − 率 每 1% 扣 0.5", "执行率 − 率 每 1% 扣 0.5"])
def test_steps_are_counted_in_what_the_excess_is_counted_in(steps: str) -> None:
    """A difference of rates takes percentage points; one of bare numbers, or of a cell, may take either."""
    assert problems_in(STEPS.format(steps)) == []


@pytest.mark.parametrize(
    ("steps", "replacement"),
    [("100% − 率 每 1% 扣 0.5", "1 个百分点"), ("100% − 率 每 0.5% 扣 0.5", "0.5 个百分点")],
)
def test_a_percentage_for_percentage_points_can_be_replaced(steps: str, replacement: str) -> None:
    """The number stays, its unit changes."""
    problem = problem_in(STEPS.format(steps))
    fix = problem.fix()
    assert problem.code == "percent-or-points"
    assert fix is not None
    assert fix.replacement == replacement


def test_percentage_points_for_a_percentage_can_be_replaced() -> None:
    """A rate is not compared with a difference of rates."""
    fix = problem_in("参数 线 = 80%\n校验 查 [注 1] 当 线 > 80 个百分点 提示 “高”").fix()
    assert fix is not None
    assert fix.replacement == "80%"


def test_two_quantities_that_were_not_written_out_have_no_replacement() -> None:
    """Where neither side is a literal number, nobody can say which one is wrong."""
    fragment = "参数 线 = 80%\n参数 差 = 5 个百分点\n校验 查 [注 1] 当 线 > 差 提示 “高”"
    assert problems_in(fragment) == [("unit-mismatch", "线 > 差")]


@pytest.mark.parametrize(
    ("steps", "code", "underlined"),
    [
        ("不高于 80%", "award-not-points", "80%"),
        ("加分 5 元", "award-not-points", "5 元"),
        ("扣分 3 最多 10%", "award-not-points", "10%"),
        ("扣分 分值 每 0 扣 1 按比例", "not-positive", "0"),
        ("扣分 分值 每 1 扣 1% 按比例", "award-not-points", "1%"),
        ("四舍五入 至 1%", "award-not-points", "1%"),
        ("不低于 0 当 分值", "wrong-type", "分值"),
    ],
)
def test_steps_after_an_award_are_in_points(steps: str, code: str, underlined: str) -> None:
    """Limits, bonuses, deductions and rounding units are bare numbers; conditions are conditions."""
    assert problems_in(f"规则 甲 [注 1]\n  对 指标\n  得分 分值\n  {steps}") == [(code, underlined)]


@pytest.mark.parametrize("award", ["80%", "80%（含）至 100%（含）", "按档\n    甲： 0（含）至 80%（含）"])
def test_an_award_is_in_points(award: str) -> None:
    """A percentage is an award only as a part of something."""
    codes = {code for code, _ in problems_in(f"规则 甲 [注 1]\n  对 指标\n  得分 {award}")}
    assert codes == {"award-not-points"}


def test_bands_are_compared_with_their_subject() -> None:
    """An end in another unit than the subject holds nothing."""
    fragment = "规则 甲 [注 1]\n  对 资金\n  得分 分段 全年执行数\n    ≥ 5： 分值 [注 1]\n    其余： 0 [注 1]"
    assert problems_in(fragment) == [("unit-mismatch", "5")]


def test_functions_take_what_they_are_for() -> None:
    """The help shows how a function is used."""
    assert problem_in("定义 甲 [注 1] = 个数（分值 对 指标）").help().zh == "用法：个数（对 部分 中 条件）"
    assert (
        problem_in("定义 甲 [注 1] = 最大（5）").help().zh
        == "用法：最大（数，数，……） 或 最大（各行的量 对 部分 中 条件）"
    )
