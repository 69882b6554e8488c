"""An equals sign or a colon behind a word that needs none."""

from __future__ import annotations

from typing import ClassVar

from attrs import frozen

from evalrules.language.problems.problem import Fix, Phrase, Problem


@frozen(eq=False, repr=False)
class SignNotNeeded(Problem):
    """A name gets its value with `=`, a tier its award with `：`; what follows 得分 or 总分 belongs to it as it stands.

    Failing:
        规则 甲 [注 1]
          对 指标
          得分 = 分值
    Fixed:
        规则 甲 [注 1]
          对 指标
          得分 分值
    """

    before: str
    sign: str

    code: ClassVar[str] = "sign-not-needed"
    number: ClassVar[str] = "E0125"
    title: ClassVar[Phrase] = Phrase("多写了符号", "a sign too many")

    def message(self) -> Phrase:
        return Phrase(f"“{self.before}”之后不写“{self.sign}”", f"no `{self.sign}` stands behind `{self.before}`")

    def help(self) -> Phrase:
        return Phrase(f"删去“{self.sign}”，空一格，接着写", f"remove `{self.sign}`, and go on after a blank")

    def fix(self) -> Fix:
        return Fix(self.span, " ")
