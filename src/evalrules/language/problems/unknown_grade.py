"""An example that expects a grade the policy does not give."""

from __future__ import annotations

from typing import ClassVar

from attrs import frozen

from evalrules.language.problems.problem import Phrase
from evalrules.language.problems.unknown import Unknown


@frozen(eq=False, repr=False)
class UnknownGrade(Unknown):
    """The grade that an example expects is one of those after `等级`.

    Failing:
        等级 总分
          优： ≥ 90 [注 1]
          差： < 90 [注 1]
        示例 "满分"
          行 指标 分值 100 年度指标值 1 实际完成值 1
          等级 良
    Fixed:
        等级 总分
          优： ≥ 90 [注 1]
          差： < 90 [注 1]
        示例 "满分"
          行 指标 分值 100 年度指标值 1 实际完成值 1
          等级 优
    """

    code: ClassVar[str] = "unknown-grade"
    number: ClassVar[str] = "E0213"
    title: ClassVar[Phrase] = Phrase("没有这个等级", "no such grade")
    noun: ClassVar[Phrase] = Phrase("等级", "grade")
