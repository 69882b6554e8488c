"""The head of a policy or schema file, read without parsing the rest.

A library is searched by place, kind and year before any policy is loaded, and a compiled policy is found
by the texts it was made of; for neither is a parser needed.
"""

from __future__ import annotations

import re
from itertools import islice

from attrs import field, frozen

from evalrules.language.keywords import TOKEN_OF_WORD
from evalrules.language.policy.years import Years
from evalrules.language.source import Source
from evalrules.language.syntax.lexer import WORD, Word, words_of

_LONGEST = 20_000
"""Characters of a head that are looked at, the comments before it not counted."""

# A line that begins a declaration: neither blank, nor set in, nor a comment, nor a mere separator.
_MARGIN = r"(?m)^[^\s#＃;；。]"


@frozen
class Header:
    """What the first declaration of a file says: a policy, a schema or a set of examples, its id, its lines."""

    token: str
    """POLICY, SCHEMA, EXAMPLE_SET, or "" for a file that begins with none of them"""
    id: str
    title: str = ""
    applies: str = ""
    amends: str = ""
    place: str = ""
    extends: str = ""
    policy: str = ""
    """the policy whose examples a set holds"""
    years: Years = field(factory=Years)


_LINES = {
    "TITLE": "title",
    "APPLIES": "applies",
    "AMENDS": "amends",
    "POLICY": "policy",
    "PLACE": "place",
    "EXTENDS": "extends",
}
_NOTHING = Header("", "")


def read_header(source: Source) -> Header:
    """The head of `source`; lenient, because the parser will say what is wrong with it."""
    words = _first_declaration(source.text)
    if len(words) < 2 or words[0].type != WORD:
        return _NOTHING
    token = TOKEN_OF_WORD.get(words[0].text, "")
    if token not in ("POLICY", "SCHEMA", "EXAMPLE_SET"):
        return _NOTHING
    lines: dict[str, str] = {}
    years: Years | None = None
    at = 2
    while at + 1 < len(words):
        keyword, value = words[at], words[at + 1]
        line = TOKEN_OF_WORD.get(keyword.text, "") if keyword.type == WORD else ""
        if line in _LINES:
            lines.setdefault(_LINES[line], value.text)
        elif line == "YEAR" and years is None:
            years = Years.from_words((value.text, *_until(words[at + 2 : at + 4])))
        # What a line says is no keyword, whatever it spells: a policy may be called `place`.
        at += 2 if line in _LINES else 1
    return Header(token, words[1].text, **lines, years=years or Years())


def _until(words: list[Word]) -> tuple[str, ...]:
    """How the words behind a year go on: to another year, or on without end."""
    tokens = [TOKEN_OF_WORD.get(each.text, each.type) for each in words]
    if tokens == ["TO", "NUMBER"]:
        return (words[1].text,)
    return ("",) if tokens[:1] == ["ONWARD"] else ()


def _first_declaration(text: str) -> list[Word]:
    """The words of the first declaration: all up to the next one that stands at the margin."""
    margins = [match.start() for match in islice(re.finditer(_MARGIN, text), 2)]
    begin = margins[0] if margins else 0
    # Words that are set in, although no declaration stands before them, are one nevertheless.
    leading, _ = words_of(text[:begin])
    if leading:
        return leading
    end = margins[1] if len(margins) > 1 else len(text)
    words, _ = words_of(text[begin : min(end, begin + _LONGEST)])
    return words
