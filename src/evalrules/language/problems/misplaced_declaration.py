"""A declaration of a form inside a policy, or of a policy inside a form."""

from __future__ import annotations

from typing import ClassVar

from attrs import frozen

from evalrules.language.problems.problem import Phrase, Problem


@frozen(eq=False, repr=False)
class MisplacedDeclaration(Problem):
    """A form is declared once and scored by many policies, so the two stand in different files.

    Failing:
        政策 p-1
          适用 project
          语言版本 1
        单项 汇总 summary
          分值 points 分数
    Fixed:
        政策 p-1
          适用 project
          语言版本 1
    """

    home: Phrase

    code: ClassVar[str] = "misplaced-declaration"
    number: ClassVar[str] = "E0403"
    title: ClassVar[Phrase] = Phrase("声明放错了文件", "a declaration in the wrong kind of file")

    def message(self) -> Phrase:
        return Phrase(
            f"这条声明属于{self.home.zh}，不能写在这个文件里",
            f"this declaration belongs to {self.home.en}, not to this file",
        )

    def help(self) -> Phrase:
        return Phrase(f"把它移到{self.home.zh}的文件", f"move it to the file of {self.home.en}")
