"""Two classes to which one row can belong."""

from __future__ import annotations

from typing import ClassVar

from attrs import frozen

from evalrules.language.problems.problem import Phrase, Problem
from evalrules.language.source import Span


@frozen(eq=False, repr=False)
class TwoClasses(Problem):
    """A row is of one class, unless the classes are written to be tried in order.

    Failing:
        分类 指标
          定性 当 年度指标值 是 文字
          成本 当 二级指标 = "成本指标"
          一般 其余
    Fixed:
        分类 指标 依次
          定性 当 年度指标值 是 文字
          成本 当 二级指标 = "成本指标"
          一般 其余
    """

    first: str
    second: str
    example: Phrase
    other: Span

    code: ClassVar[str] = "two-classes"
    number: ClassVar[str] = "E0509"
    title: ClassVar[Phrase] = Phrase("一行属于两类", "two classes for one row")

    def message(self) -> Phrase:
        return Phrase(
            f"一行可能既属“{self.first}”又属“{self.second}”，例如 {self.example.zh}",
            f"a row can be both `{self.first}` and `{self.second}`: {self.example.en}",
        )

    def help(self) -> Phrase:
        return Phrase(
            "使各类互斥，或在“分类”一行末尾写“依次”，取最先符合的一类",
            "make the classes exclusive, or write `in-order`, so that the first that fits is taken",
        )

    def related(self) -> tuple[tuple[Span, Phrase], ...]:
        return ((self.other, Phrase(f"“{self.first}”的条件", f"the condition of `{self.first}`")),)
