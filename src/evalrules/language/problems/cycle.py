"""Quantities or rules that depend on themselves."""

from __future__ import annotations

from typing import ClassVar

from attrs import frozen

from evalrules.language.problems.problem import Phrase, Problem
from evalrules.language.source import Span


@frozen(eq=False, repr=False)
class Cycle(Problem):
    """What is computed from itself has no value; the chain shows how it comes back.

    Failing:
        定义 甲量 [注 1] = 乙量 + 1
        定义 乙量 [注 1] = 甲量 − 1
        校验 量 [注 1]
          要求 甲量 > 乙量
          否则 警告 "量不对"
    Fixed:
        定义 甲量 [注 1] = 乙量 + 1
        定义 乙量 [注 1] = 2
        校验 量 [注 1]
          要求 甲量 > 乙量
          否则 警告 "量不对"
    """

    members: tuple[tuple[Phrase, Span], ...]
    """what depends on the next, in order; the last depends on the first"""

    code: ClassVar[str] = "cycle"
    number: ClassVar[str] = "E0407"
    title: ClassVar[Phrase] = Phrase("循环引用", "a cycle")

    def message(self) -> Phrase:
        names = [name for name, _ in self.members]
        chain = [*names, names[0]]
        zh, en = " → ".join(name.zh for name in chain), " → ".join(name.en for name in chain)
        return Phrase(f"循环引用：{zh}", f"a cycle: {en}")

    def help(self) -> Phrase:
        return Phrase("去掉其中一处引用", "remove one of the references")

    def related(self) -> tuple[tuple[Span, Phrase], ...]:
        following = (*self.members[1:], self.members[0])
        return tuple(
            (span, Phrase(f"{name.zh}在这里用到{needed.zh}", f"{name.en} needs {needed.en} here"))
            for (name, span), (needed, _) in zip(self.members, following, strict=True)
        )
