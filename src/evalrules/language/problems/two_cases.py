"""Two cases of a rule, or of a quantity, that can hold at once."""

from __future__ import annotations

from typing import ClassVar

from attrs import frozen

from evalrules.language.problems.problem import Phrase, Problem
from evalrules.language.source import Span


@frozen(eq=False, repr=False)
class TwoCases(Problem):
    """One case holds: where two do, there are two awards, or two values.

    Failing:
        规则 甲 [注 1]
          对 指标
          当 分值 ≥ 10 得分 分值
          当 分值 ≤ 10 得分 0
    Fixed:
        规则 甲 [注 1]
          对 指标
          当 分值 ≥ 10 得分 分值
          当 分值 < 10 得分 0
    """

    owner: Phrase
    """the rule or quantity"""
    example: Phrase
    other: Span

    code: ClassVar[str] = "two-cases"
    number: ClassVar[str] = "E0507"
    title: ClassVar[Phrase] = Phrase("两种情形同时成立", "two cases at once")

    def message(self) -> Phrase:
        return Phrase(
            f"{self.owner.zh}的两种情形可能同时成立，例如 {self.example.zh}",
            f"two cases of {self.owner.en} can hold at once: {self.example.en}",
        )

    def help(self) -> Phrase:
        return Phrase(
            "使两个条件互斥，或把最后一个写成“否则”；如果先成立的算数，在各种情形之前写“依次”",
            "make the conditions exclusive, or write `otherwise` for the last; if the first that holds is to count,"
            " write `in-order` before the cases",
        )

    def related(self) -> tuple[tuple[Span, Phrase], ...]:
        return ((self.other, Phrase("另一种情形", "the other case")),)
