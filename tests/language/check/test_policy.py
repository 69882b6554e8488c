"""盐池县's policy of 2022, checked: what the passes after the check may rely on."""

from __future__ import annotations

from evalrules.language.policy.definition import AwardAs, AwardByTier, Cap, LeaveUnrounded, Raise, Round
from evalrules.language.policy.expression import Given
from evalrules.language.policy.policy import CheckedPolicy
from tests.language.check.frame import check_file
from tests.language.check.test_totality import YANCHI


def yanchi() -> CheckedPolicy:
    """The policy; it has no problems at all."""
    checked = check_file(YANCHI)
    assert checked.problems == ()
    assert checked.policy is not None
    return checked.policy


def test_its_head() -> None:
    """Title, place, year and form are as the file says."""
    policy = yanchi()
    assert (policy.id, policy.place, policy.year, policy.language) == ("yanchi-2022", "宁夏/吴忠/盐池", "2022", "1")
    assert policy.title == "盐池县本级部门项目支出绩效自评"
    assert policy.schema.name == "project"
    assert policy.layers == ("yanchi-2022",)


def test_its_parts() -> None:
    """Everything in the file is in the policy, in order."""
    policy = yanchi()
    assert [each.name for each in policy.sources] == ["注", "方法栏", "表"]
    assert [case.name for case in policy.classifications[0].cases] == ["定性", "反向", "正向"]
    assert [each.name for each in policy.rules] == [
        "预算执行率", "分项资金", "定量正向", "定量反向", "定性三档", "满意度",
    ]  # fmt: skip
    assert [each.name for each in policy.checks] == ["分值合计", "偏差原因", "目标不可计算"]
    assert [each.zh for each in policy.subtotals] == ["一级指标"]
    assert len(policy.examples) == YANCHI.count("\n示例 ")


def test_its_satisfaction_rule_refers_to_three_others() -> None:
    """同效益指标得分计算方式: which one depends on the class of the row."""
    outcomes = [case.outcome for case in yanchi().rules[-1].cases]
    assert [each.rule for each in outcomes if isinstance(each, AwardAs)] == ["定量正向", "定量反向", "定性三档"]


def test_its_tiers_leave_out_their_upper_end_where_the_form_says_so() -> None:
    """100–80%（含）, 80–50%（含）, 50–0%: each lower end is in, the highest end too."""
    outcome = yanchi().rules[4].cases[0].outcome
    assert isinstance(outcome, AwardByTier)
    ends = [(tier.admission.low.closed, tier.admission.high.closed) for tier in outcome.tiers]
    assert ends == [(True, True), (True, False), (True, False)]


def test_its_steps_for_each_row_are_in_written_order() -> None:
    """Floor, cap, rounding; the cap asks any row for its own points."""
    policy = yanchi()
    floor, cap, rounding = policy.each_row[0].adjustments
    assert isinstance(floor, Raise)
    assert isinstance(cap, Cap)
    assert isinstance(cap.limit, Given)
    assert cap.limit.field.record == ""
    assert [cite.text for cite in cap.basis.cites] == ["注 1"]
    assert isinstance(rounding, Round)
    assert rounding.basis.readings == ("得分保留两位小数",)
    assert policy.total is not None
    assert isinstance(policy.total.adjustments[0], LeaveUnrounded)


def test_every_part_knows_where_it_was_written() -> None:
    """Spans quote the author's own words."""
    policy = yanchi()
    assert policy.rules[2].span.text.startswith("规则 定量正向 [注 3]")
    assert policy.rules[2].scope.span.text == '对 正向 指标 中 一级指标 ≠ "满意度指标"'
    assert policy.rules[2].cases[1].span.text == "否则                          得分 实际完成值 ÷ 年度指标值 × 分值"
