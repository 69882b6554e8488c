"""Forgotten percent signs are seen where a rate is known to be one, and nowhere else."""

from __future__ import annotations

import pytest

from tests.language.check.frame import problems_in

RATE = "全年执行数 ÷ 全年预算数"


def in_funds(body: str) -> list[tuple[str, str]]:
    """The problems of a rule for 资金."""
    return [
        each for each in problems_in(f"规则 甲 [注 1]\n  对 资金\n{body}") if "sign" in each[0] or "beyond" in each[0]
    ]


@pytest.mark.parametrize(
    "body",
    [
        f"  当 {RATE} ≥ 95 得分 分值\n  否则 得分 0",
        f"  当 95 ≤ {RATE} 得分 分值\n  否则 得分 0",
        f"  其中 率 = {RATE}\n  当 率 ≥ 95 得分 分值\n  否则 得分 0",
        f"  得分 分段 {RATE}\n    ≥ 95：分值\n    60（含）至 95（不含）：1\n    其余：0",
        f"  当 最小（{RATE}，1） ≥ 95 得分 分值\n  否则 得分 0",
        "  当 合计（全年执行数 对 资金） ÷ 合计（全年预算数 对 资金） ≥ 95 得分 分值\n  否则 得分 0",
        f"  得分 分值\n  扣分 1 当 {RATE} < 95",
    ],
)
def test_a_rate_beside_a_bare_number_above_2_is_noticed_once(body: str) -> None:
    """In a condition, a table, a step; by name, through a function, of sums."""
    assert in_funds(body) == [("percent-sign-missing", "95")]


@pytest.mark.parametrize(
    "body",
    [
        f"  当 {RATE} ≥ 95% 得分 分值\n  否则 得分 0",
        f"  当 {RATE} ≥ 1.5 得分 分值\n  否则 得分 0",
        f"  当 {RATE} × 100 ≥ 95 得分 分值\n  否则 得分 0",
        "  当 全年执行数 ÷ 1 万元 ≥ 95 得分 分值\n  否则 得分 0",
        "  当 分值 ≥ 95 得分 分值\n  否则 得分 0",
        f"  当 {RATE} ≥ 300% 得分 2 × 分值\n  否则 得分 0",
    ],
)
def test_what_may_be_meant_is_left_alone(body: str) -> None:
    """A percentage, one and a half times, a rate times 100, an amount in units of its own, points."""
    assert in_funds(body) == []


@pytest.mark.parametrize(
    "body",
    [
        "  得分 按档\n    好：80（含）至 100（含） × 分值\n    差：0（含）至 80（不含） × 分值",
        "  得分 80（含）至 100（含） × 分值",
        f"  得分 分段 {RATE}\n    ≥ 95%：分值\n    其余：80 × 分值",
        "  得分 分值 × 80",
        "  得分 分值 可改为 0（含）至 80（含） × 分值",
    ],
)
def test_many_times_the_points_is_noticed_once(body: str) -> None:
    """In tiers, in what a person may choose, in a band, alone, in what may be entered instead."""
    assert in_funds(body) == [("beyond-points", "80")]
