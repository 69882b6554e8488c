"""Forms that extend each other in a circle."""

from __future__ import annotations

from typing import ClassVar

from attrs import frozen

from evalrules.language.problems.problem import Phrase, Problem


@frozen(eq=False, repr=False)
class CyclicExtension(Problem):
    """A form that extends another begins with the parts of that one; a circle begins nowhere.

    Failing:
        表式 grant
          扩充 grant
          语言版本 1
    Fixed:
        表式 grant
          扩充 project
          语言版本 1
    """

    chain: tuple[str, ...]

    code: ClassVar[str] = "cyclic-extension"
    number: ClassVar[str] = "E0442"
    title: ClassVar[Phrase] = Phrase("循环扩充", "forms that extend each other")

    def message(self) -> Phrase:
        names = " → ".join([*self.chain, self.chain[0]])
        return Phrase(f"循环扩充：{names}", f"forms extend each other: {names}")

    def help(self) -> Phrase:
        return Phrase("改正其中一个表式的“扩充”", "correct `extends` in one of them")
