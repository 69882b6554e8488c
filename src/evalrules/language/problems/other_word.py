"""A word or sign of everyday writing where the language has another one."""

from __future__ import annotations

from typing import ClassVar

from attrs import frozen

from evalrules.language.problems.problem import Fix, Phrase, Problem


@frozen(eq=False, repr=False)
class OtherWord(Problem):
    """Each thing is said in one way, so that whoever reads one policy can read them all.

    Failing:
        规则 甲 [注 1]
          对 指标
          如果 分值 > 5 得分 分值
          否则 得分 0
    Fixed:
        规则 甲 [注 1]
          对 指标
          当 分值 > 5 得分 分值
          否则 得分 0
    """

    found: str
    wanted: Phrase
    """what the language says, empty if it says nothing"""

    code: ClassVar[str] = "other-word"
    number: ClassVar[str] = "E0120"
    title: ClassVar[Phrase] = Phrase("语言里是另一个词", "the language has another word")

    def message(self) -> Phrase:
        if not self.wanted.zh:
            return Phrase(f"这里不用写“{self.found}”", f"`{self.found}` is not written here")
        return Phrase(
            f"这里不写“{self.found}”，写“{self.wanted.zh}”",
            f"`{self.wanted.en}` is written here, not `{self.found}`",
        )

    def help(self) -> Phrase:
        if not self.wanted.zh:
            return Phrase(f"删去“{self.found}”", f"remove `{self.found}`")
        return Phrase(f"改为“{self.wanted.zh}”", f"write `{self.wanted.en}`")

    def fix(self) -> Fix:
        return Fix(self.span, self.wanted.zh)
