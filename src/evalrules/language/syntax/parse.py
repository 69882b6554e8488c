"""Parses a source: declaration by declaration, so that one mistake hides no other."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from itertools import pairwise
from typing import Generic, TypeVar, cast

from attrs import frozen
from lark import Tree
from lark.exceptions import UnexpectedToken
from lark.grammar import Rule
from lark.lexer import LexerThread, Token
from lark.parse_tree_builder import ParseTreeBuilder
from lark.parsers.lalr_analysis import IntParseTable, Shift
from lark.parsers.lalr_parser_state import ParseConf, ParserState
from lark.utils import SerializeMemoizer

from evalrules.language.keywords import DECLARATION_TOKENS, ROW_OF_TOKEN, TOKEN_OF_WORD
from evalrules.language.problems import Phrase, Problem
from evalrules.language.problems.nearest import nearest
from evalrules.language.problems.stray_text import StrayText
from evalrules.language.problems.too_deep import TooDeep
from evalrules.language.problems.unclosed import Unclosed
from evalrules.language.problems.unexpected_word import UnexpectedWord
from evalrules.language.problems.unknown_character import UnknownCharacter
from evalrules.language.source import Source, Span
from evalrules.language.syntax.build import TreeBuilder
from evalrules.language.syntax.concrete import Concrete, Group
from evalrules.language.syntax.lexer import UNCLOSED, UNKNOWN, WORD, Word, words_of
from evalrules.language.syntax.slips import HERE, NEXT, Halt, bracket_left_open, slip_at
from evalrules.language.syntax.tree import Comment, Declaration, Document

_Built = TypeVar("_Built")

DEEPEST = 64
"""How many brackets may be open at once: more than any clause needs, less than Python's stack."""

_START = "declaration"
_NAME = "NAME"
_END = "$END"

# Words whose tokens are shapes, not keywords, as a person would call them.
_SHAPES = {
    "NAME": Phrase("名称", "a name"),
    "NUMBER": Phrase("数字", "a number"),
    "DATE": Phrase("日期", "a date"),
    "STRING": Phrase("“引号中的文字”", "a text in quotes"),
    "CITE": Phrase("[依据 条款]", "a citation in brackets"),
    "LPAR": Phrase("（", "("),
    "RPAR": Phrase("）", ")"),
    "COMMA": Phrase("，", ","),
    "COLON": Phrase("：", ":"),
    "EQ": Phrase("=", "="),
    _END: Phrase("声明结束", "the end of the declaration"),
}
_GROUPS = (
    (frozenset({"NE", "LT", "LE", "GT", "GE"}), Phrase("≠ < ≤ > ≥", "≠ < ≤ > ≥")),
    (frozenset({"PLUS", "MINUS", "TIMES", "DIVIDE"}), Phrase("+ − × ÷", "+ − × ÷")),
    (frozenset({"PERCENT", "PER_MILLE"}), Phrase("%", "%")),
)


@frozen
class Parsed:
    """What could be read of a source, and what was wrong with the rest."""

    document: Document
    problems: tuple[Problem, ...]


@cache
def _tables() -> tuple[IntParseTable, tuple[Rule, ...]]:
    text = files("evalrules.grammars").joinpath("rules.tables.json").read_text(encoding="utf-8")
    data = json.loads(text)
    rules = {int(key): rule for key, rule in data["rules"].items()}
    memo = SerializeMemoizer.deserialize(rules, {"Rule": Rule}, {})
    table = data["table"]
    table["tokens"] = {int(key): token for key, token in table["tokens"].items()}
    table["states"] = {
        int(state): {int(token): tuple(action) for token, action in actions.items()}
        for state, actions in table["states"].items()
    }
    # Lark's own annotations stop here; what it returns is what its standalone parsers run on.
    return IntParseTable.deserialize(table, memo), tuple(memo.values())  # type: ignore[no-untyped-call]


def parse(source: Source) -> Parsed:
    """Read `source` as declarations. Total: every text yields a document and the problems of the rest."""
    words, comments = words_of(source.text)
    parser = _DeclarationParser[Declaration](source, words, TreeBuilder(source))
    declarations, problems = _read(source, words, parser)
    beside = tuple(Comment(word.text, Span(source, word.start, word.end)) for word in comments)
    return Parsed(Document(source, declarations, beside), problems)


def parse_concrete(source: Source) -> Concrete | tuple[Problem, ...]:
    """Every word of `source` under the grammar rules it follows, or the problems that `parse` finds too."""
    words, comments = words_of(source.text)
    trees, problems = _read(source, words, _DeclarationParser[Tree[Word]](source, words, None))
    return problems or Concrete(source, tuple(map(_group, trees)), tuple(comments))


def decided_words(source: Source) -> Iterator[Word]:
    """Every word and comment of `source` in order, each word with what it is where it stands: a keyword or a name.

    In a declaration that cannot be read, whatever could be a keyword is taken for one.
    """
    words, comments = words_of(source.text)
    parser = _DeclarationParser[Tree[Word]](source, words, None)
    decided: list[Word] = []
    for chunk in _chunks(source, words):
        outcome = _lexical_problem(source, chunk) or parser.parse(chunk)
        if isinstance(outcome, Problem):
            decided += (
                word._replace(type=TOKEN_OF_WORD.get(word.text, _NAME)) if word.type == WORD else word for word in chunk
            )
        else:
            decided += (word for word in outcome.scan_values(lambda part: isinstance(part, Word)))
    yield from sorted([*decided, *comments], key=lambda word: word.start)


def _taken_for_keyword(word: Word) -> Word:
    return word._replace(type=TOKEN_OF_WORD.get(word.text, _NAME)) if word.type == WORD else word


def _group(made: Tree[Word]) -> Group:
    """The same tree without Lark. Built from the leaves up: a sum of a thousand terms is a thousand levels deep."""
    groups: dict[int, Group] = {}
    for each in made.iter_subtrees():
        parts = (groups[id(part)] if isinstance(part, Tree) else part for part in each.children)
        groups[id(each)] = Group(str(each.data), tuple(parts))
    return groups[id(made)]


def _read(
    source: Source, words: list[Word], parser: _DeclarationParser[_Built]
) -> tuple[tuple[_Built, ...], tuple[Problem, ...]]:
    """What `parser` makes of each declaration, and the problems of those it can make nothing of."""
    problems: list[Problem] = []
    built: list[_Built] = []
    for chunk in _chunks(source, words):
        outcome = _lexical_problem(source, chunk) or parser.parse(chunk)
        if not isinstance(outcome, Problem):
            built.append(outcome)
        elif not (_belongs_above(outcome) and problems and _belongs_above(problems[-1])):
            # Lines that were not set in cut a declaration short: they are the mistake, and one mistake.
            if _belongs_above(outcome) and problems and _is_cut_short(problems[-1], chunk):
                problems.pop()
            problems.append(outcome)
    return tuple(built), tuple(problems)


def _belongs_above(problem: Problem) -> bool:
    """Whether it is a line at the margin that goes on with the declaration above."""
    return isinstance(problem, StrayText) and problem.found in TOKEN_OF_WORD


def _is_cut_short(problem: Problem, chunk: list[Word]) -> bool:
    """Whether a declaration ends too early, just before `chunk`."""
    if not isinstance(problem, UnexpectedWord) or problem.found:
        return False
    return not problem.span.source.text[problem.span.end : chunk[0].start].strip()


def _declared_sources(words: list[Word]) -> frozenset[str]:
    """What follows the word 依据, wherever it stands."""
    return frozenset(name.text for word, name in pairwise(words) if TOKEN_OF_WORD.get(word.text) == "SOURCE")


def _chunks(source: Source, words: list[Word]) -> Iterator[list[Word]]:
    """Cut the words into declarations: each begins with a word at the left margin."""
    starts = frozenset(source.line_starts)
    chunk: list[Word] = []
    for word in words:
        if chunk and word.start in starts:
            yield chunk
            chunk = []
        chunk.append(word)
    if chunk:
        yield chunk


def _lexical_problem(source: Source, chunk: list[Word]) -> Problem | None:
    depth = 0
    for word in chunk:
        span = Span(source, word.start, word.end)
        if word.type == UNKNOWN:
            return UnknownCharacter(span, word.text)
        if word.type == UNCLOSED:
            return Unclosed(span, word.text, _other_mark(source, word))
        depth += (word.type == "LPAR") - (word.type == "RPAR")
        if depth > DEEPEST:
            return TooDeep(span, DEEPEST)
    return _stray(source, chunk[0])


_QUOTES = ('"', "“”", "「」", "＂")


def _other_mark(source: Source, opened: Word) -> str:
    """The quotation mark of another pair with which a line ends that `opened` begins to quote."""
    line_end = source.text.find("\n", opened.end)
    rest = source.text[opened.end : line_end if line_end >= 0 else None].rstrip("；;。 \t")
    others = [pair for pair in _QUOTES if opened.text in '"“「' and opened.text not in pair]
    return next((rest[-1] for pair in others if rest and rest[-1] in pair), "")


def _stray(source: Source, first: Word) -> StrayText | None:
    if TOKEN_OF_WORD.get(first.text) in DECLARATION_TOKENS:
        return None
    span = Span(source, first.start, first.end)
    if first.text in TOKEN_OF_WORD or first.type != WORD:
        return StrayText(span, first.text, "")
    known = [word for word, token in TOKEN_OF_WORD.items() if token in DECLARATION_TOKENS]
    joined = next((word for word in known if first.text.startswith(word)), "")
    meant = f"{joined} {first.text.removeprefix(joined)}" if joined else nearest(first.text, known)
    return StrayText(span, first.text, meant)


class _DeclarationParser(Generic[_Built]):
    """Feeds Lark's LALR parser the words of one declaration, deciding what each word is as it goes.

    What it returns is what `builder` makes of the grammar's rules; without one, Lark's own trees of them.
    """

    def __init__(self, source: Source, words: list[Word], builder: TreeBuilder | None) -> None:
        table, rules = _tables()
        # Only a builder counts its parts, and so needs a place held for those that are absent.
        makers = ParseTreeBuilder(list(rules), Tree, maybe_placeholders=builder is not None)  # type: ignore[no-untyped-call]
        callbacks = makers.create_callback(builder)  # type: ignore[no-untyped-call]
        self.conf = ParseConf(table, callbacks, _START)
        self.source = source
        self.sources = _declared_sources(words)

    def parse(self, chunk: list[Word]) -> _Built | Problem:
        """The declaration that `chunk` spells, or the first reason it spells none."""
        # The words come from our own lexer, fed by hand: Lark's is never asked for any.
        state = ParserState(self.conf, cast(LexerThread, None))
        states = self.conf.states
        end = Word(_END, "", chunk[-1].end, chunk[-1].end)
        declaration = None
        for word in (*chunk, end):
            allowed = states[state.position]
            before = tuple(state.state_stack)
            try:
                token = self._token(word, allowed)
                if token.type in _ROLES and _begins_field(chunk, word):
                    token = word._replace(type="NAME")
                declaration = state.feed_token(cast(Token, token), word is end)
            except UnexpectedToken:
                if word is end:
                    opened = bracket_left_open(chunk)
                    if opened is not None:
                        return Unclosed(Span(self.source, opened.start, opened.end), opened.text, "")
                    return self._unexpected(chunk[-1]._replace(text=""), before)
                halt = self._halt(chunk, chunk.index(word), before)
                return slip_at(halt) or self._unexpected(word, before)
        return cast(_Built, declaration)

    @staticmethod
    def _token(word: Word, allowed: Mapping[str, object]) -> Word:
        """A keyword where one is allowed, else a name."""
        if word.type != WORD:
            return word
        keyword = TOKEN_OF_WORD.get(word.text)
        if keyword is not None and (keyword in allowed or "NAME" not in allowed):
            return word._replace(type=keyword)
        return word._replace(type="NAME")

    def _unexpected(self, word: Word, stack: tuple[int, ...]) -> UnexpectedWord:
        tokens = (each for each in self.conf.states[stack[-1]] if each.isupper())
        expected = frozenset(each for each in tokens if self._takes(stack, each))
        return UnexpectedWord(Span(self.source, word.start, word.end), word.text, _described(expected))

    def _halt(self, chunk: list[Word], at: int, stack: tuple[int, ...]) -> Halt:
        words = {HERE: chunk[at], NEXT: chunk[at + 1] if at + 1 < len(chunk) else Word(_END, "", 0, 0)}

        def fits(tokens: tuple[str, ...]) -> bool:
            path: tuple[int, ...] | None = stack
            for token in tokens:
                if path is None:
                    return False
                meant = self._token(words[token], self.conf.states[path[-1]]).type if token in words else token
                path = self._after(path, meant)
            return path is not None

        return Halt(self.source, tuple(chunk), at, fits, self.sources)

    def _takes(self, stack: tuple[int, ...], token: str) -> bool:
        """Whether `token` may come next. A state alone promises too much: it is shared by several places."""
        return self._after(stack, token) is not None

    def _after(self, stack: tuple[int, ...], token: str) -> tuple[int, ...] | None:
        """The states after `token`, or None if it may not come next."""
        states, path = self.conf.states, list(stack)
        while token in states[path[-1]]:
            action, then = states[path[-1]][token]
            if action is Shift:
                return (*path, then)
            del path[len(path) - len(then.expansion) :]
            path.append(states[path[-1]][then.origin.name][1])
            if path[-1] == self.conf.end_state:
                return tuple(path) if token == _END else None
        return None


_ROLES = frozenset({"LABEL", "MAXIMUM", "CLAIMED", "TIER", "REASON"})
_TYPES = frozenset({"TEXT", "NUMBER_KIND", "POINTS", "MONEY", "DATE_KIND", "TARGET", "MEASURED"})


def _begins_field(chunk: list[Word], word: Word) -> bool:
    """Whether a word that could be the role of one field is the name of the next: `档次 tier 文字`.

    Then two words on stands a type, and not three on: `满分 日期 date 日期` is a role and a field.
    """
    at = chunk.index(word)
    following = [TOKEN_OF_WORD.get(each.text, "") in _TYPES for each in chunk[at + 2 : at + 4]]
    return following[:1] == [True] and following[1:] != [True]


# Words that may follow almost any number: they say least about what is missing.
_EVERYWHERE = frozenset({"AND", "OR", "YUAN", "WAN_YUAN", "YI_YUAN", "PERCENTAGE_POINT", "DAYS"})


def _described(tokens: frozenset[str]) -> tuple[Phrase, ...]:
    """The allowed tokens in words a person knows: the telling keywords first, what fits anywhere last."""
    shapes = [phrase for token, phrase in _SHAPES.items() if token in tokens]
    groups = [phrase for group, phrase in _GROUPS if group & tokens]
    telling = [Phrase(row.zh, row.en) for token, row in ROW_OF_TOKEN.items() if token in tokens - _EVERYWHERE]
    common = [Phrase(row.zh, row.en) for token, row in ROW_OF_TOKEN.items() if token in tokens & _EVERYWHERE]
    return (*telling, *shapes, *groups, *common)
