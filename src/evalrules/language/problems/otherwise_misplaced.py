"""An `otherwise` that is not the last of several cases."""

from __future__ import annotations

from enum import Enum
from typing import ClassVar

from attrs import frozen

from evalrules.language.problems.problem import Phrase, Problem


class Misplaced(Enum):
    """What is wrong with the place of an outcome among its fellows."""

    NOT_LAST = (
        Phrase("“否则”之后还有别的情形", "there are cases after `otherwise`"),
        Phrase("把“否则”移到最后", "move `otherwise` to the end"),
    )
    TWICE = (
        Phrase("写了两个“否则”", "there are two cases of `otherwise`"),
        Phrase("只留一个；另一个写明“当”什么条件", "keep one, and give the other a condition with `when`"),
    )
    ALONE = (
        Phrase("“否则”之前没有“当”", "there is no `when` before this `otherwise`"),
        Phrase("删去“否则”二字，或在前面写明“当”什么条件", "remove the word, or put a case with `when` before it"),
    )
    UNGUARDED = (
        Phrase("有几种情形，这一种没有写“当”什么条件", "of several cases, this one has no condition"),
        Phrase(
            "写明“当”什么条件；其余的情形写“否则”",
            "give it a condition with `when`, or write `otherwise` for the rest",
        ),
    )


@frozen(eq=False, repr=False)
class OtherwiseMisplaced(Problem):
    """`否则` is what remains after all other cases, so it stands last, once, and not alone.

    Failing:
        规则 甲 [注 1]
          对 指标
          否则 得分 0
          当 分值 > 0 得分 分值
    Fixed:
        规则 甲 [注 1]
          对 指标
          当 分值 > 0 得分 分值
          否则 得分 0
    """

    reason: Misplaced

    code: ClassVar[str] = "otherwise-misplaced"
    number: ClassVar[str] = "E0408"
    title: ClassVar[Phrase] = Phrase("“否则”的位置不对", "`otherwise` in the wrong place")

    def message(self) -> Phrase:
        return self.reason.value[0]

    def help(self) -> Phrase:
        return self.reason.value[1]
