"""Rows of one name, told apart: by where they stand in their part of the form."""

from __future__ import annotations

from collections import Counter

from attrs import evolve

from evalrules.meaning.derivation import Derivation
from evalrules.views.compose.telling import Telling


def told_apart(derivation: Derivation, telling: Telling) -> Derivation:
    """The derivation with an address beside every name that several rows have: 目标质量 指标[3].

    The address is the one that messages print, and that `--row` takes; its numbers count from 0.
    """
    counts = Counter(row.label for row in derivation.rows)
    rows = (
        row
        if counts[row.label] == 1
        else evolve(row, label=f"{row.label} {telling.section_name(row.section)}[{row.index}]".lstrip())
        for row in derivation.rows
    )
    return evolve(derivation, rows=tuple(rows))
