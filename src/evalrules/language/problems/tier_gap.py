"""Awards that lie between two tiers and in neither."""

from __future__ import annotations

from typing import ClassVar

from attrs import frozen

from evalrules.language.problems.problem import Phrase, Problem, Severity
from evalrules.language.source import Span


@frozen(eq=False, repr=False)
class TierGap(Problem):
    """An award between two tiers can be given to no row; often one end was meant to be included.

    Failing:
        规则 甲 [注 1]
          对 指标
          得分 按档
            达成：80%（含）至 100%（含） × 分值
            未达成：0%（含）至 79%（含） × 分值
    Fixed:
        规则 甲 [注 1]
          对 指标
          得分 按档
            达成：80%（含）至 100%（含） × 分值
            未达成：0%（含）至 80%（不含） × 分值
    """

    falls: Phrase
    other: Span

    code: ClassVar[str] = "tier-gap"
    number: ClassVar[str] = "W0502"
    title: ClassVar[Phrase] = Phrase("两档之间有空档", "a gap between tiers")
    severity: ClassVar[Severity] = Severity.WARNING

    def message(self) -> Phrase:
        return Phrase(f"得分 {self.falls.zh} 不在任何一档内", f"an award of {self.falls.en} lies in no tier")

    def help(self) -> Phrase:
        return Phrase(
            "使相邻两档首尾相接，一档（含）、一档（不含）",
            "let neighbouring tiers meet at one number, incl in one and excl in the other",
        )

    def related(self) -> tuple[tuple[Span, Phrase], ...]:
        return ((self.other, Phrase("空档的另一边", "the other side of the gap")),)
