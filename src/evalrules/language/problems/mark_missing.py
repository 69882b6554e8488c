"""A sign that is missing between two words."""

from __future__ import annotations

from typing import ClassVar

from attrs import frozen

from evalrules.language.problems.problem import Fix, Phrase, Problem


@frozen(eq=False, repr=False)
class MarkMissing(Problem):
    """Signs say how words belong together: `=` gives a name its value, `：` what a tier or a band earns.

    Failing:
        参数 门槛 60% [注 1]
        规则 甲 [注 1]
          对 指标
          当 实际完成值 ≥ 门槛 得分 分值
          否则 得分 0
    Fixed:
        参数 门槛 = 60% [注 1]
        规则 甲 [注 1]
          对 指标
          当 实际完成值 ≥ 门槛 得分 分值
          否则 得分 0
    """

    before: str
    after: str
    mark: Phrase
    """the sign or keyword, or several signs of which one is missing, parted by blanks"""

    code: ClassVar[str] = "mark-missing"
    number: ClassVar[str] = "E0126"
    title: ClassVar[Phrase] = Phrase("缺少符号", "a sign is missing")

    def message(self) -> Phrase:
        return Phrase(
            f"“{self.before}”和“{self.after}”之间缺少“{self.mark.zh}”",
            f"`{self.mark.en}` is missing between `{self.before}` and `{self.after}`",
        )

    def help(self) -> Phrase:
        if " " in self.mark.zh:
            return Phrase("按意思补上其中一个", "put the one that is meant between them")
        zh, en = (f"{self.before} {mark} {self.after}" for mark in self.mark)
        return Phrase(f"写成：{zh}".replace(" ：", "："), f"write: {en}".replace(" :", ":"))

    def fix(self) -> Fix | None:
        return None if " " in self.mark.zh else Fix(self.span, f"{self.mark.zh} {self.after}")
