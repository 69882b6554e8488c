"""`本行` where no row stands outside."""

from __future__ import annotations

from typing import ClassVar

from attrs import frozen

from evalrules.language.problems.problem import Phrase, Problem


@frozen(eq=False, repr=False)
class NoRowAround(Problem):
    """`本行` tells the row of a rule from the rows that are gathered within it; elsewhere there is only one.

    Failing:
        规则 汇总 [注 1]
          对 指标
          得分 合计（分值 对 资金 中 资金来源 = 本行 三级指标） × 本行 分值
    Fixed:
        规则 汇总 [注 1]
          对 指标
          得分 合计（分值 对 资金 中 资金来源 = 本行 三级指标） × 分值
    """

    name: str

    code: ClassVar[str] = "no-row-around"
    number: ClassVar[str] = "E0230"
    title: ClassVar[Phrase] = Phrase("外面没有行", "no row stands outside")

    def message(self) -> Phrase:
        return Phrase(
            f"“本行 {self.name}”要写在汇总之内，而汇总要在一行之中；这里不是",
            f"`this-row {self.name}` belongs inside a gathering that stands in a row; this is none",
        )

    def help(self) -> Phrase:
        return Phrase(
            f"要说本行的栏目，直接写：{self.name}；汇总各行时才用“本行”与汇总的行区分",
            f"for the row at hand write `{self.name}` alone; `this-row` tells it from the rows gathered",
        )
