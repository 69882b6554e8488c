"""A date that is in no calendar."""

from __future__ import annotations

from typing import ClassVar

from attrs import frozen

from evalrules.language.problems.problem import Phrase, Problem


@frozen(eq=False, repr=False)
class ImpossibleDate(Problem):
    """A date is a day that exists.

    Failing:
        参数 截止 = 2022-02-30
        校验 年度时限 [注 1]
          对 指标
          当 实际完成值 是 日期 且 实际完成值 > 截止 警告 "超过时限"
    Fixed:
        参数 截止 = 2022-02-28
        校验 年度时限 [注 1]
          对 指标
          当 实际完成值 是 日期 且 实际完成值 > 截止 警告 "超过时限"
    """

    code: ClassVar[str] = "impossible-date"
    number: ClassVar[str] = "E0311"
    title: ClassVar[Phrase] = Phrase("没有这一天", "no such day")

    def message(self) -> Phrase:
        return Phrase(f"没有“{self.span.text}”这一天", f"there is no day `{self.span.text}`")

    def help(self) -> Phrase:
        return Phrase("检查年、月、日", "look at the year, the month and the day")
