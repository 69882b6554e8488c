"""A unit behind a number that formulas do not have."""

from __future__ import annotations

from typing import ClassVar

from attrs import frozen

from evalrules.language.problems.problem import Fix, Phrase, Problem

_MEANT = {"百分点": "个百分点", "日": "天", "万": "万元", "亿": "亿元"}
"""Units that are nearly written as the language writes them."""


@frozen(eq=False, repr=False)
class UnknownUnit(Problem):
    """A number in a formula has the unit of what it is compared with or added to; points have none.

    Failing:
        规则 甲 [注 1]
          对 指标
          得分 10分
    Fixed:
        规则 甲 [注 1]
          对 指标
          得分 10
    """

    found: str
    """the number as it stands"""
    unit: str

    code: ClassVar[str] = "unknown-unit"
    number: ClassVar[str] = "E0122"
    title: ClassVar[Phrase] = Phrase("算式中没有这个单位", "no such unit in a formula")

    def message(self) -> Phrase:
        return Phrase(f"“{self.found}”之后不写“{self.unit}”", f"`{self.unit}` is not written behind `{self.found}`")

    def help(self) -> Phrase:
        if self.unit == "分":
            return Phrase("分数没有单位，只写数字", "points have no unit; write the number alone")
        if self.unit == "年":
            return Phrase("年份只写四位数字，例如 2022", "a year is four digits alone, such as 2022")
        if self.unit in _MEANT:
            return Phrase(f"写“{_MEANT[self.unit]}”", f"write `{_MEANT[self.unit]}`")
        return Phrase(
            "可写的单位：%、‰、元、万元、亿元、个百分点、天；其他的数不写单位",
            "the units there are: %, ‰, yuan, wan-yuan, yi-yuan, pp, days; other numbers have none",
        )

    def fix(self) -> Fix:
        return Fix(self.span, _MEANT.get(self.unit, ""))
