"""A head without a line that it needs."""

from __future__ import annotations

from typing import ClassVar

from attrs import frozen

from evalrules.language.problems.problem import Phrase, Problem


@frozen(eq=False, repr=False)
class HeadIncomplete(Problem):
    """A policy says which form it scores, and each file in which version of the language it is written.

    Failing:
        政策 p-1
          语言版本 1
    Fixed:
        政策 p-1
          适用 project
          语言版本 1
    """

    line: Phrase

    code: ClassVar[str] = "head-incomplete"
    number: ClassVar[str] = "E0404"
    title: ClassVar[Phrase] = Phrase("开头缺少必需的一行", "a line is missing from the head")

    def message(self) -> Phrase:
        return Phrase(f"开头缺少“{self.line.zh}”", f"the head lacks `{self.line.en}`")

    def help(self) -> Phrase:
        return Phrase(f"在开头加一行，例如：{self.line.zh}", f"add a line such as `{self.line.en}`")
