"""A function that is given too much, too little, or the wrong kind of thing."""

from __future__ import annotations

from typing import ClassVar

from attrs import frozen

from evalrules.language.problems.problem import Phrase, Problem


@frozen(eq=False, repr=False)
class WrongArguments(Problem):
    """Each function says how many values it takes, or that it gathers rows.

    Failing:
        规则 甲 [注 1]
          对 指标
          得分 绝对值（分值，2）
    Fixed:
        规则 甲 [注 1]
          对 指标
          得分 绝对值（分值 − 2）
    """

    function: str
    usage: Phrase

    code: ClassVar[str] = "wrong-arguments"
    number: ClassVar[str] = "E0309"
    title: ClassVar[Phrase] = Phrase("函数的用法不对", "a function used in the wrong way")

    def message(self) -> Phrase:
        return Phrase(f"函数“{self.function}”不能这样用", f"function `{self.function}` cannot be used like this")

    def help(self) -> Phrase:
        return Phrase(f"用法：{self.usage.zh}", f"usage: {self.usage.en}")
