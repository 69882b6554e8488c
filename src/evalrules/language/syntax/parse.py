"""Parses a source: declaration by declaration, so that one mistake hides no other."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import cast

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
from evalrules.language.syntax.lexer import UNCLOSED, UNKNOWN, WORD, Word, words_of
from evalrules.language.syntax.tree import Comment, Declaration, Document

DEEPEST = 64
"""How many brackets may be open at once: more than any clause needs, less than Python's stack."""

_START = "declaration"
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
    problems: list[Problem] = []
    declarations: list[Declaration] = []
    parser = _DeclarationParser(source)
    for chunk in _chunks(source, words):
        outcome = _lexical_problem(source, chunk) or parser.parse(chunk)
        if isinstance(outcome, Problem):
            problems.append(outcome)
        else:
            declarations.append(outcome)
    beside = tuple(Comment(word.text, Span(source, word.start, word.end)) for word in comments)
    return Parsed(Document(source, tuple(declarations), beside), tuple(problems))


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
            return Unclosed(span, word.text)
        depth += (word.type == "LPAR") - (word.type == "RPAR")
        if depth > DEEPEST:
            return TooDeep(span, DEEPEST)
    return _stray(source, chunk[0])


def _stray(source: Source, first: Word) -> StrayText | None:
    if TOKEN_OF_WORD.get(first.text) in DECLARATION_TOKENS:
        return None
    known = [word for word, token in TOKEN_OF_WORD.items() if token in DECLARATION_TOKENS]
    meant = nearest(first.text, known) if first.type == WORD else ""
    return StrayText(Span(source, first.start, first.end), first.text, meant)


class _DeclarationParser:
    """Feeds Lark's LALR parser the words of one declaration, deciding what each word is as it goes."""

    def __init__(self, source: Source) -> None:
        table, rules = _tables()
        builder = ParseTreeBuilder(list(rules), Tree, maybe_placeholders=True)  # type: ignore[no-untyped-call]
        callbacks = builder.create_callback(TreeBuilder(source))  # type: ignore[no-untyped-call]
        self.conf = ParseConf(table, callbacks, _START)
        self.source = source

    def parse(self, chunk: list[Word]) -> Declaration | Problem:
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
                declaration = state.feed_token(cast(Token, self._token(word, allowed)), word is end)
            except UnexpectedToken:
                guilty = chunk[-1]._replace(text="") if word is end else word
                return self._unexpected(guilty, before)
        return cast(Declaration, declaration)

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

    def _takes(self, stack: tuple[int, ...], token: str) -> bool:
        """Whether `token` may come next. A state alone promises too much: it is shared by several places."""
        states, path = self.conf.states, list(stack)
        while token in states[path[-1]]:
            action, then = states[path[-1]][token]
            if action is Shift:
                return True
            del path[len(path) - len(then.expansion) :]
            path.append(states[path[-1]][then.origin.name][1])
            if path[-1] == self.conf.end_state:
                return token == _END
        return False


# Words that may follow almost any number: they say least about what is missing.
_EVERYWHERE = frozenset({"AND", "OR", "YUAN", "WAN_YUAN", "YI_YUAN", "PERCENTAGE_POINT", "DAYS"})


def _described(tokens: frozenset[str]) -> tuple[Phrase, ...]:
    """The allowed tokens in words a person knows: the telling keywords first, what fits anywhere last."""
    shapes = [phrase for token, phrase in _SHAPES.items() if token in tokens]
    groups = [phrase for group, phrase in _GROUPS if group & tokens]
    telling = [Phrase(row.zh, row.en) for token, row in ROW_OF_TOKEN.items() if token in tokens - _EVERYWHERE]
    common = [Phrase(row.zh, row.en) for token, row in ROW_OF_TOKEN.items() if token in tokens & _EVERYWHERE]
    return (*telling, *shapes, *groups, *common)
