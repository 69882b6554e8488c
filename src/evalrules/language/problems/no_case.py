"""A row for which no case of its rule holds."""

from __future__ import annotations

from typing import ClassVar

from attrs import frozen

from evalrules.language.problems.problem import Phrase, Problem


@frozen(eq=False, repr=False)
class NoCase(Problem):
    """One case of a rule holds: where none does, the rule awards nothing, not even 0.

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

    rule: str
    example: Phrase

    code: ClassVar[str] = "no-case"
    number: ClassVar[str] = "E0508"
    title: ClassVar[Phrase] = Phrase("各种情形都不成立", "no case holds")

    def message(self) -> Phrase:
        return Phrase(
            f"规则“{self.rule}”的各种情形可能都不成立，例如 {self.example.zh}",
            f"it can be that no case of rule `{self.rule}` holds: {self.example.en}",
        )

    def help(self) -> Phrase:
        return Phrase("补上“否则 得分 …”", "add `otherwise award …`")
