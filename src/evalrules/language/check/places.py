"""Where the words of a declaration stand, for problems that point at one of them."""

from __future__ import annotations

import re
from itertools import pairwise

from evalrules.language.source import Span
from evalrules.language.syntax.lexer import words_of
from evalrules.language.syntax.tree import Document


def word_span(within: Span, word: str, nth: int = 0) -> Span:
    """The place of the `nth` word in `within` that reads `word` (−1: the last); all of it if there is none."""
    found = [each for each in words_of(within.text)[0] if each.text == word]
    if not found:
        return within
    return Span(within.source, within.start + found[nth].start, within.start + found[nth].end)


_MARGIN = re.compile(r"^[^\s#＃;；。]", re.MULTILINE)
_FIRST = re.compile(r"(?:[\s;；。]|[#＃][^\n]*)*")


def lost_words(document: Document) -> frozenset[str]:
    """The words of declarations that are in the text of `document` and not in its tree.

    A declaration begins at the left margin; the first of a file begins with its first word.
    """
    read = {each.span.start for each in document.declarations}
    text = document.source.text
    first = _FIRST.match(text)
    starts = sorted({first.end() if first else 0, *(match.start() for match in _MARGIN.finditer(text))})
    lost = (text[start:end] for start, end in pairwise([*starts, len(text)]) if start not in read)
    return frozenset(word.text for part in lost for word in words_of(part)[0])
