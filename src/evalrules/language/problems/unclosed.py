"""A quotation or a citation that is opened and not closed on its line."""

from __future__ import annotations

from typing import ClassVar

from attrs import frozen

from evalrules.language.problems.problem import Phrase, Problem

_CLOSING = {'"': '"', "“": "”", "「": "」", "[": "]", "【": "】", "［": "］", "(": ")", "（": "）"}


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
    other: str
    """a mark of another pair that closes the line, "" if there is none"""

    code: ClassVar[str] = "unclosed"
    number: ClassVar[str] = "E0103"
    title: ClassVar[Phrase] = Phrase("引号或括号没有配对", "a quotation or bracket is not closed")

    def message(self) -> Phrase:
        if self.other:
            return Phrase(
                f"开头用的是 {self.opened} ，末尾用的是 {self.other} ，不是一对",
                f"`{self.opened}` opens and `{self.other}` closes: they are no pair",
            )
        if self.opened in "(（":
            return Phrase(f"“{self.opened}”没有配对", f"`{self.opened}` is never closed")
        return Phrase(f"“{self.opened}”在本行没有配对", f"`{self.opened}` is not closed on this line")

    def help(self) -> Phrase:
        closing = _CLOSING[self.opened]
        if self.other:
            return Phrase(f"把末尾的 {self.other} 改为 {closing}", f"write {closing} instead of {self.other}")
        if self.opened in "(（":
            return Phrase(f"在后面补上 {closing}", f"add {closing} where it ends")
        return Phrase(f"在行内补上 {closing}", f"add {closing} before the end of the line")
