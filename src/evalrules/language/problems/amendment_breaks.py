"""A change after which something in the amended policy no longer holds."""

from __future__ import annotations

from typing import ClassVar

from attrs import frozen

from evalrules.language.problems.problem import Phrase, Problem
from evalrules.language.source import Span


@frozen(eq=False, repr=False)
class AmendmentBreaks(Problem):
    """What is removed or replaced may still be used below; then that must be amended too.

    Failing:
        政策 p-1
          修订 base-1
          语言版本 1
        删除 参数 过完成
    Fixed:
        政策 p-1
          修订 base-1
          语言版本 1
        删除 校验 过完成
        删除 参数 过完成
    """

    file: str
    effects: tuple[Problem, ...]

    code: ClassVar[str] = "amendment-breaks"
    number: ClassVar[str] = "E0421"
    title: ClassVar[Phrase] = Phrase("修订使下层不再成立", "an amendment breaks what it amends")

    def message(self) -> Phrase:
        zh, en = self.effects[0].message()
        count = len(self.effects)
        if count == 1:
            return Phrase(f"修订之后，{self.file} 中：{zh}", f"after the amendment, in {self.file}: {en}")
        return Phrase(
            f"修订之后，{self.file} 中有 {count} 处不再成立，第一处：{zh}",
            f"after the amendment, {count} things in {self.file} no longer hold; the first: {en}",
        )

    def help(self) -> Phrase:
        return Phrase("把受影响的声明一并替换或删除", "replace or remove what is affected as well")

    def related(self) -> tuple[tuple[Span, Phrase], ...]:
        return tuple((effect.span, effect.message()) for effect in self.effects)
