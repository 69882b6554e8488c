"""A number that two bands of a table hold."""

from __future__ import annotations

from typing import ClassVar

from attrs import frozen

from evalrules.language.problems.problem import Phrase, Problem
from evalrules.language.source import Span


@frozen(eq=False, repr=False)
class BandOverlap(Problem):
    """A number lies in one band, grade or tier only: else there would be two awards for it.

    Failing:
        等级 总分
          优：≥ 90
          良：80（含）至 90（含）
          差：< 80
    Fixed:
        等级 总分
          优：≥ 90
          良：80（含）至 90（不含）
          差：< 80
    """

    kind: Phrase
    shared: Phrase
    """a number that both hold"""
    other: Span

    code: ClassVar[str] = "band-overlap"
    number: ClassVar[str] = "E0502"
    title: ClassVar[Phrase] = Phrase("分段有重叠", "bands that overlap")

    def message(self) -> Phrase:
        return Phrase(
            f"{self.shared.zh} 同时在“{self.other.text}”和“{self.span.text}”这两{self.kind.zh}内",
            f"{self.shared.en} lies in two {self.kind.en}s, `{self.other.text}` and `{self.span.text}`",
        )

    def help(self) -> Phrase:
        return Phrase(
            "写明每个端点归哪一边：一边（含），一边（不含）",
            "say to which side each end belongs: incl on one, excl on the other",
        )

    def related(self) -> tuple[tuple[Span, Phrase], ...]:
        return ((self.other, Phrase("与它重叠", "it overlaps with this")),)
