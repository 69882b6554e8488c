"""A clause that is named without brackets."""

from __future__ import annotations

from typing import ClassVar

from attrs import frozen

from evalrules.language.problems.problem import Fix, Phrase, Problem


@frozen(eq=False, repr=False)
class CitationWithoutBrackets(Problem):
    """Brackets tell a citation from the words around it; inside stand the source and the clause.

    Failing:
        规则 甲 注 1
          对 指标
          得分 分值
    Fixed:
        规则 甲 [注 1]
          对 指标
          得分 分值
    """

    found: str
    source: str
    clause: str

    code: ClassVar[str] = "citation-without-brackets"
    number: ClassVar[str] = "E0127"
    title: ClassVar[Phrase] = Phrase("引用要写在方括号里", "a citation stands in brackets")

    def message(self) -> Phrase:
        return Phrase(f"引用“{self.found}”没有写在方括号里", f"the citation `{self.found}` has no brackets")

    def help(self) -> Phrase:
        return Phrase(f"写成：{self._written}", f"write: {self._written}")

    def fix(self) -> Fix:
        return Fix(self.span, self._written)

    @property
    def _written(self) -> str:
        return f"[{self.source} {self.clause}]" if self.clause else f"[{self.source}]"
