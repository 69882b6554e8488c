"""A rule, a case or a class that no row can come to."""

from __future__ import annotations

from typing import ClassVar

from attrs import frozen

from evalrules.language.problems.problem import Phrase, Problem, Severity


@frozen(eq=False, repr=False)
class NeverApplies(Problem):
    """A condition that no row meets says nothing; most often a sign or a number in it is wrong.

    Failing:
        规则 甲 [注 1]
          对 指标
          当 分值 > 10 且 分值 < 10 得分 0
          否则 得分 分值
    Fixed:
        规则 甲 [注 1]
          对 指标
          当 分值 ≥ 10 且 分值 < 20 得分 0
          否则 得分 分值
    """

    what: Phrase

    code: ClassVar[str] = "never-applies"
    number: ClassVar[str] = "W0506"
    title: ClassVar[Phrase] = Phrase("永远不成立", "never the case")
    severity: ClassVar[Severity] = Severity.WARNING

    def message(self) -> Phrase:
        return Phrase(f"没有一行会归入{self.what.zh}", f"no row can ever come to {self.what.en}")

    def help(self) -> Phrase:
        return Phrase(
            "检查它的条件，以及写在它之前的条件",
            "look at its condition, and at those that are written before it",
        )
