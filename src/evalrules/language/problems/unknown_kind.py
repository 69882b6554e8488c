"""A cell is asked whether it is of a kind that cells do not have."""

from __future__ import annotations

from typing import ClassVar

from attrs import frozen

from evalrules.language.problems.problem import Fix, Phrase, Problem
from evalrules.language.source import Span


@frozen(eq=False, repr=False)
class UnknownKind(Problem):
    """`是` asks a cell for the kind of its content, and a row for its class.

    Failing:
        分类 指标
          定性 当 年度指标值 是 文字 [注 2]
          定量 其余 [注 3]
        规则 甲 [注 1]
          对 指标
          当 年度指标值 是 定性 得分 0
          否则 得分 分值
    Fixed:
        分类 指标
          定性 当 年度指标值 是 文字 [注 2]
          定量 其余 [注 3]
        规则 甲 [注 1]
          对 指标
          当 指标 是 定性 得分 0
          否则 得分 分值
    """

    subject: Span
    kind: str
    row_name: str
    """the name of the row at hand, where `kind` is one of its classes; else empty"""

    code: ClassVar[str] = "unknown-kind"
    number: ClassVar[str] = "E0218"
    title: ClassVar[Phrase] = Phrase("单元格没有这种内容", "a cell has no such kind")

    def message(self) -> Phrase:
        return Phrase(f"“{self.kind}”不是单元格内容的种类", f"`{self.kind}` is no kind of content of a cell")

    def help(self) -> Phrase:
        if self.row_name:
            return Phrase(
                f"“{self.kind}”是行的分类，写：{self.row_name} 是 {self.kind}",
                f"`{self.kind}` is a class of rows; write `{self.row_name} is {self.kind}`",
            )
        return Phrase(
            "“是”之后可以写：文字、数、上限、下限、严格上限、严格下限、等值、日期、区间；比较文字用 =",
            "what may follow `is`: text, number, ceiling, floor, strict-ceiling, strict-floor, exact, "
            "date, range; compare texts with =",
        )

    def fix(self) -> Fix | None:
        return Fix(self.subject, self.row_name) if self.row_name else None
