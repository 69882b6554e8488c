"""An `else` for which nothing remains."""

from __future__ import annotations

from typing import ClassVar

from attrs import frozen

from evalrules.language.problems.problem import Phrase, Problem, Severity


@frozen(eq=False, repr=False)
class RestNeverApplies(Problem):
    """`其余` is what the other entries leave; where they leave nothing, it says something that never happens.

    Failing:
        等级 总分
          合格：≥ 60
          不合格：< 60
          待定：其余
    Fixed:
        等级 总分
          合格：≥ 60
          不合格：其余
    """

    code: ClassVar[str] = "rest-never-applies"
    number: ClassVar[str] = "W0504"
    title: ClassVar[Phrase] = Phrase("“其余”落空", "an `else` that never applies")
    severity: ClassVar[Severity] = Severity.WARNING

    def message(self) -> Phrase:
        return Phrase(
            "前面各项已经包括所有的数，“其余”用不上", "the other entries hold all numbers: none is left for `else`"
        )

    def help(self) -> Phrase:
        return Phrase("删去“其余”，或删去它要代替的那一项", "remove it, or the entry it was meant to replace")
