"""Strategies for one text in many layouts: the same words with other white space, and comments anywhere."""

from __future__ import annotations

from collections.abc import Callable

from hypothesis import strategies as st

from evalrules.language.source import Source
from evalrules.language.syntax.lexer import Word, words_of

_GAPS = [" ", "  ", "\t", "\u3000", " ； ", "\n ", "\n      ", " \r\n  "]
_COMMENTED = ["  # 甲\n ", "#乙 \n ", "\n ＃ 丙\n  ", "\n# 丁\n\n# 戊\n  ", "\n\n  ", "\n\n\n   # 己 # 庚\n "]


@st.composite
def respaced(draw: st.DrawFn, text: str) -> str:
    """`text` with other white space, also other line breaks, between the words of its declarations.

    `text` has no comments. Blank lines between declarations stay.
    """
    return _between(text, lambda: draw(st.sampled_from(_GAPS)), lambda gap: gap)


@st.composite
def commented(draw: st.DrawFn, text: str) -> str:
    """`text` with comments and blank lines at some places between words."""
    some = st.sampled_from([" ", " ", " ", *_COMMENTED])
    return _between(text, lambda: draw(some), lambda gap: gap + draw(some).strip(" ") + "\n")


def _between(text: str, inside: Callable[[], str], before: Callable[[str], str]) -> str:
    """`text` with what `inside` yields between the words of a declaration; `before` alters what parts two of them."""
    words, _ = words_of(text)
    margin = frozenset(Source("", text).line_starts)
    parts: list[str] = []
    end = 0
    for word in words:
        gap = text[end : word.start]
        parts.append(
            "" if not parts else before(gap) if word.start in margin else inside() if _parted(word, gap) else gap
        )
        parts.append(text[word.start : word.end])
        end = word.end
    return "".join([*parts, "\n"])


def _parted(word: Word, gap: str) -> bool:
    return bool(gap) and not word.text.startswith("#")
