"""Two declarations of one name."""

from __future__ import annotations

from typing import ClassVar

from attrs import frozen

from evalrules.language.problems.problem import Phrase, Problem
from evalrules.language.source import Span


@frozen(eq=False, repr=False)
class DuplicateName(Problem):
    """A name is declared once, so that whoever looks it up finds one answer.

    Failing:
        参数 门槛 = 60 [注 1]
        参数 门槛 = 80 [注 1]
    Fixed:
        参数 门槛 = 60 [注 1]
        参数 优秀门槛 = 80 [注 1]
    """

    what: Phrase
    first: Span

    code: ClassVar[str] = "duplicate-name"
    number: ClassVar[str] = "E0214"
    title: ClassVar[Phrase] = Phrase("重复声明", "declared twice")

    def message(self) -> Phrase:
        return Phrase(f"{self.what.zh}已经声明过", f"{self.what.en} is declared a second time")

    def help(self) -> Phrase:
        return Phrase("删去一处，或改用另一个名称", "remove one of the two, or give it another name")

    def related(self) -> tuple[tuple[Span, Phrase], ...]:
        return ((self.first, Phrase("先在这里声明", "declared here first")),)
