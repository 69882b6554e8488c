"""An example whose form lies outside the folder of its text."""

from __future__ import annotations

from typing import ClassVar

from attrs import frozen

from evalrules.language.problems.problem import Phrase, Problem


@frozen(eq=False, repr=False)
class FormOutOfReach(Problem):
    """The form of an example lies beside the text that names it, or below: a text that came from
    elsewhere must not read what else is on this computer.

    Failing:
        规则 甲 [注 1]
          对 指标
          得分 分值
        示例 "上年的表"
          表格 "../2021/form.json"
          总分 90
    Fixed:
        规则 甲 [注 1]
          对 指标
          得分 分值
        示例 "只有一行"
          行 指标  分值 10
          总分 10
    """

    path: str

    code: ClassVar[str] = "form-out-of-reach"
    number: ClassVar[str] = "E0604"
    title: ClassVar[Phrase] = Phrase("表格不在本文件的文件夹之内", "a form outside the folder of its text")

    def message(self) -> Phrase:
        return Phrase(
            f"表格“{self.path}”不在本文件所在的文件夹或其下",
            f"the form `{self.path}` lies neither beside this text nor below",
        )

    def help(self) -> Phrase:
        return Phrase(
            "把表格放到本文件旁边，用 / 分级写出从这里起的路径",
            "put the form beside this text, and write its path from here with /",
        )
