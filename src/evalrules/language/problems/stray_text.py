"""Text at the margin that begins no declaration."""

from __future__ import annotations

from typing import ClassVar

from attrs import frozen

from evalrules.language.problems.problem import Fix, Phrase, Problem


@frozen(eq=False, repr=False)
class StrayText(Problem):
    """What stands at the left margin begins a declaration; this word begins none.

    Failing:
        规则们 甲 对 指标
          得分 分值
    Fixed:
        规则 甲 对 指标
          得分 分值
    """

    found: str
    nearest: str

    code: ClassVar[str] = "stray-text"
    number: ClassVar[str] = "E0104"
    title: ClassVar[Phrase] = Phrase("行首的词不是声明", "no declaration begins with this word")

    def message(self) -> Phrase:
        return Phrase(
            f"“{self.found}”顶格书写，但它不是声明的开头",
            f"`{self.found}` stands at the margin and begins no declaration",
        )

    def help(self) -> Phrase:
        if self.nearest:
            return Phrase(f"是否想写“{self.nearest}”？", f"did you mean `{self.nearest}`?")
        return Phrase(
            "若它属于上一条声明，它和后面各行都在行首空两格；声明以 政策、规则、校验 等词开头",
            "if it belongs to what is above, indent it and what follows; `policy` and `rule` begin declarations",
        )

    def fix(self) -> Fix | None:
        return Fix(self.span, self.nearest) if self.nearest else None
