"""Another name for a field where no form is extended."""

from __future__ import annotations

from typing import ClassVar

from attrs import frozen

from evalrules.language.problems.problem import Phrase, Problem


@frozen(eq=False, repr=False)
class NothingToExtend(Problem):
    """`又名` and `改称` behind a mere name speak of a field that an extended form declares in that part.

    Failing:
        表式 grant
          语言版本 1
        多行 指标 indicators
          指标名称 name 文字
          指标名称 又名 "三级指标"
    Fixed:
        表式 grant
          语言版本 1
        多行 指标 indicators
          指标名称 name 文字 又名 "三级指标"
    """

    name: str

    code: ClassVar[str] = "nothing-to-extend"
    number: ClassVar[str] = "E0443"
    title: ClassVar[Phrase] = Phrase("没有可改名称的字段", "no field below to be named")

    def message(self) -> Phrase:
        return Phrase(
            f"被扩充的表式没有这一部分，“{self.name}”无从改名或加名",
            f"no form below has this part, so `{self.name}` has no field to name",
        )

    def help(self) -> Phrase:
        return Phrase(
            "新字段写全：中文名、英文名、类型；“又名”写在同一行的末尾",
            "write a new field in full: its two names and its type; `also` stands at the end of its line",
        )
