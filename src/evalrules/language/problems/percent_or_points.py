"""A percentage where percentage points are meant, or the reverse."""

from __future__ import annotations

from typing import ClassVar

from attrs import frozen

from evalrules.language.problems.problem import Fix, Phrase, Problem
from evalrules.language.source import Span


@frozen(eq=False, repr=False)
class PercentOrPoints(Problem):
    """The difference of two rates is counted in percentage points: from 90% to 88% is 2 percentage points, and 2.2%.

    Failing:
        规则 甲 [注 1]
          对 资金
          得分 分值
          扣分 90% − 全年执行数 ÷ 全年预算数 每 1% 扣 0.5 按整步
    Fixed:
        规则 甲 [注 1]
          对 资金
          得分 分值
          扣分 90% − 全年执行数 ÷ 全年预算数 每 1 个百分点 扣 0.5 按整步
    """

    points: Span
    found: Phrase
    needed: Phrase
    replacement: str
    """what cures it, where a literal number was written in the wrong unit; else empty"""

    code: ClassVar[str] = "percent-or-points"
    number: ClassVar[str] = "E0305"
    title: ClassVar[Phrase] = Phrase("百分数与百分点混用", "percent and percentage points confused")

    def message(self) -> Phrase:
        return Phrase(
            f"“{self.span.text}”是{self.found.zh}，这里要的是{self.needed.zh}",
            f"`{self.span.text}` is {self.found.en}, and {self.needed.en} is meant here",
        )

    def help(self) -> Phrase:
        if self.replacement:
            return Phrase(f"写成 {self.replacement}", f"write `{self.replacement}`")
        return Phrase(
            "两个比率之差以百分点计，比率本身以百分数计",
            "a difference of rates is counted in percentage points, a rate in percent",
        )

    def related(self) -> tuple[tuple[Span, Phrase], ...]:
        return ((self.points, Phrase(f"它是{self.needed.zh}", f"this is {self.needed.en}")),)

    def fix(self) -> Fix | None:
        return Fix(self.span, self.replacement) if self.replacement else None
