"""A name that stands for two things at the same place."""

from __future__ import annotations

from typing import ClassVar

from attrs import frozen

from evalrules.language.problems.problem import Phrase, Problem


@frozen(eq=False, repr=False)
class AmbiguousName(Problem):
    """A name stands for one thing; where it could be two, another of its names says which.

    Failing:
        参数 分值 = 5 [注 1]
        规则 甲 [注 1]
          对 指标
          得分 分值
    Fixed:
        参数 基准分 = 5 [注 1]
        规则 甲 [注 1]
          对 指标
          得分 基准分
    """

    name: str
    first: Phrase
    second: Phrase

    code: ClassVar[str] = "ambiguous-name"
    number: ClassVar[str] = "E0203"
    title: ClassVar[Phrase] = Phrase("这个名称有两个所指", "this name stands for two things")

    def message(self) -> Phrase:
        return Phrase(
            f"“{self.name}”既可以是{self.first.zh}，也可以是{self.second.zh}",
            f"`{self.name}` may be {self.first.en} or {self.second.en}",
        )

    def help(self) -> Phrase:
        return Phrase(
            "给其中一个另取名称，或改用它的另一个名称（中文名、英文名、又名）",
            "rename one of them, or use another name it has: Chinese, English or `also`",
        )
