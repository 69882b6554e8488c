"""Ceilings lower the grade, and decisions follow from the result."""

from __future__ import annotations

import pytest

from evalrules.meaning.derivation import Derivation
from tests.meaning.derive.frame import Cells, policy, scored

RULES = """
规则 甲 [表] 对 指标 得分 实际完成值
等级 总分
  优：≥ 90 [表]
  良：80（含）至 90（不含）
  中：60（含）至 80（不含）
  差：< 60
  不高于 良 当 个数（对 指标 中 偏差原因 = "严重"） > 0
  不高于 中 当 合计（扣减 对 指标 中 扣减 已填） > 5
结果应用 下年预算 [表]
  当 等级 = "优"，定为 "优先保障"
  当 等级 = "良"，定为 "保障"
  否则，定为 "压缩"
结果应用 表彰 [表]
  当 总分 ≥ 95 且 等级 = "优"，定为 "表彰"
"""


def results(*rows: Cells) -> Derivation:
    return scored(policy(RULES), *({"points": "100", **row} for row in rows))


@pytest.mark.parametrize(
    ("cells", "grades", "budget", "praise"),
    [
        ({"actual": "95"}, ("优",), ("优先保障",), ("表彰",)),
        ({"actual": "95", "reason": "严重"}, ("良",), ("保障",), ("",)),
        ({"actual": "70", "reason": "严重"}, ("中",), ("压缩",), ("",)),
        ({"actual": "85", "deduction": "6"}, ("中",), ("压缩",), ("",)),
        ({"actual": "95", "reason": "严重", "deduction": "6"}, ("中",), ("压缩",), ("",)),
        ({"actual": "≥70"}, ("优", "良", "中"), ("优先保障", "保障", "压缩"), ("表彰", "")),
        ({"actual": "≥85", "reason": "严重"}, ("良",), ("保障",), ("",)),
        ({"actual": "≥92"}, ("优",), ("优先保障",), ("表彰", "")),
    ],
)
def test_ceilings_lower_what_lies_above_and_decisions_follow(
    cells: Cells, grades: tuple[str, ...], budget: tuple[str, ...], praise: tuple[str, ...]
) -> None:
    """A grade above a ceiling becomes it; under several possible grades, every decision that is possible."""
    derivation = results(cells)
    assert derivation.grade is not None
    assert derivation.grade.grades == grades
    assert [each.decisions for each in derivation.consequences] == [budget, praise]


def test_a_ceiling_that_cannot_be_decided_leaves_the_grade_with_and_without_it() -> None:
    """No condition is taken to hold, nor not to."""
    rules = RULES.replace("扣减 对 指标 中 扣减 已填） > 5", "实际完成值 对 指标） < 97")
    derivation = scored(policy(rules), {"points": "100", "actual": "≥95"})
    assert derivation.grade is not None
    assert derivation.grade.grades == ("优", "中")


def test_a_ceiling_whose_condition_is_a_fault_leaves_the_grade_unsettled() -> None:
    """Without the condition there is no grade, and no decision that asks for it."""
    derivation = results({"actual": "95", "deduction": "多"})
    assert derivation.grade is not None
    assert derivation.grade.fault is not None
    assert derivation.grade.grades == ()
    assert [each.decisions for each in derivation.consequences] == [(), ()]


def test_a_grade_may_be_asked_for_by_checks_and_definitions() -> None:
    """Where it is open, what asks for it is not decided."""
    declarations = RULES + '定义 是优 [表] = 等级\n校验 丙 [表] 当 是优 = "优" 提示 "{等级}"\n'
    due = [scored(policy(declarations), {"points": "100", "actual": actual}).checks[0] for actual in ("95", "5", "≥5")]
    assert [each.due for each in due] == [True, False, None]
    assert due[0].message == "优"
