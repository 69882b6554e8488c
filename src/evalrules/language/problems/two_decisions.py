"""Two decisions of a consequence that may be due at once."""

from __future__ import annotations

from typing import ClassVar

from attrs import frozen

from evalrules.language.problems.problem import Phrase, Problem
from evalrules.language.source import Span


@frozen(eq=False, repr=False)
class TwoDecisions(Problem):
    """One decision follows from a result: where two do, nobody knows which is meant.

    Failing:
        等级 总分
          优： ≥ 90 [注 1]
          差： < 90 [注 1]
        结果应用 下年预算 [注 1]
          当 等级 = "优"，定为 "优先保障"
          当 等级 ≠ "差"，定为 "保障"
    Fixed:
        等级 总分
          优： ≥ 90 [注 1]
          差： < 90 [注 1]
        结果应用 下年预算 [注 1]
          当 等级 = "优"，定为 "优先保障"
          否则，          定为 "取消"
    """

    consequence: str
    example: Phrase
    other: Span

    code: ClassVar[str] = "two-decisions"
    number: ClassVar[str] = "E0530"
    title: ClassVar[Phrase] = Phrase("两项决定同时成立", "two decisions at once")

    def message(self) -> Phrase:
        return Phrase(
            f"结果应用“{self.consequence}”的两项决定可能同时成立，例如 {self.example.zh}",
            f"two decisions of consequence `{self.consequence}` can be due at once: {self.example.en}",
        )

    def help(self) -> Phrase:
        return Phrase(
            "使两个条件互斥，或把最后一项写成“否则”", "make the conditions exclusive, or write `otherwise` for the last"
        )

    def related(self) -> tuple[tuple[Span, Phrase], ...]:
        return ((self.other, Phrase("另一项决定", "the other decision")),)
