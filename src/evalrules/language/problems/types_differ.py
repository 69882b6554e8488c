"""Two values of different types that are compared."""

from __future__ import annotations

from typing import ClassVar

from attrs import frozen

from evalrules.language.problems.problem import Phrase, Problem
from evalrules.language.source import Span


@frozen(eq=False, repr=False)
class TypesDiffer(Problem):
    """A number is compared with a number, a text with a text, a date with a date.

    Failing:
        校验 年度指标 [注 1]
          对 指标
          当 一级指标 = 3 提示 "一级指标是 3"
    Fixed:
        校验 年度指标 [注 1]
          对 指标
          当 一级指标 = "3" 提示 "一级指标是 3"
    """

    left: Span
    left_type: Phrase
    right: Span
    right_type: Phrase

    code: ClassVar[str] = "types-differ"
    number: ClassVar[str] = "E0302"
    title: ClassVar[Phrase] = Phrase("两边类型不同", "two different types")

    def message(self) -> Phrase:
        left, right = self.left.text, self.right.text
        return Phrase(
            f"“{left}”是{self.left_type.zh}，“{right}”是{self.right_type.zh}，不能相比",
            f"`{left}` is {self.left_type.en} and `{right}` is {self.right_type.en}: they cannot be compared",
        )

    def help(self) -> Phrase:
        return Phrase(
            "两边写成同一类型；文字写在引号中，数和日期不用引号",
            "write both as one type; a text stands in quotes, numbers and dates do not",
        )
