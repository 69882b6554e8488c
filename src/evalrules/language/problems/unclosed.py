"""A quotation or a citation that is opened and not closed on its line."""

from __future__ import annotations

from typing import ClassVar

from attrs import frozen

from evalrules.language.problems.problem import Phrase, Problem

_CLOSING = {'"': '"', "“": "”", "「": "」", "[": "]", "【": "】", "［": "］"}


@frozen(eq=False, repr=False)
class Unclosed(Problem):
    """A quotation mark or a bracket is opened and not closed on the same line.

    Failing:
        政策 p-1
          名称 "盐池县
          适用 project
          语言版本 1
    Fixed:
        政策 p-1
          名称 "盐池县"
          适用 project
          语言版本 1
    """

    opened: str

    code: ClassVar[str] = "unclosed"
    number: ClassVar[str] = "E0103"
    title: ClassVar[Phrase] = Phrase("引号或括号没有配对", "a quotation or bracket is not closed")

    def message(self) -> Phrase:
        return Phrase(f"“{self.opened}”在本行没有配对", f"`{self.opened}` is not closed on this line")

    def help(self) -> Phrase:
        closing = _CLOSING[self.opened]
        return Phrase(f"在行内补上 {closing}", f"add {closing} before the end of the line")
