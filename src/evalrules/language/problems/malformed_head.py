"""A year or a place that is not written as one."""

from __future__ import annotations

from typing import ClassVar

from attrs import frozen

from evalrules.language.problems.problem import Phrase, Problem


@frozen(eq=False, repr=False)
class MalformedHead(Problem):
    """Policies are found by place and year, so both are written in one way.

    Failing:
        政策 p-1
          适用 project
          年度 22
          语言版本 1
    Fixed:
        政策 p-1
          适用 project
          年度 2022
          语言版本 1
    """

    found: str
    wanted: Phrase

    code: ClassVar[str] = "malformed-head"
    number: ClassVar[str] = "E0406"
    title: ClassVar[Phrase] = Phrase("开头的写法不对", "a line of the head is not well formed")

    def message(self) -> Phrase:
        return Phrase(f"“{self.found}”不是{self.wanted.zh}", f"`{self.found}` is not {self.wanted.en}")

    def help(self) -> Phrase:
        return Phrase(f"写成{self.wanted.zh}", f"write {self.wanted.en}")
