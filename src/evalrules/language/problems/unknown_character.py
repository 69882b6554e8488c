"""A character that no word of the language contains."""

from __future__ import annotations

from typing import ClassVar

from attrs import frozen

from evalrules.language.problems.problem import Phrase, Problem

_QUOTES = frozenset("”'‘’」』『`＂＇")
_DASHES = frozenset("~～—–―")
_CONNECTIVES = {"&": ("且", "and"), "＆": ("且", "and"), "|": ("或", "or"), "!": ("非", "not"), "！": ("非", "not")}


@frozen(eq=False, repr=False)
class UnknownCharacter(Problem):
    """A character belongs to no word, number or sign of the language.

    Failing:
        参数 门槛 = 60 & 1
    Fixed:
        参数 门槛 = 60 + 1
    """

    found: str

    code: ClassVar[str] = "unknown-character"
    number: ClassVar[str] = "E0102"
    title: ClassVar[Phrase] = Phrase("不认识的字符", "unknown character")

    def message(self) -> Phrase:
        code = f"U+{ord(self.found[0]):04X}"
        return Phrase(f"字符“{self.found}”（{code}）在本语言中没有意义", f"`{self.found}` ({code}) means nothing here")

    def help(self) -> Phrase:
        if self.found in _QUOTES:
            return Phrase(
                '文字写在 "…" 或 “…” 里，开头和末尾成对', 'a text stands between "…" or “…”, the marks being a pair'
            )
        if self.found in _DASHES:
            return Phrase(
                "一段数写“至”，两端注明（含）或（不含）：80%（含）至 90%（不含）；减号写 -",
                "write a stretch of numbers as 80%(incl) to 90%(excl); a minus is -",
            )
        if self.found in _CONNECTIVES:
            zh, en = _CONNECTIVES[self.found]
            return Phrase(f"写“{zh}”", f"write `{en}`")
        return Phrase(
            "删去它；若是文字的一部分，请用引号括起来",
            "remove it; if it is part of a text, put the text in quotes",
        )
