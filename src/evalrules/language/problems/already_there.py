"""An addition of something that the amended policy already has."""

from __future__ import annotations

from typing import ClassVar

from attrs import frozen

from evalrules.language.problems.problem import Phrase, Problem
from evalrules.language.source import Span


@frozen(eq=False, repr=False)
class AlreadyThere(Problem):
    """`新增` adds what is not there; what is there is replaced, and the author says so.

    Failing:
        政策 p-1
          修订 base-1
          语言版本 1
        新增 参数 过完成 = 130%
    Fixed:
        政策 p-1
          修订 base-1
          语言版本 1
        替换 参数 过完成 = 130%
    """

    what: Phrase
    layer: str
    first: Span

    code: ClassVar[str] = "already-there"
    number: ClassVar[str] = "E0418"
    title: ClassVar[Phrase] = Phrase("要新增的声明已经存在", "what is added is already there")

    def message(self) -> Phrase:
        return Phrase(f"政策 {self.layer} 已经有{self.what.zh}", f"policy `{self.layer}` already has {self.what.en}")

    def help(self) -> Phrase:
        return Phrase(
            "要改动它，写“替换”；要另加一条，换一个名称",
            "write `replace` to change it, or give the new one another name",
        )

    def related(self) -> tuple[tuple[Span, Phrase], ...]:
        return ((self.first, Phrase("在这里声明", "declared here")),)
