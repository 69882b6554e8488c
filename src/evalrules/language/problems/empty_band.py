"""A stretch of numbers that holds none."""

from __future__ import annotations

from typing import ClassVar

from attrs import frozen

from evalrules.language.problems.problem import Phrase, Problem


@frozen(eq=False, repr=False)
class EmptyBand(Problem):
    """A stretch of numbers goes from the lower to the higher, and holds at least one.

    Failing:
        等级 总分
          优：100（含）至 90（含）
          差：其余
    Fixed:
        等级 总分
          优：90（含）至 100（含）
          差：其余
    """

    low: Phrase
    high: Phrase
    is_reversed: bool

    code: ClassVar[str] = "empty-band"
    number: ClassVar[str] = "E0503"
    title: ClassVar[Phrase] = Phrase("这一段没有数", "a stretch without numbers")

    def message(self) -> Phrase:
        if self.is_reversed:
            return Phrase(
                f"从 {self.low.zh} 至 {self.high.zh}，前一个端点比后一个大",
                f"from {self.low.en} to {self.high.en}: the first end is above the second",
            )
        return Phrase(
            f"从 {self.low.zh} 至 {self.high.zh}，又不含端点，其中没有数",
            f"from {self.low.en} to {self.high.en} without an end there is no number",
        )

    def help(self) -> Phrase:
        if self.is_reversed:
            return Phrase("把小的端点写在前面", "write the lower end first")
        return Phrase("两个端点相同时，写“= 数”", "where both ends are one number, write `= number`")
