"""The parse tables that are shipped are those of the grammar."""

from __future__ import annotations

from evalrules.language.syntax.generate import TABLES, build_tables


def test_the_shipped_tables_are_those_of_the_grammar() -> None:
    """`make tables` has been run since the grammar was last changed."""
    assert TABLES.read_text(encoding="utf-8") == build_tables(), "run `make tables`"
