"""An alternative that the reading does not name."""

from __future__ import annotations

from typing import ClassVar

from attrs import frozen

from evalrules.language.problems.problem import Phrase
from evalrules.language.problems.unknown import Unknown


@frozen(eq=False, repr=False)
class UnknownAlternative(Unknown):
    """A reading is asked for, and set to, one of the alternatives that it names with `可选`.

    Failing:
        解读 步数 [注 1]
          可选 按整步 读作 "不足一步的不扣"
          可选 按比例 读作 "不足一步的按比例扣"
          取 按整步 理由 "对单位有利"
        规则 甲 [注 1]
          对 指标
          当 步数 是 按整数 得分 分值
          否则 得分 0
    Fixed:
        解读 步数 [注 1]
          可选 按整步 读作 "不足一步的不扣"
          可选 按比例 读作 "不足一步的按比例扣"
          取 按整步 理由 "对单位有利"
        规则 甲 [注 1]
          对 指标
          当 步数 是 按整步 得分 分值
          否则 得分 0
    """

    code: ClassVar[str] = "unknown-alternative"
    number: ClassVar[str] = "E0231"
    title: ClassVar[Phrase] = Phrase("没有这种可选读法", "no such alternative")
    noun: ClassVar[Phrase] = Phrase("可选读法", "alternative")
