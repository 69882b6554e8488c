"""A class that the record's classification does not have."""

from __future__ import annotations

from typing import ClassVar

from attrs import frozen

from evalrules.language.problems.problem import Phrase
from evalrules.language.problems.unknown import Unknown


@frozen(eq=False, repr=False)
class UnknownClass(Unknown):
    """A class is one that `分类` declares for the rows in question.

    Failing:
        分类 指标
          定性 当 年度指标值 是 文字 [注 2]
          定量 其余 [注 3]
        规则 甲 [注 1]
          对 指标
          当 指标 是 定型 得分 0
          否则 得分 分值
    Fixed:
        分类 指标
          定性 当 年度指标值 是 文字 [注 2]
          定量 其余 [注 3]
        规则 甲 [注 1]
          对 指标
          当 指标 是 定性 得分 0
          否则 得分 分值
    """

    code: ClassVar[str] = "unknown-class"
    number: ClassVar[str] = "E0205"
    title: ClassVar[Phrase] = Phrase("没有这个分类", "no such class")
    noun: ClassVar[Phrase] = Phrase("分类", "class")
