"""Strategies for formulas and conditions over a row of 指标: text that checks, of any shape."""

from __future__ import annotations

from functools import cache

from hypothesis import strategies as st

_RATES = ("实际完成值 ÷ 年度指标值", "完成率", "完成系数", "90%", "1", "150%", "执行率下限")
_POINTS = ("分值", "扣减 未填作 0", "0", "1", "0.5", "2.25", "80% × 分值", "复核得分", "扣减")
_OF_ROWS = (
    "合计（分值 对 指标）",
    "个数（对 指标 中 偏差原因 已填）",
    "平均（分值 对 指标 中 分值 > 0）",
    "最大（分值 对 指标）",
    "合计（全年执行数 对 资金） ÷ 合计（全年预算数 对 资金）",
)
_QUESTIONS = (
    "实际完成值 ≥ 年度指标值",
    "实际完成值 < 90%",
    "年度指标值 = 实际完成值",
    "个数（对 指标 中 分值 > 本行 分值） < 1",
    "合计（分值 × 本行 完成率 对 指标） ≥ 10",
    "年度指标值 是 数",
    "年度指标值 不是 上限",
    "年度指标值 是 区间",
    "年度指标值 是 日期",
    "实际完成值 不是 文字",
    "偏差原因 已填",
    "档次 未填",
    '一级指标 = "产出指标"',
    '二级指标 属于 ("质量指标"， "成本指标"， 一级指标)',
    "分值 > 10",
    "实际完成值 未填作 0 ≥ 年度指标值",
    "偏差原因 未填作 “无” ≠ “无”",
    "完成率 ≠ 1",
    "天数（2022-01-01，2022-12-31） > 100 天",
)


def _calculations(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """Formulas made of others: what is points stays points."""
    pairs = st.tuples(inner, inner)
    factors = st.sampled_from(_RATES)
    return st.one_of(
        st.tuples(pairs, st.sampled_from("+−")).map(lambda x: f"({x[0][0]} {x[1]} {x[0][1]})"),
        st.tuples(factors, inner).map(lambda x: f"{x[0]} × ({x[1]})"),
        inner.map(lambda a: f"({a}) ÷ 2"),
        inner.map(lambda a: f"(−({a}))"),
        inner.map(lambda a: f"绝对值（{a}）"),
        pairs.map(lambda x: f"最大（{x[0]}，{x[1]}）"),
        pairs.map(lambda x: f"最小（{x[0]}，{x[1]}，分值）"),
    )


@cache
def formulas() -> st.SearchStrategy[str]:
    """Numbers of points: fields, constants, sums over rows, and what can be calculated from them."""
    return st.recursive(st.sampled_from([*_POINTS, *_OF_ROWS]), _calculations, max_leaves=4)


def _combinations(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    pairs = st.tuples(inner, inner)
    return st.one_of(
        pairs.map(lambda x: f"({x[0]} 且 {x[1]})"),
        pairs.map(lambda x: f"({x[0]} 或 {x[1]})"),
        inner.map(lambda a: f"(非 {a})"),
    )


@cache
def conditions() -> st.SearchStrategy[str]:
    """Questions to a row, alone and joined."""
    compared = st.tuples(formulas(), st.sampled_from("≥≤<>＝"), formulas()).map(" ".join)
    rated = st.tuples(st.sampled_from(_RATES), st.sampled_from("≥<"), st.sampled_from(_RATES)).map(" ".join)
    return st.recursive(st.sampled_from(_QUESTIONS) | compared | rated, _combinations, max_leaves=3)
