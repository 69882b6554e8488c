"""A number with more digits than any amount has."""

from __future__ import annotations

from typing import ClassVar

from attrs import frozen

from evalrules.language.problems.problem import Phrase, Problem


@frozen(eq=False, repr=False)
class NumberTooLong(Problem):
    """A number has at most 60 digits; a longer one is an accident.

    Failing:
        参数 门槛 = 1000000000000000000000000000000000000000000000000000000000000
    Fixed:
        参数 门槛 = 100
    """

    limit: int

    code: ClassVar[str] = "number-too-long"
    number: ClassVar[str] = "E0308"
    title: ClassVar[Phrase] = Phrase("数太长", "a number that is too long")

    def message(self) -> Phrase:
        return Phrase(f"这个数超过 {self.limit} 位", f"the number has more than {self.limit} digits")

    def help(self) -> Phrase:
        return Phrase(
            "检查是否多写了数字；大额可以用 万元、亿元",
            "look for digits too many; large amounts may be written in wan-yuan or yi-yuan",
        )
