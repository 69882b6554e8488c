"""A value that must be the same for every form, and is not."""

from __future__ import annotations

from typing import ClassVar

from attrs import frozen

from evalrules.language.problems.problem import Phrase, Problem


@frozen(eq=False, repr=False)
class NotConstant(Problem):
    """A parameter and the expectation of an example are stated once: they cannot depend on what a form says.

    Failing:
        参数 门槛 = 年度
        规则 甲 [注 1]
          对 指标
          当 分值 > 门槛 得分 分值
          否则 得分 0
    Fixed:
        参数 门槛 = 60
        规则 甲 [注 1]
          对 指标
          当 分值 > 门槛 得分 分值
          否则 得分 0
    """

    name: str

    code: ClassVar[str] = "not-constant"
    number: ClassVar[str] = "E0310"
    title: ClassVar[Phrase] = Phrase("此处只能写定数", "a constant is needed here")

    def message(self) -> Phrase:
        return Phrase(
            f"此处只能写定数，“{self.name}”要看表上怎么填",
            f"a constant is needed here, and `{self.name}` depends on the form",
        )

    def help(self) -> Phrase:
        return Phrase(
            "写出数值；随表而变的量用“定义”",
            "write the value itself; a quantity that varies with the form is a `define`",
        )
