"""A policy that does not say whether and where scores are rounded."""

from __future__ import annotations

from typing import ClassVar

from attrs import frozen

from evalrules.language.problems.problem import Phrase, Problem
from evalrules.language.source import Span


@frozen(eq=False, repr=False)
class RoundingNotStated(Problem):
    """Rounding each row or only the total changes about one total in eight, so the policy says which.

    Failing:
        每行 不高于 分值 [注 1]
        规则 甲 [注 1]
          对 指标
          得分 分值
    Fixed:
        每行
          不高于 分值 [注 1]
          四舍五入 至 0.01 [注 1]
        规则 甲 [注 1]
          对 指标
          得分 分值
    """

    where: Phrase
    others: tuple[Span, ...]

    code: ClassVar[str] = "rounding-not-stated"
    number: ClassVar[str] = "E0411"
    title: ClassVar[Phrase] = Phrase("没有写明怎样舍入", "rounding is not stated")

    def message(self) -> Phrase:
        return Phrase(f"没有写明{self.where.zh}怎样舍入", f"how {self.where.en} are rounded is not stated")

    def help(self) -> Phrase:
        return Phrase(
            "加一步，例如“四舍五入 至 0.01”；不舍入的写“不舍入”",
            "add a step such as `half-up to 0.01`; where nothing is rounded, write `unrounded`",
        )

    def related(self) -> tuple[tuple[Span, Phrase], ...]:
        return tuple((span, Phrase("这里也没有写明", "nor is it stated here")) for span in self.others)
