"""Two numbers whose units do not fit."""

from __future__ import annotations

from typing import ClassVar

from attrs import frozen

from evalrules.language.problems.problem import Phrase, Problem
from evalrules.language.source import Span


@frozen(eq=False, repr=False)
class UnitMismatch(Problem):
    """Money, percentages, days and bare numbers do not mix: nobody could say what their sum or order means.

    Failing:
        校验 大额 [注 1]
          对 资金
          当 全年执行数 > 500 提示 "大额项目"
    Fixed:
        校验 大额 [注 1]
          对 资金
          当 全年执行数 > 500 万元 提示 "大额项目"
    """

    doing: Phrase
    left: Span
    left_unit: Phrase
    right: Span
    right_unit: Phrase
    advice: Phrase

    code: ClassVar[str] = "unit-mismatch"
    number: ClassVar[str] = "E0303"
    title: ClassVar[Phrase] = Phrase("单位不合", "units that do not fit")

    def message(self) -> Phrase:
        left, right = self.left.text, self.right.text
        return Phrase(
            f"“{left}”是{self.left_unit.zh}，“{right}”是{self.right_unit.zh}，不能{self.doing.zh}",
            f"`{left}` is {self.left_unit.en} and `{right}` is {self.right_unit.en}: they cannot be {self.doing.en}",
        )

    def help(self) -> Phrase:
        return self.advice
