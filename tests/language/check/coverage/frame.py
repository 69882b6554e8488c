"""Policies written in a few lines, what coverage finds in them, and the forms that its examples describe."""

from __future__ import annotations

import re
from types import MappingProxyType

from evalrules.language.check.coverage import coverage_problems
from evalrules.language.policy.form import Cell, Form, FormRow
from evalrules.language.policy.policy import CheckedPolicy
from evalrules.language.problems import Problem
from evalrules.meaning.derivation import RowDerivation
from evalrules.meaning.derive import derive
from evalrules.meaning.facts import facts_from_form
from evalrules.meaning.fault import Fault, FaultKind
from tests.language.check.frame import policy_of


def found_in(fragment: str) -> tuple[Problem, ...]:
    """What coverage finds in `fragment` in its frame."""
    return coverage_problems(policy_of(fragment))


def codes_in(fragment: str) -> list[str]:
    """The codes of what coverage finds in `fragment`."""
    return [each.code for each in found_in(fragment)]


def one_in(fragment: str) -> Problem:
    """The one problem that coverage finds in `fragment`."""
    problems = found_in(fragment)
    assert len(problems) == 1, [each.message().zh for each in problems]
    return problems[0]


def form_of(record: str, cells: dict[str, str]) -> Form:
    """A form with one row."""
    printed = {name: Cell(text, f"{record}[0].{name}") for name, text in cells.items()}
    row = FormRow(MappingProxyType(printed), f"{record}[0]")
    return Form("one row", "project", MappingProxyType({}), MappingProxyType({record: (row,)}))


def derived(policy: CheckedPolicy, record: str, cells: dict[str, str]) -> RowDerivation:
    """What `policy` makes of a form with one row."""
    (row,) = derive(policy, facts_from_form(form_of(record, cells), policy.schema)).rows
    return row


_CELL = re.compile(r"(?P<field>[^\s，]+) (?:= (?P<value>“[^”]*”|[^，]+)|未填)")


def cells_of(example: str) -> dict[str, str]:
    """The cells that an example in a message describes: `年度指标值 = ≤10，偏差原因 未填`."""
    found = {each["field"]: (each["value"] or "").strip("“”") for each in _CELL.finditer(example)}
    assert found, example
    return found


def fault_of(row: RowDerivation) -> FaultKind | None:
    """Why the row has no award, if it has none."""
    return row.awarded.kind if isinstance(row.awarded, Fault) else None
