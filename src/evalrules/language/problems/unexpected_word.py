"""A word stands where the grammar allows other words."""

from __future__ import annotations

from typing import ClassVar

from attrs import frozen

from evalrules.language.problems.problem import Phrase, Problem

_MOST_LISTED = 12


@frozen(eq=False, repr=False)
class UnexpectedWord(Problem):
    """A word stands where the language needs another.

    Failing:
        政策 p-1
          名称 盐池
          适用 project
          语言版本 1
    Fixed:
        政策 p-1
          名称 "盐池"
          适用 project
          语言版本 1
    """

    found: str
    expected: tuple[Phrase, ...]

    code: ClassVar[str] = "unexpected-word"
    number: ClassVar[str] = "E0101"
    title: ClassVar[Phrase] = Phrase("此处不能写这个词", "this word cannot stand here")

    def message(self) -> Phrase:
        if not self.found:
            return Phrase("此处还缺内容，声明就结束了", "the declaration ends before it is complete")
        return Phrase(f"此处不能写“{self.found}”", f"`{self.found}` cannot stand here")

    def help(self) -> Phrase:
        if not self.expected:
            return Phrase("请删去这个词，或检查前一个词", "remove the word, or look at the word before it")
        some, more = self.expected[:_MOST_LISTED], len(self.expected) > _MOST_LISTED
        zh, en = "、".join(each.zh for each in some), ", ".join(each.en for each in some)
        return Phrase(f"此处可以写：{zh}{'等' if more else ''}", f"what may stand here: {en}{', …' if more else ''}")
