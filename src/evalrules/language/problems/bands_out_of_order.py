"""Bands that neither rise nor fall from one to the next."""

from __future__ import annotations

from typing import ClassVar

from attrs import frozen

from evalrules.language.problems.problem import Phrase, Problem, Severity
from evalrules.language.source import Span


@frozen(eq=False, repr=False)
class BandsOutOfOrder(Problem):
    """A table is read most surely if its entries rise, or fall, from one to the next.

    Failing:
        等级 总分
          良：80（含）至 90（不含）
          优：≥ 90
          差：< 80
    Fixed:
        等级 总分
          优：≥ 90
          良：80（含）至 90（不含）
          差：< 80
    """

    kind: Phrase
    before: Span

    code: ClassVar[str] = "bands-out-of-order"
    number: ClassVar[str] = "W0501"
    title: ClassVar[Phrase] = Phrase("各段的次序不整齐", "bands out of order")
    severity: ClassVar[Severity] = Severity.WARNING

    def message(self) -> Phrase:
        return Phrase(
            f"这一{self.kind.zh}“{self.span.text}”打乱了由高到低（或由低到高）的次序",
            f"{self.kind.en} `{self.span.text}` breaks the order from high to low, or from low to high",
        )

    def help(self) -> Phrase:
        return Phrase(
            "按由高到低或由低到高书写；次序不影响计分",
            "write them from high to low or from low to high; the order does not change a score",
        )

    def related(self) -> tuple[tuple[Span, Phrase], ...]:
        return ((self.before, Phrase("写在它之前", "written before it")),)
