"""The head of a policy or schema file, read without parsing the rest.

A library is searched by place, kind and year before any policy is loaded, and a compiled policy is found
by the texts it was made of; for neither is a parser needed.
"""

from __future__ import annotations

from itertools import pairwise

from attrs import frozen

from evalrules.language.keywords import TOKEN_OF_WORD
from evalrules.language.node import Node
from evalrules.language.source import Source
from evalrules.language.syntax.lexer import Word, words_of

_SAMPLE = 20_000
"""Characters that are looked at: a head comes first, after the comments that open a file."""


@frozen(eq=False, repr=False)
class Header(Node):
    """What the first declaration of a file says: a policy or a schema, its id, its lines."""

    token: str
    """POLICY, SCHEMA, or "" for a file that begins with neither"""
    id: str
    title: str = ""
    applies: str = ""
    amends: str = ""
    place: str = ""
    year: str = ""


_LINES = {
    "TITLE": "title",
    "APPLIES": "applies",
    "AMENDS": "amends",
    "PLACE": "place",
    "YEAR": "year",
}
_NOTHING = Header("", "")


def read_header(source: Source) -> Header:
    """The head of `source`; lenient, because the parser will say what is wrong with it."""
    words = _first_declaration(source)
    if len(words) < 2:
        return _NOTHING
    token = TOKEN_OF_WORD.get(words[0].text, "")
    if token not in ("POLICY", "SCHEMA"):
        return _NOTHING
    lines: dict[str, str] = {}
    for keyword, value in pairwise(words[2:]):
        name = _LINES.get(TOKEN_OF_WORD.get(keyword.text, "")) if keyword.type == "WORD" else None
        if name is not None:
            lines.setdefault(name, value.text)
    return Header(token, words[1].text, **lines)


def _first_declaration(source: Source) -> list[Word]:
    words, _ = words_of(source.text[:_SAMPLE])
    starts = frozenset(source.line_starts)
    for at, word in enumerate(words):
        if at and word.start in starts:
            return words[:at]
    return words
