"""A part of the form that bears points and of which no rule speaks."""

from __future__ import annotations

from typing import ClassVar

from attrs import frozen

from evalrules.language.problems.problem import Phrase, Problem, Severity


@frozen(eq=False, repr=False)
class UnruledRecord(Problem):
    """Every row that can earn points needs a rule, if only one that says it earns none.

    Failing:
        政策 p-1
          适用 project
          语言版本 1
        依据 注 官方 "表下注"
        规则 甲 [注 1]
          对 指标
          得分 分值
          四舍五入 至 0.01
        总分 合计（得分）
          不舍入
    Fixed:
        政策 p-1
          适用 project
          语言版本 1
        依据 注 官方 "表下注"
        规则 甲 [注 1]
          对 指标
          得分 分值
          四舍五入 至 0.01
        规则 乙 [注 1]
          对 资金
          不计分
        总分 合计（得分）
          不舍入
    """

    record: Phrase

    code: ClassVar[str] = "unruled-record"
    number: ClassVar[str] = "W0505"
    title: ClassVar[Phrase] = Phrase("表的这一部分没有规则", "a part of the form without a rule")
    severity: ClassVar[Severity] = Severity.WARNING

    def message(self) -> Phrase:
        return Phrase(
            f"没有一条规则说到“{self.record.zh}”，表上的每一行都将无法计分",
            f"no rule speaks of `{self.record.en}`: none of its rows can be scored",
        )

    def help(self) -> Phrase:
        return Phrase(
            f"为“{self.record.zh}”写一条规则；不考核的，写“不计分”",
            f"write a rule for `{self.record.en}`; where its rows earn nothing, write `unscored`",
        )
