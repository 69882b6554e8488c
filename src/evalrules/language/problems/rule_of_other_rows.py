"""A reference to a rule that scores rows of another part of the form."""

from __future__ import annotations

from typing import ClassVar

from attrs import frozen

from evalrules.language.problems.problem import Phrase, Problem


@frozen(eq=False, repr=False)
class RuleOfOtherRows(Problem):
    """A rule asks for fields of its own rows, which rows of another part do not have.

    Failing:
        规则 甲 [注 1]
          对 指标
          得分 同 乙
        规则 乙 [注 1]
          对 资金
          得分 分值
    Fixed:
        规则 甲 [注 1]
          对 指标
          得分 分值
        规则 乙 [注 1]
          对 资金
          得分 分值
    """

    rule: str
    owner: Phrase
    wanted: Phrase

    code: ClassVar[str] = "rule-of-other-rows"
    number: ClassVar[str] = "E0423"
    title: ClassVar[Phrase] = Phrase("引用了别的部分的规则", "a rule of another part of the form")

    def message(self) -> Phrase:
        return Phrase(
            f"规则“{self.rule}”是“{self.owner.zh}”的规则，不能用于“{self.wanted.zh}”的行",
            f"rule `{self.rule}` is for rows of `{self.owner.en}`, not of `{self.wanted.en}`",
        )

    def help(self) -> Phrase:
        return Phrase("引用同一部分的规则，或直接写出得分", "refer to a rule of the same part, or write the award out")
