"""Something that belongs to a row, where no row is at hand."""

from __future__ import annotations

from typing import ClassVar

from attrs import frozen

from evalrules.language.problems.problem import Phrase, Problem


@frozen(eq=False, repr=False)
class RowNeeded(Problem):
    """A field of a list has a value for each row; without a row it has none, until rows are gathered.

    Failing:
        定义 达标分 [注 1] = 分值 × 执行率
    Fixed:
        定义 达标分 [注 1] 对 资金 = 分值 × 执行率
    """

    what: Phrase
    owner: Phrase

    code: ClassVar[str] = "row-needed"
    number: ClassVar[str] = "E0217"
    title: ClassVar[Phrase] = Phrase("这里没有行", "there is no such row here")

    def message(self) -> Phrase:
        return Phrase(
            f"{self.what.zh}属于“{self.owner.zh}”的各行，这里没有这样的行",
            f"{self.what.en} belongs to the rows of `{self.owner.en}`; there is no such row here",
        )

    def help(self) -> Phrase:
        return Phrase(
            f"写明是哪些行（对 {self.owner.zh}），或汇总各行：合计（… 对 {self.owner.zh}）",
            f"say which rows (`for {self.owner.en}`), or gather them: `sum(… for {self.owner.en})`",
        )
