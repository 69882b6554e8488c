"""A hyphen inside a name that is not of Latin letters."""

from __future__ import annotations

from typing import ClassVar

from attrs import frozen

from evalrules.language.problems.problem import Fix, Phrase, Problem


@frozen(eq=False, repr=False)
class HyphenInName(Problem):
    """A hyphen joins Latin letters and digits; beside a Chinese word it is a minus, and no name.

    Failing:
        参数 及格-线 = 60 [注 1]
    Fixed:
        参数 及格线 = 60 [注 1]
        校验 及格 [注 1]
          当 总分 < 及格线 提示 "不及格"
    """

    found: str

    code: ClassVar[str] = "hyphen-in-name"
    number: ClassVar[str] = "E0129"
    title: ClassVar[Phrase] = Phrase("名称里有减号", "a minus inside a name")

    def message(self) -> Phrase:
        return Phrase(
            f"“{self.found}”不是一个名称：汉字旁边的“-”是减号",
            f"`{self.found}` is no name: beside a Chinese word `-` is a minus",
        )

    def help(self) -> Phrase:
        joined = self.found.replace("-", "_")
        return Phrase(
            f"改用下划线：{joined}；连字符只连接英文字母和数字，例如 yanchi-2022",
            f"write `{joined}`; a hyphen joins Latin letters and digits only, as in `yanchi-2022`",
        )

    def fix(self) -> Fix:
        return Fix(self.span, self.found.replace("-", "_"))
