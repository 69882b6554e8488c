"""A policy or form that this one rests on, and that has problems of its own."""

from __future__ import annotations

from typing import ClassVar

from attrs import frozen

from evalrules.language.problems.problem import Phrase, Problem
from evalrules.language.source import Span


@frozen(eq=False, repr=False)
class AmendedPolicyBroken(Problem):
    """Nothing can be built on a file that does not pass its own check.

    Failing:
        政策 p-1
          修订 broken-1
          语言版本 1
    Fixed:
        政策 p-1
          修订 base-1
          语言版本 1
    """

    what: Phrase
    count: int
    first: Span

    code: ClassVar[str] = "amended-policy-broken"
    number: ClassVar[str] = "E0419"
    title: ClassVar[Phrase] = Phrase("所依靠的文件有问题", "a file that is relied on has problems")

    def message(self) -> Phrase:
        return Phrase(
            f"{self.what.zh}自身有 {self.count} 个问题",
            f"{self.what.en} has {self.count} problem(s) of its own",
        )

    def help(self) -> Phrase:
        return Phrase(
            f"先用 evalrules check {self.first.source.name} 查看并改正",
            f"see them with `evalrules check {self.first.source.name}` and correct them first",
        )

    def related(self) -> tuple[tuple[Span, Phrase], ...]:
        return ((self.first, Phrase("第一个问题在这里", "the first of them is here")),)
