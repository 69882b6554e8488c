"""Two names joined by a hyphen where their difference was meant."""

from __future__ import annotations

from typing import ClassVar

from attrs import frozen

from evalrules.language.problems.problem import Fix, Phrase, Problem


@frozen(eq=False, repr=False)
class MinusWithoutSpaces(Problem):
    """A hyphen joins Latin words (`yanchi-2022`); between such, a minus has a space on either side.

    Failing:
        规则 甲 [注 1]
          对 资金
          得分 （executed-revised_budget） ÷ 全年预算数 × 分值
    Fixed:
        规则 甲 [注 1]
          对 资金
          得分 （executed - revised_budget） ÷ 全年预算数 × 分值
    """

    name: str
    parts: tuple[str, ...]

    code: ClassVar[str] = "minus-without-spaces"
    number: ClassVar[str] = "E0202"
    title: ClassVar[Phrase] = Phrase("减号两边没有空格", "a minus without spaces round it")

    def message(self) -> Phrase:
        return Phrase(
            f"“{self.name}”连写在一起，是一个名称，不是相减",
            f"`{self.name}` is written as one word: a name, no difference",
        )

    def help(self) -> Phrase:
        apart = " - ".join(self.parts)
        return Phrase(f"减号两边各空一格：{apart}", f"put a space on either side of the minus: {apart}")

    def fix(self) -> Fix:
        return Fix(self.span, " - ".join(self.parts))
