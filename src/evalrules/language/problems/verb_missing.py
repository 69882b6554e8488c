"""A plain declaration in a policy that amends another."""

from __future__ import annotations

from typing import ClassVar

from attrs import frozen

from evalrules.language.problems.problem import Fix, Phrase, Problem
from evalrules.language.source import Span


@frozen(eq=False, repr=False)
class VerbMissing(Problem):
    """A layer says of each declaration whether it adds or replaces, so that nothing is overridden by accident.

    Failing:
        政策 p-1
          修订 base-1
          语言版本 1
        参数 容差 = 5
    Fixed:
        政策 p-1
          修订 base-1
          语言版本 1
        新增 参数 容差 = 5
    """

    verb: Phrase

    code: ClassVar[str] = "verb-missing"
    number: ClassVar[str] = "E0415"
    title: ClassVar[Phrase] = Phrase("没有写明新增还是替换", "neither `add` nor `replace`")

    def message(self) -> Phrase:
        return Phrase(
            f"修订别的政策时，声明前要写明新增或替换，这里是{self.verb.zh}",
            f"in an amendment each declaration says `add` or `replace`; this would be `{self.verb.en}`",
        )

    def help(self) -> Phrase:
        return Phrase(f"在它前面写“{self.verb.zh}”", f"write `{self.verb.en}` before it")

    def fix(self) -> Fix:
        verb = self.verb.en if self.span.text.isascii() else self.verb.zh
        return Fix(Span(self.span.source, self.span.start, self.span.start), f"{verb} ")
