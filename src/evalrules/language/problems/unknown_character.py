"""A character that no word of the language contains."""

from __future__ import annotations

from typing import ClassVar

from attrs import frozen

from evalrules.language.problems.problem import Phrase, Problem


@frozen(eq=False, repr=False)
class UnknownCharacter(Problem):
    """A character belongs to no word, number or sign of the language.

    Failing:
        参数 门槛 = 60 & 1
    Fixed:
        参数 门槛 = 60 + 1
    """

    found: str

    code: ClassVar[str] = "unknown-character"
    number: ClassVar[str] = "E0102"
    title: ClassVar[Phrase] = Phrase("不认识的字符", "unknown character")

    def message(self) -> Phrase:
        code = f"U+{ord(self.found[0]):04X}"
        return Phrase(f"字符“{self.found}”（{code}）在本语言中没有意义", f"`{self.found}` ({code}) means nothing here")

    def help(self) -> Phrase:
        return Phrase(
            "删去它；若是文字的一部分，请用引号括起来",
            "remove it; if it is part of a text, put the text in quotes",
        )
