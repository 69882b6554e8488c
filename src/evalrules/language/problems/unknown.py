"""What all problems with a name that stands for nothing have in common."""

from __future__ import annotations

from typing import ClassVar

from attrs import frozen

from evalrules.language.problems.nearest import nearest
from evalrules.language.problems.problem import Fix, Phrase, Problem

_MOST_LISTED = 12


@frozen(eq=False, repr=False)
class Unknown(Problem):
    """A name that was never declared, among the names that were. A subclass a kind of thing."""

    name: str
    known: tuple[str, ...]

    noun: ClassVar[Phrase]

    @property
    def meant(self) -> str:
        """The known name that the author probably meant, or ""."""
        return nearest(self.name, self.known)

    def message(self) -> Phrase:
        return Phrase(f"没有叫“{self.name}”的{self.noun.zh}", f"there is no {self.noun.en} called `{self.name}`")

    def help(self) -> Phrase:
        if self.meant:
            return Phrase(f"是否想写“{self.meant}”？", f"did you mean `{self.meant}`?")
        if not self.known:
            return Phrase(f"这里还没有任何{self.noun.zh}", f"there is no {self.noun.en} here at all")
        zh, en = listed(self.known)
        return Phrase(f"已有的{self.noun.zh}：{zh}", f"every {self.noun.en} there is: {en}")

    def fix(self) -> Fix | None:
        return Fix(self.span, self.meant) if self.meant else None


def one_of(names: tuple[str, ...]) -> Phrase:
    """The question which of a few names was meant."""
    zh = "、".join(f"“{each}”" for each in names[:-1]) + ("或" if names[1:] else "") + f"“{names[-1]}”"
    en = ", ".join(f"`{each}`" for each in names[:-1]) + (" or " if names[1:] else "") + f"`{names[-1]}`"
    return Phrase(f"是否想写{zh}？", f"did you mean {en}?")


def listed(names: tuple[str, ...]) -> Phrase:
    """The first names of a list, and that there are more where there are."""
    some, more = names[:_MOST_LISTED], len(names) > _MOST_LISTED
    return Phrase("、".join(some) + ("……" if more else ""), ", ".join(some) + (", …" if more else ""))
