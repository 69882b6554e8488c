"""A field that the extended form already has."""

from __future__ import annotations

from typing import ClassVar

from attrs import frozen

from evalrules.language.problems.problem import Phrase, Problem
from evalrules.language.source import Span


@frozen(eq=False, repr=False)
class FieldRedeclared(Problem):
    """What the extended form has need not be said again; another type for it would change the rules written for it.

    Failing:
        表式 grant
          扩充 project
          语言版本 1
        多行 指标 indicators
          权重 points 分数 满分
    Fixed:
        表式 grant
          扩充 project
          语言版本 1
        多行 指标 indicators
          分值 改称 权重
    """

    name: str
    known: str
    form: str
    first: Span

    code: ClassVar[str] = "field-redeclared"
    number: ClassVar[str] = "E0440"
    title: ClassVar[Phrase] = Phrase("被扩充的表式已有这个字段", "a field that the extended form has")

    def message(self) -> Phrase:
        return Phrase(
            f"字段“{self.name}”在表式 {self.form} 中已有，叫“{self.known}”",
            f"the form `{self.form}` has the field `{self.name}` already, as `{self.known}`",
        )

    def help(self) -> Phrase:
        return Phrase(
            f"删去这一行；表上印作别的名称的，写：{self.known} 改称 新名称，或 {self.known} 又名 “另一名称”",
            f"remove the line; for another name write `{self.known} renamed NAME` or `{self.known} also “NAME”`",
        )

    def related(self) -> tuple[tuple[Span, Phrase], ...]:
        return ((self.first, Phrase("先在这里声明", "declared here first")),)
