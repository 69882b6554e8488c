"""An amendment of what a lower layer has declared final."""

from __future__ import annotations

from typing import ClassVar

from attrs import frozen

from evalrules.language.problems.problem import Phrase, Problem
from evalrules.language.source import Span


@frozen(eq=False, repr=False)
class FinalAmended(Problem):
    """What a layer marks 不得改动 holds for all who amend it.

    Failing:
        政策 p-1
          修订 base-1
          语言版本 1
        设 满分线 = 90
    Fixed:
        政策 p-1
          修订 base-1
          语言版本 1
        设 过完成 = 130%
    """

    what: Phrase
    layer: str
    first: Span

    code: ClassVar[str] = "final-amended"
    number: ClassVar[str] = "E0417"
    title: ClassVar[Phrase] = Phrase("改动了不得改动的内容", "a change of what must not be changed")

    def message(self) -> Phrase:
        return Phrase(
            f"政策 {self.layer} 规定{self.what.zh}不得改动",
            f"policy `{self.layer}` declares {self.what.en} final",
        )

    def help(self) -> Phrase:
        return Phrase(
            "删去这条修订；确需改动的，由规定它的政策先放开",
            "remove the amendment; only the policy that declares it can release it",
        )

    def related(self) -> tuple[tuple[Span, Phrase], ...]:
        return ((self.first, Phrase("在这里规定不得改动", "declared final here")),)
