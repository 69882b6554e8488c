"""Lays out a whole file, and makes sure that it still says the same."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain, pairwise
from typing import cast

from attrs import AttrsInstance, evolve, fields, frozen

from evalrules.language.formatting.columns import aligned
from evalrules.language.formatting.lines import Line, comment_line, lines_of
from evalrules.language.formatting.spelling import Spelling, language_of
from evalrules.language.node import Node
from evalrules.language.problems import Problem
from evalrules.language.source import Source
from evalrules.language.syntax.concrete import Concrete, Group
from evalrules.language.syntax.lexer import Word, words_of
from evalrules.language.syntax.parse import parse, parse_concrete
from evalrules.language.syntax.print import Lang


class LayoutError(Exception):
    """The text that was laid out does not say what it said before: a defect of this package, never of the text."""


def format_text(source: Source, keywords: Lang | None = None) -> str | tuple[Problem, ...]:
    """`source` laid out, its keywords in `keywords` if given; or the problems for which it cannot be read.

    Raises LayoutError rather than return a text that is another tree, or in which a comment has moved.
    """
    concrete = parse_concrete(source)
    if not isinstance(concrete, Concrete):
        return concrete
    text = _laid_out(concrete, keywords)
    _expect_the_same(source, Source(source.name, text))
    return text


def _laid_out(concrete: Concrete, keywords: Lang | None) -> str:
    words = [word for each in concrete.declarations for word in _words(each)]
    spelling = Spelling(keywords or language_of(words), keywords)
    blocks = list(_blocks(concrete, spelling))
    spaced = [_Spaced(line, _blank_above(above, line, concrete.source)) for above, line in _with_above(blocks)]
    return "".join(f"{text}\n" for text in _texts(_set_apart(blocks, spaced)))


def _words(declaration: Group) -> Iterator[Word]:
    waiting: list[Group | Word] = [declaration]
    while waiting:
        part = waiting.pop()
        if isinstance(part, Group):
            waiting += reversed(part.parts)
        else:
            yield part


def _blocks(concrete: Concrete, spelling: Spelling) -> Iterator[list[Line]]:
    """The lines of each declaration with the comments behind it; before them, the comments that open the file."""
    starts = [next(_words(each)).start for each in concrete.declarations]
    comments = list(concrete.comments)
    first = starts[0] if starts else len(concrete.source.text)
    yield [comment_line(each, 0) for each in comments if each.start < first]
    for declaration, (start, end) in zip(
        concrete.declarations, pairwise([*starts, len(concrete.source.text)]), strict=True
    ):
        inside = [each for each in comments if start < each.start < end]
        yield list(lines_of(declaration, inside, concrete.source, spelling))


# ---- blank lines ---------------------------------------------------------------------------------


@frozen
class _Spaced:
    """A line, and whether a blank one stands above it."""

    line: Line
    blank: bool


def _with_above(blocks: Sequence[Sequence[Line]]) -> Iterator[tuple[Line | None, Line]]:
    lines = [None, *chain.from_iterable(blocks)]
    for above, line in pairwise(lines):
        if line is not None:
            yield above, line


def _blank_above(above: Line | None, line: Line, source: Source) -> bool:
    """Whether the author left at least one line blank between two lines."""
    return above is not None and source.text.count("\n", above.end, line.start) > 1


def _set_apart(blocks: Sequence[Sequence[Line]], spaced: Sequence[_Spaced]) -> list[_Spaced]:
    """The lines, with a blank one around each declaration that has several.

    The comments right above a declaration belong to it.
    """
    result = list(spaced)
    end = len(blocks[0])
    for block, below in pairwise(blocks[1:]):
        start, end = end, end + len(block)
        last = max(at for at in range(start, end) if not result[at].line.is_comment)
        between = range(last + 1, end + 1)
        if (_is_long(block) or _is_long(below)) and not any(result[at].blank for at in between):
            at = next(at for at in between if result[at].line.indent == 0)
            result[at] = evolve(result[at], blank=True)
    return result


def _is_long(block: Sequence[Line]) -> bool:
    return sum(not line.is_comment for line in block) > 1


# ---- text ----------------------------------------------------------------------------------------


def _texts(spaced: Sequence[_Spaced]) -> Iterator[str]:
    """The lines as text, those of one table aligned; comments among them do not part them, blank lines do."""
    at = 0
    while at < len(spaced):
        end = _end_of_table(spaced, at)
        lines = [each.line for each in spaced[at:end]]
        texts = iter(aligned([line for line in lines if not line.is_comment]))
        for each in spaced[at:end]:
            if each.blank:
                yield ""
            yield " " * each.line.indent + each.line.comment if each.line.is_comment else next(texts)
        at = end


def _end_of_table(spaced: Sequence[_Spaced], at: int) -> int:
    table, end = spaced[at].line.table, at + 1
    for ahead in range(at + 1, len(spaced)):
        line = spaced[ahead].line
        if not table or spaced[ahead].blank or not (line.is_comment or line.table == table):
            break
        if not line.is_comment:
            end = ahead + 1
    return end


# ---- the same as before --------------------------------------------------------------------------


def _expect_the_same(before: Source, after: Source) -> None:
    was, now = parse(before), parse(after)
    if now.problems:
        raise LayoutError(f"{now.problems[0].span.place}: {now.problems[0].message().en}")
    if not _is_same_tree(was.document, now.document):
        raise LayoutError("the tree is another")
    if _comments(before) != _comments(after):
        raise LayoutError("a comment has moved")


def _is_same_tree(one: object, other: object) -> bool:
    """Equality without recursion: a sum of a thousand terms is as many levels deep."""
    waiting = [(one, other)]
    while waiting:
        a, b = waiting.pop()
        if type(a) is not type(b):
            return False
        if isinstance(a, Node):
            kind = cast("type[AttrsInstance]", type(a))  # every node is an attrs class
            waiting += [(getattr(a, each.name), getattr(b, each.name)) for each in fields(kind) if each.eq]
        elif isinstance(a, tuple) and isinstance(b, tuple) and len(a) == len(b):
            waiting += zip(a, b, strict=True)
        elif a != b:
            return False
    return True


def _comments(source: Source) -> list[tuple[str, int]]:
    """Each comment, and how many words that say something stand before it."""
    words, comments = words_of(source.text)
    found: list[tuple[str, int]] = []
    said = 0
    for each in sorted([*words, *comments], key=lambda word: word.start):
        if each.type == "comment":
            found.append((each.text[1:].rstrip(), said))
        else:
            said += each.type != "COMMA"
    return found
