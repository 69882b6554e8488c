"""Sentences in two languages with slots, and the words that fill them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from evalrules.language.problems.problem import Phrase
from evalrules.views.page import Lang, Run, Tone, Words

_SLOT = re.compile(r"\{(\w+)\}")
_QUOTE, _MESSAGE = 80, 1000
"""characters that are shown of what a cell holds, and of a whole sentence"""


def say(phrase: Phrase, lang: Lang, **slots: Words | str) -> Words:
    """The sentence in `lang`, its `{slots}` filled; of very long fillings only a part.

    A slot without words is a KeyError.
    """
    pieces: list[Run] = []
    for at, piece in enumerate(_SLOT.split(phrase.in_(lang))):
        pieces += _filling(slots[piece]) if at % 2 else text(piece)
    return joined(pieces)


def _filling(words: Words | str) -> Words:
    return text(shortened(words, _MESSAGE)) if isinstance(words, str) else words


def joined(runs: Iterable[Run]) -> Words:
    """Runs one behind the other; neighbours of one tone become one run."""
    words: list[Run] = []
    for run in runs:
        if words and words[-1].tone is run.tone:
            words[-1] = Run(words[-1].text + run.text, run.tone)
        elif run.text:
            words.append(run)
    return tuple(words)


def text(words: str) -> Words:
    """Words as they are."""
    return (Run(words),) if words else ()


def strong(words: str) -> Words:
    """What the reader came for."""
    return (Run(words, Tone.STRONG),)


def number(words: str) -> Words:
    """A number, in any notation."""
    return (Run(words, Tone.NUMBER),)


def code(words: str) -> Words:
    """The author's words, or a name of the policy."""
    return (Run(words, Tone.CODE),)


# Punctuation --------------------------------------------------------------------------------------

COMMA = Phrase("、", ", ")
SEMICOLON = Phrase("；", "; ")
AND = Phrase("，且", ", and ")
_QUOTED = Phrase("“{words}”", "“{words}”")
_BRACKETED = Phrase("（{words}）", " ({words})")


def listed(items: Iterable[Words], lang: Lang, between: Phrase = COMMA) -> Words:
    """Several things in one sentence."""
    pieces: list[Run] = []
    for at, item in enumerate(items):
        pieces += (*text(between.in_(lang)), *item) if at else item
    return joined(pieces)


def quoted(words: str, lang: Lang) -> Words:
    """What a form or a policy says, in quotation marks and shortened where it is very long."""
    return say(_QUOTED, lang, words=shortened(words))


def bracketed(words: Words | str, lang: Lang) -> Words:
    """An aside."""
    return say(_BRACKETED, lang, words=words)


def shortened(words: str, most: int = _QUOTE) -> str:
    """`words` on one line, without what goes beyond `most` characters."""
    line = " ".join(words[: 20 * most].split())
    return line if len(line) <= most else line[:most] + "…"
