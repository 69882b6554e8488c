"""Which kind of form a document prints, by its title and its columns, and which fields that kind has."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from attrs import frozen


@frozen
class Fields:
    """The fields of a schema by record, under their English names. A test holds them against the schemas."""

    header: frozenset[str]
    funds: frozenset[str]
    indicators: frozenset[str]
    total: frozenset[str]


def _fields(header: str, funds: str, indicators: str, total: str = "points self_score") -> Fields:
    return Fields(*(frozenset(each.split()) for each in (header, funds, indicators, total)))


_FUNDS = "source original_budget revised_budget executed points rate self_score"
_ROW = "level1 level2 name target actual points self_score reason"
_OPTIONAL = "tier class review_score deduction not_applicable"

SCHEMAS: Mapping[str, Fields] = MappingProxyType({
    "project": _fields(
        "project place year department unit", _FUNDS,
        f"{_ROW} {_OPTIONAL}",
    ),
    "platform": _fields(
        "project place year department unit", f"{_FUNDS} executed_other",
        f"{_ROW} {_OPTIONAL} original_target set_weight score_basis",
    ),
    "project-goals": _fields("project place year department unit", _FUNDS, f"{_ROW} {_OPTIONAL} goal aggregation"),
    "project-sichuan": _fields(
        "form_code project place year department unit", f"{_FUNDS} reason adjustment_reason",
        f"{_ROW} {_OPTIONAL} operator measured_in",
    ),
    "department": _fields(
        "department place year", "", "level1 level2 name criterion points self_score reason",
    ),
    "transfer": _fields(
        "fund place year department unit", "source revised_budget executed rate",
        "level1 level2 name target actual reason", "",
    ),
})  # fmt: skip

_OF_PLATFORM = ("original_target", "set_weight", "score_basis", "executed_other")


def schema_of(title: str, columns: frozenset[str], funds: frozenset[str], facts: frozenset[str]) -> str:
    """The schema that the form follows: 表 of a title, and the columns that only one kind of form has."""
    if "target" not in columns and "actual" not in columns and "criterion" in columns:
        return "department"
    if not {"points", "self_score"} & columns:
        return "transfer"
    if {"operator", "measured_in"} <= columns and ("form_code" in facts or "四川" in title):
        return "project-sichuan"
    if "goal" in columns:
        return "project-goals"
    if any(each in columns or each in funds for each in _OF_PLATFORM):
        return "platform"
    return "project"
