"""Where the words of a declaration stand, for problems that point at one of them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from evalrules.language.source import Source, Span
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

    A declaration begins with a word at the left margin; the first of a file, with its first word.
    """
    text = document.source.text
    read = {each.span.start for each in document.declarations}
    first = _FIRST.match(text)
    begins = {first.end() if first else 0, *(match.start() for match in _MARGIN.finditer(text))}
    return frozenset(_unread(document.source, read)) if begins - read else frozenset()


def _unread(source: Source, read: set[int]) -> Iterator[str]:
    """The words of the declarations of `source` that do not begin at one of the places in `read`."""
    margins = frozenset(source.line_starts)
    lost = False
    for at, word in enumerate(words_of(source.text)[0]):
        if at == 0 or word.start in margins:
            lost = word.start not in read
        if lost:
            yield word.text
