"""An award, or a step after it, that is not a number of points."""

from __future__ import annotations

from typing import ClassVar

from attrs import frozen

from evalrules.language.problems.problem import Phrase, Problem


@frozen(eq=False, repr=False)
class AwardNotPoints(Problem):
    """Points are bare numbers: an amount of money or a percentage becomes points only by a formula.

    Failing:
        规则 甲 [注 1]
          对 资金
          得分 全年执行数
    Fixed:
        规则 甲 [注 1]
          对 资金
          得分 全年执行数 ÷ 全年预算数 × 分值
    """

    found: Phrase

    code: ClassVar[str] = "award-not-points"
    number: ClassVar[str] = "E0304"
    title: ClassVar[Phrase] = Phrase("得分不是分数", "an award that is no number of points")

    def message(self) -> Phrase:
        return Phrase(
            f"此处需要分数（没有单位的数），“{self.span.text}”是{self.found.zh}",
            f"points, a bare number, are needed here, and `{self.span.text}` is {self.found.en}",
        )

    def help(self) -> Phrase:
        return Phrase("写出怎样折算成分，例如：比例 × 分值", "say how it becomes points, as in `rate × points`")
