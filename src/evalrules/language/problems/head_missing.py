"""A file that declares neither a policy nor a form."""

from __future__ import annotations

from typing import ClassVar

from attrs import frozen

from evalrules.language.problems.problem import Phrase, Problem


@frozen(eq=False, repr=False)
class HeadMissing(Problem):
    """A file is one policy or one form; its first declaration says which.

    Failing:
        依据 注 官方 "表下注"
    Fixed:
        政策 p-1
          适用 project
          语言版本 1
        依据 注 官方 "表下注"
        总分 合计（得分）
          不舍入 [注 1]
    """

    code: ClassVar[str] = "head-missing"
    number: ClassVar[str] = "E0401"
    title: ClassVar[Phrase] = Phrase("缺少政策或表式的开头", "no policy and no form is declared")

    def message(self) -> Phrase:
        return Phrase("文件中没有“政策”，也没有“表式”", "the file declares neither a `policy` nor a `form`")

    def help(self) -> Phrase:
        return Phrase("文件以“政策 编号”或“表式 名称”开头", "begin the file with `policy ID` or `form NAME`")
