"""A parameter that is set in another unit than it had."""

from __future__ import annotations

from typing import ClassVar

from attrs import frozen

from evalrules.language.problems.problem import Phrase, Problem, Severity
from evalrules.language.source import Span


@frozen(eq=False, repr=False)
class UnitChanged(Problem):
    """A parameter set in another unit is mostly a forgotten % or 万: 130 is a hundred times 130%.

    Failing:
        政策 p-1
          修订 base-1
          语言版本 1
        设 过完成 = 130
    Fixed:
        政策 p-1
          修订 base-1
          语言版本 1
        设 过完成 = 130%
    """

    before: Span

    code: ClassVar[str] = "unit-changed"
    number: ClassVar[str] = "W0444"
    title: ClassVar[Phrase] = Phrase("改了参数的单位", "a parameter set in another unit")
    severity: ClassVar[Severity] = Severity.WARNING

    def message(self) -> Phrase:
        return Phrase(
            f"参数原来是“{self.before.text}”，这里设为“{self.span.text}”，单位不同",
            f"the parameter was `{self.before.text}` and is set to `{self.span.text}`, in another unit",
        )

    def help(self) -> Phrase:
        return Phrase(
            "照原来的单位写；确要换单位的，用“替换 参数”", "write it in the same unit, or `replace` the parameter"
        )

    def related(self) -> tuple[tuple[Span, Phrase], ...]:
        return ((self.before, Phrase("原来的值", "what it was")),)
