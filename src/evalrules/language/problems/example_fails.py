"""An example of a policy that the policy itself does not bear out."""

from __future__ import annotations

from typing import ClassVar

from attrs import frozen

from evalrules.language.problems.problem import Phrase, Problem


@frozen(eq=False, repr=False)
class ExampleFails(Problem):
    """An example says what a form earns; the rules make something else of it.

    Failing:
        规则 甲 [注 3]
          对 指标
          得分 实际完成值 ÷ 年度指标值 × 分值
        示例 "完成 27，目标 36"
          行 指标  一级指标 "产出指标"  年度指标值 36  实际完成值 27  分值 15  应得 15
    Fixed:
        规则 甲 [注 3]
          对 指标
          得分 实际完成值 ÷ 年度指标值 × 分值
        示例 "完成 27，目标 36"
          行 指标  一级指标 "产出指标"  年度指标值 36  实际完成值 27  分值 15  应得 11.25
    """

    example: str
    wanted: Phrase
    """what it expects, as it is said after “should”"""
    derived: Phrase

    code: ClassVar[str] = "example-fails"
    number: ClassVar[str] = "E0601"
    title: ClassVar[Phrase] = Phrase("示例与规则不符", "an example does not hold")

    def message(self) -> Phrase:
        return Phrase(
            f"示例“{self.example}”应{self.wanted.zh}，按规则{self.derived.zh}",
            f"example “{self.example}” {self.wanted.en}; by the rules {self.derived.en}",
        )

    def help(self) -> Phrase:
        return Phrase("改正示例，或改正规则", "correct the example, or the rule")
