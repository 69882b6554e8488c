"""A rate held against a bare number that is far beyond any rate."""

from __future__ import annotations

from typing import ClassVar

from attrs import frozen

from evalrules.language.problems.problem import Fix, Phrase, Problem, Severity
from evalrules.language.source import Span


@frozen(eq=False, repr=False)
class PercentSignMissing(Problem):
    """A rate of 95% is the number 0.95: it never reaches 95, so that `≥ 95` is never so and `< 95` always is.

    Failing:
        规则 甲 [注 1]
          对 资金
          当 全年执行数 ÷ 全年预算数 ≥ 95 得分 分值
          否则 得分 0
    Fixed:
        规则 甲 [注 1]
          对 资金
          当 全年执行数 ÷ 全年预算数 ≥ 95% 得分 分值
          否则 得分 0
    """

    rate: Span

    code: ClassVar[str] = "percent-sign-missing"
    number: ClassVar[str] = "W0313"
    title: ClassVar[Phrase] = Phrase("可能漏了百分号", "a percent sign seems to be missing")
    severity: ClassVar[Severity] = Severity.WARNING

    def message(self) -> Phrase:
        return Phrase(
            f"“{self.rate.text}”是比率，95% 就是 0.95；这里的“{self.span.text}”是 {self.span.text} 倍",
            f"`{self.rate.text}` is a rate, and 95% is 0.95; `{self.span.text}` is {self.span.text} times as much",
        )

    def help(self) -> Phrase:
        return Phrase(
            f"写成 {self.span.text}%；真要这么多倍的，写成百分数，例如 300%",
            f"write `{self.span.text}%`; where so many times is meant, write it as a percentage, as in `300%`",
        )

    def related(self) -> tuple[tuple[Span, Phrase], ...]:
        return ((self.rate, Phrase("它是比率", "this is a rate")),)

    def fix(self) -> Fix | None:
        return Fix(self.span, f"{self.span.text}%")
