"""Parsing and checking a policy of a thousand lines."""

from __future__ import annotations

from benchmarks.timing import medians, report
from evalrules.language.source import Source
from evalrules.language.syntax.parse import parse
from evalrules.library.shelf import Shelf, shipped
from evalrules.pipeline import compile_policy

AIMS = {"parse and check": "< 300 ms"}

_HEAD = """政策 long-2022
  名称 "千行政策"
  适用 project
  语言版本 1

依据 注 未核实 "用于测速"

每行
  不低于 0
  不高于 分值
  四舍五入 至 0.01

总分 合计（得分）
  不舍入
"""
_RULE = """
规则 规则{n} [注 {n}]
  对 指标 中 三级指标 = "指标{n}"
  其中 完成率 = 实际完成值 ÷ 年度指标值
  得分 分段 完成率
    ≥ 100%：                  分值
    80%（含）至 100%（不含）：   完成率 × 分值 × 0.9
    < 80%：                   0
"""
_REST = """
规则 其余行 [注 其余]
  对 指标 中 {none}
  得分 0
"""


def policy_text(lines: int = 1000) -> str:
    """A policy of about `lines` lines: rules with locals, bands and citations."""
    count = (lines - _HEAD.count("\n")) // _RULE.count("\n")
    none = " 且 ".join(f'三级指标 ≠ "指标{n}"' for n in range(count))
    return _HEAD + "".join(_RULE.format(n=n) for n in range(count)) + _REST.format(none=none)


def run(rounds: int = 5) -> str:
    """Time parsing alone, and parsing with checking."""
    text = policy_text()
    source, shelf = Source("long-2022.rules", text), Shelf(shipped())
    seconds = medians(
        {"parse": lambda: parse(source), "parse and check": lambda: compile_policy(source, shelf)}, rounds
    )
    return report(f"(3) a policy of {text.count(chr(10))} lines", seconds, "parse", AIMS)
