"""An end of a stretch that does not say whether it belongs to it."""

from __future__ import annotations

from typing import ClassVar

from attrs import frozen

from evalrules.language.problems.problem import Phrase, Problem


@frozen(eq=False, repr=False)
class EndNotStated(Problem):
    """A number that lies exactly on an end must fall to one side, and only the author knows which.

    Failing:
        规则 甲 [注 1]
          对 指标
          得分 分段 分值
            0（含）至 50： 1 [注 1]
            > 50： 2 [注 1]
    Fixed:
        规则 甲 [注 1]
          对 指标
          得分 分段 分值
            0（含）至 50（含）： 1 [注 1]
            > 50： 2 [注 1]
    """

    code: ClassVar[str] = "end-not-stated"
    number: ClassVar[str] = "E0410"
    title: ClassVar[Phrase] = Phrase("没有写明含或不含", "an end that does not say whether it is included")

    def message(self) -> Phrase:
        return Phrase(f"“{self.span.text}”没有写明含或不含", f"`{self.span.text}` does not say whether it is included")

    def help(self) -> Phrase:
        text = self.span.text
        return Phrase(f"写成 {text}（含）或 {text}（不含）", f"write `{text} (incl)` or `{text} (excl)`")
