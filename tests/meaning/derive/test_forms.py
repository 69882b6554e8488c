"""What a form earns: totals judged and open, subtotals, grades, rows that are void, exempt or left out."""

from __future__ import annotations

import pytest

from evalrules.language.policy.policy import CheckedPolicy
from evalrules.meaning.derivation import Derivation
from tests.meaning.derive.frame import Cells, policy, rule, scored, shown

AS_ENTERED = "规则 甲 [表]\n  对 指标\n  得分 0（含）至 分值（含）\n"
FULL = "规则 甲 [表]\n  对 指标\n  得分 分值\n"


def total_of(derivation: Derivation) -> tuple[str, str]:
    """What counts, and what the rules leave open."""
    assert derivation.total is not None
    return shown(derivation.total.awarded), shown(derivation.total.admitted)


# ---- totals --------------------------------------------------------------------------------------


def test_a_total_is_counted_with_and_without_judgements() -> None:
    """Two judged rows and one computed: what counts is a number, what is admitted a stretch."""
    entered = policy(AS_ENTERED)
    rows = ({"points": "10", "self_score": "9"}, {"points": "5", "self_score": "4"})
    assert total_of(scored(entered, *rows)) == ("13", "0至15")


def test_an_undecided_row_leaves_the_total_open() -> None:
    """One row without an entry: the total lies between, and no number counts."""
    derivation = scored(policy(AS_ENTERED), {"points": "10", "self_score": "9"}, {"points": "5"})
    assert total_of(derivation) == ("—", "0至15")


def test_a_fault_in_one_row_leaves_the_others_scored() -> None:
    """The row's fault is its own; the total then has no number, but the steps of every row still bound it."""
    ratio = rule("  得分 实际完成值 ÷ 年度指标值 × 分值\n", "每行\n  不低于 0\n  不高于 分值\n  不舍入\n")
    derivation = scored(
        ratio,
        {"points": "10", "target": "10", "actual": "9"},
        {"points": "5", "target": "长期", "actual": "100%"},
    )
    assert [row.status for row in derivation.rows] == ["computed", "fault"]
    assert total_of(derivation) == ("—", "9至14")


def test_no_rows_make_a_total_of_nothing() -> None:
    """A form without rows has a total of 0."""
    assert total_of(scored(policy(FULL))) == ("0", "0")


RESCALED = "总分 合计（得分） ÷ 合计（分值） × 100\n"


@pytest.mark.parametrize(
    ("steps", "total"),
    [
        ("  四舍五入 至 0.01\n", "84.44"),
        ("  扣分 2\n  四舍五入 至 0.01\n", "82.44"),
    ],
)
def test_applicable_points_are_rescaled_to_a_hundred(steps: str, total: str) -> None:
    """76 of 90 applicable points are 84.44 of 100; a penalty of 2 after that leaves 82.44."""
    rescaled = policy(AS_ENTERED, total=RESCALED + steps)
    assert total_of(scored(rescaled, {"points": "90", "self_score": "76"}))[0] == total


def test_a_penalty_before_rescaling_weighs_more() -> None:
    """(76 − 2) of 90 are 82.22 of 100: the order is the policy's to say."""
    first = policy(AS_ENTERED, total="总分 (合计（得分） − 2) ÷ 合计（分值） × 100\n  四舍五入 至 0.01\n")
    assert total_of(scored(first, {"points": "90", "self_score": "76"}))[0] == "82.22"


# ---- grades --------------------------------------------------------------------------------------

GRADES = "等级 总分\n  优：≥ 90\n  良：80（含）至 90（不含）\n  中：60（含）至 80（不含）\n  差：< 60\n"


def graded(rounding: str) -> CheckedPolicy:
    return policy(AS_ENTERED + GRADES, total=f"总分 合计（得分）\n  {rounding}\n")


@pytest.mark.parametrize(
    ("rounding", "entry", "grades"),
    [
        ("不舍入", "89.995", ("良",)),
        ("四舍五入 至 0.01", "89.995", ("优",)),
        ("不舍入", "90", ("优",)),
        ("不舍入", "80", ("良",)),
        ("不舍入", "59.99", ("差",)),
        ("不舍入", "0", ("差",)),
    ],
)
def test_a_grade_is_that_of_the_total_as_rounded(rounding: str, entry: str, grades: tuple[str, ...]) -> None:
    """89.995 is 良, and 优 where the total is rounded to two decimals first."""
    derivation = scored(graded(rounding), {"points": "100", "self_score": entry})
    assert derivation.grade is not None
    assert derivation.grade.grades == grades


def test_an_open_total_has_every_grade_it_may_earn() -> None:
    """94 to 96 is 优 either way; 78 to 82 is 中 or 良."""
    for low, high, grades in ((94, 96, ("优",)), (78, 82, ("良", "中"))):
        body = f"规则 甲 [表]\n  对 指标\n  得分 {low}（含）至 {high}（含）\n"
        derivation = scored(policy(body + GRADES), {"points": "100"})
        assert derivation.grade is not None
        assert derivation.grade.grades == grades


# ---- rows that are not scored as usual -----------------------------------------------------------


def with_exemption(treatment: str) -> CheckedPolicy:
    return policy(FULL + f"不适用 免考 [表]\n  对 指标 中 不适用说明 已填\n  {treatment}\n")


@pytest.mark.parametrize(
    ("treatment", "award", "total", "points"),
    [("记满分", "5", "15", "15"), ("记零分", "0", "10", "15"), ("不计入", "—", "10", "10")],
)
def test_an_exempt_row_earns_what_the_policy_says(treatment: str, award: str, total: str, points: str) -> None:
    """Full marks, none, or no part of the score at all: three different things."""
    derivation = scored(with_exemption(treatment), {"points": "10"}, {"points": "5", "not_applicable": "无此任务"})
    assert [row.status for row in derivation.rows] == ["computed", "not-applicable"]
    assert shown(derivation.rows[1].awarded) == award
    assert total_of(derivation)[0] == total
    assert shown(derivation.points_total) == points


def test_full_marks_need_points() -> None:
    """Full marks of a row whose points cannot be read are not known."""
    derivation = scored(with_exemption("记满分"), {"points": "10"}, {"points": "—", "not_applicable": "无此任务"})
    assert derivation.rows[1].status == "fault"
    assert total_of(derivation)[0] != "10"


def test_a_void_row_is_no_part_of_the_form() -> None:
    """A withdrawn row earns nothing, counts for nothing, and is asked nothing."""
    asked = '校验 原因\n  对 指标\n  要求 偏差原因 已填 否则 警告 "缺"\n'
    withdrawn = policy(FULL + asked + "作废 撤销 [表]\n  对 指标 中 年度指标值 未填\n")
    derivation = scored(withdrawn, {"points": "10", "target": "1"}, {"points": "5"})
    assert [row.status for row in derivation.rows] == ["computed", "void"]
    assert total_of(derivation)[0] == "10"
    assert [check.row for check in derivation.checks] == [("indicators", 0)]


def test_void_comes_before_not_applicable() -> None:
    """A row that is both is void."""
    both = policy(FULL + "不适用 免考 对 指标 中 不适用说明 已填 记满分\n作废 撤销 对 指标 中 年度指标值 未填\n")
    derivation = scored(both, {"points": "10", "not_applicable": "无"})
    assert derivation.rows[0].status in ("void", "computed")
    derivation = scored(both, {"points": "10", "not_applicable": "无此任务"})
    assert derivation.rows[0].status == "void"


# ---- subtotals -----------------------------------------------------------------------------------


def test_rows_with_one_text_make_a_subtotal() -> None:
    """Points, awards and claims are added up by 一级指标, in the order of the form."""
    rows: tuple[Cells, ...] = (
        {"points": "10", "level1": "产出指标", "self_score": "8"},
        {"points": "20", "level1": "效益指标", "self_score": "20"},
        {"points": "5", "level1": "产出指标", "self_score": "5"},
    )
    derivation = scored(policy(FULL + "小计 按 一级指标\n"), *rows)
    outputs, effects = derivation.subtotals
    assert (outputs.text, outputs.rows) == ("产出指标", (("indicators", 0), ("indicators", 2)))
    assert [shown(each) for each in (outputs.points, outputs.awarded, outputs.claimed)] == ["15", "15", "13"]
    assert [shown(each) for each in (effects.points, effects.awarded, effects.claimed)] == ["20", "20", "20"]


# ---- other records -------------------------------------------------------------------------------

FUNDS = """\
规则 执行率 [表]
  对 资金 中 资金来源 = "年度资金总额"
  得分 全年执行数 ÷ 全年预算数 × 分值
  不高于 分值
规则 分项 [表]
  对 资金 中 资金来源 ≠ "年度资金总额"
  不计分
"""


@pytest.mark.parametrize(
    ("budget", "executed", "award"),
    [
        ("310.2", "154.74", "77370 ÷ 15510"),
        ("250000", "215457.6", "8.618304"),
        ("13", "13", "10"),
        ("310.2", "350", "10"),
    ],
)
def test_execution_is_a_share_of_the_budget(budget: str, executed: str, award: str) -> None:
    """154.74 of 310.2 is 4.988…, exactly."""
    derivation = scored(
        policy(FUNDS), funds={"source": "年度资金总额", "revised_budget": budget, "executed": executed, "points": "10"}
    )
    expected = scored(rule(f"  得分 {award}\n"), {"points": "10"}).rows[0].awarded
    assert derivation.rows[0].awarded == expected
