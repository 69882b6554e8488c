"""A policy file beyond the language's limit."""

from __future__ import annotations

from typing import ClassVar

from attrs import frozen

from evalrules.language.problems.problem import Phrase, Problem


@frozen(eq=False, repr=False)
class TooLarge(Problem):
    """A policy is a text that a person can read; a file of this size is something else.

    Failing:
        {mebibytes}政策 p-1
          适用 project
          语言版本 1
    Fixed:
        政策 p-1
          适用 project
          语言版本 1
    """

    size: int
    """in bytes"""
    limit: int

    code: ClassVar[str] = "too-large"
    number: ClassVar[str] = "E0107"
    title: ClassVar[Phrase] = Phrase("政策文件过大", "policy file too large")

    def message(self) -> Phrase:
        return Phrase(
            f"文件有 {self.size} 个字节，政策文件最多 {self.limit} 个字节",
            f"the file has {self.size} bytes, and a policy file at most {self.limit}",
        )

    def help(self) -> Phrase:
        return Phrase(
            "检查是否选错了文件；政策确实很长时，用 修订 分成几份",
            "see whether it is the right file; if the policy is that long, divide it with `amends`",
        )
