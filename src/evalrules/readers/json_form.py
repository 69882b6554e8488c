"""Reads JSON. A number stays the text that was written: 9.50 is not 9.5."""

from __future__ import annotations

import json
import re
from itertools import accumulate
from typing import NamedTuple

from evalrules.language.policy.form import Cell
from evalrules.language.source import Source
from evalrules.readers.document import (
    DEEPEST,
    MOST_ROWS,
    Entry,
    Node,
    branch,
    cell,
    item_address,
    name_address,
    sequence,
    too_deep,
    too_many_rows,
    truth_value,
)
from evalrules.readers.malformed import malformed
from evalrules.readers.problems import FormError, FormProblemKind

# Patterns, not compiled: only a form of many rows needs them, and every process would pay for them.
_STRING = r'(?s)"(?:[^"\\]++|\\.)*+"'
_NO_BRACKETS = r"[^\[\]{}]+"


class _Pairs(NamedTuple):
    """An object, all its pairs kept: a dictionary would forget that a name stands twice."""

    pairs: list[tuple[str, object]]


class _NotFinite(NamedTuple):
    """`NaN` or `Infinity`, which Python reads although JSON has no such numbers."""

    word: str


def document_from_json(source: Source) -> Node | None:
    """What `source` says; None if it says `null`."""
    _refuse_brackets(source)
    try:
        value: object = json.loads(
            source.text, object_pairs_hook=_Pairs, parse_float=str, parse_int=str, parse_constant=_NotFinite
        )
    except json.JSONDecodeError as error:
        raise FormError((malformed(source, _slip(source.text, error.pos), "JSON"),)) from None
    return _node(value, "")


def _refuse_brackets(source: Source) -> None:
    """Looks at brackets before `json` does, whose stack ten thousand of them inside each other would exhaust.

    Millions of them beside each other would take all memory; a row has one pair.
    """
    if source.text.count("[") + source.text.count("{") <= DEEPEST:
        return
    brackets = re.sub(_NO_BRACKETS, "", re.sub(_STRING, "", source.text))
    if len(brackets) > 4 * MOST_ROWS:
        raise too_many_rows(source.name)
    if _depth(brackets) > DEEPEST:
        raise too_deep(source.name)


def _depth(brackets: str) -> int:
    """How deep `brackets` are nested where they are nested deepest."""
    return max(accumulate(1 if each in "[{" else -1 for each in brackets), default=0)


def _slip(text: str, at: int) -> int:
    """The place to point at: a comma too many is found at, or before, the bracket that follows it."""
    before = text[:at].rstrip()
    return len(before) - 1 if text[at : at + 1] in ("]", "}") and before.endswith(",") else at


def _node(value: object, address: str) -> Node | None:
    match value:
        case None:
            return None
        case str():
            return cell(value, address)
        case _Pairs(pairs):
            return branch((Entry(name, _node(part, name_address(address, name))) for name, part in pairs), address)
        case list():
            return sequence((_node(part, item_address(address, at)) for at, part in enumerate(value)), address)
        case _NotFinite(word):
            return Cell(word, address, FormProblemKind.NOT_FINITE.at(address, word))
        case _:
            return truth_value("true" if value else "false", address)
