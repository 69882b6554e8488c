"""The steps after an award: floors, caps, bonuses, deductions by steps, roundings, in written order."""

from __future__ import annotations

import pytest

from tests.meaning.derive.frame import earned, policy, row_of, rule, shown

# ---- deductions by steps -------------------------------------------------------------------------


def by_steps(counting: str, per: str = "1 个百分点", take: str = "0.5", cap: str = "") -> str:
    return f"  得分 分值\n  扣分 实际完成值 − 100% 每 {per} 扣 {take} {counting}{cap}\n  不低于 0\n"


@pytest.mark.parametrize(("counting", "award"), [("按整步", "3.5"), ("不足一步按一步", "3"), ("按比例", "3.3")])
def test_a_broken_step_counts_as_the_policy_says(counting: str, award: str) -> None:
    """103.4% of the staff, half a point for each percentage point above 100%: 3.50, 3.00 or 3.30 of 5."""
    assert earned(rule(by_steps(counting)), actual="103.4%", points="5") == award


@pytest.mark.parametrize(("counting", "award"), [("按整步", "9"), ("不足一步按一步", "8"), ("按比例", "8.6")])
def test_a_shortfall_counts_in_steps(counting: str, award: str) -> None:
    """Satisfaction of 83% where 90% is full and each 5 points cost 1: 9, 8 or 8.60 of 10."""
    body = f"  得分 分值\n  扣分 90% − 实际完成值 每 5 个百分点 扣 1 {counting}\n  不低于 0\n"
    assert earned(rule(body), actual="83%") == award


@pytest.mark.parametrize("counting", ["按整步", "不足一步按一步", "按比例"])
def test_what_is_not_exceeded_costs_nothing(counting: str) -> None:
    """No steps lie in an excess of 0 or less."""
    for actual in ("100%", "90%"):
        assert earned(rule(by_steps(counting)), actual=actual, points="5") == "5"


@pytest.mark.parametrize("counting", ["按整步", "不足一步按一步", "按比例"])
def test_whole_steps_are_counted_alike(counting: str) -> None:
    """Exactly three steps are three, however a broken one would count."""
    assert earned(rule(by_steps(counting)), actual="103%", points="5") == "3.5"


def test_deductions_stop_where_they_say() -> None:
    """Six violations at a point each, but no more than 4 points: 6 of 10; and never below 0."""
    body = "  得分 分值\n  扣分 扣减 每 1 扣 1 按整步 最多 4\n  不低于 0\n"
    assert earned(rule(body), deduction="6") == "6"
    assert earned(rule(body), deduction="6", points="3") == "0"


def test_a_bound_leaves_open_how_many_steps_there_are() -> None:
    """Up to 103.4% is up to three whole steps."""
    assert earned(rule(by_steps("按整步")), actual="≤103.4%", points="5") == "3.5至5"
    assert earned(rule(by_steps("不足一步按一步")), actual="≤103.4%", points="5") == "3至5"
    assert earned(rule(by_steps("按比例")), actual="<103.4%", points="5") == "3.3(不含)至5"


# ---- order ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("steps", "award"),
    [
        ("  扣分 3\n  不高于 8\n", "8"),
        ("  不高于 8\n  扣分 3\n", "5"),
        ("  不低于 0\n  扣分 20\n", "-8"),
        ("  扣分 20\n  不低于 0\n", "0"),
        ("  加分 5\n  不高于 分值\n", "10"),
        ("  不高于 分值\n  加分 5\n", "15"),
        ("  加分 5 最多 1.5\n", "13.5"),
        ("  扣分 5 最多 1.5\n", "10.5"),
    ],
)
def test_steps_are_taken_in_written_order(steps: str, award: str) -> None:
    """12, less 3, capped at 8 is 8; capped first it is 5."""
    assert earned(rule("  得分 分值 + 2\n" + steps)) == award


@pytest.mark.parametrize(
    ("rounding", "amount", "award"),
    [
        ("四舍五入 至 0.01", "3.335", "3.34"),
        ("四舍五入 至 0.01", "3.3349999", "3.33"),
        ("四舍五入 至 0.01", "−3.335", "-3.34"),
        ("舍去 至 0.01", "3.339", "3.33"),
        ("舍去 至 0.01", "−3.339", "-3.33"),
        ("进一 至 0.1", "3.31", "3.4"),
        ("进一 至 0.1", "3.3", "3.3"),
        ("四舍六入五成双 至 0.1", "3.25", "3.2"),
        ("四舍六入五成双 至 0.1", "3.35", "3.4"),
        ("四舍六入五成双 至 0.1", "3.251", "3.3"),
        ("四舍五入 至 0.5", "3.25", "3.5"),
        ("四舍五入 至 1", "62.5", "63"),
        ("不舍入", "1 ÷ 3", "1/3"),
    ],
)
def test_rounding_is_exact_on_ties(rounding: str, amount: str, award: str) -> None:
    """A tie is a tie: no binary fraction stands in for 3.335."""
    assert earned(rule(f"  得分 {amount}\n  {rounding}\n")) == award


def test_a_rounded_bound_holds_what_rounding_reaches() -> None:
    """Just below 95% of 10 rounds to 9.5."""
    body = "  得分 实际完成值 × 分值\n  四舍五入 至 0.01\n"
    assert earned(rule(body), actual="90%-95%") == "9至9.5"
    assert earned(rule(body), actual="<95%") == "≤9.5"


# ---- conditions ----------------------------------------------------------------------------------


@pytest.mark.parametrize(("reason", "award"), [("", "8"), ("道路中断", "10")])
def test_a_step_is_taken_where_its_condition_holds(reason: str, award: str) -> None:
    """Two points less without a reason."""
    assert earned(rule("  得分 分值\n  扣分 2 当 偏差原因 未填\n"), reason=reason) == award


def test_an_open_condition_leaves_both_open() -> None:
    """Whether ≥90% is below 95% is open, and so is whether 2 points are lost."""
    assert earned(rule("  得分 分值\n  扣分 2 当 实际完成值 < 95%\n"), actual="≥90%") == "8至10"


def test_a_condition_that_cannot_be_evaluated_is_a_fault() -> None:
    """Nothing is guessed about a cell that cannot be read."""
    assert earned(rule("  得分 分值\n  扣分 2 当 实际完成值 < 95%\n"), actual="很高") == "not-a-number"


@pytest.mark.parametrize(
    ("level1", "actual", "award"),
    [
        ("满意度指标", "80%", "8"),
        ("产出指标", "80%", "10"),
        ("满意度指标", "95%", "10"),
        ("满意度指标", "≥80%", "8至10"),
        ("满意度指标", "很高", "not-a-number"),
        ("产出指标", "很高", "10"),
    ],
)
def test_steps_of_every_row_may_have_a_scope(level1: str, actual: str, award: str) -> None:
    """Below 90% satisfaction earns no more than 8; where that is open, both are; other rows are not asked."""
    scope = '每行 对 指标 中 一级指标 = "满意度指标" 且 实际完成值 < 90%\n  不高于 8\n每行\n  不舍入\n'
    assert earned(rule("  得分 分值\n", scope), level1=level1, actual=actual) == award


@pytest.mark.parametrize(("target", "award"), [("按时", "5"), ("36", "10")])
def test_steps_of_every_row_may_be_of_a_class(target: str, award: str) -> None:
    """Qualitative rows earn no more than half; the others keep the step in view, as not theirs."""
    classes = "分类 指标\n  定性 当 年度指标值 是 文字\n  定量 其余\n规则 甲 [表]\n  对 指标\n  得分 分值\n"
    capped = policy(classes, "每行 对 定性 指标\n  不高于 50% × 分值\n每行\n  不舍入\n")
    row = row_of(capped, target=target)
    assert shown(row.awarded) == award
    assert [step.applied for step in row.adjustments] == [award == "5", True]


# ---- what a step cannot do -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("steps", "cells", "fault"),
    [
        ("  扣分 扣减\n", {"deduction": "-1"}, "negative-deduction"),
        ("  加分 扣减\n", {"deduction": "-1"}, "negative-deduction"),
        ("  扣分 扣减\n", {}, "missing-value"),
        ("  扣分 1 每 扣减 扣 1 按整步\n", {"deduction": "0"}, "step-not-positive"),
        ("  四舍五入 至 扣减\n", {"deduction": "0"}, "step-not-positive"),
        ("  不高于 实际完成值\n", {"actual": "80%"}, "units-differ"),
    ],
)
def test_a_step_that_makes_no_sense_is_a_fault(steps: str, cells: dict[str, str], fault: str) -> None:
    """A negative deduction is no bonus; a step of nothing is none; points are no percentage."""
    assert earned(rule("  得分 分值\n" + steps), **cells) == fault
