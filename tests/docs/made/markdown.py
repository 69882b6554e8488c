"""Writes Markdown: tables, and words that must not be taken for markup."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table with one line a row."""
    lines = [head, ["---"] * len(head), *rows]
    return "".join(f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in line)} |\n" for line in lines)


def code(words: str) -> str:
    """Words as they are typed."""
    return f"`{words}`"


def said(words: str) -> str:
    """Words of a message in a table: one line, signs that Markdown would take for its own kept as they are."""
    return re.sub(r"([*_<>\[\]])", r"\\\1", words.replace("\n", " "))


def blanks(words: str) -> str:
    """A sentence with its places left open: `{0}` becomes …."""
    return (
        said(re.sub(r"\{\w*\}", "…", words.replace("{{", "\0").replace("}}", "\1")))
        .replace("\0", "{")
        .replace("\1", "}")
    )


def anchor(words: str) -> str:
    """The name under which a heading can be linked to."""
    return re.sub(r"[^\w\- ]", "", words.lower()).replace(" ", "-")
