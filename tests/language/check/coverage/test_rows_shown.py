"""The row that a message shows is a row: scored, it has the fault that the message speaks of."""

from __future__ import annotations

import pytest

from evalrules.language.check.coverage import coverage_problems
from evalrules.language.problems import Problem
from evalrules.language.problems.no_case import NoCase
from evalrules.language.problems.no_class import NoClass
from evalrules.language.problems.no_rule import NoRule
from evalrules.language.problems.two_cases import TwoCases
from evalrules.language.problems.two_classes import TwoClasses
from evalrules.language.problems.two_rules import TwoRules
from evalrules.meaning.fault import FaultKind
from tests.language.check.coverage.frame import cells_of, derived, fault_of
from tests.language.check.frame import policy_of

FAULTS: dict[type[Problem], FaultKind] = {
    TwoRules: FaultKind.SEVERAL_RULES,
    NoRule: FaultKind.NO_RULE,
    TwoCases: FaultKind.SEVERAL_CASES,
    NoCase: FaultKind.NO_CASE,
    TwoClasses: FaultKind.SEVERAL_CLASSES,
    NoClass: FaultKind.NO_CLASS,
}

FRAGMENTS = {
    "a ratio of two cells": """
规则 甲 [注 1]
  对 指标 中 实际完成值 ÷ 年度指标值 ≥ 90%
  得分 分值
规则 乙 [注 1]
  对 指标 中 实际完成值 ÷ 年度指标值 ≤ 95%
  得分 0
""",
    "a local quantity in two cases": """
规则 甲 [注 1]
  对 指标
  其中 率 = 实际完成值 ÷ 年度指标值
  当 率 ≥ 90% 得分 分值
  当 率 ≥ 80% 得分 5
  当 率 < 70% 得分 0
""",
    "a negative target, which 60% of is more": """
规则 甲 [注 1]
  对 指标
  当 实际完成值 ≥ 年度指标值 得分 分值
  当 实际完成值 < 60% × 年度指标值 得分 0
  否则 得分 1
""",
    "money in 万元 against money in 元": """
参数 大额 = 100 万元 [注 1]
规则 甲 [注 1]
  对 资金 中 全年预算数 ≥ 大额
  得分 0
规则 乙 [注 1]
  对 资金 中 全年预算数 < 1010000 元 且 全年执行数 > 全年预算数
  得分 分值
""",
    "a difference of two amounts": """
规则 甲 [注 1]
  对 资金 中 全年预算数 − 全年执行数 > 0 元
  得分 0
规则 乙 [注 1]
  对 资金 中 全年执行数 > 全年预算数
  得分 分值
""",
    "days": """
规则 甲 [注 1]
  对 指标 中 实际完成值 是 日期
  当 实际完成值 ≤ 2022-12-31 得分 分值
  当 实际完成值 > 2023-01-01 得分 0
规则 乙 [注 1]
  对 指标 中 实际完成值 不是 日期
  得分 0
""",
    "days between two cells": """
规则 甲 [注 1]
  对 指标 中 实际完成值 是 日期 且 年度指标值 是 日期
  其中 逾期 = 天数（年度指标值，实际完成值）
  当 逾期 ≤ 0 天 得分 分值
  当 逾期 ≥ 10 天 得分 0
规则 乙 [注 1]
  对 指标 中 非 （实际完成值 是 日期 且 年度指标值 是 日期）
  得分 0
""",
    "kinds of cells": """
规则 甲 [注 1]
  对 指标 中 年度指标值 是 上限 或 年度指标值 是 文字
  得分 分值
规则 乙 [注 1]
  对 指标 中 年度指标值 是 数
  得分 0
""",
    "words of two cells": """
规则 甲 [注 1]
  对 指标 中 一级指标 = 二级指标
  得分 分值
规则 乙 [注 1]
  对 指标 中 一级指标 属于 （"产出指标"，"效益指标"）
  得分 0
规则 丙 [注 1]
  对 指标 中 一级指标 ≠ 二级指标 且 一级指标 ≠ "效益指标"
  得分 0
""",
    "classes that overlap and leave a gap": """
分类 指标
  定性 当 年度指标值 是 文字
  成本 当 二级指标 = "成本指标"
  数量 当 二级指标 属于 （"数量指标"，"质量指标"）
规则 甲 [注 1]
  对 指标
  当 指标 是 定性 得分 0
  否则 得分 分值
""",
    "a class without a rule, and two rules for another": """
分类 指标 依次
  定性 当 年度指标值 是 文字
  反向 当 年度指标值 是 上限
  正向 其余
规则 甲 [注 1]
  对 正向 指标
  得分 分值
规则 乙 [注 1]
  对 指标 中 年度指标值 是 下限 或 年度指标值 是 文字
  得分 0
""",
    "rows that another rule sends": """
规则 甲 [注 1]
  对 指标 中 一级指标 = "产出指标"
  当 一级指标 = "产出指标" 得分 分值
规则 乙 [注 1]
  对 指标 中 一级指标 ≠ "产出指标"
  得分 同 甲
""",
    "the largest of some cells": """
规则 甲 [注 1]
  对 指标 中 最大（实际完成值，年度指标值） ≥ 10
  得分 分值
规则 乙 [注 1]
  对 指标 中 绝对值（实际完成值 − 年度指标值） ≥ 3
  得分 0
""",
    "a void that takes out some rows": """
作废 撤销 [注 1]
  对 指标 中 年度指标值 ≥ 10
规则 甲 [注 1]
  对 指标 中 年度指标值 是 数 且 年度指标值 < 9
  得分 分值
""",
    "a row that does not apply": """
不适用 不考核 [注 1]
  对 指标 中 不适用说明 已填
  记满分
规则 甲 [注 1]
  对 指标 中 分值 > 5
  得分 分值
""",
}


def shown(problem: Problem) -> str:
    """The example that a problem shows."""
    match problem:
        case TwoRules(example=example) | NoRule(example=example) | TwoCases(example=example):
            return example.zh
        case NoCase(example=example) | TwoClasses(example=example) | NoClass(example=example):
            return example.zh
        case _:
            return ""


@pytest.mark.parametrize("fragment", FRAGMENTS.values(), ids=FRAGMENTS.keys())
def test_the_row_shown_has_the_fault(fragment: str) -> None:
    """Each message shows a row that has exactly the fault it warns of; and there is one at least."""
    policy = policy_of(fragment)
    problems = [each for each in coverage_problems(policy) if type(each) in FAULTS]
    assert problems
    record = "funds" if "对 资金" in fragment else "indicators"
    for problem in problems:
        cells = {"分值": "10", **cells_of(shown(problem))}
        assert fault_of(derived(policy, record, cells)) is FAULTS[type(problem)], shown(problem)


@pytest.mark.parametrize("fragment", FRAGMENTS.values(), ids=FRAGMENTS.keys())
def test_the_row_is_shown_in_english_too(fragment: str) -> None:
    """The English words of a message name fields by their English names."""
    for problem in coverage_problems(policy_of(fragment)):
        for field in ("年度指标值", "实际完成值", "一级指标", "二级指标", "全年预算数"):
            example = getattr(problem, "example", None)
            assert example is None or field not in example.en
