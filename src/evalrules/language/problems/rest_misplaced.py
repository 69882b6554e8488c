"""An `else` that is not the last of a list."""

from __future__ import annotations

from typing import ClassVar

from attrs import frozen

from evalrules.language.problems.problem import Phrase, Problem


@frozen(eq=False, repr=False)
class RestMisplaced(Problem):
    """`其余` is what remains after all others, so it stands last and once.

    Failing:
        分类 指标
          定量 其余 [注 3]
          定性 当 年度指标值 是 文字 [注 2]
    Fixed:
        分类 指标
          定性 当 年度指标值 是 文字 [注 2]
          定量 其余 [注 3]
    """

    code: ClassVar[str] = "rest-misplaced"
    number: ClassVar[str] = "E0409"
    title: ClassVar[Phrase] = Phrase("“其余”的位置不对", "`else` in the wrong place")

    def message(self) -> Phrase:
        return Phrase("“其余”之后还有别的项", "there are entries after `else`")

    def help(self) -> Phrase:
        return Phrase("“其余”只写一个，写在最后", "write `else` once, and last")
