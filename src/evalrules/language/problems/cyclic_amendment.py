"""Policies that amend each other in a circle."""

from __future__ import annotations

from typing import ClassVar

from attrs import frozen

from evalrules.language.problems.problem import Phrase, Problem


@frozen(eq=False, repr=False)
class CyclicAmendment(Problem):
    """Layers rest on each other from the bottom up; a circle has no bottom.

    Failing:
        政策 loop-1
          修订 loop-2
          语言版本 1
    Fixed:
        政策 loop-1
          修订 base-1
          语言版本 1
    """

    chain: tuple[str, ...]

    code: ClassVar[str] = "cyclic-amendment"
    number: ClassVar[str] = "E0420"
    title: ClassVar[Phrase] = Phrase("循环修订", "policies that amend each other")

    def message(self) -> Phrase:
        zh = " → ".join([*self.chain, self.chain[0]])
        return Phrase(f"循环修订：{zh}", f"policies amend each other: {zh}")

    def help(self) -> Phrase:
        return Phrase("改正其中一个政策的“修订”", "correct `amends` in one of them")
