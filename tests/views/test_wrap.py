"""Lines are broken where Chinese and Latin text may be broken."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from evalrules.language.source import display_width
from evalrules.views.draw.wrap import pad, wrap

WORDS = st.text(alphabet="得分满意度，。（）“”aB3 .%≥", max_size=60)
WIDTHS = st.integers(min_value=8, max_value=40)


@given(WORDS, WIDTHS)
def test_wrapping_loses_nothing(words: str, width: int) -> None:
    """Every character that is not a blank is still there, in its order."""
    assert "".join(wrap(words, width)).replace(" ", "") == words.replace(" ", "")


@given(WORDS, WIDTHS, st.integers(min_value=0, max_value=4))
def test_no_line_is_too_wide(words: str, width: int, hanging: int) -> None:
    """Each line, with its indentation, fits."""
    assert all(display_width(line) <= width for line in wrap(words, width, hanging))


def test_a_line_does_not_begin_with_a_closing_mark() -> None:
    """A comma stays with the character before it."""
    assert wrap("甲乙丙丁，戊", 8) == ["甲乙丙", "丁，戊"]


def test_a_line_does_not_end_with_an_opening_mark() -> None:
    """A bracket goes with the character behind it."""
    assert wrap("甲乙丙（丁）", 8) == ["甲乙丙", "（丁）"]


def test_a_latin_word_stays_whole() -> None:
    """`evalrules` is moved to the next line, not cut."""
    assert wrap("按政策 evalrules 计", 12) == ["按政策", "evalrules 计"]


def test_a_number_stays_with_the_word_before_it() -> None:
    """A clause `注 3` is not torn apart."""
    assert wrap("依据依据注 3", 11) == ["依据依据", "注 3"]


def test_a_word_longer_than_a_line_is_cut() -> None:
    """What fits nowhere is broken anywhere."""
    assert wrap("abcdefghij", 4) == ["abcd", "efgh", "ij"]


def test_later_lines_hang() -> None:
    """The second line is set in."""
    assert wrap("甲乙丙丁", 6, hanging=2) == ["甲乙丙", "  丁"]


def test_padding_counts_cells() -> None:
    """A Chinese character takes two cells."""
    assert pad("甲a", 6) + "|" == "甲a   |"
    assert pad("甲乙丙", 2) == "甲乙丙"
