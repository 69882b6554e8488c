"""A band that its subject never reaches."""

from __future__ import annotations

from typing import ClassVar

from attrs import frozen

from evalrules.language.problems.problem import Phrase, Problem, Severity


@frozen(eq=False, repr=False)
class UnreachableBand(Problem):
    """A band holds numbers that its subject can be; where it cannot, one of the two is not as it was meant.

    Failing:
        总分 合计（得分）
          不低于 0
          不高于 100
          不舍入
        等级 总分
          特优：> 100
          合格：60（含）至 100（含）
          不合格：< 60
    Fixed:
        总分 合计（得分）
          不低于 0
          不高于 100
          不舍入
        等级 总分
          合格：60（含）至 100（含）
          不合格：< 60
    """

    kind: Phrase
    subject: str

    code: ClassVar[str] = "unreachable-band"
    number: ClassVar[str] = "W0503"
    title: ClassVar[Phrase] = Phrase("达不到的一段", "a band that is never reached")
    severity: ClassVar[Severity] = Severity.WARNING

    def message(self) -> Phrase:
        return Phrase(
            f"“{self.subject}”不可能落在这一{self.kind.zh}“{self.span.text}”内",
            f"`{self.subject}` can never lie in {self.kind.en} `{self.span.text}`",
        )

    def help(self) -> Phrase:
        return Phrase(
            "删去这一项，或检查端点和限定范围的“不低于”“不高于”",
            "remove it, or look at its ends and at the bounds that come before",
        )
