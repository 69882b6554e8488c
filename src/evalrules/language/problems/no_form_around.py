"""No form stands outside, in a gathering of forms."""

from __future__ import annotations

from typing import ClassVar

from attrs import frozen

from evalrules.language.problems.problem import Phrase, Problem


@frozen(eq=False, repr=False)
class NoFormAround(Problem):
    """`本表` tells this form from the forms of a population; where none are gathered there is only one.

    Failing:
        定义 名次值 [注 1] = 个数（对 各表 中 总分 > 总分） + 本表 总分
    Fixed:
        定义 名次值 [注 1] = 个数（对 各表 中 总分 > 本表 总分） + 总分
    """

    name: str

    code: ClassVar[str] = "no-form-around"
    number: ClassVar[str] = "E0233"
    title: ClassVar[Phrase] = Phrase("外面没有表", "no form stands outside")

    def message(self) -> Phrase:
        return Phrase(
            f"“本表 {self.name}”要写在“对 各表”的汇总之内；这里不是",
            f"`this-form {self.name}` belongs where forms are gathered (`for forms`); this is none",
        )

    def help(self) -> Phrase:
        return Phrase(f"直接写：{self.name}", f"write `{self.name}` alone")
