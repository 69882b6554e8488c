"""Every sentence exists in both languages, and says the same things in each."""

from __future__ import annotations

import pkgutil
import re
from collections.abc import Iterator
from importlib import import_module

from evalrules.language.problems import Phrase
from evalrules.views import compose
from evalrules.views.compose.saying import say, shortened
from evalrules.views.page import Run, Tone

SLOT = re.compile(r"\{\w*\}")
HAN = re.compile("[一-龥]")


def phrases() -> Iterator[tuple[str, Phrase]]:
    """Each phrase of a composer, with the name of the module that owns it."""
    for each in pkgutil.iter_modules(compose.__path__, compose.__name__ + "."):
        for name, value in vars(import_module(each.name)).items():
            for found in phrases_in(value):
                yield f"{each.name}.{name}", found


def phrases_in(value: object) -> Iterator[Phrase]:
    match value:
        case Phrase():
            yield value
        case dict():
            yield from (found for each in value.values() for found in phrases_in(each))
        case tuple():
            yield from (found for each in value for found in phrases_in(each))
        case _:
            pass


def test_there_are_phrases() -> None:
    """The walk finds them, so the tests below are about something."""
    assert len(list(phrases())) > 100


def test_both_languages_fill_the_same_slots() -> None:
    """A slot of one language that the other lacks is a fact that half of the readers do not learn."""
    assert [name for name, each in phrases() if set(SLOT.findall(each.zh)) != set(SLOT.findall(each.en))] == []


def test_english_sentences_are_english() -> None:
    """No Chinese character is left in an English sentence."""
    assert [name for name, each in phrases() if HAN.search(each.en)] == []


def test_sentences_are_filled() -> None:
    """Texts and words go into their slots; neighbours of one tone become one run."""
    words = say(Phrase("甲{一}乙{二}", "a {一} b {二}"), "zh", 一="丙", 二=(Run("丁", Tone.STRONG),))
    assert words == (Run("甲丙乙"), Run("丁", Tone.STRONG))


def test_what_is_put_in_is_not_read_again() -> None:
    """Braces in a cell are words."""
    assert say(Phrase("{一}", "{一}"), "zh", 一="{二}") == (Run("{二}"),)


def test_long_words_are_shortened_on_one_line() -> None:
    """Line breaks become blanks, and what goes on too long ends in dots."""
    assert shortened("甲\n 乙") == "甲 乙"
    assert shortened("甲" * 100) == "甲" * 80 + "…"
