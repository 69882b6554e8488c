"""A part of the form that its schema does not declare."""

from __future__ import annotations

from typing import ClassVar

from attrs import frozen

from evalrules.language.problems.problem import Phrase
from evalrules.language.problems.unknown import Unknown


@frozen(eq=False, repr=False)
class UnknownRecord(Unknown):
    """What stands after `对` or `行` is a part of the form, by either of its names.

    Failing:
        规则 甲 [注 1]
          对 指标们
          得分 分值
    Fixed:
        规则 甲 [注 1]
          对 指标
          得分 分值
    """

    code: ClassVar[str] = "unknown-record"
    number: ClassVar[str] = "E0204"
    title: ClassVar[Phrase] = Phrase("表式没有这一部分", "the form has no such part")
    noun: ClassVar[Phrase] = Phrase("表式部分", "part of the form")

    @property
    def meant(self) -> str:
        """The part that was probably meant; rows of one class stand first and alone in what is known."""
        return self.known[0] if len(self.known) == 1 and " " in self.known[0] else super().meant
