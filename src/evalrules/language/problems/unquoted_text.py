"""A text without quotation marks."""

from __future__ import annotations

from typing import ClassVar

from attrs import frozen

from evalrules.language.problems.problem import Fix, Phrase, Problem


@frozen(eq=False, repr=False)
class UnquotedText(Problem):
    """Words without quotation marks are names, of fields, rules, parameters; what a form says is a text.

    Failing:
        规则 甲 [注 1]
          对 指标 中 二级指标 = 成本指标
          得分 分值
        规则 乙 [注 1]
          对 指标 中 二级指标 ≠ "成本指标"
          得分 分值
    Fixed:
        规则 甲 [注 1]
          对 指标 中 二级指标 = "成本指标"
          得分 分值
        规则 乙 [注 1]
          对 指标 中 二级指标 ≠ "成本指标"
          得分 分值
    """

    found: str

    code: ClassVar[str] = "unquoted-text"
    number: ClassVar[str] = "E0123"
    title: ClassVar[Phrase] = Phrase("文字没有写在引号里", "a text without quotation marks")

    def message(self) -> Phrase:
        return Phrase(f"“{self.found}”是文字，要写在引号里", f"`{self.found}` is a text and stands in quotation marks")

    def help(self) -> Phrase:
        return Phrase(f'写成："{self.found}"', f'write: "{self.found}"')

    def fix(self) -> Fix:
        return Fix(self.span, f'"{self.found}"')
