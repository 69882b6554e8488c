"""The house style: for each rule of the grammar, where lines begin and where columns do.

Whatever is not said here stays on the line it is on, a space apart. A test holds the table to the grammar: a
rule that is in neither `STYLE` nor `INLINE` has not been thought about.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from attrs import frozen

WIDTH = 120
"""Terminal cells of a line; a Chinese character takes two. What cannot be broken may be longer."""

STEP = 2
"""Spaces by which the lines of a declaration stand in from its first."""

GAP = 2
"""Spaces between columns."""

AFTER_COLON = "after a colon"


class Column(NamedTuple):
    """A column of a table: its name, and the least number of spaces before it."""

    name: str
    space: int = GAP


@frozen
class Style:
    """How the parts of one rule of the grammar are laid out; a part is named by its own rule or its token."""

    lines: Mapping[str, int] = {}
    """the parts that begin a line, and how many steps it stands in"""

    columns: Mapping[str, Column] = {}
    """the parts that begin a column"""

    runs: frozenset[str] = frozenset()
    """the parts that share a column with others of their kind before them"""

    by_name: frozenset[str] = frozenset()
    """the parts whose first word, and not their kind, says which column they stand in"""


_STEPS = ("at_least", "at_most", "bonus", "deduct", "round", "unrounded")


def _below(*parts: str, depth: int = 1) -> dict[str, int]:
    return dict.fromkeys(parts, depth)


def _columns(*parts: str, **named: tuple[str, ...]) -> dict[str, Column]:
    """A column each, of the part's own name; or one column for several parts, of a name given to it."""
    columns = {part: Column(part) for part in parts}
    return columns | {part: Column(name) for name, several in named.items() for part in several}


_HEAD = Style(_below("head_title", "head_word", "head_text", "head_years"))
_NOTED = Style(columns=_columns("notes"))
_QUANTITY = Style(columns={"EQ": Column("EQ", 1), "notes": Column("notes")})
_BAND = Style(columns=_columns(AFTER_COLON, "notes"))

STYLE: Mapping[str, Style] = {
    "schema": _HEAD,
    "policy": _HEAD,
    "record": Style(_below("field_decl", "field_also", "field_renamed")),
    "field_decl": Style(columns=_columns("NAME", "field_type", "role", "also"), runs=frozenset({"role"})),
    "field_also": Style(columns=_columns("also")),
    "field_renamed": Style(columns=_columns("RENAMED", "also")),
    "reading": Style(_below("WORDING", "READ_AS", "BECAUSE")),
    "open_reading": Style(_below("WORDING", "alternative", "USE", "BECAUSE")),
    "alternative": Style(columns=_columns("READ_AS")),
    "parameter": _QUANTITY,
    "setting": _QUANTITY,
    "edge_setting": _QUANTITY,
    "definition": _QUANTITY,
    "definition_by_cases": Style(_below("value_case", "value_case_in_column")),
    "value_case": _NOTED,
    "value_case_in_column": Style(columns=_columns("notes", value=("USE",))),
    "classification": Style(_below("class_when", "class_rest")),
    "class_when": Style(columns=_columns("notes", when=("WHEN", "REST"))),
    "class_rest": Style(columns=_columns("notes", when=("WHEN", "REST"))),
    "void": Style(_below("scope")),
    "not_applicable": Style(_below("scope", "FULL_MARKS", "ZERO_MARKS", "EXCLUDED")),
    "rule": Style(
        _below("scope", "remaining", "let", "let_by_cases", "IN_ORDER", "case", "case_in_column", *_STEPS)
        | _below("value_case", "value_case_in_column", depth=2)
    ),
    "case_in_column": Style(columns=_columns(outcome=("exact", "admit", "same", "unscored", "editable", "unstated"))),
    "exact": _NOTED,
    "admit": _NOTED,
    "same": _NOTED,
    "unscored": _NOTED,
    "editable": _NOTED,
    "unstated": _NOTED,
    "by_tier": Style(_below("tier", depth=2)),
    "tier": Style(columns=_columns("admitted", "notes")),
    "by_band": Style(_below("band_exact", "band_admit", "band_unstated", depth=2)),
    "band_exact": _BAND,
    "band_admit": _BAND,
    "band_unstated": _BAND,
    **dict.fromkeys(_STEPS, Style(columns={"condition": Column("condition", 1), "notes": Column("notes")})),
    "each_row": Style(_below("scope", *_STEPS)),
    "total": Style(_below(*_STEPS), _columns("notes")),
    "grade": Style(_below("grade_row", "ceiling")),
    "grade_row": Style(columns={AFTER_COLON: Column(AFTER_COLON, 0), "notes": Column("notes")}),
    "ceiling": _NOTED,
    "consequence": Style(
        _below("let", "let_by_cases", "decision", "decision_in_column")
        | _below("value_case", "value_case_in_column", depth=2)
    ),
    "decision": _NOTED,
    "decision_in_column": Style(columns=_columns("notes", outcome=("DECIDE",))),
    "check": Style(
        _below("scope", "let", "let_by_cases", "require", "report")
        | _below("value_case", "value_case_in_column", depth=2)
    ),
    "require": Style(_below("OTHERWISE")),
    "report": Style(_below("severity")),
    "invariant_holds": Style(_below("scope", "REQUIRE")),
    "invariant_monotone": Style(_below("scope", "AWARD")),
    "example": Style(_below("on_file", "example_row", "other_form")),
    "other_form": Style(_below("other_row", depth=2)),
    "other_row": Style(columns=_columns("entry"), by_name=frozenset({"entry"})),
    "on_file": Style(_below("reported")),
    "of_form": Style(_below("expected_total", "expected_grade", "reported")),
    "example_row": Style(columns=_columns("entry", "expectation", "reported"), by_name=frozenset({"entry"})),
    "example_set": _HEAD,
}

ON_NAME = "notes on the name"
"""Notes that stand before a value; those behind it are notes on the value."""

INLINE = frozenset({
    ON_NAME,
    "admitted", "also", "amendment", "before", "binary", "by_steps", "call", "case", "condition", "date", "entry",
    "expectation", "expected_admitted", "expected_exact", "expected_grade", "expected_total", "expected_word",
    "field_type", "gathered", "group", "guard", "head_text", "head_title", "head_word", "head_years", "if_missing",
    "is_kind",
    "kind", "let", "let_by_cases", "mark", "member", "money_unit", "name", "negated", "negative", "notes",
    "number", "outer", "presence", "printed", "remaining", "removable", "removal", "reported", "role", "rounding",
    "scope", "severity", "source", "stretch_between", "stretch_from", "stretch_rest", "string", "subtotal",
    "tier_naming", "unit", "up_to", "values", "verb",
})  # fmt: skip
"""The rules whose parts stay on one line, a space apart."""

IN_COLUMNS: Mapping[str, str] = {
    "case": "case_in_column",
    "decision": "decision_in_column",
    "value_case": "value_case_in_column",
}
"""The rules that stand in columns where several of them take a line each, and their names there."""

TABLES: Mapping[str, str] = {
    "field_decl": "fields",
    "field_also": "other fields",
    "field_renamed": "other fields",
    "parameter": "quantities",
    "setting": "quantities",
    "definition": "quantities",
    "class_when": "classes",
    "class_rest": "classes",
    "case_in_column": "cases",
    "decision_in_column": "cases",
    "value_case_in_column": "values",
    "alternative": "alternatives",
    "ceiling": "ceilings",
    "tier": "tiers",
    "band_exact": "bands",
    "band_admit": "bands",
    "band_unstated": "bands",
    **dict.fromkeys(_STEPS, "steps"),
    "total": "steps",
    "grade_row": "grades",
    "example_row": "rows",
    "other_row": "rows of another form",
}
"""The lines that are aligned with their neighbours, and with which: those of the same table."""

APART = frozenset({"example_row", "other_row"})
"""The lines that are only aligned with those that speak of the same thing: whose second word is the same."""

GRIDS: Mapping[str, tuple[str, ...]] = {"fields": ("NAME", "field_type", "role", "also")}
"""The tables in which a line without a column leaves a hole, and the order of their columns."""

# Where a line that is too long may be broken: the lower the rank, the better the place.
_PARTS = {
    "expectation": 0,
    "notes": 0,
    "exact": 0,
    "admit": 0,
    "same": 0,
    "editable": 0,
    "unscored": 0,
    "unstated": 0,
    "entry": 1,
    "reported": 1,
    "condition": 1,
    "by_steps": 1,
}
_WORDS = {
    "RESTS_ON": 1, "CITE": 1, "WHERE": 1, "OR": 2, "AND": 3, "FOR": 5,
    "PLUS": 6, "MINUS": 6, "TIMES": 7, "DIVIDE": 7,
}  # fmt: skip
AFTER_COMMA = 4
DEEPER = 4
"""What each bracket around a place adds to its rank."""

COST = 8
"""How many terminal cells earlier a line is broken for a place that is better by one rank."""


def rank(name: str) -> int | None:
    """How good a place is just before the part or word called `name`: 0 is best, None is none."""
    found = _PARTS.get(name)
    return _WORDS.get(name) if found is None else found
