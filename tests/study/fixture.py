"""A small policy, sets of examples of it, and the folder in which they lie."""

from __future__ import annotations

from pathlib import Path

from evalrules.language.policy.policy import CheckedPolicy
from evalrules.language.problems import Problem
from evalrules.language.source import Source
from evalrules.library.shelf import Shelf, shipped
from evalrules.pipeline import Compiled, compile_examples, compile_policy
from evalrules.workbench.examples import failing_examples

POLICY = """\
政策 small-1
  适用 project
  语言版本 1
依据 注 官方 "表下注"
规则 资金 [注 1]
  对 资金
  得分 全年执行数 ÷ 全年预算数 × 分值
规则 指标 [注 2]
  对 指标
  当 实际完成值 ≥ 年度指标值 得分 分值
  否则 得分 分段 实际完成值 ÷ 年度指标值
    ≥ 80%：分值 × 80%
    60%（含）至 80%（不含）：分值 × 60%
    < 60%：0
每行
  不低于 0 [注 3]
  不高于 分值 [注 3]
  四舍五入 至 0.01 [注 3]
总分 合计（得分） 不舍入 [注 3]
等级 总分
  优：≥ 90
  差：其余
校验 偏差原因 [注 4]
  对 指标 中 得分 < 分值
  要求 偏差原因 已填 否则 警告 "没有说明原因"
校验 分值合计 [注 4]
  要求 合计（分值） = 100 否则 错误 "不是 100"
"""

SET = """\
示例集 small-1-edges
  政策 small-1
  语言版本 1
"""

FORM = """\
{"schema": "project",
 "funds": [{"source": "年度资金总额", "revised_budget": "100", "executed": "85", "points": "10"}],
 "indicators": [{"name": "甲", "target": "36", "actual": "36", "points": "40"},
                {"name": "乙", "target": "36", "actual": "18", "points": "50", "reason": "天气"}]}
"""


def policy_with(examples: str, text: str = POLICY) -> CheckedPolicy:
    """The small policy, with `examples` at its end."""
    compiled = compile_policy(Source("small-1.rules", text + examples), Shelf(shipped()))
    assert compiled.policy is not None, [each.message().zh for each in compiled.problems]
    return compiled.policy


def set_in(folder: Path, examples: str, head: str = SET) -> Compiled:
    """A set of `examples` that lies in `folder` beside the small policy and a form."""
    (folder / "small-1.rules").write_text(POLICY, encoding="utf-8")
    (folder / "form.json").write_text(FORM, encoding="utf-8")
    return compile_examples(Source("edges.rules", head + examples), Shelf((folder, *shipped())))


def failures(examples: str) -> tuple[Problem, ...]:
    """What is wrong with `examples` in the text of the small policy."""
    return failing_examples(policy_with(examples))
