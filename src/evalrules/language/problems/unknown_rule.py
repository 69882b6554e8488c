"""A reference to a rule that does not exist."""

from __future__ import annotations

from typing import ClassVar

from attrs import frozen

from evalrules.language.problems.problem import Phrase
from evalrules.language.problems.unknown import Unknown


@frozen(eq=False, repr=False)
class UnknownRule(Unknown):
    """What stands after `得分 同` and, in an example, after `依` is a rule of the policy.

    Failing:
        规则 甲 [注 1]
          对 指标
          得分 同 乙
    Fixed:
        规则 甲 [注 1]
          对 指标 中 一级指标 = "效益指标"
          得分 分值
        规则 乙 [注 1]
          对 指标 中 一级指标 ≠ "效益指标"
          得分 同 甲
    """

    code: ClassVar[str] = "unknown-rule"
    number: ClassVar[str] = "E0209"
    title: ClassVar[Phrase] = Phrase("没有这条规则", "no such rule")
    noun: ClassVar[Phrase] = Phrase("规则", "rule")
