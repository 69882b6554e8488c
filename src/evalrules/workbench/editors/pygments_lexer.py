"""A Pygments lexer, for policies in documentation. It asks the parser, so a field called 得分 is no keyword."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from pygments import token as tokens
from pygments.lexer import Lexer
from pygments.token import _TokenType

from evalrules.language.keywords import ROW_OF_TOKEN
from evalrules.language.source import Source
from evalrules.language.syntax.lexer import Word
from evalrules.language.syntax.parse import decided_words
from evalrules.workbench.editors.classes import Kind, kind_of

_KINDS: dict[Kind, _TokenType] = {
    Kind.DECLARATION: tokens.Keyword.Declaration,
    Kind.CLAUSE: tokens.Keyword,
    Kind.OPERATOR: tokens.Operator.Word,
    Kind.TYPE: tokens.Keyword.Type,
    Kind.UNIT: tokens.Keyword.Constant,
    Kind.MARK: tokens.Keyword.Constant,
}
_SHAPES: dict[str, _TokenType] = {
    "comment": tokens.Comment.Single,
    "STRING": tokens.String,
    "CITE": tokens.Name.Label,
    "NUMBER": tokens.Number,
    "DATE": tokens.Literal.Date,
    "NAME": tokens.Name,
    "LPAR": tokens.Punctuation,
    "RPAR": tokens.Punctuation,
    "COMMA": tokens.Punctuation,
    "COLON": tokens.Punctuation,
    "UNKNOWN": tokens.Error,
    "UNCLOSED": tokens.Error,
}


class RulesLexer(Lexer):
    """Policies and forms of evalrules, in Chinese or English keywords."""

    name = "evalrules"
    url = "https://pypi.org/project/evalrules/"
    aliases: ClassVar[list[str]] = ["evalrules", "rules"]
    filenames: ClassVar[list[str]] = ["*.rules"]
    mimetypes: ClassVar[list[str]] = ["text/x-evalrules"]

    def get_tokens_unprocessed(self, text: str) -> Iterator[tuple[int, _TokenType, str]]:
        """The words of `text`, each at its place, and what stands between them."""
        end = 0
        for word in decided_words(Source("text", text)):
            if word.start > end:
                yield end, tokens.Text.Whitespace, text[end : word.start]
            yield word.start, _type_of(word), text[word.start : word.end]
            end = word.end
        if end < len(text):
            yield end, tokens.Text.Whitespace, text[end:]


def _type_of(word: Word) -> _TokenType:
    if word.type in ROW_OF_TOKEN:
        return _KINDS[kind_of(word.type)]
    return _SHAPES.get(word.type, tokens.Operator)
