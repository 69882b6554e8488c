"""Coverage says what the examples of a policy reach, from their derivations alone."""

from __future__ import annotations

import pytest

from evalrules.language.policy.policy import CheckedPolicy
from evalrules.meaning.derivation import Derivation
from evalrules.meaning.examples import Trial
from evalrules.study.coverage import Coverage, coverage_of
from evalrules.study.goals import Aim, Goal, Part
from evalrules.study.trials import trials_of
from tests.study.fixture import POLICY, policy_with

WIDE = """
政策 wide-1
  适用 project
  语言版本 1
依据 注 官方 "表下注"
分类 指标 依次
  定性 当 年度指标值 是 文字 或 年度指标值 是 日期
  定量 其余
作废 撤销 [注 1] 对 指标 中 年度指标值 未填
规则 定性 [注 1]
  对 定性 指标
  得分 按档
    优 又名 "达成"：80%（含）至 100%（含） × 分值
    差：0（含）至 80%（不含） × 分值
规则 定量 [注 1]
  对 定量 指标
  得分 实际完成值 ÷ 年度指标值 × 分值
  扣分 2 当 偏差原因 未填
规则 资金 [注 1] 对 资金 不计分
每行
  不高于 分值 [注 3]
  四舍五入 至 0.01 [注 3]
总分 合计（得分） 不舍入 [注 3]
"""
READ = """
政策 read-1
  适用 project
  语言版本 1
依据 办法 官方 "办法"
解读 读法 [办法 1]
  可选 甲 读作 "按甲"
  可选 乙 读作 "按乙"
  取 甲 理由 "原文没有说"
定义 按乙算 [办法 1] = 读法 是 乙
分类 指标 依次
  另类 当 读法 是 乙 且 类别 = "另"
  定性 当 年度指标值 是 文字
  定量 其余
不适用 免 [办法 1] 对 指标 中 类别 = "免" 且 读法 是 甲 不计入
作废 撤销 [办法 1] 对 指标 中 类别 = "撤" 且 读法 不是 乙
规则 另类 [办法 1] 对 另类 指标 得分 0
规则 定性 [办法 1] 对 定性 指标 得分 分值
规则 定量 [办法 1]
  对 定量 指标
  依次
  当 读法 是 乙 且 实际完成值 > 5 得分 分值 × 2
  当 读法 是 甲 得分 分值
  否则 得分 0
  扣分 2 当 读法 是 乙 且 偏差原因 未填
  扣分 1 当 偏差原因 未填 且 读法 是 甲
规则 资金 [办法 1] 对 资金 不计分
每行 不高于 分值 当 按乙算 [办法 1] 不舍入
总分 合计（得分） 不舍入
校验 看乙 [办法 1] 当 读法 是 乙 提示 "乙"
校验 看甲 [办法 1] 当 读法 是 甲 提示 "甲"
"""
ROW = '行 指标 年度指标值 100 实际完成值 {} 分值 10 偏差原因 "天气"'


def coverage(examples: str, text: str = POLICY) -> Coverage:
    policy = policy_with(examples, text)
    return coverage_of(policy, derivations(policy))


def derivations(policy: CheckedPolicy) -> list[Derivation]:
    return [each.derivation for each in trials_of(policy, None) if isinstance(each, Trial)]


def reached(found: Coverage, part: Part) -> set[tuple[str, Aim]]:
    return {(goal.words, goal.aim) for goal in found.goals if goal.part is part and goal.key in found.reached}


def example(*rows: str) -> str:
    return '示例 "例"\n' + "".join(f"  {row}\n" for row in rows)


def test_without_examples_nothing_is_reached() -> None:
    """A policy without examples has everything before it."""
    found = coverage("")
    assert found.missing == found.goals
    assert found.share == 0


def test_a_goal_is_counted_once() -> None:
    """No two goals have the same key, so no percentage counts a branch twice."""
    goals = coverage("").goals
    assert len({goal.key for goal in goals}) == len(goals)


def test_cases_are_reached_both_ways() -> None:
    """A case that holds is reached as holding, one that was passed over as failing; 否则 only as holding."""
    met = coverage(example(ROW.format(100)))
    assert reached(met, Part.CASE) == {("实际完成值 ≥ 年度指标值", Aim.TRUE)}
    missed = coverage(example(ROW.format(50)))
    assert reached(missed, Part.CASE) == {("实际完成值 ≥ 年度指标值", Aim.FALSE), ("否则", Aim.TRUE)}


@pytest.mark.parametrize(
    ("actual", "band", "edges"),
    [
        ("80", "≥ 80%", {("80%", Aim.ON_EDGE)}),
        ("79.99", "60%（含）至 80%（不含）", {("80%", Aim.BY_EDGE)}),
        ("70", "60%（含）至 80%（不含）", set()),
        ("80.5", "≥ 80%", set()),
        ("60", "60%（含）至 80%（不含）", {("60%", Aim.ON_EDGE)}),
        ("59.4", "< 60%", {("60%", Aim.BY_EDGE)}),
        ("59.3", "< 60%", set()),
    ],
)
def test_an_edge_is_met_exactly_or_just_missed(actual: str, band: str, edges: set[tuple[str, Aim]]) -> None:
    """Just missed is within a hundredth of the edge, on the side to which the edge does not belong."""
    found = coverage(example(ROW.format(actual)))
    assert reached(found, Part.BAND) == {(band, Aim.HELD)}
    assert reached(found, Part.EDGE) == edges


def test_a_bound_reaches_no_band() -> None:
    """An actual that may lie in several bands is in none of them for certain."""
    found = coverage(example(ROW.format('"≥50"')))
    assert reached(found, Part.BAND) == set()


def test_a_step_is_reached_with_effect_and_without() -> None:
    """A cap that bit, and one that did not; of a rounding, that there was something to round."""
    over = coverage(example("行 资金 全年预算数 3 全年执行数 4 分值 10"))
    assert reached(over, Part.STEP) == {("不高于 分值", Aim.CHANGED), ("不低于 0", Aim.UNCHANGED)}
    third = coverage(example("行 资金 全年预算数 3 全年执行数 1 分值 10"))
    assert reached(third, Part.STEP) == {
        ("不高于 分值", Aim.UNCHANGED),
        ("不低于 0", Aim.UNCHANGED),
        ("四舍五入 至 0.01", Aim.CHANGED),
    }


def test_an_unknown_award_reaches_no_step() -> None:
    """Where a row has a fault, its steps are taken from any number: that shows nothing."""
    found = coverage(example("行 资金 全年预算数 0 全年执行数 4 分值 10"))
    assert reached(found, Part.STEP) == set()


def test_checks_are_reported_and_silent() -> None:
    """Both are reached by the rows, or the form, that they look at."""
    found = coverage(example("行 资金 全年预算数 1 全年执行数 1 分值 10", "行 指标 年度指标值 2 实际完成值 1 分值 10"))
    assert reached(found, Part.CHECK) == {("偏差原因", Aim.REPORTED), ("分值合计", Aim.REPORTED)}


def test_grades_have_edges_too() -> None:
    """A total that is the least of a grade, and one that only just is not."""
    found = coverage(example("行 资金 全年预算数 100 全年执行数 90 分值 100"))
    assert reached(found, Part.GRADE) == {("优", Aim.HELD)}
    assert ("90", Aim.ON_EDGE) in reached(found, Part.EDGE)
    found = coverage(example("行 资金 全年预算数 1000 全年执行数 899 分值 100"))
    assert reached(found, Part.GRADE) == {("差", Aim.HELD)}
    assert ("90", Aim.BY_EDGE) in reached(found, Part.EDGE)


def test_joined_conditions_are_reached_one_by_one() -> None:
    """Of 甲 或 乙, each is to be true and false; what was not looked at is neither."""
    found = coverage(example('行 指标 年度指标值 "按时" 档次 "差" 分值 10'), WIDE)
    assert reached(found, Part.CONDITION) == {("年度指标值 是 文字", Aim.TRUE)}
    found = coverage(example("行 指标 年度指标值 100 实际完成值 100 分值 10"), WIDE)
    assert reached(found, Part.CONDITION) == {("年度指标值 是 文字", Aim.FALSE), ("年度指标值 是 日期", Aim.FALSE)}


def test_what_another_alternative_alone_could_reach_is_no_goal() -> None:
    """Nor is the alternative taken to fail: an example can choose neither. What is guarded by one goes with it."""
    asked = {(goal.owner, goal.words, goal.aim) for goal in coverage("", READ).goals}
    of = {part: {(goal.owner, goal.words, goal.aim) for goal in coverage("", READ).of(part).goals} for part in Part}
    assert {each for each in asked if each[1].startswith("读法")} == {
        ("另类", "读法 是 乙", Aim.FALSE),
        ("免", "读法 是 甲", Aim.TRUE),
        ("撤销", "读法 不是 乙", Aim.TRUE),
        ("定量", "读法 是 乙 且 实际完成值 > 5", Aim.FALSE),
        ("定量", "读法 是 乙", Aim.FALSE),
        ("定量", "读法 是 甲", Aim.TRUE),
    }
    assert {owner for owner, _, _ in of[Part.RULE]} == {"免", "撤销", "定性", "定量", "资金"}
    assert not {each for each in asked if each[1] in ('类别 = "另"', "实际完成值 > 5", "否则")}
    assert {(words, aim) for _, words, aim in of[Part.STEP]} == {
        ("扣分 2 当 读法 是 乙 且 偏差原因 未填", Aim.UNCHANGED),
        ("扣分 1 当 偏差原因 未填 且 读法 是 甲", Aim.CHANGED),
        ("扣分 1 当 偏差原因 未填 且 读法 是 甲", Aim.UNCHANGED),
        ("不高于 分值 当 按乙算", Aim.UNCHANGED),
    }
    assert of[Part.CHECK] == {("看乙", "看乙", Aim.SILENT), ("看甲", "看甲", Aim.REPORTED)}


def test_examples_reach_all_of_a_policy_with_readings() -> None:
    """Every question of a reading is reached by a row of which it is asked, also where that row is not applicable."""
    cells = '类别 "{}" 年度指标值 {} 实际完成值 9 分值 10 {}'
    rows = (("免", "10", ""), ("撤", "10", ""), ("", "10", ""), ("", "10", '偏差原因 "天气"'), ("", '"按时"', ""))
    found = coverage(example(*(f"行 指标 {cells.format(*row)}" for row in rows), "行 资金 分值 10"), READ)
    assert [(goal.owner, goal.words, goal.aim) for goal in found.missing] == []
    assert found.share == 1


@pytest.mark.parametrize(("word", "name", "reading"), [("免", "免", "读法 是 甲"), ("撤", "撤销", "读法 不是 乙")])
def test_the_condition_that_takes_a_row_out_is_reached(word: str, name: str, reading: str) -> None:
    """By a row that is not applicable, or void, for that very condition."""
    met = coverage(example(f'行 指标 类别 "{word}" 年度指标值 10 分值 10'), READ)
    assert {(name, f'类别 = "{word}"', Aim.TRUE), (name, reading, Aim.TRUE)} <= {
        (goal.owner, goal.words, goal.aim) for goal in met.goals if goal.key in met.reached
    }


@pytest.mark.parametrize(
    ("cells", "tiers"),
    [
        ('档次 "达成"', {("优", Aim.HELD)}),
        ('档次 "差"', {("差", Aim.HELD)}),
        ("自评得分 7", {("差", Aim.HELD)}),
        ("", set()),
    ],
)
def test_a_tier_is_reached_where_it_alone_is_meant(cells: str, tiers: set[tuple[str, Aim]]) -> None:
    """The form names it, or a person's entry lies in it."""
    found = coverage(example(f'行 指标 年度指标值 "按时" 分值 10 {cells}'), WIDE)
    assert reached(found, Part.TIER) == tiers


def test_a_void_row_reaches_the_declaration_that_makes_it_void() -> None:
    """And the rule that awards nothing is reached by the rows that it leaves unscored."""
    found = coverage(example("行 指标 分值 10", "行 资金 分值 10"), WIDE)
    assert reached(found, Part.RULE) == {("撤销", Aim.APPLIED), ("资金", Aim.APPLIED)}


def test_a_policy_answers_for_its_own_text() -> None:
    """What a policy amends has examples of its own; its goals are not counted again."""
    from evalrules.workbench.loading import load_policy

    found: tuple[Goal, ...] = coverage_of(load_policy("tianjin-platform"), ()).goals
    assert found
    assert {goal.span.source.name for goal in found} == {"tianjin-platform.rules"}
