"""Which rule a row is scored by: classes, scopes, and what is a fault before any award."""

from __future__ import annotations

import pytest

from evalrules.meaning.fault import Fault
from tests.meaning.derive.frame import earned, policy, row_of, rule, scored, shown

THREE = """\
分类 指标 依次
  定性 当 年度指标值 是 文字
  反向 当 年度指标值 是 上限
  正向 其余
规则 定性 [表] 对 定性 指标 得分 1
规则 反向 [表] 对 反向 指标 得分 2
规则 正向 [表] 对 正向 指标 得分 3
"""


@pytest.mark.parametrize(
    ("target", "class_name", "award"),
    [("长期", "定性", "1"), ("≤10", "反向", "2"), ("36", "正向", "3"), ("", "正向", "3")],
)
def test_a_row_is_scored_by_the_rule_of_its_class(target: str, class_name: str, award: str) -> None:
    """The first class that fits, in order; the rest of them are for 其余."""
    row = row_of(policy(THREE), target=target)
    assert row.classed is not None
    assert (row.classed.name, row.rule, shown(row.awarded)) == (class_name, class_name, award)


def test_a_class_that_cannot_be_told_is_a_fault_of_the_row() -> None:
    """Whether 约36 is a text is not guessed, and so no rule is chosen."""
    row = row_of(policy(THREE), target="约36")
    assert isinstance(row.awarded, Fault)
    assert (row.status, shown(row.awarded), row.rule) == ("fault", "unreadable-cell", None)


def test_the_rules_that_do_not_apply_are_recorded_with_the_reason() -> None:
    """All three rules were looked at; two are for another class."""
    row = row_of(policy(THREE), target="36")
    assert [(each.rule, each.applies, each.class_matches) for each in row.scopings] == [
        ("定性", False, False),
        ("反向", False, False),
        ("正向", True, True),
    ]


EXCLUSIVE = """\
分类 指标
  大 当 实际完成值 ≥ 年度指标值
  小 当 2 × 实际完成值 < 年度指标值 + 实际完成值
规则 大 [表] 对 大 指标 得分 1
规则 小 [表] 对 小 指标 得分 2
"""


@pytest.mark.parametrize(
    ("target", "actual", "award"), [("10", "12", "1"), ("10", "8", "2"), ("10", "≥8", "condition-undecided")]
)
def test_exactly_one_class_must_hold(target: str, actual: str, award: str) -> None:
    """Without 依次 every class is asked; where a bound leaves one open, the row has no class."""
    assert earned(policy(EXCLUSIVE), target=target, actual=actual) == award


# ---- faults before any award ---------------------------------------------------------------------


@pytest.mark.parametrize(
    ("points", "fault"),
    [
        ("", "points-missing"),
        ("—", "points-missing"),
        ("-5", "points-negative"),
        ("十", "points-unreadable"),
        ("≥5", "points-unreadable"),
    ],
)
def test_a_row_needs_points(points: str, fault: str) -> None:
    """Without points that are a number of at least 0 a row cannot be scored."""
    assert earned(rule("  得分 1\n"), points=points) == fault


@pytest.mark.parametrize(
    ("target", "actual", "fault"),
    [
        ("36", "", "missing-value"),
        ("36", "说不清", "not-a-number"),
        ("36", "约30", "unreadable-cell"),
        ("长期", "100%", "not-a-number"),
        ("0", "5", "division-by-zero"),
        ("≥0", "5", "division-by-zero"),
        ("36元", "5人", "units-differ"),
        ("36", "9" * 70, "unreadable-cell"),
        ("2022-12-31", "5", "not-a-number"),
    ],
)
def test_what_cannot_be_computed_is_a_fault_with_a_reason(target: str, actual: str, fault: str) -> None:
    """No cell is guessed at, and no fault raises."""
    row = row_of(rule("  得分 实际完成值 ÷ 年度指标值 × 分值\n"), target=target, actual=actual)
    assert isinstance(row.awarded, Fault)
    assert (row.status, shown(row.awarded)) == ("fault", fault)
    assert row.awarded.message("zh")
    assert row.awarded.message("en")


def test_a_row_with_a_fault_is_bounded_by_the_steps_of_every_row() -> None:
    """What cannot be computed still lies between nothing and the points, where the policy caps every row."""
    capped = rule("  得分 实际完成值 ÷ 年度指标值 × 分值\n", "每行\n  不低于 0\n  不高于 分值\n  不舍入\n")
    assert shown(row_of(capped, target="长期", actual="100%").admitted) == "0至10"


def test_a_number_that_grows_too_long_is_a_fault() -> None:
    """A product of many long numbers is refused before it takes long."""
    power = "实际完成值"
    for _ in range(7):
        power = f"({power}) × ({power})"
    assert earned(rule(f"  得分 {power}\n"), actual="9" * 60) == "amount-too-long"


# ---- rows that need rows -------------------------------------------------------------------------


def test_a_row_may_count_other_rows() -> None:
    """Two of three indicators were met: two thirds of the points for the funds row."""
    counting = policy(
        "规则 甲 [表]\n  对 指标\n  得分 分值\n"
        "规则 乙 [表]\n  对 资金\n  得分 分值 × 个数（对 指标 中 实际完成值 ≥ 年度指标值） ÷ 个数（对 指标）\n"
    )
    met, missed = {"points": "10", "target": "5", "actual": "5"}, {"points": "10", "target": "5", "actual": "4"}
    derivation = scored(counting, met, missed, met, funds={"points": "9"})
    assert [shown(row.awarded) for row in derivation.rows if row.section == "funds"] == ["6"]


@pytest.mark.parametrize(("steps", "award"), [("", "任意数"), ("  不低于 0\n  不高于 分值\n", "0至10")])
def test_a_row_that_needs_a_row_with_a_fault_is_open(steps: str, award: str) -> None:
    """The funds row wants the greatest award of the indicators, one of which is only known to lie in its bounds."""
    needing = policy(
        "规则 甲 [表]\n  对 指标\n  得分 实际完成值 × 1\n规则 乙 [表]\n  对 资金\n  得分 最大（得分 对 指标）\n",
        f"每行 对 指标\n{steps or '  不舍入'}\n每行\n  不舍入\n",
    )
    derivation = scored(needing, {"points": "10", "actual": "说不清"}, funds={"points": "99"})
    funds = next(row for row in derivation.rows if row.section == "funds")
    assert (funds.status, shown(funds.admitted)) == ("undecided", award)


@pytest.mark.parametrize(
    ("function", "award"),
    [("合计", "17"), ("平均", "17/3"), ("最大", "10"), ("最小", "2"), ("个数", "3")],
)
def test_functions_of_rows(function: str, award: str) -> None:
    """Sum, mean, greatest, least and number of three rows."""
    body = "" if function == "个数" else "分值 "
    one = policy(f"规则 甲 [表]\n  对 指标\n  得分 分值\n规则 乙 [表]\n  对 资金\n  得分 {function}（{body}对 指标）\n")
    rows = [{"points": points} for points in ("10", "5", "2")]
    funds = [row for row in scored(one, *rows, funds={"points": "99"}).rows if row.section == "funds"]
    assert [shown(row.awarded) for row in funds] == [award]


@pytest.mark.parametrize(
    ("function", "award"), [("合计", "0"), ("个数", "0"), ("平均", "no-rows"), ("最大", "no-rows"), ("最小", "no-rows")]
)
def test_functions_of_no_rows(function: str, award: str) -> None:
    """No rows add up to 0; they have no mean and no greatest."""
    body = "" if function == "个数" else "分值 "
    one = policy(f"规则 甲 [表]\n  对 指标\n  得分 分值\n规则 乙 [表]\n  对 资金\n  得分 {function}（{body}对 指标）\n")
    assert [shown(row.awarded) for row in scored(one, funds={"points": "99"}).rows] == [award]
