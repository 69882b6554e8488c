"""Strategies for texts that may be anything: keywords and rubbish, mangled policies, noise."""

from __future__ import annotations

import re

from hypothesis import strategies as st

from evalrules.language.keywords import KEYWORDS

_SIGNS = [*'()（），,：:=<≤≥≠+−-×÷%‰"“[@；#²٣', "[注 1]", "【表】", "“文字”", "８０", "1e5", "13", "0.5", "2022-12-31"]
_KEYWORDS = [word for row in KEYWORDS for word in (row.zh, row.en)]
_BLANKS = ["\n", "\n  ", "\n规则 ", "\nrule ", "\x00", "\u3000", "\r", "\u2028"]
_PIECES = [*_KEYWORDS, *_SIGNS, *_BLANKS, "得分率", "x-1", "甲"]
_WORD = re.compile(r"\s+|\w+|[^\w\s]")


def any_texts(model: str) -> st.SearchStrategy[str]:
    """Texts of any kind; some are stretches of `model`, a policy, with a few words changed."""
    soup = st.lists(st.sampled_from(_PIECES), max_size=40).map(" ".join)
    return st.one_of(garbled(model), soup, st.text(max_size=200))


@st.composite
def garbled(draw: st.DrawFn, model: str) -> str:
    """A stretch of `model` in which some words are left out, repeated or replaced."""
    words = _WORD.findall(model)
    start = draw(st.integers(0, max(len(words) - 1, 0)))
    found = words[start : start + draw(st.integers(5, 150))]
    for _ in range(draw(st.integers(0, 5))):
        at = draw(st.integers(0, len(found)))
        found[at : at + draw(st.integers(0, 2))] = [draw(st.sampled_from(_PIECES))]
    return "".join(found)


@st.composite
def reworded(draw: st.DrawFn, model: str) -> str:
    """`model`, whole, with a few words replaced by others of its own."""
    words = _WORD.findall(model)
    places = [at for at, word in enumerate(words) if not word.isspace()]
    for _ in range(draw(st.integers(1, 4))):
        words[draw(st.sampled_from(places))] = words[draw(st.sampled_from(places))]
    return "".join(words)
