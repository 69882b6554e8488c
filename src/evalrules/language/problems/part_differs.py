"""A part of a form that is declared otherwise than in the form it extends."""

from __future__ import annotations

from typing import ClassVar

from attrs import frozen

from evalrules.language.problems.problem import Phrase, Problem


@frozen(eq=False, repr=False)
class PartDiffers(Problem):
    """A part that is extended keeps its kind and its two names: rules and forms speak of it by them.

    Failing:
        表式 grant
          扩充 project
          语言版本 1
        多行 指标 goals
          上年完成值 before 实绩
    Fixed:
        表式 grant
          扩充 project
          语言版本 1
        多行 指标 indicators
          上年完成值 before 实绩
    """

    found: Phrase
    known: Phrase
    form: str

    code: ClassVar[str] = "part-differs"
    number: ClassVar[str] = "E0441"
    title: ClassVar[Phrase] = Phrase("与被扩充的部分不一致", "a part that differs from the one it extends")

    def message(self) -> Phrase:
        return Phrase(
            f"表式 {self.form} 中是“{self.known.zh}”，这里写成“{self.found.zh}”",
            f"the form `{self.form}` has `{self.known.en}`, and here stands `{self.found.en}`",
        )

    def help(self) -> Phrase:
        return Phrase(
            f"给它加字段，写：{self.known.zh}；另立一部分，换两个新的名称",
            f"write `{self.known.en}` to add fields to it; a part of its own needs two names of its own",
        )
