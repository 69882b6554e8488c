"""Cuts declarations into lines and columns, each comment where its author put it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import evolve, field, frozen, mutable

from evalrules.language.formatting.arrange import arranged
from evalrules.language.formatting.spelling import Spelling
from evalrules.language.formatting.style import (
    AFTER_COLON,
    AFTER_COMMA,
    APART,
    DEEPER,
    INLINE,
    STEP,
    STYLE,
    TABLES,
    Style,
    rank,
)
from evalrules.language.source import Source
from evalrules.language.syntax.concrete import Group, Part
from evalrules.language.syntax.lexer import Word

_PLAIN = Style()


@frozen
class Piece:
    """A word as it is printed, and what may stand before it."""

    text: str
    space: int
    """spaces before it, unless it begins a line"""

    column: str = ""
    """the name of the column that it begins, or "" """

    rank: int | None = None
    """how good a place it is to break a line before it, None if it is none"""


@frozen
class Line:
    """A line, or a comment that has one to itself; `start` and `end` are where its words began and ended before."""

    indent: int
    pieces: tuple[Piece, ...]
    start: int
    end: int
    comment: str = ""
    table: str = ""
    """what its neighbours have in common with which it is aligned"""

    @property
    def is_comment(self) -> bool:
        return not self.pieces


@frozen
class _Opening:
    """What a part begins: a line so many steps in, or a column; or neither."""

    depth: int | None = None
    table: str = ""
    column: str = ""
    space: int = 1
    rank: int | None = None

    @property
    def begins(self) -> bool:
        """Whether it is a line or a column that begins."""
        return self.depth is not None or bool(self.column)


@frozen
class _Placed:
    """A word, the rule that it follows, and what it begins."""

    word: Word
    rule: str
    opening: _Opening


# ---- where lines and columns begin ---------------------------------------------------------------


def _placed(declaration: Group, source: Source) -> Iterator[_Placed]:
    """The words of `declaration` in order, found without recursion: a sum of a thousand terms is as deep."""
    plain = declaration.parts[-1] if declaration.rule == "amendment" else declaration
    waiting: list[tuple[Part, str, _Opening]] = [(declaration, "", _Opening(depth=0, table=_table(plain)))]
    end = 0
    while waiting:
        part, rule, opening = waiting.pop()
        if isinstance(part, Group):
            waiting += reversed(list(_opened(part, opening, source)))
        else:
            word = part if part.start >= 0 else part._replace(start=end, end=end)
            end = word.end
            yield _Placed(word, rule, opening)


def _opened(group: Group, opening: _Opening, source: Source) -> Iterator[tuple[Part, str, _Opening]]:
    """The parts of `group`, each with what it begins; the first begins what the group does."""
    style = STYLE.get(group.rule, _PLAIN)
    is_known = group.rule in STYLE or group.rule in INLINE
    before: Part | None = None
    for part in group.parts:
        if isinstance(part, Group) and not part.parts:
            continue
        own = _opening(part, before, style) if is_known else _as_written(part, source)
        if before is None:
            ranks = [each for each in (opening.rank, own.rank) if each is not None]
            own = evolve(opening if opening.begins else own, rank=min(ranks, default=None))
        yield part, group.rule, own
        before = part


def _opening(part: Part, before: Part | None, style: Style) -> _Opening:
    name = _name(part)
    own_rank = rank(name)
    if name in style.lines:
        return _Opening(style.lines[name], _table(part))
    if name in style.columns and not (name in style.runs and before is not None and _name(before) == name):
        column = _first_word(part).text if name in style.by_name else style.columns[name].name
        return _Opening(None, "", column, style.columns[name].space, own_rank)
    if before is not None and _name(before) == "COLON" and AFTER_COLON in style.columns:
        return _Opening(None, "", *style.columns[AFTER_COLON], own_rank)
    return _Opening(rank=own_rank)


def _as_written(part: Part, source: Source) -> _Opening:
    """What a part begins that nobody has thought about: a line if it began one, as far in as it stood."""
    start = _first_word(part).start
    margin = source.text[source.line_starts[source.line_of(start) - 1] : start]
    return _Opening(depth=None if margin.strip() else max(1, len(margin) // STEP))


def _table(part: Part) -> str:
    """The table that the line which `part` begins belongs to, or ""."""
    name = _name(part)
    about = _first_word(part.parts[1]).text if isinstance(part, Group) and name in APART else ""
    return f"{TABLES[name]} {about}" if name in TABLES else ""


def _name(part: Part) -> str:
    return part.rule if isinstance(part, Group) else part.type


def _first_word(part: Part) -> Word:
    while isinstance(part, Group):
        part = part.parts[0]
    return part


# ---- lines, with the comments among them ---------------------------------------------------------


def lines_of(declaration: Group, comments: Sequence[Word], source: Source, spelling: Spelling) -> Iterator[Line]:
    """The lines of `declaration`; `comments` are those behind its first word and before the next declaration."""
    open_line: _OpenLine | None = None
    waiting = list(reversed(comments))
    for placed in _placed(arranged(declaration), source):
        between: list[Word] = []
        while waiting and waiting[-1].start < placed.word.start:
            between.append(waiting.pop())
        begins = placed.opening.depth is not None
        if open_line is None or begins or between:
            following = _OpenLine.begun_by(placed, open_line)
            if open_line is not None:
                yield from open_line.closed(between, source, following.indent, is_torn=not begins)
            open_line = following
        open_line.take(placed, spelling)
    if open_line is not None:
        yield from open_line.closed(waiting[::-1], source, None, is_torn=False)


@mutable
class _OpenLine:
    """A line that is being written."""

    depth: int
    indent: int
    table: str
    pieces: list[Piece] = field(factory=list)
    words: list[_Placed] = field(factory=list)
    brackets: int = 0

    @classmethod
    def begun_by(cls, placed: _Placed, before: _OpenLine | None) -> _OpenLine:
        """The line that `placed` begins; within a declaration torn apart by a comment, the rest of `before`."""
        depth = placed.opening.depth
        if depth is not None:
            return cls(depth, depth * STEP, placed.opening.table)
        inside = before.depth if before else 0
        return cls(inside, continued(inside * STEP), "")

    def take(self, placed: _Placed, spelling: Spelling) -> None:
        """Put a word at the end."""
        before = self.words[-1] if self.words else None
        text = spelling.spelt(placed.word, placed.rule)
        space, place = 0, None
        if before is not None:
            is_apart = spelling.are_apart(before.word, before.rule, placed.word, placed.rule)
            least = 1 if spelling.punctuation == "en" else 0  # a full-width sign brings its own white space
            space = max(placed.opening.space, least) if placed.opening.column else int(is_apart)
            place = _place(before, placed, self.brackets)
        self.brackets += (placed.word.type == "LPAR") - (placed.word.type == "RPAR")
        self.pieces.append(Piece(text, space, placed.opening.column, place))
        self.words.append(placed)

    def closed(
        self, comments: Sequence[Word], source: Source, following: int | None, *, is_torn: bool
    ) -> Iterator[Line]:
        """The line, then the comments behind it: the first may stand at its end, the others have lines of their own.

        `following` is how far in the next line of the declaration stands, None behind the last one.
        """
        start, end = self.words[0].word.start, self.words[-1].word.end
        at_end = comments[:1] if comments and "\n" not in source.text[end : comments[0].start] else ()
        said = _comment(at_end[0]) if at_end else ""
        end = at_end[0].end if at_end else end
        yield Line(self.indent, tuple(self.pieces), start, end, said, "" if is_torn else self.table)
        for comment in comments[len(at_end) :]:
            indent = _indent_of(comment, source) if following is None else following
            yield comment_line(comment, indent)


def comment_line(comment: Word, indent: int) -> Line:
    """A comment on a line of its own."""
    return Line(indent, (), comment.start, comment.end, _comment(comment))


def continued(indent: int) -> int:
    """How far in the rest of a broken line stands: further than the line, and than what begins below a margin."""
    return max(indent + STEP, 2 * STEP)


def _comment(comment: Word) -> str:
    return "#" + comment.text[1:].rstrip()


def _indent_of(comment: Word, source: Source) -> int:
    """A comment behind a declaration stays with it where it stands in, and speaks of the next one at the margin."""
    line_start = source.text.rfind("\n", 0, comment.start) + 1
    return 0 if line_start == comment.start else STEP


def _place(before: _Placed, placed: _Placed, brackets: int) -> int | None:
    """How good a place to break the line is between two words."""
    if placed.rule in ("entry", "printed"):
        return None
    ranks = [AFTER_COMMA] if before.word.type == "COMMA" else []
    ranks += [] if placed.opening.rank is None else [placed.opening.rank]
    return min(ranks) + DEEPER * brackets if ranks else None
