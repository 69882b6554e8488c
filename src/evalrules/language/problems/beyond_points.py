"""An award that is many times the points of its row."""

from __future__ import annotations

from typing import ClassVar

from attrs import frozen

from evalrules.language.problems.problem import Fix, Phrase, Problem, Severity
from evalrules.language.source import Span


@frozen(eq=False, repr=False)
class BeyondPoints(Problem):
    """An award or a tier is a share of the points: 80 times the points is what `80 × 分值` says, where 80% was meant.

    Failing:
        规则 甲 [注 1]
          对 指标
          当 实际完成值 ≥ 年度指标值 得分 分值
          否则 得分 80 × 分值
    Fixed:
        规则 甲 [注 1]
          对 指标
          当 实际完成值 ≥ 年度指标值 得分 分值
          否则 得分 80% × 分值
    """

    points: Span

    code: ClassVar[str] = "beyond-points"
    number: ClassVar[str] = "W0314"
    title: ClassVar[Phrase] = Phrase("得分是分值的许多倍", "an award of many times the points")
    severity: ClassVar[Severity] = Severity.WARNING

    def message(self) -> Phrase:
        return Phrase(
            f"“{self.span.text}”乘以“{self.points.text}”，得分是分值的 {self.span.text} 倍",
            f"`{self.span.text}` times `{self.points.text}` awards {self.span.text} times the points",
        )

    def help(self) -> Phrase:
        return Phrase(f"写成 {self.span.text}%", f"write `{self.span.text}%`")

    def related(self) -> tuple[tuple[Span, Phrase], ...]:
        return ((self.points, Phrase("本行最多可得的分", "what the row can earn")),)

    def fix(self) -> Fix | None:
        return Fix(self.span, f"{self.span.text}%")
