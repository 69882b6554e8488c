"""Two rules that can apply to one row."""

from __future__ import annotations

from typing import ClassVar

from attrs import frozen

from evalrules.language.problems.problem import Phrase, Problem
from evalrules.language.source import Span


@frozen(eq=False, repr=False)
class TwoRules(Problem):
    """Exactly one rule applies to a row: where two do, nobody could say which score is right.

    Failing:
        规则 甲 [注 1]
          对 指标 中 分值 ≥ 10
          得分 分值
        规则 乙 [注 1]
          对 指标 中 分值 ≤ 10
          得分 0
    Fixed:
        规则 甲 [注 1]
          对 指标 中 分值 ≥ 10
          得分 分值
        规则 乙 [注 1]
          对 指标 中 分值 < 10
          得分 0
    """

    first: str
    second: str
    example: Phrase
    other: Span

    code: ClassVar[str] = "two-rules"
    number: ClassVar[str] = "E0505"
    title: ClassVar[Phrase] = Phrase("一行有两条规则", "two rules for one row")

    def message(self) -> Phrase:
        return Phrase(
            f"规则“{self.first}”和“{self.second}”可能同时适用于一行，例如 {self.example.zh}",
            f"rules `{self.first}` and `{self.second}` can both apply to one row: {self.example.en}",
        )

    def help(self) -> Phrase:
        return Phrase(
            "收紧其中一条“对 … 中 …”的范围，使一行只有一条规则",
            "narrow the scope of one of them, so that one rule applies to a row",
        )

    def related(self) -> tuple[tuple[Span, Phrase], ...]:
        return ((self.other, Phrase(f"规则“{self.first}”的范围", f"the scope of rule `{self.first}`")),)
