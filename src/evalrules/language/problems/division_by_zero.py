"""A division by a number that is zero whatever the form says."""

from __future__ import annotations

from typing import ClassVar

from attrs import frozen

from evalrules.language.problems.problem import Phrase, Problem


@frozen(eq=False, repr=False)
class DivisionByZero(Problem):
    """No number is the quotient of a division by 0.

    Failing:
        规则 甲 [注 1]
          对 指标
          得分 分值 ÷ 0
    Fixed:
        规则 甲 [注 1]
          对 指标
          得分 分值 ÷ 2
    """

    code: ClassVar[str] = "division-by-zero"
    number: ClassVar[str] = "E0307"
    title: ClassVar[Phrase] = Phrase("除数是 0", "division by zero")

    def message(self) -> Phrase:
        return Phrase(f"除数“{self.span.text}”是 0", f"the divisor `{self.span.text}` is 0")

    def help(self) -> Phrase:
        return Phrase("改正除数", "correct the divisor")
