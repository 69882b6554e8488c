"""Strategies for small policies that check without errors, over the shipped `project` form."""

from __future__ import annotations

from functools import cache

from hypothesis import strategies as st

from evalrules.language.policy.policy import CheckedPolicy
from evalrules.language.source import Source
from evalrules.language.syntax.parse import parse
from evalrules.language.syntax.print import Lang, print_document
from evalrules.library.shelf import Shelf, shipped
from evalrules.pipeline import compile_policy
from evalrules.testing.clauses import CHECKS, CONSEQUENCES, gradings, outcomes, paragraphs, roundings, row_steps

_HEAD = """
政策 generated
  名称 "生成的政策" 适用 project 年度 2022 语言版本 1
依据 表 官方 "表"
解读 系数 [表] 原文 "原文" 读作 "读作" 理由 "理由"
参数 完成系数 = 90% [表 2]
参数 执行率下限 = 完成系数 − 10 个百分点
定义 完成率 据 系数 对 指标 = 实际完成值 ÷ 年度指标值
""".strip()

# Classes, and scopes of 指标 of which each row is in exactly one.
_PARTITIONS = (
    ("", ["指标"]),
    (
        """
分类 指标 依次
  定性 当 年度指标值 是 文字 [表 2]
  反向 当 年度指标值 是 上限 [表 3]
  正向 其余 据 系数
""",
        ["定性 指标", "反向 指标", "正向 指标"],
    ),
    (
        """
分类 指标
  定性 当 年度指标值 是 文字
  定量 其余
""",
        ["定性 指标", "定量 指标"],
    ),
    (
        """
分类 指标
  甲 当 类别 = "甲"
  乙 当 类别 ≠ "甲"
""",
        ["甲 指标", '乙 指标 中 一级指标 = "产出指标"', '乙 指标 中 一级指标 ≠ "产出指标"'],
    ),
    ("", ['指标 中 一级指标 属于 ("产出指标"， "效益指标")', '指标 中 非 一级指标 属于 ("产出指标"， "效益指标")']),
    ("", ["指标 中 年度指标值 是 数 且 年度指标值 是 等值", "指标 中 年度指标值 不是 数 或 年度指标值 不是 等值"]),
)

_EXEMPTIONS = paragraphs("""
作废 撤销 [表 5] 对 指标 中 年度指标值 未填

不适用 免考 [表 6] 对 指标 中 不适用说明 已填 不计入

不适用 免考 对 指标 中 不适用说明 已填 记满分
作废 撤销 对 指标 中 类别 = "撤销"

不适用 免考 据 系数 对 指标 中 不适用说明 = "无此任务" 记零分
""")

_FUNDS = paragraphs("""
  其中 率 = 全年执行数 ÷ 全年预算数
  得分 率 × 分值

  其中 率 = 全年执行数 ÷ 全年预算数
  得分 分段 率
    ≥ 100%：分值
    80%（含）至 100%（不含）：7
    < 80%：0

  当 全年预算数 = 0 元 得分 0
  否则 得分 全年执行数 ÷ 全年预算数 × 分值

  得分 分值 × 个数（对 指标 中 完成率 ≥ 1） ÷ 个数（对 指标）

  得分 分值
  扣分 绝对值（全年预算数 − 年初预算数） 每 1 万元 扣 0.1 不足一步按一步 最多 2
  不低于 0 当 全年执行数 > 50% × 全年预算数
""")

_UNSCORED_FUNDS = """
规则 分项资金 [表]
  对 资金 中 资金来源 ≠ "年度资金总额"
  不计分 "不考核"
""".strip()

_TOTALS = (
    "合计（得分）",
    "合计（得分） ÷ 合计（分值） × 100",
    '合计（得分 对 指标） + 合计（得分 对 资金 中 资金来源 = "年度资金总额"）',
    "平均（得分） × 个数（对 指标）",
    "最小（合计（得分），100）",
)

_TOTAL_STEPS = paragraphs("""
  不高于 100

  扣分 5 当 个数（对 指标 中 得分 = 0） > 1

  不低于 0
  加分 合计（扣减 对 指标） 最多 3
""")

_SUBTOTALS = ("小计 按 一级指标", "小计 按 一级指标\n小计 按 资金来源")


@st.composite
def _rules(draw: st.DrawFn) -> list[str]:
    """One rule for each part of the rows of 指标; a later one may refer to the first."""
    classification, scopes = draw(st.sampled_from(_PARTITIONS))
    found = [classification.strip()]
    for at, scope in enumerate(scopes):
        body = draw(outcomes() | st.just("  得分 同 规则1") if at else outcomes())
        own = draw(st.lists(row_steps(), max_size=2))
        found.append("\n".join([f"规则 规则{at + 1} [表 {at}]", f"  对 {scope}", body, *own]))
    return found


def _of_funds(body: str) -> str:
    return f'规则 执行率 [表 1]\n  对 资金 中 资金来源 = "年度资金总额"\n{body}'


@st.composite
def _scoped_steps(draw: st.DrawFn) -> str:
    """Steps that some rows take after their rule."""
    scopes = ["指标", '指标 中 一级指标 = "满意度指标"', "指标 中 实际完成值 ≥ 90%"]
    first = draw(st.sampled_from(["  不高于 5", "  扣分 1", "  加分 2"]))
    more = draw(st.lists(row_steps(), max_size=2))
    return "\n".join([f"每行 对 {draw(st.sampled_from(scopes))}", first, *more])


@st.composite
def _every_row(draw: st.DrawFn) -> str:
    """Steps that all rows take; the last is a rounding, or says that there is none."""
    limits = draw(st.sampled_from([[], ["  不低于 0"], ["  不高于 分值"], ["  不低于 0", "  不高于 分值"]]))
    return "\n".join(["每行", *limits, draw(roundings())])


@st.composite
def _total(draw: st.DrawFn) -> str:
    steps = draw(st.just([]) | st.sampled_from(_TOTAL_STEPS).map(lambda each: [each]))
    return "\n".join([f"总分 {draw(st.sampled_from(_TOTALS))}", *steps, draw(roundings())])


@st.composite
def _results(draw: st.DrawFn) -> str:
    """Grades, and perhaps what follows from them."""
    return "\n\n".join([draw(gradings()), *draw(st.lists(st.sampled_from(CONSEQUENCES), max_size=2, unique=True))])


@st.composite
def policy_texts(draw: st.DrawFn) -> str:
    """Policies as text, in Chinese keywords."""
    nothing = st.just("")
    parts = [
        _HEAD,
        *draw(_rules()),
        draw(nothing | st.sampled_from(_EXEMPTIONS)),
        draw(st.sampled_from(_FUNDS).map(_of_funds)),
        _UNSCORED_FUNDS,
        draw(nothing | _scoped_steps()),
        draw(_every_row()),
        draw(_total()),
        draw(nothing | st.sampled_from(_SUBTOTALS)),
        draw(nothing | _results()),
        *draw(st.lists(st.sampled_from(CHECKS), max_size=2, unique=True)),
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def policies() -> st.SearchStrategy[CheckedPolicy]:
    """Checked policies of every shape that `policy_texts` writes."""
    return policy_texts().map(policy_from_text)


# ---- compiling -----------------------------------------------------------------------------------


@cache
def library() -> Shelf:
    """The shipped schemas, on which generated policies rest."""
    return Shelf(shipped())


def policy_from_text(text: str) -> CheckedPolicy:
    """The checked policy that `text` declares. Raises AssertionError, with the problems, if it has errors."""
    compiled = compile_policy(Source("generated.rules", text), library())
    errors = [f"{each.span.place} {each.message().en}" for each in compiled.problems]
    assert compiled.policy is not None, "\n".join(["a policy does not check:", *errors, text])
    return compiled.policy


def rewritten(text: str, lang: Lang) -> str:
    """`text` printed anew, in the keywords of `lang`."""
    return print_document(parse(Source("generated.rules", text)).document, lang)
