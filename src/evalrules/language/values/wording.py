"""Brings a printed cell into one spelling: half-width, without blanks that mean nothing."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from evalrules.language.values import vocabulary

_FULL_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_SMALL_FORMS = dict(zip("﹤﹥﹦﹪﹢﹣﹙﹚﹐﹒﹕﹔", "<>=%+-(),.:;", strict=True))
_LOOKALIKES = {"‹": "<", "›": ">", "〈": "<", "〉": ">", "−": "-", "〜": "~", "∼": "~", "╱": "/", "∕": "/"}
_INVISIBLE = dict.fromkeys("\u200b\u200c\u200d\u2060\ufeff\u00ad", "")
_TO_ASCII = _FULL_WIDTH | str.maketrans(_SMALL_FORMS | _LOOKALIKES | _INVISIBLE)

_MARKS = "★☆●▲■◆※•"
_QUOTES = "“”\"'‘’「」"
_STOPS = "。;,!"

_OF_A_NUMBER = frozenset("0123456789.,:")


def normalise(text: str) -> str:
    """`text` in half-width forms, without blanks, list marks, quotation marks and closing stops.

    A blank between two digits stays (as one space): it parts two numbers.
    """
    parts: list[str] = []
    for word in text.translate(_TO_ASCII).split():
        if parts and parts[-1][-1] in _OF_A_NUMBER and word[0] in _OF_A_NUMBER:
            parts.append(" ")
        parts.append(word)
    phrase = "".join(parts).strip(_QUOTES).lstrip(_MARKS).rstrip(_STOPS).strip(_QUOTES)
    # “1.” and “1、” number an item that was left empty; behind anything else they are stops.
    return phrase if phrase[-2:-1].isdigit() else phrase.rstrip(".、")


class Words:
    """A set of words that is asked which of them, the longest first, a text begins or ends with."""

    __slots__ = ("_by_length", "_lengths")

    def __init__(self, words: Iterable[str]) -> None:
        self._by_length = frozenset(words)
        self._lengths = tuple(sorted({len(word) for word in self._by_length}, reverse=True))

    def __contains__(self, word: str) -> bool:
        return word in self._by_length

    def opening(self, text: str) -> str:
        """The longest word with which `text` begins, or the empty text."""
        return next((text[:n] for n in self._lengths if text[:n] in self._by_length), "")

    def closing(self, text: str) -> str:
        """The longest word with which `text` ends, or the empty text."""
        return next((text[-n:] for n in self._lengths if text[-n:] in self._by_length), "")

    def within(self, text: str) -> bool:
        """Whether one of the words occurs in `text`."""
        return any(word in text for word in self._by_length)


def by_word(groups: Mapping[str, str]) -> dict[str, str]:
    """Turns "meaning: words" round into "word: meaning"."""
    return {word: meaning for meaning, words in groups.items() for word in words.split()}


def leading(text: str, characters: Collection[str]) -> str:
    """The part of `text` before the first character that is not one of `characters`."""
    end = next((at for at, char in enumerate(text) if char not in characters), len(text))
    return text[:end]


SIGN_CHARACTERS = frozenset("".join(by_word(vocabulary.COMPARATOR_SIGNS)))
