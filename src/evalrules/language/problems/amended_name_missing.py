"""An amendment of something that the amended policy does not have."""

from __future__ import annotations

from typing import ClassVar

from attrs import frozen

from evalrules.language.problems.nearest import nearest
from evalrules.language.problems.problem import Fix, Phrase, Problem
from evalrules.language.problems.unknown import listed


@frozen(eq=False, repr=False)
class AmendedNameMissing(Problem):
    """What is replaced, removed or set must exist below: nothing is inherited by accident.

    Failing:
        政策 p-1
          修订 base-1
          语言版本 1
        设 过完成率 = 130%
    Fixed:
        政策 p-1
          修订 base-1
          语言版本 1
        设 过完成 = 130%
    """

    what: Phrase
    name: str
    known: tuple[str, ...]
    amended: str

    code: ClassVar[str] = "amended-name-missing"
    number: ClassVar[str] = "E0416"
    title: ClassVar[Phrase] = Phrase("要修订的声明不存在", "what is amended does not exist")

    @property
    def meant(self) -> str:
        """The name below that the author probably meant, or ""."""
        return nearest(self.name, self.known)

    def message(self) -> Phrase:
        if not self.name and self.known:
            return Phrase(f"没有写明是哪一条{self.what.zh}", f"which {self.what.en} is not said")
        return Phrase(f"政策 {self.amended} 没有{self.what.zh}", f"policy `{self.amended}` has no {self.what.en}")

    def help(self) -> Phrase:
        if self.meant:
            return Phrase(f"是否想写“{self.meant}”？", f"did you mean `{self.meant}`?")
        if not self.known:
            return Phrase(
                "它没有这一种声明；要加一条，写“新增”",
                "it has no declaration of this kind; write `add` to add one",
            )
        zh, en = listed(self.known)
        return Phrase(f"它有：{zh}；要加一条，写“新增”", f"it has {en}; write `add` to add one")

    def fix(self) -> Fix | None:
        return Fix(self.span, self.meant) if self.meant else None
