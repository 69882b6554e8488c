"""What kind of word each keyword is, for colours.

A keyword that is named in no kind is one of the clauses: a new one has a colour before anybody has thought of it.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum

from evalrules.language.keywords import DECLARATION_TOKENS, KEYWORDS, Keyword


class Kind(Enum):
    """The kinds of keyword."""

    DECLARATION = "begins a declaration"
    CLAUSE = "begins a part of one"
    OPERATOR = "joins conditions or asks a question"
    TYPE = "says what a cell holds"
    UNIT = "stands behind a number"
    MARK = "says whether an end is included"


_KINDS: dict[Kind, frozenset[str]] = {
    Kind.DECLARATION: DECLARATION_TOKENS,
    Kind.OPERATOR: frozenset({"OR", "AND", "NOT", "IS", "IS_NOT", "IN", "GIVEN", "MISSING"}),
    Kind.TYPE: frozenset(
        {"TEXT", "NUMBER_KIND", "POINTS", "MONEY", "DATE_KIND", "TARGET", "MEASURED"}
        | {"CEILING", "FLOOR", "EXACT", "RANGE"}
    ),
    Kind.UNIT: frozenset({"YUAN", "WAN_YUAN", "YI_YUAN", "PERCENTAGE_POINT", "DAYS"}),
    Kind.MARK: frozenset({"INCLUDING", "EXCLUDING"}),
}


def kind_of(token: str) -> Kind:
    """The kind of the keyword `token`."""
    return next((kind for kind, tokens in _KINDS.items() if token in tokens), Kind.CLAUSE)


def spellings(kind: Kind) -> tuple[str, ...]:
    """Both spellings of every keyword of a kind, longer ones first, so that none hides behind its beginning."""
    words = {word for row in _rows(kind) for word in (row.zh, row.en)}
    return tuple(sorted(words, key=lambda word: (-len(word), word)))


def _rows(kind: Kind) -> Iterator[Keyword]:
    return (row for row in KEYWORDS if kind_of(row.token) is kind)
