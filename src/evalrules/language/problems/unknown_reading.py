"""A reading that is not declared."""

from __future__ import annotations

from typing import ClassVar

from attrs import frozen

from evalrules.language.problems.problem import Phrase
from evalrules.language.problems.unknown import Unknown


@frozen(eq=False, repr=False)
class UnknownReading(Unknown):
    """What stands after `据` is a reading that the policy declares with `解读`.

    Failing:
        规则 甲 [注 1] 据 按比例算
          对 指标
          得分 分值
    Fixed:
        解读 按比例
          读作 "得分按完成比例计算"
          理由 "注没有规定算式"
        规则 甲 [注 1] 据 按比例
          对 指标
          得分 分值
    """

    code: ClassVar[str] = "unknown-reading"
    number: ClassVar[str] = "E0208"
    title: ClassVar[Phrase] = Phrase("没有这条解读", "no such reading")
    noun: ClassVar[Phrase] = Phrase("解读", "reading")
