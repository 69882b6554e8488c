"""No rows inside forms, in a gathering of forms."""

from __future__ import annotations

from typing import ClassVar

from attrs import frozen

from evalrules.language.problems.problem import Phrase, Problem


@frozen(eq=False, repr=False)
class RowsOfForms(Problem):
    """What is asked of each form of a population is its total, its definitions and what stands once on it.

    Failing:
        定义 名次值 [注 1] = 名次（合计（得分 对 指标） 对 各表）
    Fixed:
        定义 指标得分 [注 1] = 合计（得分 对 指标）
        定义 名次值 [注 1] = 名次（指标得分 对 各表）
    """

    code: ClassVar[str] = "rows-of-forms"
    number: ClassVar[str] = "E0232"
    title: ClassVar[Phrase] = Phrase("各表之内不能再看各行", "no rows inside forms")

    def message(self) -> Phrase:
        return Phrase(
            f"“对 各表”之内只能用各表的总分、定义和只有一处的栏目，不能用“{self.span.text}”",
            f"inside `for forms`, only totals, definitions and single fields may be used, not `{self.span.text}`",
        )

    def help(self) -> Phrase:
        return Phrase(
            "先用“定义”算出每张表的数，再在这里用它", "`define` the quantity of each form first, and use it here"
        )
