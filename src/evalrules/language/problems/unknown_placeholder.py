"""A placeholder of a message that stands for nothing."""

from __future__ import annotations

from typing import ClassVar

from attrs import frozen

from evalrules.language.problems.nearest import nearest
from evalrules.language.problems.problem import Fix, Phrase, Problem
from evalrules.language.problems.unknown import listed


@frozen(eq=False, repr=False)
class UnknownPlaceholder(Problem):
    """What stands in braces in a message is filled with a field, a parameter, a local quantity, 得分 or 总分.

    Failing:
        校验 偏差原因 [注 4]
          对 指标
          要求 偏差原因 已填
          否则 警告 "{指标名} 没有说明偏差原因"
    Fixed:
        校验 偏差原因 [注 4]
          对 指标
          要求 偏差原因 已填
          否则 警告 "{指标名称} 没有说明偏差原因"
    """

    name: str
    known: tuple[str, ...]

    code: ClassVar[str] = "unknown-placeholder"
    number: ClassVar[str] = "E0215"
    title: ClassVar[Phrase] = Phrase("提示语中的名称没有所指", "a placeholder that stands for nothing")

    @property
    def meant(self) -> str:
        """The known name that the author probably meant, or ""."""
        return nearest(self.name, self.known)

    def message(self) -> Phrase:
        return Phrase(f"提示语中的“{{{self.name}}}”没有所指", f"`{{{self.name}}}` in the message stands for nothing")

    def help(self) -> Phrase:
        if self.meant:
            return Phrase(f"是否想写“{{{self.meant}}}”？", f"did you mean `{{{self.meant}}}`?")
        zh, en = listed(self.known)
        return Phrase(f"花括号中可以写：{zh}", f"what may stand in braces: {en}")

    def fix(self) -> Fix | None:
        return Fix(self.span, f"{{{self.meant}}}") if self.meant else None
