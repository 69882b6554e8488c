"""An example that expects a check of rows which the check never looks at."""

from __future__ import annotations

from typing import ClassVar

from attrs import frozen

from evalrules.language.problems.problem import Phrase, Problem


@frozen(eq=False, repr=False)
class CheckOfOtherRows(Problem):
    """A check looks at rows of one part of the form; of the rows of another part it reports nothing, ever.

    Failing:
        规则 甲 [注 1]
          对 指标
          得分 分值
        规则 乙 [注 1]
          对 资金
          得分 分值
        校验 偏差原因 [注 4]
          对 指标
          要求 偏差原因 已填 否则 警告 "未说明原因"
        示例 "没有说明"
          行 资金  分值 10  不报 偏差原因
    Fixed:
        规则 甲 [注 1]
          对 指标
          得分 分值
        规则 乙 [注 1]
          对 资金
          得分 分值
        校验 偏差原因 [注 4]
          对 指标
          要求 偏差原因 已填 否则 警告 "未说明原因"
        示例 "没有说明"
          行 指标  分值 10  偏差原因 "天气"  不报 偏差原因
    """

    check: str
    record: str
    here: str

    code: ClassVar[str] = "check-of-other-rows"
    number: ClassVar[str] = "E0603"
    title: ClassVar[Phrase] = Phrase("校验管的是别的行", "a check of other rows")

    def message(self) -> Phrase:
        return Phrase(
            f"校验“{self.check}”看的是“{self.record}”的行，不看“{self.here}”的行",
            f"check `{self.check}` looks at rows of `{self.record}`, not of `{self.here}`",
        )

    def help(self) -> Phrase:
        return Phrase(
            f"写在“{self.record}”的行之后，或写在总分之后",
            f"write it after a row of `{self.record}`, or after the total",
        )
