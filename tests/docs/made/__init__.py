"""The parts of pages that are made from the code."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from tests.docs.made.cells import cell_tables
from tests.docs.made.commands import command_entries, exit_statuses
from tests.docs.made.faults import fault_table, form_problem_table, reason_table
from tests.docs.made.functions import function_table
from tests.docs.made.keywords import keyword_table
from tests.docs.made.problems import problem_entries, problem_table

Part = Callable[[], str]
"""Markdown that ends with a line break."""

PARTS: Mapping[str, Part] = MappingProxyType(
    {
        "cells": cell_tables,
        "commands": command_entries,
        "exit statuses": exit_statuses,
        "faults": fault_table,
        "form problems": form_problem_table,
        "functions": function_table,
        "keywords": keyword_table,
        "problem entries": problem_entries,
        "problems": problem_table,
        "reasons": reason_table,
    }
)
"""The parts by the name that stands in `<!-- made: NAME -->`."""
