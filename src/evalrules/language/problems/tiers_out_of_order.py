"""Tiers that are not written from the best to the worst, or from the worst to the best."""

from __future__ import annotations

from typing import ClassVar

from attrs import frozen

from evalrules.language.problems.problem import Phrase, Problem
from evalrules.language.source import Span


@frozen(eq=False, repr=False)
class TiersOutOfOrder(Problem):
    """Tiers rise or fall from one to the next: a tier out of line has its points from another.

    Failing:
        规则 甲 [注 1]
          对 指标
          得分 按档
            达成：50%（含）至 80%（不含） × 分值
            部分达成：80%（含）至 100%（含） × 分值
            未达成：0%（含）至 50%（不含） × 分值
    Fixed:
        规则 甲 [注 1]
          对 指标
          得分 按档
            达成：80%（含）至 100%（含） × 分值
            部分达成：50%（含）至 80%（不含） × 分值
            未达成：0%（含）至 50%（不含） × 分值
    """

    name: str
    before: Span

    code: ClassVar[str] = "tiers-out-of-order"
    number: ClassVar[str] = "E0504"
    title: ClassVar[Phrase] = Phrase("各档的次序不对", "tiers out of order")

    def message(self) -> Phrase:
        return Phrase(
            f"“{self.name}”一档打乱了由高到低（或由低到高）的次序",
            f"tier `{self.name}` breaks the order from high to low, or from low to high",
        )

    def help(self) -> Phrase:
        return Phrase("检查各档的端点，或调整书写次序", "look at the ends of the tiers, or write them in order")

    def related(self) -> tuple[tuple[Span, Phrase], ...]:
        return ((self.before, Phrase("写在它之前", "written before it")),)
