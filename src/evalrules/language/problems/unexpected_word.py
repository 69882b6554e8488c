"""A word stands where the grammar allows other words."""

from __future__ import annotations

from typing import ClassVar

from attrs import frozen

from evalrules.language.problems.problem import Phrase, Problem

_MOST_LISTED = 12


_COMPARISONS = frozenset("=＝≠<＜≤>＞≥") | {"<=", ">=", "!="}
_A_NAME = Phrase("名称", "a name")


@frozen(eq=False, repr=False)
class UnexpectedWord(Problem):
    """A word stands where the language needs another.

    Failing:
        政策 p-1
          适用 "project"
          语言版本 1
    Fixed:
        政策 p-1
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
        if self.found[:1].isdigit() and _A_NAME in self.expected:
            return Phrase(
                "此处要写名称；名称以汉字或字母开头，不能以数字开头",
                "a name is needed here; names begin with a letter, never with a digit",
            )
        for each in self.expected:
            if self.found.startswith(each.zh) and self.found != each.zh:
                return _parted(each.zh, self.found.removeprefix(each.zh))
        if self.found in _COMPARISONS and self.expected and _A_NAME not in self.expected:
            return Phrase(
                "比较不能连写；写成 60% ≤ x 且 x < 80%",
                "comparisons do not chain; write 60% ≤ x and x < 80%",
            )
        some, more = self.expected[:_MOST_LISTED], len(self.expected) > _MOST_LISTED
        zh, en = "、".join(each.zh for each in some), ", ".join(each.en for each in some)
        return Phrase(f"此处可以写：{zh}{'等' if more else ''}", f"what may stand here: {en}{', …' if more else ''}")


def _parted(keyword: str, rest: str) -> Phrase:
    """A keyword and what it was written together with, which makes a name of them."""
    return Phrase(
        f"连写是一个名称；“{keyword}”之后空一格：{keyword} {rest}",
        f"written together they are a name; put a blank behind the keyword: `{keyword} {rest}`",
    )
