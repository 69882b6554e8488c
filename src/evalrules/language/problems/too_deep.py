"""An expression nested beyond the language's limit."""

from __future__ import annotations

from typing import ClassVar

from attrs import frozen

from evalrules.language.problems.problem import Phrase, Problem


@frozen(eq=False, repr=False)
class TooDeep(Problem):
    """Brackets are nested more deeply than anybody can check by hand.

    Failing:
        参数 门槛 = {brackets}
    Fixed:
        参数 门槛 = 60
    """

    limit: int

    code: ClassVar[str] = "too-deep"
    number: ClassVar[str] = "E0105"
    title: ClassVar[Phrase] = Phrase("括号嵌套过深", "brackets nested too deeply")

    def message(self) -> Phrase:
        return Phrase(f"括号嵌套超过 {self.limit} 层", f"brackets are nested more than {self.limit} deep")

    def help(self) -> Phrase:
        return Phrase(
            "用 其中 为中间结果取名，分步书写",
            "name the intermediate results with `let` and write it in steps",
        )
