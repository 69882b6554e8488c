"""A row that is of no class."""

from __future__ import annotations

from typing import ClassVar

from attrs import frozen

from evalrules.language.problems.problem import Phrase, Problem


@frozen(eq=False, repr=False)
class NoClass(Problem):
    """Every row is of a class: one that is of none comes to no rule that asks for a class.

    Failing:
        分类 指标
          定性 当 年度指标值 是 文字
          定量 当 年度指标值 是 数
    Fixed:
        分类 指标
          定性 当 年度指标值 是 文字
          定量 其余
    """

    record: Phrase
    example: Phrase

    code: ClassVar[str] = "no-class"
    number: ClassVar[str] = "E0510"
    title: ClassVar[Phrase] = Phrase("一行不属于任何一类", "no class for a row")

    def message(self) -> Phrase:
        return Phrase(
            f"“{self.record.zh}”的这种行不属于任何一类：{self.example.zh}",
            f"such a row of `{self.record.en}` is of no class: {self.example.en}",
        )

    def help(self) -> Phrase:
        return Phrase(
            "为这种行补一类，或把最后一类写成“其余”", "add a class for such rows, or let the last one be `else`"
        )
