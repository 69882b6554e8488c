"""A page: what is said to a person, before it is known on what it will be drawn.

The algebra is small and closed. A composer makes pages and knows no medium; a drawer draws them and
knows no policy. A new kind of block is a new class here and a case in each drawer.
"""

from __future__ import annotations

import unicodedata
from enum import Enum
from typing import Literal, TypeAlias

from attrs import field, frozen

from evalrules.language.source import display_width

__all__ = [
    "Block",
    "Column",
    "Entry",
    "Excerpt",
    "Figure",
    "Figures",
    "Fold",
    "Heading",
    "Lang",
    "Mark",
    "Page",
    "Points",
    "Role",
    "Run",
    "Sentence",
    "Steps",
    "Table",
    "TableRow",
    "Tone",
    "Words",
    "WorkedLine",
    "display_width",
    "plain",
    "printable",
]

Lang: TypeAlias = Literal["zh", "en"]
"""The language in which the project speaks; what an author or a form wrote is quoted as it stands."""

# Categories without a glyph: format characters are dropped, the others shown as a mark.
_DROPPED = frozenset({"Cf"})
_MARKED = frozenset({"Cc", "Cs", "Zl", "Zp"})


def printable(text: str) -> str:
    """`text` on one line and without characters that could steer a terminal or reorder a line."""
    if text.isprintable():
        return text
    return "".join(_glyph(char) for char in text)


def _glyph(char: str) -> str:
    if char in "\t\n\r":
        return " "
    category = unicodedata.category(char)
    return "" if category in _DROPPED else "\ufffd" if category in _MARKED else char


# Words --------------------------------------------------------------------------------------------


class Tone(Enum):
    """How a run of words is said."""

    PLAIN = "plain"
    STRONG = "strong"
    """what the reader came for"""
    NUMBER = "number"
    CODE = "code"
    """the author's own words, or a name of the policy"""


@frozen
class Run:
    """Words in one tone, on one line."""

    text: str = field(converter=printable)
    tone: Tone = Tone.PLAIN


Words: TypeAlias = tuple[Run, ...]


def plain(words: Words) -> str:
    """The words without their tones."""
    return "".join(run.text for run in words)


# Blocks -------------------------------------------------------------------------------------------


@frozen
class Heading:
    """What the following blocks are about."""

    words: Words


@frozen
class Sentence:
    """A sentence, or a few, that belong together."""

    words: Words


@frozen
class Points:
    """Sentences of equal standing, one under the other."""

    items: tuple[Words, ...]


@frozen
class Figure:
    """A number with its name: 分值 10."""

    name: str = field(converter=printable)
    value: Words


@frozen
class Figures:
    """Numbers that are read first."""

    items: tuple[Figure, ...]


@frozen
class Column:
    """A column of a table. One that `wraps` may be made narrower than its widest cell."""

    title: str = field(converter=printable)
    align: Literal["left", "right"] = "left"
    wraps: bool = False


@frozen
class TableRow:
    """A row of a table: an entry, the name of the group that follows (in its first cell), or a sum."""

    cells: tuple[Words, ...]
    kind: Literal["entry", "group", "sum"] = "entry"


@frozen
class Table:
    """Rows of cells; each row has as many cells as there are columns."""

    columns: tuple[Column, ...]
    rows: tuple[TableRow, ...]
    caption: str = field(default="", converter=printable)


class Role(Enum):
    """What a worked line is for."""

    PREMISE = "premise"
    """a fact from which the conclusion follows"""
    CONCLUSION = "conclusion"
    """a number that was worked out"""
    NOTE = "note"
    NOT_TAKEN = "not-taken"
    """what was looked at and does not apply"""
    FAULT = "fault"
    """why there is no number"""


@frozen
class WorkedLine:
    """One step of a calculation, what it rests on, and where the policy says so."""

    role: Role
    words: Words
    basis: Words = ()
    place: str = field(default="", converter=printable)
    under: tuple[WorkedLine, ...] = ()


@frozen
class Steps:
    """A calculation, worked line by line."""

    lines: tuple[WorkedLine, ...]


class Mark(Enum):
    """How a row stands, for a reader who skims; the words always say it too."""

    AGREES = "agrees"
    DIFFERS = "differs"
    OPEN = "open"
    FAULT = "fault"
    OUTSIDE = "outside"


@frozen
class Entry:
    """One row of a form: its name, where it stands, its numbers, and how they came about."""

    name: str = field(converter=printable)
    context: str = field(converter=printable)
    figures: tuple[Figure, ...]
    mark: Mark
    blocks: tuple[Block, ...]


@frozen
class Fold:
    """What only some readers want to see; a medium that can fold shows the summary first."""

    summary: Words
    blocks: tuple[Block, ...]


@frozen
class Excerpt:
    """A line of a source with a stretch of it pointed out.

    `start` and `end` count characters of `text` (0-based, `end` exclusive). `text` is as the author
    wrote it; drawers make it printable, a character for a character.
    """

    place: str = field(converter=printable)
    line: int
    text: str
    start: int
    end: int
    label: Words
    is_primary: bool


Block: TypeAlias = Heading | Sentence | Points | Figures | Table | Steps | Entry | Fold | Excerpt


@frozen
class Page:
    """All that is said at one time."""

    title: str = field(converter=printable)
    lang: Lang
    blocks: tuple[Block, ...]
