"""A check that a policy removes is no longer made. What checks report, the policies' own examples say."""

from __future__ import annotations

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


def test_the_platform_refuses_an_execution_rate_above_100_percent_and_zhejiang_does_not() -> None:
    """Zhejiang has allowed it since April 2024."""
    assert "执行率上限" in due("platform-common", 资金=funds("100", "100.01"))
    assert "执行率上限" not in due("platform-common", 资金=funds("100", "100"))
    assert "执行率上限" not in due("zhejiang-platform", 资金=funds("100", "100.01"))
