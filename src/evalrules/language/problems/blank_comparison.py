"""A cell compared with an empty one."""

from __future__ import annotations

from typing import ClassVar

from attrs import frozen

from evalrules.language.problems.problem import Fix, Phrase, Problem


@frozen(eq=False, repr=False)
class BlankComparison(Problem):
    """An empty cell has no value that could be compared; whether it was filled in is a question of its own.

    Failing:
        校验 原因 [注 4]
          对 指标
          当 偏差原因 = 空 提示 "没有写原因"
    Fixed:
        校验 原因 [注 4]
          对 指标
          当 偏差原因 未填 提示 "没有写原因"
    """

    found: str
    subject: str
    given: bool
    """whether it is meant that the cell was filled in"""

    code: ClassVar[str] = "blank-comparison"
    number: ClassVar[str] = "E0124"
    title: ClassVar[Phrase] = Phrase("空白不能比较", "a blank cannot be compared")

    def message(self) -> Phrase:
        return Phrase(
            f"“{self.found}”：空白没有值，不能比较", f"`{self.found}`: a blank has no value and compares with nothing"
        )

    def help(self) -> Phrase:
        zh, en = ("已填", "given") if self.given else ("未填", "missing")
        subject = f"{self.subject} " if self.subject else ""
        return Phrase(f"写成：{subject}{zh}", f"write: {subject}{en}")

    def fix(self) -> Fix:
        subject = f"{self.subject} " if self.subject else ""
        return Fix(self.span, subject + ("已填" if self.given else "未填"))
