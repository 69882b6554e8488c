"""Builds the parse tables from the grammar: `python -m evalrules.language.syntax.generate`.

The tables are shipped in the wheel as data (JSON, no code), so that nobody who uses evalrules waits for
a parser to be built. A test holds them to the grammar.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from importlib.resources import files
from pathlib import Path
from typing import TypedDict, cast

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
    table = cast(_Table, lark.parser.parser.serialize(memo))
    return json.dumps(_renumbered(table, memo.serialize()), separators=(",", ":"), sort_keys=True) + "\n"


class _Table(TypedDict):
    """Lark's own form of the tables: an action shifts to a state (0, 7) or reduces a rule (1, {"@": 7})."""

    tokens: dict[int, str]
    states: dict[int, dict[int, tuple[int, int | dict[str, int]]]]
    start_states: dict[str, int]
    end_states: dict[str, int]


def _renumbered(table: _Table, rules: Mapping[int, object]) -> dict[str, object]:
    """The tables under numbers that follow from the grammar alone: Lark's own differ from run to run."""
    tokens = _ranked(sorted(table["tokens"], key=table["tokens"].__getitem__))
    numbers = _ranked(sorted(rules, key=lambda old: json.dumps(rules[old], sort_keys=True)))
    states = _ranked(_as_reached(table))

    def action(kind: int, target: int | dict[str, int]) -> list[object]:
        return [kind, states[target] if isinstance(target, int) else {"@": numbers[target["@"]]}]

    actions = {
        new: {tokens[token]: action(*found) for token, found in table["states"][old].items()}
        for old, new in states.items()
    }
    renumbered = {
        "tokens": {new: table["tokens"][old] for old, new in tokens.items()},
        "states": actions,
        "start_states": {name: states[old] for name, old in table["start_states"].items()},
        "end_states": {name: states[old] for name, old in table["end_states"].items()},
    }
    return {"table": renumbered, "rules": {new: rules[old] for old, new in numbers.items()}}


def _ranked(things: Iterable[int]) -> dict[int, int]:
    return {old: new for new, old in enumerate(things)}


def _as_reached(table: _Table) -> list[int]:
    """The states in the order in which they are first reached from the start, by tokens in order."""
    found = sorted(table["start_states"].values())
    for state in found:
        for token in sorted(table["states"][state], key=table["tokens"].__getitem__):
            _, target = table["states"][state][token]
            if isinstance(target, int) and target not in found:
                found.append(target)
    return found


if __name__ == "__main__":
    TABLES.write_text(build_tables(), encoding="utf-8")
