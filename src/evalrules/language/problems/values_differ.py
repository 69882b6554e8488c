"""Values of different types in the cases of one quantity."""

from __future__ import annotations

from typing import ClassVar

from attrs import frozen

from evalrules.language.problems.problem import Phrase, Problem
from evalrules.language.source import Span


@frozen(eq=False, repr=False)
class ValuesDiffer(Problem):
    """A quantity that is given by cases is one kind of value, whichever case holds: what uses it must fit all.

    Failing:
        定义 达标线 [注 1] 对 指标
          当 分值 ≥ 10，取 40%
          否则，取 30 天
        规则 甲 [注 1]
          对 指标
          得分 达标线 × 分值
    Fixed:
        定义 达标线 [注 1] 对 指标
          当 分值 ≥ 10，取 40%
          否则，取 30%
        规则 甲 [注 1]
          对 指标
          得分 达标线 × 分值
    """

    found: Phrase
    needed: Phrase
    first: Span

    code: ClassVar[str] = "values-differ"
    number: ClassVar[str] = "E0313"
    title: ClassVar[Phrase] = Phrase("各种情形的值不是同一种", "values of different kinds")

    def message(self) -> Phrase:
        here, first = self.span.text, self.first.text
        return Phrase(
            f"“{here}”是{self.found.zh}，同一个量的另一种情形“{first}”是{self.needed.zh}",
            f"`{here}` is {self.found.en}, and `{first}` in another case of the same quantity is {self.needed.en}",
        )

    def help(self) -> Phrase:
        return Phrase("各种情形写成同一类型、同一种单位", "write all cases as one type, in one kind of unit")

    def related(self) -> tuple[tuple[Span, Phrase], ...]:
        return ((self.first, Phrase("另一种情形的值", "the value in the other case")),)
