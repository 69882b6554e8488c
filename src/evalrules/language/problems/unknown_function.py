"""A call of a function that the language does not have."""

from __future__ import annotations

from typing import ClassVar

from attrs import frozen

from evalrules.language.problems.problem import Phrase
from evalrules.language.problems.unknown import Unknown


@frozen(eq=False, repr=False)
class UnknownFunction(Unknown):
    """A name with brackets behind it is one of the functions of the language.

    Failing:
        规则 甲 [注 1]
          对 指标
          得分 最小值（分值，100）
    Fixed:
        规则 甲 [注 1]
          对 指标
          得分 最小（分值，100）
    """

    code: ClassVar[str] = "unknown-function"
    number: ClassVar[str] = "E0210"
    title: ClassVar[Phrase] = Phrase("没有这个函数", "no such function")
    noun: ClassVar[Phrase] = Phrase("函数", "function")
