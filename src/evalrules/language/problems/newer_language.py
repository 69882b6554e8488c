"""A file in a version of the language that this program does not know."""

from __future__ import annotations

from typing import ClassVar

from attrs import frozen

from evalrules.language.problems.problem import Phrase, Problem


@frozen(eq=False, repr=False)
class NewerLanguage(Problem):
    """A change that can change a score makes a new version, so a file in another version is not guessed at.

    Failing:
        政策 p-1
          适用 project
          语言版本 2
    Fixed:
        政策 p-1
          适用 project
          语言版本 1
    """

    found: str
    newest: int

    code: ClassVar[str] = "newer-language"
    number: ClassVar[str] = "E0405"
    title: ClassVar[Phrase] = Phrase("语言版本不认识", "an unknown version of the language")

    def message(self) -> Phrase:
        return Phrase(
            f"语言版本 {self.found} 不认识，本程序认识到 {self.newest}",
            f"language version {self.found} is not known here; the newest is {self.newest}",
        )

    def help(self) -> Phrase:
        return Phrase(
            "换用认识这个版本的程序，或改正版本号",
            "use a program that knows the version, or correct the number",
        )
