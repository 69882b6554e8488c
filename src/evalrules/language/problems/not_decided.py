"""A question about the policy that its check leaves open."""

from __future__ import annotations

from typing import ClassVar

from attrs import frozen

from evalrules.language.problems.problem import Phrase, Problem, Severity
from evalrules.language.source import Span


@frozen(eq=False, repr=False)
class NotDecided(Problem):
    """What the check can neither prove nor refute is left to the forms: there, a mistake is a fault of the row.

    Failing:
        规则 甲 [注 1]
          对 指标 中 合计（分值 对 指标） ≥ 100
          得分 0
        规则 乙 [注 1]
          对 指标 中 合计（分值 对 指标） ≤ 100
          得分 分值
    Fixed:
        规则 甲 [注 1]
          对 指标 中 合计（分值 对 指标） ≥ 100
          得分 0
        规则 乙 [注 1]
          对 指标 中 合计（分值 对 指标） < 100
          得分 分值
    """

    question: Phrase
    reason: Phrase
    others: tuple[Span, ...] = ()

    code: ClassVar[str] = "not-decided"
    number: ClassVar[str] = "N0501"
    title: ClassVar[Phrase] = Phrase("检查不能断定", "not decided by the check")
    severity: ClassVar[Severity] = Severity.NOTICE

    def message(self) -> Phrase:
        return Phrase(
            f"不能断定{self.question.zh}：{self.reason.zh}",
            f"it cannot be decided whether {self.question.en}: {self.reason.en}",
        )

    def help(self) -> Phrase:
        return Phrase(
            "请自行核对；真有这种情况时，该行会指出差错，不会算错",
            "please look at it yourself; should it happen, the row is reported as faulty and not scored wrongly",
        )

    def related(self) -> tuple[tuple[Span, Phrase], ...]:
        return tuple((span, Phrase("与此有关", "it is about this too")) for span in self.others)
