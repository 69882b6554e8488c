"""How a word is written, and whether a space stands before it."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import frozen

from evalrules.language.keywords import ROW_OF_TOKEN, spelling
from evalrules.language.syntax.lexer import Word
from evalrules.language.syntax.print import Lang, quoted

_SIGNS = {
    "LE": "≤", "GE": "≥", "NE": "≠", "EQ": "=", "LT": "<", "GT": ">",
    "PLUS": "+", "MINUS": "−", "TIMES": "×", "DIVIDE": "÷", "PERCENT": "%", "PER_MILLE": "‰",
}  # fmt: skip
_FULL_WIDTH = {"LPAR": "（", "RPAR": "）", "COMMA": "，", "COLON": "："}
_HALF_WIDTH = {"LPAR": "(", "RPAR": ")", "COMMA": ",", "COLON": ":"}
_BRACKETS = (("[", "]"), ("【", "】"), ("［", "］"))
_MARKS = frozenset({"INCLUDING", "EXCLUDING"})
_PERCENTS = frozenset({"PERCENT", "PER_MILLE"})
_CLOSING = frozenset({"RPAR", "COMMA", "COLON"})
_AS_READ = frozenset({"NAME", "NUMBER", "DATE"})
_CALLS = frozenset({"call", "member"})
"""The rules in which an opening bracket belongs to the word before it."""


@frozen
class Spelling:
    """The languages of a text: of its punctuation, and of its keywords where they are to be changed."""

    punctuation: Lang
    keywords: Lang | None

    def spelt(self, word: Word, rule: str) -> str:
        """`word`, which follows `rule`, as it is printed.

        What stands for a cell of a form is a copy of what is printed there, and left alone.
        """
        if word.type == "STRING":
            return quoted(word.text)
        if word.type in _AS_READ or rule == "printed":
            return word.text
        if word.type in _MARKS:
            return spelling(word.type, self.punctuation)
        if word.type in ROW_OF_TOKEN:
            return spelling(word.type, self.keywords) if self.keywords else word.text
        if word.type == "CITE":
            return next(f"{left}{word.text}{right}" for left, right in _BRACKETS if right not in word.text)
        wide = _FULL_WIDTH if self.punctuation == "zh" else _HALF_WIDTH
        return _SIGNS.get(word.type) or wide[word.type]

    def are_apart(self, before: Word, before_rule: str, word: Word, rule: str) -> bool:
        """Whether a space stands between two words, each given with the rule that it follows."""
        if word.type in _CLOSING | _PERCENTS or before.type == "LPAR":
            return False
        if before.type == "MINUS" and before_rule in ("negative", "printed"):
            return False
        if rule in ("unit", "printed") and word.type in ROW_OF_TOKEN:
            return self.spelt(word, rule).isascii()  # 13万元, 13 wan-yuan
        if self.punctuation == "en":
            return not (word.type == "LPAR" and rule == "call")
        return not _full_width_parts(before, word, rule)


def _full_width_parts(before: Word, word: Word, rule: str) -> bool:
    """Whether a full-width sign parts two words, which brings its own white space."""
    return (
        word.type in _MARKS
        or before.type == "COMMA"
        or (word.type == "LPAR" and rule in _CALLS)
        or (before.type in _MARKS and word.type == "TO")
    )


def language_of(words: Sequence[Word]) -> Lang:
    """The language in which most of the keywords among `words` are written."""
    rows = [(word.text, ROW_OF_TOKEN[word.type]) for word in words if word.type in ROW_OF_TOKEN]
    english = sum(text == row.en for text, row in rows)
    return "en" if 2 * english > len(rows) else "zh"
