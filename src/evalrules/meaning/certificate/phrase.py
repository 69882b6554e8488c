"""What a finding says, in Chinese and in English."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple


class Phrase(NamedTuple):
    """A few words in both languages."""

    zh: str
    en: str


def neutral(text: str) -> Phrase:
    """Words that both languages write alike: a number, a name of a field, a quotation."""
    return Phrase(text, text)


LONGEST_QUOTED = 60


def quoted(text: str) -> str:
    """A text in quotation marks, cut where it is long."""
    return f"“{text[:LONGEST_QUOTED]}{'…' if len(text) > LONGEST_QUOTED else ''}”"


def listed(names: Iterable[str]) -> Phrase:
    """Names in a row."""
    return neutral("、".join(names) or "—")
