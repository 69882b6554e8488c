"""What rules award: ratios, pass lines, dates, judgements, references."""

from __future__ import annotations

import pytest

from tests.meaning.derive.frame import earned, policy, row_of, rule, scored, shown

POSITIVE = "  当 实际完成值 ≥ 年度指标值 得分 分值\n  否则 得分 实际完成值 ÷ 年度指标值 × 分值\n"
REVERSE = "  当 实际完成值 ≤ 年度指标值 得分 分值\n  否则 得分 年度指标值 ÷ 实际完成值 × 分值\n"
LINEAR = """\
  当 实际完成值 ≤ 年度指标值 得分 分值
  当 实际完成值 > 年度指标值 且 实际完成值 < 2 × 年度指标值
    得分 (1 − (实际完成值 − 年度指标值) ÷ 年度指标值) × 分值
  当 实际完成值 > 年度指标值 且 实际完成值 ≥ 2 × 年度指标值 得分 0
"""
PASS_LINE = """\
  其中 率 = 实际完成值 ÷ 年度指标值
  当 率 < 60% 得分 0
  否则 得分 (率 − 60%) ÷ (100% − 60%) × 分值
"""
EQUAL = """\
  当 年度指标值 ≠ 0 且 实际完成值 ≥ 年度指标值 得分 分值
  当 年度指标值 ≠ 0 且 实际完成值 < 年度指标值 得分 实际完成值 ÷ 年度指标值 × 分值
  当 年度指标值 = 0 且 实际完成值 ≤ 0 得分 分值
  当 年度指标值 = 0 且 实际完成值 > 0 得分 0
"""

# ---- ratios --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("body", "target", "actual", "points", "award"),
    [
        (POSITIVE, "36", "27", "15", "11.25"),
        (POSITIVE, "36", "50", "15", "15"),
        (POSITIVE, "100%", "95%", "10", "9.5"),
        (POSITIVE, "100", "80", "7.5", "6"),
        (POSITIVE, "3", "1", "10", "10/3"),
        (REVERSE, "≤10", "12.5", "10", "8"),
        (REVERSE, "10", "10", "10", "10"),
        (REVERSE, "10", "20", "10", "5"),
        (LINEAR, "10", "12", "10", "8"),
        (LINEAR, "10", "15", "10", "5"),
        (LINEAR, "10", "20", "10", "0"),
        (LINEAR, "10", "25", "10", "0"),
        (LINEAR, "10", "9", "10", "10"),
        (PASS_LINE, "100", "75", "20", "7.5"),
        (PASS_LINE, "100", "90", "20", "15"),
        (PASS_LINE, "100", "60", "20", "0"),
        (PASS_LINE, "100", "59", "20", "0"),
        (PASS_LINE, "100", "100", "20", "20"),
        (EQUAL, "0", "0", "10", "10"),
        (EQUAL, "0", "1", "10", "0"),
        (EQUAL, "8", "6", "10", "7.5"),
    ],
)
def test_ratios_are_exact(body: str, target: str, actual: str, points: str, award: str) -> None:
    """Positive, reverse, linear to zero at twice the target, above a pass line, a target of 0: to the last digit."""
    assert earned(rule(body), target=target, actual=actual, points=points) == award


@pytest.mark.parametrize(
    ("target", "actual", "award"),
    [
        ("10万元", "80000元", "8"),
        ("1亿元", "5000万元", "5"),
        ("300公里", "150千米", "5"),
        ("36人", "27", "7.5"),
        ("500‰", "25%", "5"),
    ],
)
def test_units_convert(target: str, actual: str, award: str) -> None:
    """80000元 of 10万元 is 80%; a bare number beside a count counts the same."""
    assert earned(rule(POSITIVE), target=target, actual=actual) == award


@pytest.mark.parametrize(
    ("target", "actual", "award"),
    [("90%", "≥90%", "10"), ("95%", "≥90%", "180/19至10"), ("95%", "≤90%", "≤180/19"), ("10", "8-12", "8至10")],
)  # fmt: skip
def test_a_bound_leaves_open_what_it_leaves_open(target: str, actual: str, award: str) -> None:
    """≥90% meets 90% whatever it is; against 95% the award lies somewhere from 90/95 of the points up to all."""
    capped = rule(POSITIVE + "  不高于 分值\n")
    assert earned(capped, target=target, actual=actual) == award


# ---- dates ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("target", "actual", "award"),
    [
        ("2022年12月31日前", "2022年12月30日", "10"),
        ("2022年12月31日前", "2023年1月5日", "0"),
        ("2022年12月31日前", "2022年12月", "10"),
        ("2022年6月30日前", "2022年", "0至10"),
    ],
)
def test_deadlines_compare_days(target: str, actual: str, award: str) -> None:
    """A month or a year names all its days: whether they are in time may be open."""
    body = "  当 实际完成值 ≤ 年度指标值 得分 分值\n  否则 得分 0\n"
    assert earned(rule(body), target=target, actual=actual) == award


def test_days_late_cost_points() -> None:
    """Two points for each started 30 days after the deadline."""
    body = "  得分 分值\n  扣分 天数（年度指标值，实际完成值） 每 30 天 扣 2 不足一步按一步\n"
    assert earned(rule(body), target="2022-12-31", actual="2023-02-01") == "6"


# ---- judgements ----------------------------------------------------------------------------------

TIERS = """\
  得分 按档
    达成预期指标 又名 “达成”：                80%（含）至 100%（含） × 分值
    部分达成预期指标并具有一定效果：  50%（含）至 80%（不含） × 分值
    未达成预期指标且效果较差：       0%（含）至 50%（不含） × 分值
"""


@pytest.mark.parametrize(
    ("tier", "claim", "status", "award", "judged"),
    [
        ("", "", "undecided", "0至10", ""),
        ("", "10", "judged", "10", "达成预期指标"),
        ("", "6", "judged", "6", "部分达成预期指标并具有一定效果"),
        ("", "11", "undecided", "0至10", ""),
        ("达成预期指标", "", "undecided", "8至10", ""),
        ("达成", "8", "judged", "8", "达成预期指标"),
        ("部分达成预期指标并具有一定效果", "8", "undecided", "5至8(不含)", ""),
        ("部分达成预期指标并具有一定效果", "7.99", "judged", "7.99", "部分达成预期指标并具有一定效果"),
        ("优秀", "10", "fault", "unknown-tier", ""),
    ],
)
def test_tiers_admit_what_they_say(tier: str, claim: str, status: str, award: str, judged: str) -> None:
    """Without a tier all are open; an entry counts if it lies in an open one, and is never forced into it."""
    row = row_of(rule(TIERS), tier=tier, self_score=claim)
    assert (row.status, row.judged_tier) == (status, judged)
    assert earned(rule(TIERS), tier=tier, self_score=claim) == award


def test_a_judgement_leaves_open_what_the_rule_admits() -> None:
    """A judged row counts with its entry; what the rule would admit is remembered beside it."""
    row = row_of(rule(TIERS), self_score="6")
    assert (shown(row.awarded), shown(row.admitted)) == ("6", "0至10")


def test_an_entry_is_taken_through_the_steps() -> None:
    """The entry takes the place of the award, so what the policy deducts is deducted from it."""
    row = row_of(rule(TIERS + "  扣分 1\n"), self_score="6")
    assert (row.status, shown(row.awarded), shown(row.admitted)) == ("judged", "5", "-1至9")


@pytest.mark.parametrize(("claim", "award"), [("", "0(不含)至1"), ("1", "1"), ("0", "0(不含)至1")])
def test_an_admission_may_be_open_at_an_end(claim: str, award: str) -> None:
    """From 0, without it, to 1: 0 may not be entered."""
    assert earned(rule("  得分 0（不含）至 1（含）\n"), self_score=claim) == award


# ---- cases and references ------------------------------------------------------------------------

SATISFACTION = """\
分类 指标
  定性 当 年度指标值 是 文字
  正向 其余
规则 效益 [表]
  对 正向 指标 中 一级指标 ≠ "满意度指标"
  得分 实际完成值 ÷ 年度指标值 × 分值
  不高于 分值
规则 定性 [表]
  对 定性 指标 中 一级指标 ≠ "满意度指标"
  得分 0（含）至 分值（含）
规则 满意度 [表]
  对 指标 中 一级指标 = "满意度指标"
  当 指标 是 正向 得分 同 效益
  当 指标 是 定性 得分 同 定性
"""


@pytest.mark.parametrize(
    ("target", "actual", "award"), [("100%", "95%", "9.5"), ("90%", "95%", "10"), ("满意", "满意", "0至10")]
)
def test_a_reference_awards_what_the_other_rule_awards(target: str, actual: str, award: str) -> None:
    """同 takes the other rule's award and its steps: the cap of 效益 caps 满意度 too."""
    assert earned(policy(SATISFACTION), level1="满意度指标", target=target, actual=actual) == award


def test_a_row_that_bears_no_points_is_no_part_of_the_score() -> None:
    """不计分 leaves a row out of the total, and its points need not be numbers."""
    unscored = rule('  当 类别 = "记录" 不计分 “只作记录”\n  否则 得分 分值\n')
    derivation = scored(unscored, {"points": "10"}, {"points": "—", "class": "记录"})
    assert [row.status for row in derivation.rows] == ["computed", "unscored"]
    assert derivation.total is not None
    assert shown(derivation.total.awarded) == "10"
    assert shown(derivation.points_total) == "10"


def test_a_case_that_cannot_be_evaluated_matters_only_if_no_other_holds() -> None:
    """档次 says the award, and the actual need not be read; without it the actual must be."""
    body = '  当 档次 = "满" 得分 分值\n  当 档次 ≠ "满" 且 实际完成值 > 5 得分 1\n  否则 得分 0\n'
    assert earned(rule(body), tier="满", actual="说不清") == "10"
    assert earned(rule(body), tier="半", actual="说不清") == "not-a-number"
    assert earned(rule(body), tier="半", actual="6") == "1"
