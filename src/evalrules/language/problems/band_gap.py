"""A number that falls between the bands of a table."""

from __future__ import annotations

from typing import ClassVar

from attrs import frozen

from evalrules.language.problems.problem import Phrase, Problem
from evalrules.language.source import Span


@frozen(eq=False, repr=False)
class BandGap(Problem):
    """The bands of a table hold every number that their subject can be, as far as the policy itself says.

    Failing:
        等级 总分
          优：≥ 90
          良：80（含）至 89（含）
          差：< 80
    Fixed:
        等级 总分
          优：≥ 90
          良：80（含）至 90（不含）
          差：< 80
    """

    kind: Phrase
    """what the table's entries are: 段, 等级"""
    subject: str
    falls: Phrase
    """a number that no entry holds"""
    others: tuple[Span, ...]
    """the entries beside the hole, but for the one at `span`"""

    code: ClassVar[str] = "band-gap"
    number: ClassVar[str] = "E0501"
    title: ClassVar[Phrase] = Phrase("分段有缺口", "a gap between bands")

    def message(self) -> Phrase:
        return Phrase(
            f"“{self.subject}”为 {self.falls.zh} 时不在任何一{self.kind.zh}内",
            f"where `{self.subject}` is {self.falls.en}, no {self.kind.en} holds it",
        )

    def help(self) -> Phrase:
        return Phrase(
            "使相邻两项首尾相接，一项（含）、一项（不含）；或在最后写“其余”；或先用“不低于”“不高于”限定范围",
            "let neighbours meet at one number, incl in one and excl in the other; or end with `else`; "
            "or bound the subject with `at-least` and `at-most`",
        )

    def related(self) -> tuple[tuple[Span, Phrase], ...]:
        beside = Phrase("缺口的另一边", "the other side of the gap")
        return tuple((span, beside) for span in self.others)
