"""Grades written from the worst to the best, under a ceiling."""

from __future__ import annotations

from typing import ClassVar

from attrs import frozen

from evalrules.language.problems.problem import Phrase, Problem
from evalrules.language.source import Span


@frozen(eq=False, repr=False)
class GradesRising(Problem):
    """A ceiling lowers the grade to one further down, so the table is written from the best to the worst.

    Failing:
        等级 总分
          差： < 60 [注 1]
          良： 60（含）至 90（不含）
          优： ≥ 90
          不高于 良 当 合计（扣减 对 指标） > 0
    Fixed:
        等级 总分
          优： ≥ 90 [注 1]
          良： 60（含）至 90（不含）
          差： < 60
          不高于 良 当 合计（扣减 对 指标） > 0
    """

    first: Span

    code: ClassVar[str] = "grades-rising"
    number: ClassVar[str] = "E0531"
    title: ClassVar[Phrase] = Phrase("等级由低到高", "grades from the worst")

    def message(self) -> Phrase:
        return Phrase(
            f"等级由低到高写，“{self.span.text}”就说不清降到哪里",
            f"the grades rise as they are written, so `{self.span.text}` does not say what is lower",
        )

    def help(self) -> Phrase:
        return Phrase("各等级由高到低写", "write the grades from the best to the worst")

    def related(self) -> tuple[tuple[Span, Phrase], ...]:
        return ((self.first, Phrase("比它之后的低", "lower than the one after it")),)
