"""A second policy or form in one file."""

from __future__ import annotations

from typing import ClassVar

from attrs import frozen

from evalrules.language.problems.problem import Phrase, Problem
from evalrules.language.source import Span


@frozen(eq=False, repr=False)
class SecondHead(Problem):
    """A file is one policy or one form, so that it can be named, cited and amended.

    Failing:
        政策 p-1
          适用 project
          语言版本 1
        政策 p-2
          适用 project
          语言版本 1
    Fixed:
        政策 p-1
          适用 project
          语言版本 1
    """

    first: Span

    code: ClassVar[str] = "second-head"
    number: ClassVar[str] = "E0402"
    title: ClassVar[Phrase] = Phrase("一个文件写了两个开头", "two heads in one file")

    def message(self) -> Phrase:
        return Phrase("一个文件只能写一个政策或一个表式", "a file holds one policy or one form")

    def help(self) -> Phrase:
        return Phrase("把它移到另一个文件", "move it to a file of its own")

    def related(self) -> tuple[tuple[Span, Phrase], ...]:
        return ((self.first, Phrase("第一个在这里", "the first is here")),)
