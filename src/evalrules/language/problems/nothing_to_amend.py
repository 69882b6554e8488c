"""A verb of amendment in a policy that amends none."""

from __future__ import annotations

from typing import ClassVar

from attrs import frozen

from evalrules.language.problems.problem import Phrase, Problem


@frozen(eq=False, repr=False)
class NothingToAmend(Problem):
    """`新增`, `替换`, `删除` and `设` change another policy, which the head names with `修订`.

    Failing:
        新增 参数 门槛 = 60
    Fixed:
        参数 门槛 = 60
    """

    code: ClassVar[str] = "nothing-to-amend"
    number: ClassVar[str] = "E0414"
    title: ClassVar[Phrase] = Phrase("没有可修订的政策", "there is no policy to amend")

    def message(self) -> Phrase:
        return Phrase(
            "这个政策没有修订别的政策，不能新增、替换、删除或改设",
            "this policy amends none, so nothing can be added, replaced, removed or set",
        )

    def help(self) -> Phrase:
        return Phrase(
            "在开头写明“修订 政策编号”，或直接声明",
            "name the policy with `amends` in the head, or declare it plainly",
        )
