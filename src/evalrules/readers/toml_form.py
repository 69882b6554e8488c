"""Reads TOML. A number with a fraction stays as written; whole numbers and dates are written out plainly."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from datetime import date, time
from typing import NamedTuple

from evalrules.language.policy.form import Cell, FormProblem
from evalrules.language.source import Source
from evalrules.readers.document import (
    DEEPEST,
    Entry,
    Node,
    branch,
    cell,
    item_address,
    name_address,
    sequence,
    too_deep,
    truth_value,
)
from evalrules.readers.malformed import malformed
from evalrules.readers.problems import FormError, FormProblemKind

# tomllib takes time in the square of the parts of a dotted name. What matches is that, or a cell nobody prints.
_MOST_PARTS = 1000
_PART = r"""(?:[\w-]++|"[^"\n]*+"|'[^'\n]*+')"""
_DOTTED = re.compile(rf"""(?<![\w"'-]){_PART}(?:[ \t]*+\.[ \t]*+{_PART}){{{_MOST_PARTS}}}""")
_PLACE = re.compile(r"\(at line (\d+), column (\d+)\)$")
_TWICE = ("Cannot overwrite a value", "Cannot declare", "Duplicate inline table key")


class _Decimal(NamedTuple):
    """A number with a fraction or an exponent, or `inf` or `nan`, as written."""

    text: str


def document_from_toml(source: Source) -> Node:
    """What `source` says."""
    if found := _DOTTED.search(source.text):
        raise too_deep(f"{source.name}:{source.line_of(found.start())}")
    try:
        values: Mapping[str, object] = tomllib.loads(source.text, parse_float=_Decimal)
    except tomllib.TOMLDecodeError as error:
        raise FormError((_problem(source, str(error)),)) from None
    except ValueError:  # a whole number of more digits than Python converts, and no word of where
        raise FormError((FormProblemKind.NUMBER_TOO_LONG.at(source.name),)) from None
    except RecursionError:  # tomllib is Python throughout, so its stack is Python's and unharmed
        raise too_deep(source.name) from None
    return _branch(values, "", 1)


def _problem(source: Source, said: str) -> FormProblem:
    """What tomllib said, in our words."""
    at = len(source.text)
    if place := _PLACE.search(said):
        at = source.line_starts[int(place[1]) - 1] + int(place[2]) - 1
    if not said.startswith(_TWICE):
        return malformed(source, at, "TOML")
    line = source.line_of(at)
    return FormProblemKind.DUPLICATE_KEY.at(f"{source.name}:{line}", source.line_text(line).strip(), "")


def _branch(values: Mapping[str, object], address: str, depth: int) -> Node:
    entries = (Entry(name, _node(part, name_address(address, name), depth)) for name, part in values.items())
    return branch(entries, address)


def _node(value: object, address: str, depth: int) -> Node:
    if depth > DEEPEST:
        raise too_deep(address)
    match value:
        case bool():
            return truth_value("true" if value else "false", address)
        case int():
            return _whole(value, address)
        case _Decimal(text) if text.lstrip("+-") in ("inf", "nan"):
            return Cell(text, address, FormProblemKind.NOT_FINITE.at(address, text))
        case _Decimal(text):
            return cell(text.replace("_", ""), address)
        case date() | time():
            return cell(value.isoformat(), address)
        case dict():
            return _branch(value, address, depth + 1)
        case list():
            parts = (_node(part, item_address(address, at), depth + 1) for at, part in enumerate(value))
            return sequence(parts, address)
        case _:
            return cell(str(value), address)


def _whole(value: int, address: str) -> Cell:
    try:
        return cell(str(value), address)
    except ValueError:  # written with 0x, it may have more digits than Python writes out
        return Cell("…", address, FormProblemKind.NUMBER_TOO_LONG.at(address))
