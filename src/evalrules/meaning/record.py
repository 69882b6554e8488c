"""A derivation as plain data, for JSON: what `explain` writes and `verify` reads.

Every step is an object: `step` says its kind, then its fields by their names, its `value`, and the
author's words (`text`) with their place (`at`). Numbers are texts (`19/20`), so that no reader rounds
them. `docs/reference/derivation.schema.json` states the shape; the certificate checks the content.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import Enum
from fractions import Fraction
from functools import cache
from typing import TypeAlias

from attrs import AttrsInstance, fields, has

from evalrules.language.policy.schema import Field
from evalrules.language.source import Span
from evalrules.language.values import (
    Absent,
    Day,
    Interval,
    Quantity,
    Text,
    Truth,
    Unit,
    Unread,
    unit_name,
)
from evalrules.meaning import derivation as dv
from evalrules.meaning.fault import Fault

Json: TypeAlias = "bool | int | str | Sequence[Json] | Mapping[str, Json] | None"
Record: TypeAlias = dict[str, Json]

TRACE_VERSION = 1

# The word by which a record tells a step from the others; what has none is known by where it stands.
_STEPS: dict[type, str] = {
    dv.Stated: "stated",
    dv.Found: "found",
    dv.Named: "named",
    dv.Scored: "scored",
    dv.Earned: "earned",
    dv.Computed: "computed",
    dv.OfClass: "of-class",
    dv.Interpreted: "interpreted",
    dv.Selected: "selected",
    dv.Gathered: "gathered",
    dv.Outside: "outside",
    dv.Cited: "cited",
    dv.Surveyed: "surveyed",
    dv.Chosen: "chosen",
    dv.Placed: "placed",
    dv.AdmittedBetween: "admitted-between",
    dv.Tiered: "tiered",
    dv.Referred: "referred",
    dv.Concluded: "concluded",
    dv.Editable: "editable",
    dv.Unstated: "unstated",
    dv.Adjusted: "adjusted",
}

# An object whose `step` is a word is a step, so what a member yields goes by another name.
_RENAMED = {"operands": "of", "class_name": "class", "step": "yields"}


def row_record(row: dv.RowDerivation) -> Record:
    """Why a row has its score."""
    return _headed("row", row)


def total_record(total: dv.TotalDerivation) -> Record:
    """How the rows make the total."""
    return _headed("total", total)


def graded_record(graded: dv.Graded) -> Record:
    """Which grades the total may earn."""
    return _headed("graded", graded)


def followed_record(followed: dv.Followed) -> Record:
    """What follows from the result."""
    return _headed("followed", followed)


def checked_record(checked: dv.Checked) -> Record:
    """Whether the message of a check is due, for the form or for one row."""
    return _headed("checked", checked)


def subtotal_record(subtotal: dv.Subtotal) -> Record:
    """What the rows of one kind add up to."""
    return _headed("subtotal", subtotal)


def found_record(found: dv.Found) -> Record:
    """A cell that was read."""
    return _fields_of(found)


def derivation_record(derivation: dv.Derivation) -> Record:
    """Why a form has its score: all rows, the total, the subtotals, the grade, the checks."""
    return _headed("derivation", derivation)


def _headed(kind: str, node: AttrsInstance) -> Record:
    return {"record": kind, "trace": TRACE_VERSION, **_fields_of(node)}


# Objects ------------------------------------------------------------------------------------------


@cache
def _names_in(kind: type[AttrsInstance]) -> tuple[tuple[str, str], ...]:
    """The attributes of a class, each with its name in the record; the span becomes words and place."""
    names = [attribute.name for attribute in fields(kind) if attribute.name != "span"]
    return tuple((name, _RENAMED.get(name, name)) for name in names)


def _fields_of(node: AttrsInstance) -> Record:
    record: Record = {}
    kind = type(node)
    if kind in _STEPS:
        record["step"] = _STEPS[kind]
    for name, key in _names_in(kind):
        record[key] = _json(getattr(node, name))
    if isinstance(node, dv.Named | dv.Outside):
        record["value"] = _json(node.value)
    if hasattr(node, "span"):
        record |= _words(node.span)
    return record


def _words(span: Span | None) -> Record:
    return {"text": None, "at": None} if span is None else {"text": span.text, "at": span.place}


def _json(value: object) -> Json:
    """A field of a derivation as data."""
    match value:
        case None | bool() | int() | str():
            return value
        case Enum():
            return _word(value)
        case tuple():
            return [_json(each) for each in value]
        case Quantity() | Text() | Day() | Truth() | Absent() | Unread() | Fault():
            return outcome_record(value)
        case Field():
            return _field(value)
        case _ if has(type(value)):
            return _fields_of(value)  # type: ignore[arg-type]
        case _:
            raise TypeError(f"a derivation holds no {type(value).__name__}")


def _word(member: Enum) -> str:
    return member.name.lower().replace("_", "-")


def _field(field: Field) -> Record:
    return {
        "record": field.record,
        "zh": field.zh,
        "en": field.en,
        "type": _word(field.type),
        "unit": None if field.unit is None else _unit(field.unit),
        "roles": [_word(role) for role in field.roles],
        "also": list(field.also),
    }


# Values -------------------------------------------------------------------------------------------


def outcome_record(outcome: dv.Outcome) -> Record:
    """A value, or the reason why there is none; the first key tells which kind it is."""
    match outcome:
        case Quantity(amount, unit):
            known = _ends(amount) if isinstance(amount, Interval) else {"number": rational(amount)}
            return known | _unit(unit)
        case Text(text):
            return {"text": text}
        case Day(first, last):
            return {"day": first.isoformat(), "to": last.isoformat()}
        case Truth(value):
            return {"truth": value}
        case Absent(why):
            return {"absent": why}
        case Unread(text, reason):
            return {"unread": text, "reason": _word(reason)}
        case Fault():
            return _fault(outcome)


def _ends(amount: Interval) -> Record:
    return {
        "low": None if amount.low is None else rational(amount.low),
        "low_closed": amount.low_closed,
        "high": None if amount.high is None else rational(amount.high),
        "high_closed": amount.high_closed,
    }


def _unit(unit: Unit) -> Record:
    return {
        "unit": unit_name(unit),
        "dimension": _word(unit.dimension),
        "symbol": unit.symbol,
        "scale": rational(unit.scale),
    }


def _fault(fault: Fault) -> Record:
    return {
        "fault": fault.kind.code,
        "details": list(fault.details),
        "zh": fault.message("zh"),
        "en": fault.message("en"),
    }


def rational(number: Fraction) -> str:
    """`19/20`, or `-3` for a whole number."""
    return str(number)
