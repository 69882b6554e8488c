"""Builds the parse tables from the grammar: `python -m evalrules.language.syntax.generate`.

The tables are shipped in the wheel as data (JSON, no code), so that nobody who uses evalrules waits for
a parser to be built. A test holds them to the grammar.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

from lark import Lark
from lark.common import LexerConf
from lark.grammar import Rule
from lark.lexer import Lexer, LexerState, Token
from lark.utils import SerializeMemoizer

_FOLDER = Path(str(files("evalrules.grammars")))
GRAMMAR = _FOLDER / "rules.lark"
TABLES = _FOLDER / "rules.tables.json"


class _NoLexer(Lexer):
    """Lark wants a lexer to build a parser; ours runs before the parser and needs no terminals."""

    def __init__(self, conf: LexerConf) -> None:
        """Nothing to prepare."""

    def lex(self, lexer_state: LexerState, parser_state: object) -> Iterator[Token]:
        """No tokens: the parser is fed by hand."""
        return iter(())


def build_tables() -> str:
    """The LALR tables of the grammar, as JSON text."""
    lark = Lark(
        GRAMMAR.read_text(encoding="utf-8"),
        parser="lalr",
        lexer=_NoLexer,
        start="declaration",
        maybe_placeholders=True,
    )
    memo = SerializeMemoizer([Rule])
    table = lark.parser.parser.serialize(memo)
    rules = {str(key): rule for key, rule in memo.serialize().items()}
    return json.dumps({"table": table, "rules": rules}, separators=(",", ":"), sort_keys=True) + "\n"


if __name__ == "__main__":
    TABLES.write_text(build_tables(), encoding="utf-8")
