"""An example that speaks of a check that does not exist."""

from __future__ import annotations

from typing import ClassVar

from attrs import frozen

from evalrules.language.problems.problem import Phrase
from evalrules.language.problems.unknown import Unknown


@frozen(eq=False, repr=False)
class UnknownCheck(Unknown):
    """What stands after `应报` and `不报` is a check of the policy.

    Failing:
        规则 甲 [注 1]
          对 指标
          得分 分值
        校验 偏差原因 [注 4]
          对 指标
          要求 偏差原因 已填 否则 警告 "未说明原因"
        示例 "没有说明"
          行 指标  分值 10  应报 偏差说明
    Fixed:
        规则 甲 [注 1]
          对 指标
          得分 分值
        校验 偏差原因 [注 4]
          对 指标
          要求 偏差原因 已填 否则 警告 "未说明原因"
        示例 "没有说明"
          行 指标  分值 10  应报 偏差原因
    """

    code: ClassVar[str] = "unknown-check"
    number: ClassVar[str] = "E0602"
    title: ClassVar[Phrase] = Phrase("没有这条校验", "no such check")
    noun: ClassVar[Phrase] = Phrase("校验", "check")
