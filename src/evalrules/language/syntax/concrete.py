"""A text as it was written: every word in its place, under the rules of the grammar that it follows.

The tree forgets what the author was free to choose: optional commas, brackets, which marks quote a text. Whoever
lays a text out needs exactly that, and nothing of what the tree adds.
"""

from __future__ import annotations

from typing import TypeAlias

from attrs import frozen

from evalrules.language.source import Source
from evalrules.language.syntax.lexer import Word


@frozen
class Group:
    """The words that follow one rule of the grammar, or one of its named alternatives: `case`, `by_tier`."""

    rule: str
    parts: tuple[Part, ...]


Part: TypeAlias = Group | Word


@frozen
class Concrete:
    """A file of declarations with nothing left out; comments have the type `comment`."""

    source: Source
    declarations: tuple[Group, ...]
    comments: tuple[Word, ...]
