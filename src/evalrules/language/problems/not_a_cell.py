"""A question about a cell that is asked of something else."""

from __future__ import annotations

from typing import ClassVar

from attrs import frozen

from evalrules.language.problems.problem import Phrase, Problem


@frozen(eq=False, repr=False)
class NotACell(Problem):
    """Only a cell of the form can be filled in or empty, a text or a number.

    Failing:
        校验 达标 [注 1]
          对 指标
          要求 （实际完成值 + 1） 已填
          否则 警告 "没有填写"
    Fixed:
        校验 达标 [注 1]
          对 指标
          要求 实际完成值 已填
          否则 警告 "没有填写"
    """

    asked: str

    code: ClassVar[str] = "not-a-cell"
    number: ClassVar[str] = "E0306"
    title: ClassVar[Phrase] = Phrase("此处需要单元格", "a cell is needed here")

    def message(self) -> Phrase:
        return Phrase(
            f"“{self.asked}”问的是单元格，“{self.span.text}”不是单元格",
            f"`{self.asked}` is asked of a cell, and `{self.span.text}` is none",
        )

    def help(self) -> Phrase:
        return Phrase("在它前面写字段的名称", "write the name of a field in front of it")
