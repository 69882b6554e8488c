"""An example whose form cannot be read."""

from __future__ import annotations

from typing import ClassVar

from attrs import frozen

from evalrules.language.problems.problem import Phrase, Problem


@frozen(eq=False, repr=False)
class FormUnread(Problem):
    """An example shows something only if its form is there and can be read.

    Failing:
        规则 甲 [注 1]
          对 指标
          得分 分值
        示例 "上年的表"
          表格 "no-such-form.json"
          总分 10
    Fixed:
        规则 甲 [注 1]
          对 指标
          得分 分值
        示例 "只有一行"
          行 指标  分值 10
          总分 10
    """

    path: str
    reason: Phrase

    code: ClassVar[str] = "form-unread"
    number: ClassVar[str] = "E0605"
    title: ClassVar[Phrase] = Phrase("示例的表格读不出", "the form of an example cannot be read")

    def message(self) -> Phrase:
        return Phrase(
            f"示例的表格“{self.path}”不能用：{self.reason.zh}",
            f"the form `{self.path}` of the example is of no use: {self.reason.en}",
        )

    def help(self) -> Phrase:
        return Phrase(
            "检查路径（从本文件所在的文件夹写起）和表格的内容",
            "look at the path, written from the folder of this text, and at what the form holds",
        )
