"""A name in an expression that stands for nothing."""

from __future__ import annotations

from typing import ClassVar

from attrs import frozen

from evalrules.language.problems.nearest import several_nearest
from evalrules.language.problems.problem import Fix, Phrase, Problem
from evalrules.language.problems.unknown import listed, one_of


@frozen(eq=False, repr=False)
class UnknownName(Problem):
    """A name in an expression is a field, a parameter, a definition or a local quantity that can be seen there.

    Failing:
        规则 甲 [注 1]
          对 指标
          得分 实际完成 ÷ 年度指标值 × 分值
    Fixed:
        规则 甲 [注 1]
          对 指标
          得分 实际完成值 ÷ 年度指标值 × 分值
    """

    name: str
    known: tuple[str, ...]
    kindred: tuple[str, ...]
    """those among them that are of the kind that the words of the name speak of"""
    elsewhere: Phrase | None
    """what the name does stand for, in another place or as another kind of thing"""

    code: ClassVar[str] = "unknown-name"
    number: ClassVar[str] = "E0201"
    title: ClassVar[Phrase] = Phrase("这个名称没有所指", "this name stands for nothing")

    @property
    def meant(self) -> tuple[str, ...]:
        """The known names of which the author probably meant one."""
        return () if self.elsewhere else several_nearest(self.name, self.known, self.kindred)

    def message(self) -> Phrase:
        return Phrase(f"“{self.name}”在这里没有所指", f"`{self.name}` stands for nothing here")

    def help(self) -> Phrase:
        if self.elsewhere:
            return self.elsewhere
        if self.meant:
            return one_of(self.meant)
        zh, en = listed(self.known)
        return Phrase(f"这里可用的名称：{zh}", f"the names that can be used here: {en}")

    def fix(self) -> Fix | None:
        return Fix(self.span, self.meant[0]) if len(self.meant) == 1 else None
