"""A declaration that nothing uses."""

from __future__ import annotations

from typing import ClassVar

from attrs import frozen

from evalrules.language.problems.problem import Phrase, Problem, Severity


@frozen(eq=False, repr=False)
class UnusedName(Problem):
    """What is declared is used somewhere; what is not was perhaps meant to be.

    Failing:
        参数 门槛 = 60 [注 1]
        规则 甲 [注 1]
          对 指标
          当 分值 ≥ 60 得分 60
          否则 得分 分值
    Fixed:
        参数 门槛 = 60 [注 1]
        规则 甲 [注 1]
          对 指标
          当 分值 ≥ 门槛 得分 门槛
          否则 得分 分值
    """

    what: Phrase

    code: ClassVar[str] = "unused-name"
    number: ClassVar[str] = "W0216"
    title: ClassVar[Phrase] = Phrase("声明了而没有用到", "declared and never used")
    severity: ClassVar[Severity] = Severity.WARNING

    def message(self) -> Phrase:
        return Phrase(f"{self.what.zh}没有用到", f"{self.what.en} is never used")

    def help(self) -> Phrase:
        return Phrase("在用得到的地方引用它，或删去它", "refer to it where it applies, or remove it")
