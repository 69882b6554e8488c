"""A rule that neither cites a clause nor rests on a reading."""

from __future__ import annotations

from typing import ClassVar

from attrs import frozen

from evalrules.language.problems.problem import Phrase, Problem, Severity


@frozen(eq=False, repr=False)
class UncitedRule(Problem):
    """Whoever reads a score may ask where its rule comes from; the citation answers.

    Failing:
        规则 甲
          对 指标
          得分 分值
    Fixed:
        规则 甲 [注 1]
          对 指标
          得分 分值
    """

    name: str

    code: ClassVar[str] = "uncited-rule"
    number: ClassVar[str] = "W0413"
    title: ClassVar[Phrase] = Phrase("规则没有依据", "a rule without a source")
    severity: ClassVar[Severity] = Severity.WARNING

    def message(self) -> Phrase:
        return Phrase(
            f"规则“{self.name}”没有引用条款，也没有写明解读",
            f"rule `{self.name}` cites no clause and rests on no reading",
        )

    def help(self) -> Phrase:
        return Phrase(
            "在名称之后写 [依据 条款]；条款没有写明的，写一条“解读”并注“据 …”",
            "write `[source clause]` after its name; where no clause says it, declare a `reading` and rest on it",
        )
