"""A policy with rules and no total."""

from __future__ import annotations

from typing import ClassVar

from attrs import frozen

from evalrules.language.problems.problem import Phrase, Problem


@frozen(eq=False, repr=False)
class TotalMissing(Problem):
    """A policy that scores rows says how they make a total, and how that is rounded.

    Failing:
        政策 p-1
          适用 project
          语言版本 1
        依据 注 官方 "表下注"
        每行 四舍五入 至 0.01
        规则 甲 [注 1] 对 指标 得分 分值
        规则 乙 [注 1] 对 资金 得分 分值
    Fixed:
        政策 p-1
          适用 project
          语言版本 1
        依据 注 官方 "表下注"
        每行 四舍五入 至 0.01
        规则 甲 [注 1] 对 指标 得分 分值
        规则 乙 [注 1] 对 资金 得分 分值
        总分 合计（得分） 不舍入
    """

    code: ClassVar[str] = "total-missing"
    number: ClassVar[str] = "E0412"
    title: ClassVar[Phrase] = Phrase("没有总分", "there is no total")

    def message(self) -> Phrase:
        return Phrase("政策有规则而没有写明总分", "the policy has rules, and does not say what the total is")

    def help(self) -> Phrase:
        return Phrase("加一条声明：总分 合计（得分） 不舍入", "add a declaration: `total sum(award) unrounded`")
