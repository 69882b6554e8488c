"""A step size or a rounding unit that is not positive."""

from __future__ import annotations

from typing import ClassVar

from attrs import frozen

from evalrules.language.problems.problem import Phrase, Problem


@frozen(eq=False, repr=False)
class NotPositive(Problem):
    """Nothing can be counted in steps of zero, nor rounded to a multiple of it.

    Failing:
        规则 甲 [注 1]
          对 指标
          得分 分值
          四舍五入 至 0
    Fixed:
        规则 甲 [注 1]
          对 指标
          得分 分值
          四舍五入 至 0.01
    """

    code: ClassVar[str] = "not-positive"
    number: ClassVar[str] = "E0312"
    title: ClassVar[Phrase] = Phrase("此处须大于 0", "a positive number is needed")

    def message(self) -> Phrase:
        return Phrase(
            f"步长和舍入单位须大于 0，“{self.span.text}”不是",
            f"a step or rounding unit must be greater than 0, and `{self.span.text}` is not",
        )

    def help(self) -> Phrase:
        return Phrase(
            "例如：四舍五入 至 0.01，每 1 个百分点 扣 0.5",
            "for instance `half-up to 0.01`, `per 1 pp take 0.5`",
        )
