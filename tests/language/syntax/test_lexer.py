"""Cutting a text into words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evalrules.language.syntax.lexer import words_of


def types_of(text: str) -> list[str]:
    return [word.type for word in words_of(text)[0]]


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("（含）", ["INCLUDING"]),
        ("（ 不含 ）", ["EXCLUDING"]),
        ("(incl)", ["INCLUDING"]),
        ("(excl)", ["EXCLUDING"]),
        ("（含税）", ["LPAR", "WORD", "RPAR"]),
        ("2022-12-31", ["DATE"]),
        ("2022年1月5日", ["DATE"]),
        ("2022", ["NUMBER"]),
        ("2022 - 12", ["NUMBER", "MINUS", "NUMBER"]),
        ("13.50万元", ["NUMBER", "WORD"]),
        ("≥≤=≠<>", ["GE", "LE", "EQ", "NE", "LT", "GT"]),
        (">= <= != => =<", ["GE", "LE", "NE", "GE", "LE"]),
        ("甲；乙。", ["WORD", "WORD"]),
        ("[注 3] 【注】 ［表］", ["CITE", "CITE", "CITE"]),
        ("“甲", ["UNCLOSED", "WORD"]),
        ("@", ["UNKNOWN"]),
    ],
)
def test_words_are_told_apart(text: str, types: list[str]) -> None:
    """Marks, dates, numbers, comparisons in every spelling; semicolons and full stops are nothing."""
    assert types_of(text) == types


def test_a_comment_is_no_word() -> None:
    """A comment runs from # to the end of its line, unless the # stands in quotation marks."""
    words, comments = words_of('甲 # 乙\n"# 丙" ＃丁')
    assert [word.text for word in words] == ["甲", "# 丙"]
    assert [comment.text for comment in comments] == ["# 乙", "＃丁"]


@pytest.mark.parametrize(
    ("written", "text"),
    [('"甲 \\"乙\\" \\\\"', '甲 "乙" \\'), ("“甲 \\ 乙”", "甲 \\ 乙"), ("「甲」", "甲"), ('""', "")],
)
def test_quotation_marks_are_taken_off(written: str, text: str) -> None:
    """A backslash quotes a mark between straight quotation marks, and is itself elsewhere."""
    ((word,), _) = words_of(written)
    assert (word.type, word.text) == ("STRING", text)


@given(st.text())
def test_words_lie_in_order_inside_the_text(text: str) -> None:
    """Whatever a text holds, its words and comments follow each other within it."""
    words, comments = words_of(text)
    for found in (words, comments):
        places = [place for word in found for place in (word.start, word.end)]
        assert places == sorted(places)
        assert all(0 <= place <= len(text) for place in places)
        assert all(word.start < word.end for word in found)
