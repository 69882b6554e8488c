"""The checks of the platform's policies speak up where the cards say so, and at no other number."""

from __future__ import annotations

import pytest

import evalrules
from evalrules.language.policy.form import Cell, Form, FormRow


def due(policy: str, **parts: list[dict[str, str]]) -> set[str]:
    """The checks whose message is due on a form of the given rows."""
    records = {
        name: tuple(FormRow({field: Cell(text, field) for field, text in row.items()}, name) for row in rows)
        for name, rows in parts.items()
    }
    evaluation = evalrules.load(policy).evaluate(Form("form", "", {}, records))
    return {check.name for check in evaluation.checks if check.due}


def funds(budget: str, executed: str) -> list[dict[str, str]]:
    row = {"资金来源": "年度资金总额", "全年预算数": budget, "全年执行数": executed, "分值": "10"}
    return [row]


@pytest.mark.parametrize(
    ("target", "actual", "required"),
    [
        ("≥100", "129.99", False),
        ("≥100", "130", True),
        ("=0", "29.99", False),
        ("=0", "30", True),
        ("≤100", "90", False),
    ],
)
def test_guangxi_asks_for_a_reason_from_130_percent(target: str, actual: str, required: bool) -> None:
    """At 1.3 times the target, or at 30 where the target is 0, a reason is compulsory."""
    found = due("guangxi-platform", 指标=[{"年度指标值": target, "实际完成值": actual, "分值": "10"}])
    assert bool(found & {"超额原因", "零指标超额原因"}) is required


@pytest.mark.parametrize(("claimed", "refused"), [("6", True), ("5", False)])
def test_shanxi_refuses_more_than_5_for_a_cost_row_it_filled_in(claimed: str, refused: bool) -> None:
    """A project that reported no cost indicator earns 5 points for cost at most."""
    row = {"二级指标": "成本指标", "类别": "默认", "年度指标值": "可控", "分值": "10", "自评得分": claimed}
    assert ("补出的成本指标" in due("shanxi-platform", 指标=[row])) is refused


@pytest.mark.parametrize(("used", "refused"), [("120.50", True), ("120.00", False)])
def test_shanxi_wants_money_by_source_and_by_use_to_agree(used: str, refused: bool) -> None:
    """120.00 by source and 120.50 by use do not."""
    uses = [{"用途": "购置", "全年预算数": used, "全年执行数": "120.00"}]
    found = due("shanxi-platform", 资金=funds("120.00", "120.00"), 资金用途=uses)
    assert ("预算的来源与用途" in found) is refused
    assert "执行的来源与用途" not in found


@pytest.mark.parametrize(
    ("actual", "executed", "lamps"),
    [("88", "80", {"红灯"}), ("72", "80", set()), ("72", "79.99", {"黄灯"})],
)
def test_the_alarm_compares_achievement_with_execution(actual: str, executed: str, lamps: set[str]) -> None:
    """88 of 90 beside 8 of 10 is 18.2% too high; 72 beside 8 is level, and 20% unspent is not more than 20%."""
    rows = [{"年度指标值": "≥90", "实际完成值": actual, "分值": "90"}]
    found = due("platform-common", 资金=funds("100", executed), 指标=rows)
    assert found & {"红灯", "黄灯"} == lamps


def test_the_platform_refuses_an_execution_rate_above_100_percent_and_zhejiang_does_not() -> None:
    """Zhejiang has allowed it since April 2024."""
    assert "执行率上限" in due("platform-common", 资金=funds("100", "100.01"))
    assert "执行率上限" not in due("platform-common", 资金=funds("100", "100"))
    assert "执行率上限" not in due("zhejiang-platform", 资金=funds("100", "100.01"))


@pytest.mark.parametrize(("actual", "flagged"), [("119.99", False), ("120", True)])
def test_the_platform_flags_over_completion_from_120_percent(actual: str, flagged: bool) -> None:
    """The score stays full; that it may be changed by hand is said."""
    found = due("platform-common", 指标=[{"年度指标值": "≥100", "实际完成值": actual, "分值": "10"}])
    assert ("超额完成" in found) is flagged


@pytest.mark.parametrize(
    ("points", "due_checks"),
    [
        ({"产出指标": "50", "效益指标": "40"}, set()),
        ({"产出指标": "50", "效益指标": "30", "满意度指标": "10"}, set()),
        ({"成本指标": "20", "产出指标": "40", "效益指标": "20", "满意度指标": "10"}, set()),
        ({"成本指标": "20", "产出指标": "50", "效益指标": "20"}, {"产出分值", "效益分值"}),
    ],
)
def test_the_weights_of_2021_depend_on_the_rows_there_are(points: dict[str, str], due_checks: set[str]) -> None:
    """Without satisfaction rows their 10 points go to the outcome; with cost rows, 20 go to cost."""
    rows = [{"一级指标": name, "年度指标值": "1", "实际完成值": "1", "分值": each} for name, each in points.items()]
    weights = {"成本分值", "产出分值", "效益分值", "满意度分值"}
    assert due("mof-2021", 指标=rows) & weights == due_checks
