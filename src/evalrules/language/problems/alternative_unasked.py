"""Alternatives of a reading between which no condition tells."""

from __future__ import annotations

from typing import ClassVar

from attrs import frozen

from evalrules.language.problems.problem import Phrase, Problem, Severity


@frozen(eq=False, repr=False)
class AlternativeUnasked(Problem):
    """Of the alternatives that no condition asks for, one may be what `否则` stands for; two would mean the same.

    Failing:
        解读 步数 [注 1]
          可选 按整步 读作 "不足一步的不扣"
          可选 按比例 读作 "不足一步的按比例扣"
          可选 足一步 读作 "不足一步的扣一步"
          取 按整步 理由 "对单位有利"
        规则 甲 [注 1]
          对 指标
          当 步数 是 按整步 得分 分值
          否则 得分 0
    Fixed:
        解读 步数 [注 1]
          可选 按整步 读作 "不足一步的不扣"
          可选 按比例 读作 "不足一步的按比例扣"
          取 按整步 理由 "对单位有利"
        规则 甲 [注 1]
          对 指标
          当 步数 是 按整步 得分 分值
          否则 得分 0
    """

    reading: str
    alternatives: tuple[str, ...]

    code: ClassVar[str] = "alternative-unasked"
    number: ClassVar[str] = "W0232"
    title: ClassVar[Phrase] = Phrase("可选读法没有用到", "an alternative never asked for")
    severity: ClassVar[Severity] = Severity.WARNING

    def message(self) -> Phrase:
        zh, en = "”“".join(self.alternatives), "`, `".join(self.alternatives)
        return Phrase(
            f"解读“{self.reading}”的可选读法“{zh}”没有一处问到，取其中哪一种都一样",
            f"alternatives `{en}` of reading `{self.reading}` are never asked for: which one is taken changes nothing",
        )

    def help(self) -> Phrase:
        name = self.alternatives[0]
        return Phrase(
            f"在它起作用的地方写“当 {self.reading} 是 {name}”，或删去多余的",
            f"write `when {self.reading} is {name}` where it matters, or remove one",
        )
