"""Strategies for the clauses of policies over the `project` form: text, as an author would write it."""

from __future__ import annotations

from functools import cache
from textwrap import indent

from hypothesis import strategies as st

from evalrules.testing.formulas import conditions, formulas

RATE = "实际完成值 ÷ 年度指标值"
_EDGES = (30, 50, 60, 70, 80, 85, 90, 95, 100)
_AWARDS = (
    "分值",
    "90% × 分值",
    "80% × 分值",
    "60% × 分值",
    "0",
    "50%（含）至 80%（不含） × 分值",
    "0（不含）至 1（含）",
    "未规定 “没有这一段”",
)
_TIERS = (("达成预期指标", "优"), ("部分达成", "良"), ("未达成且效果较差", "差"))


def paragraphs(text: str) -> tuple[str, ...]:
    """The parts of `text` between blank lines."""
    return tuple(text.strip("\n").split("\n\n"))


_RATIOS = paragraphs("""
得分 实际完成值 ÷ 年度指标值 × 分值

当 实际完成值 ≥ 年度指标值 得分 分值
否则 得分 实际完成值 ÷ 年度指标值 × 分值

当 实际完成值 ≤ 年度指标值 得分 分值
否则 得分 年度指标值 ÷ 实际完成值 × 分值

当 实际完成值 = 年度指标值 得分 分值
当 实际完成值 ≠ 年度指标值 得分 0

当 实际完成值 ≤ 年度指标值 得分 分值
当 实际完成值 > 年度指标值 且 实际完成值 < 2 × 年度指标值
  得分 (1 − (实际完成值 − 年度指标值) ÷ 年度指标值) × 分值
当 实际完成值 > 年度指标值 且 实际完成值 ≥ 2 × 年度指标值 得分 0

得分 分值 ÷ 最大（1，绝对值（实际完成值 ÷ 年度指标值 − 1））
""")

_OTHER_AWARDS = paragraphs("""
得分 分值

得分 0

得分 分值 × 完成系数

当 实际完成值 是 文字 未规定 “没有说文字怎样计分” [表 3]
否则 得分 完成率 × 分值

当 实际完成值 > 年度指标值 得分 分值 可改为 0（含）至 分值（含） [表 7]
否则 得分 完成率 × 分值

得分 最小（完成率，1） × 分值 可改为 60%（含）至 90%（不含） × 分值

当 类别 = "记录" 不计分 “只作记录”
否则 得分 完成率 × 分值

当 实际完成值 是 日期 且 实际完成值 ≤ 年度指标值 得分 分值
否则 得分 0

得分 0%（含）至 80%（含） × 分值

得分 50%（不含）至 100%（不含） × 分值
""")

_STEPS = paragraphs("""
不低于 0

不高于 分值

不低于 10% × 分值 当 实际完成值 已填

加分 1 最多 0.5 当 偏差原因 已填

加分 0.1 × 分值 当 一级指标 = "效益指标"

扣分 扣减 当 扣减 已填

扣分 2 当 偏差原因 未填 且 档次 未填

不高于 5 当 类别 = "默认"
""")

_ROUNDINGS = (
    "四舍五入 至 0.01",
    "舍去 至 0.1",
    "进一 至 0.5",
    "四舍六入五成双 至 0.1",
    "四舍五入 至 1",
    "不舍入",
)

CHECKS = paragraphs("""
校验 分值合计 [表]
  其中 分值之和 = 合计（分值）
  要求 分值之和 = 100 否则 错误 "分值之和是 {分值之和}"

校验 偏差原因 [表 4]
  对 指标 中 得分 < 分值
  要求 偏差原因 已填 否则 警告 "{三级指标} 得 {得分} 分，未说明"

校验 文字目标
  对 指标
  当 年度指标值 是 文字 且 实际完成值 是 数 警告 "{年度指标值} 与 {实际完成值}"

校验 自评合计
  要求 自评得分 = 合计（自评得分） 否则 提示 "合计不符"

校验 超额完成
  对 指标 中 年度指标值 是 数
  当 实际完成值 > 130% × 年度指标值 且 偏差原因 未填 错误 "超过 30% 要说明"

校验 总分过低
  当 总分 < 60 提示 "总分 {总分}"
""")
"""Checks that generated policies make, each of another shape."""


# ---- tables --------------------------------------------------------------------------------------


def _cuts(most: int) -> st.SearchStrategy[list[int]]:
    """Some percentages, from the highest down."""
    edges = st.lists(st.sampled_from(_EDGES), min_size=1, max_size=most, unique=True)
    return edges.map(lambda found: sorted(found, reverse=True))


@st.composite
def stretches(draw: st.DrawFn) -> list[str]:
    """Stretches of percentages that close: `≥ 90%`, `80%（含）至 90%（不含）`, `< 80%`; the last may be `其余`."""
    edges = draw(_cuts(4))
    upper = [draw(st.booleans()) for _ in edges]  # whether an edge belongs to the stretch above it
    found = [f"{'≥' if upper[0] else '>'} {edges[0]}%"]
    for at in range(1, len(edges)):
        low = f"{edges[at]}%{'（含）' if upper[at] else '（不含）'}"
        high = f"{edges[at - 1]}%{'（不含）' if upper[at - 1] else '（含）'}"
        found.append(f"{low}至 {high}")
    found.append(draw(st.sampled_from([f"{'<' if upper[-1] else '≤'} {edges[-1]}%", "其余"])))
    return found


@st.composite
def band_tables(draw: st.DrawFn) -> str:
    """A table of bands over the rate of completion; some bands leave the number to a person."""
    lines = [f"  {stretch}：{draw(st.sampled_from(_AWARDS))}" for stretch in draw(stretches())]
    return "\n".join([f"得分 分段 {RATE}", *lines])


@st.composite
def tier_tables(draw: st.DrawFn) -> str:
    """Tiers of a judgement, which meet or leave gaps between them."""
    edges = [100, *(edge for edge in draw(_cuts(2)) if edge < 100), 0]
    lines = []
    for at, (name, other) in enumerate(_TIERS[: len(edges) - 1]):
        also, closed = draw(st.sampled_from(["", f" 又名 “{other}”"])), draw(st.sampled_from(["含", "不含"]))
        high = f"{edges[at]}%（{'不含' if at else '含'}）"
        lines.append(f"  {name}{also}：{edges[at + 1]}%（{closed}）至 {high} × 分值")
    return "\n".join(["得分 按档", *lines])


# ---- the bodies of rules -------------------------------------------------------------------------


@st.composite
def _pass_lines(draw: st.DrawFn) -> str:
    """Nothing below a line, then in proportion from nothing to all."""
    line = draw(st.sampled_from([50, 60, 80]))
    otherwise = f"否则 得分 (率 − {line}%) ÷ (100% − {line}%) × 分值"
    return f"其中 率 = {RATE}\n当 率 < {line}% 得分 0\n{otherwise}"


@st.composite
def _deductions(draw: st.DrawFn) -> str:
    """Full marks, less so much for each step of the shortfall."""
    size = draw(st.sampled_from(["0.5 个百分点", "1 个百分点", "5 个百分点"]))
    amount = draw(st.sampled_from(["0.5", "1", "2", "10% × 分值"]))
    counting = draw(st.sampled_from(["按整步", "不足一步按一步", "按比例"]))
    more = draw(st.sampled_from(["", " 最多 3"])) + draw(st.sampled_from(["", f" 当 {RATE} < 95%"]))
    return f"得分 分值\n扣分 100% − {RATE} 每 {size} 扣 {amount} {counting}{more}"


@st.composite
def _calculated(draw: st.DrawFn) -> str:
    """Whatever a condition and two formulas give."""
    condition, first, second = draw(conditions()), draw(formulas()), draw(formulas())
    otherwise = draw(st.sampled_from([second, f"0（含）至 最大（0.5，{second}）（不含）"]))
    return f"当 {condition}\n  得分 {first}\n否则 得分 {otherwise}"


@cache
def outcomes() -> st.SearchStrategy[str]:
    """The body of a rule for rows of 指标: what it awards, and perhaps steps of its own."""
    found = st.one_of(
        st.sampled_from(_RATIOS),
        st.sampled_from(_OTHER_AWARDS),
        _pass_lines(),
        band_tables(),
        tier_tables(),
        _deductions(),
        _calculated(),
    )
    return found.map(_indented)


def _indented(text: str) -> str:
    return indent(text, "  ")


# ---- steps and grades ----------------------------------------------------------------------------


@st.composite
def _calculated_steps(draw: st.DrawFn) -> str:
    """A step with an amount and a condition of any shape."""
    word, amount = draw(st.sampled_from(["不低于", "不高于", "扣分", "加分"])), draw(formulas())
    condition = draw(st.just("") | conditions().map(lambda each: f" 当 {each}"))
    return f"{word} {amount}{condition}"


@cache
def row_steps() -> st.SearchStrategy[str]:
    """A step that rows of 指标 may take."""
    return st.one_of(st.sampled_from(_STEPS), st.sampled_from(_ROUNDINGS), _calculated_steps()).map(_indented)


@cache
def roundings() -> st.SearchStrategy[str]:
    """How a number is rounded, or that it is not."""
    return st.sampled_from(_ROUNDINGS).map(_indented)


@cache
def gradings() -> st.SearchStrategy[str]:
    """A table of grades that closes."""

    def table(found: list[str], ceilings: list[str]) -> str:
        bare = [each.replace("%", "") for each in found]
        lines = [f"  {name}：{stretch}" for name, stretch in zip("优良中差劣", bare, strict=False)]
        return "\n".join(["等级 总分", *lines, *(f"  {each} [表 9]" for each in ceilings)])

    return st.builds(table, stretches(), st.lists(st.sampled_from(_CEILINGS), max_size=2))


_CEILINGS = (
    "不高于 良 当 个数（对 指标 中 得分 = 0） > 0",
    "不高于 良 当 合计（得分 对 资金） < 5",
)

CONSEQUENCES = paragraphs("""
结果应用 下年预算 [表 10]
  当 等级 = "优"，定为 "优先保障"
  否则，定为 "压缩"

结果应用 公开 [表 11]
  当 总分 ≥ 80 且 等级 = "良"，定为 "公开"

结果应用 抽查
  其中 低分行 = 个数（对 指标 中 得分 < 分值）
  当 低分行 > 1，定为 "抽查" [表 12]
""")
"""Consequences that generated policies with grades draw."""
