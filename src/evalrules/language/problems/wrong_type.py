"""A value of one type where another is needed."""

from __future__ import annotations

from enum import Enum
from typing import ClassVar

from attrs import frozen

from evalrules.language.problems.problem import Phrase, Problem


class Needed(Enum):
    """What may be needed, and how an author writes it."""

    NUMBER = (
        Phrase("数", "a number"),
        Phrase("写一个数，或写能算出数的名称和算式", "write a number, or names and a formula that yield one"),
    )
    CONDITION = (
        Phrase("条件", "a condition"),
        Phrase(
            "条件或成立或不成立，例如：分值 > 0、偏差原因 已填、年度指标值 是 文字",
            "a condition holds or does not: `points > 0`, `reason given`, `target is text`",
        ),
    )
    TEXT = (
        Phrase("文字", "a text"),
        Phrase("文字写在引号中；数和日期不用引号", "a text stands in quotes; numbers and dates do not"),
    )
    DAY = (
        Phrase("日期", "a date"),
        Phrase("日期写成 2022-12-31 或 2022年12月31日", "write a date as 2022-12-31"),
    )
    VALUE = (
        Phrase("数、文字或日期", "a number, text or date"),
        Phrase(
            "条件写在“当”“要求”之后，不能当作数来用",
            "conditions stand after `when` and `require`, they are no quantities",
        ),
    )
    ORDERED = (
        Phrase("可以比较大小的数或日期", "a number or date, which have an order"),
        Phrase("文字只能用 = 和 ≠ 比较", "texts are compared with = and ≠ only"),
    )


@frozen(eq=False, repr=False)
class WrongType(Problem):
    """Arithmetic needs numbers, conditions hold or do not, and neither is a text.

    Failing:
        规则 甲 [注 1]
          对 指标
          当 分值 得分 分值
          否则 得分 0
    Fixed:
        规则 甲 [注 1]
          对 指标
          当 分值 > 0 得分 分值
          否则 得分 0
    """

    needed: Needed
    found: Phrase

    code: ClassVar[str] = "wrong-type"
    number: ClassVar[str] = "E0301"
    title: ClassVar[Phrase] = Phrase("类型不对", "wrong type")

    def message(self) -> Phrase:
        text = self.span.text
        return Phrase(
            f"此处需要{self.needed.value[0].zh}，“{text}”是{self.found.zh}",
            f"{self.needed.value[0].en} is needed here, and `{text}` is {self.found.en}",
        )

    def help(self) -> Phrase:
        return self.needed.value[1]
