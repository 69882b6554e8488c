"""The word lists of indicator cells: each word is written as it is met, and means one thing."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evalrules.language.values import vocabulary
from evalrules.language.values.numeral import read_numeral
from evalrules.language.values.unit import known_unit
from evalrules.language.values.wording import Words, by_word, normalise

GROUPS = {
    "COMPARATOR_SIGNS": vocabulary.COMPARATOR_SIGNS,
    "COMPARATOR_WORDS": vocabulary.COMPARATOR_WORDS,
    "BOUND_SUFFIXES": vocabulary.BOUND_SUFFIXES,
    "SYNONYMS": vocabulary.SYNONYMS,
    "NAME_ENDINGS": vocabulary.NAME_ENDINGS,
}
GRAMMAR = Path(__file__).parents[3] / "grammars" / "values.ebnf"
LISTS = [name for name in vars(vocabulary) if name.isupper()]


@pytest.mark.parametrize("name", GROUPS)
def test_a_word_has_one_meaning(name: str) -> None:
    """No word stands in two groups of one list."""
    words = [word for group in GROUPS[name].values() for word in group.split()]
    assert len(words) == len(set(words))


@pytest.mark.parametrize("name", [name for name in LISTS if isinstance(getattr(vocabulary, name), str)])
def test_words_are_written_as_they_are_met(name: str) -> None:
    """A word that `normalise` changes would never be found."""
    assert [word for word in getattr(vocabulary, name).split() if normalise(word) != word] == []


def test_every_unit_word_is_a_unit_and_every_rate_word_a_denominator() -> None:
    """A word in a list is a word that is understood."""
    words = [*vocabulary.COUNTS.split(), *by_word(vocabulary.SYNONYMS), *vocabulary.PERCENTAGES]
    assert [word for word in words if known_unit(normalise(word)) is None] == []
    assert [word for word in vocabulary.PER_ONE.split() if known_unit(f"元/{word}") is None] == []


def test_no_filler_is_a_comparator_or_a_change() -> None:
    """A word in front of a number either says nothing or says something."""
    fillers = {*vocabulary.FILLERS.split(), *vocabulary.CONTROLS.split()}
    assert not fillers & by_word(vocabulary.COMPARATOR_WORDS).keys()
    assert not fillers & {*vocabulary.CHANGES.split(), *vocabulary.APPROXIMATIONS.split()}


def test_the_grammar_names_only_lists_that_exist() -> None:
    """`grammars/values.ebnf` and the vocabulary are about the same words."""
    grammar = GRAMMAR.read_text(encoding="utf-8")
    named = {name.replace(" ", "_") for name in re.findall(r"<([A-Z ]+)>", grammar)} - {"SET"}
    assert named <= set(LISTS)
    assert set(LISTS) - named <= {"RANGE_SUFFIX", "NOT_A_LEVEL", "CONJUNCTIONS", "APPROXIMATIONS", "CHANGES"}


@given(st.sampled_from(["以上", "及以上", "上", ""]), st.sampled_from(["98%", "", "以"]))
def test_the_longest_word_is_found(suffix: str, before: str) -> None:
    """及以上 is not taken for 以上 behind 及."""
    words = Words(["以上", "及以上"])
    found = words.closing(before + suffix)
    assert found == max((word for word in ("以上", "及以上") if (before + suffix).endswith(word)), key=len, default="")
    assert words.opening(suffix + before) == (suffix if suffix in words else "")


@given(st.integers(0, 9999))
def test_a_numeral_spells_one_number(number: int) -> None:
    """Every number below ten thousand is read from its strict spelling."""
    digits = "零一二三四五六七八九"
    spelt, gap = "", False
    for place, mark in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // place % 10
        if digit:
            spelt += ("零" if gap and spelt else "") + digits[digit] + mark
        gap = digit == 0
    spelt = spelt or "零"
    assert read_numeral(spelt) == number
    assert read_numeral(spelt.replace("二", "两")) == number
    if spelt.startswith("一十"):
        assert read_numeral(spelt[1:]) == number
