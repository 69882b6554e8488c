"""A row to which no rule applies."""

from __future__ import annotations

from typing import ClassVar

from attrs import frozen

from evalrules.language.problems.problem import Phrase, Problem
from evalrules.language.source import Span


@frozen(eq=False, repr=False)
class NoRule(Problem):
    """Exactly one rule applies to a row: where none does, the row cannot be scored.

    Failing:
        规则 甲 [注 1]
          对 指标 中 分值 ≥ 10
          得分 分值
    Fixed:
        规则 甲 [注 1]
          对 指标 中 分值 ≥ 10
          得分 分值
        规则 乙 [注 1]
          对 指标 中 分值 < 10
          得分 0
    """

    record: Phrase
    example: Phrase
    others: tuple[Span, ...]
    """the scopes of the other rules for such rows"""

    code: ClassVar[str] = "no-rule"
    number: ClassVar[str] = "E0506"
    title: ClassVar[Phrase] = Phrase("一行没有规则", "no rule for a row")

    def message(self) -> Phrase:
        return Phrase(
            f"没有一条规则适用于“{self.record.zh}”的这种行：{self.example.zh}",
            f"no rule applies to such a row of `{self.record.en}`: {self.example.en}",
        )

    def help(self) -> Phrase:
        return Phrase(
            "放宽一条规则的范围，或为这种行补一条规则；不考核的，写“不计分”",
            "widen the scope of a rule, or add one for such rows; where they earn nothing, write `unscored`",
        )

    def related(self) -> tuple[tuple[Span, Phrase], ...]:
        return tuple((span, Phrase("另一条规则的范围", "the scope of another rule")) for span in self.others)
