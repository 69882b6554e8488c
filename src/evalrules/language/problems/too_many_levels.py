"""A formula, or a chain of formulas, that is nested beyond the language's limit."""

from __future__ import annotations

from typing import ClassVar

from attrs import frozen

from evalrules.language.problems.problem import Phrase, Problem


@frozen(eq=False, repr=False)
class TooManyLevels(Problem):
    """A number that is computed in hundreds of levels cannot be followed by anybody, nor be explained.

    Failing:
        参数 门槛 = {terms}
    Fixed:
        参数 门槛 = 150
    """

    what: Phrase
    limit: int

    code: ClassVar[str] = "too-many-levels"
    number: ClassVar[str] = "E0424"
    title: ClassVar[Phrase] = Phrase("一层套一层，层数过多", "computed in too many levels")

    def message(self) -> Phrase:
        return Phrase(
            f"{self.what.zh}一层套一层，超过 {self.limit} 层",
            f"{self.what.en} is nested more than {self.limit} levels deep",
        )

    def help(self) -> Phrase:
        return Phrase(
            "简化算式；多项相加可以用 合计（… 对 …）", "simplify the formula; many terms may be a `sum(… for …)`"
        )
