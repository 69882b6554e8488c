"""A field whose role its type cannot fill, or a role given to two fields."""

from __future__ import annotations

from typing import ClassVar

from attrs import frozen

from evalrules.language.problems.problem import Phrase, Problem


@frozen(eq=False, repr=False)
class RoleMisplaced(Problem):
    """The engine finds points, claims and labels by their roles, so each is given once and to a field that can hold it.

    Failing:
        表式 small
          名称 "小表"
          语言版本 1
        多行 指标 indicators
          名称 name 文字 标识
          分值 points 文字 满分
    Fixed:
        表式 small
          名称 "小表"
          语言版本 1
        多行 指标 indicators
          名称 name 文字 标识
          分值 points 分数 满分
    """

    role: str
    wanted: Phrase

    code: ClassVar[str] = "role-misplaced"
    number: ClassVar[str] = "E0422"
    title: ClassVar[Phrase] = Phrase("字段的用途与类型不合", "a field whose role does not fit its type")

    def message(self) -> Phrase:
        return Phrase(
            f"“{self.role}”字段应是{self.wanted.zh}",
            f"the field for `{self.role}` should be {self.wanted.en}",
        )

    def help(self) -> Phrase:
        return Phrase(
            f"改为{self.wanted.zh}，或把“{self.role}”写在另一个字段上",
            f"make it {self.wanted.en}, or give the role to another field",
        )
