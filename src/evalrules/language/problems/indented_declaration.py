"""A declaration that is indented, and so belongs to the one above."""

from __future__ import annotations

from typing import ClassVar

from attrs import frozen

from evalrules.language.problems.problem import Fix, Phrase, Problem
from evalrules.language.source import Span


@frozen(eq=False, repr=False)
class IndentedDeclaration(Problem):
    """A declaration begins at the left margin; what is indented belongs to the declaration above it.

    Failing:
        参数 门槛 = 60% [注 1]
          规则 甲 [注 1]
          对 指标
          当 实际完成值 ≥ 门槛 得分 分值
          否则 得分 0
    Fixed:
        参数 门槛 = 60% [注 1]
        规则 甲 [注 1]
          对 指标
          当 实际完成值 ≥ 门槛 得分 分值
          否则 得分 0
    """

    found: str
    indent: Span
    """the blanks before it"""

    code: ClassVar[str] = "indented-declaration"
    number: ClassVar[str] = "E0128"
    title: ClassVar[Phrase] = Phrase("声明前有空格", "an indented declaration")

    def message(self) -> Phrase:
        return Phrase(
            f"“{self.found}”前面有空格，成了上一条声明的一部分",
            f"`{self.found}` is indented, and so is part of the declaration above",
        )

    def help(self) -> Phrase:
        return Phrase("声明要顶格写：删去行首的空格", "a declaration stands at the margin: remove the blanks before it")

    def fix(self) -> Fix:
        return Fix(self.indent, "")
