"""A bound said in words: 95%以上, 完成率不低于95%."""

from __future__ import annotations

from typing import ClassVar

from attrs import frozen

from evalrules.language.problems.problem import Fix, Phrase, Problem


@frozen(eq=False, repr=False)
class ComparisonInWords(Problem):
    """A bound is a sign and a number, so that it is plain whether the number is inside; 以上, 以下, 以内 include it.

    Failing:
        规则 甲 [注 1]
          对 指标
          当 实际完成值 95%以上 得分 分值
          否则 得分 0
    Fixed:
        规则 甲 [注 1]
          对 指标
          当 实际完成值 ≥ 95% 得分 分值
          否则 得分 0
    """

    found: str
    written: str
    """the same with a sign"""

    code: ClassVar[str] = "comparison-in-words"
    number: ClassVar[str] = "E0121"
    title: ClassVar[Phrase] = Phrase("界限要用符号写", "a bound is written with a sign")

    def message(self) -> Phrase:
        return Phrase(f"“{self.found}”要用符号写", f"`{self.found}` is written with a sign")

    def help(self) -> Phrase:
        return Phrase(
            f"写成：{self.written}（≥ ≤ 含本数，> < 不含本数）",
            f"write: {self.written} (≥ and ≤ include the number, > and < do not)",
        )

    def fix(self) -> Fix:
        return Fix(self.span, self.written)
