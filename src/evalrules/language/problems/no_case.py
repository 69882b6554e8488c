"""A row for which no case of its rule, or of a quantity, holds."""

from __future__ import annotations

from typing import ClassVar

from attrs import frozen

from evalrules.language.problems.problem import Phrase, Problem


@frozen(eq=False, repr=False)
class NoCase(Problem):
    """One case holds: where none does, a rule awards nothing, not even 0, and a quantity has no value.

    Failing:
        规则 甲 [注 1]
          对 指标
          当 分值 > 10 得分 分值
          当 分值 < 10 得分 0
    Fixed:
        规则 甲 [注 1]
          对 指标
          当 分值 > 10 得分 分值
          否则 得分 0
    """

    owner: Phrase
    """the rule or quantity"""
    example: Phrase

    code: ClassVar[str] = "no-case"
    number: ClassVar[str] = "E0508"
    title: ClassVar[Phrase] = Phrase("各种情形都不成立", "no case holds")

    def message(self) -> Phrase:
        return Phrase(
            f"{self.owner.zh}的各种情形可能都不成立，例如 {self.example.zh}",
            f"it can be that no case of {self.owner.en} holds: {self.example.en}",
        )

    def help(self) -> Phrase:
        return Phrase("补上“否则”的情形", "add a case with `otherwise`")
