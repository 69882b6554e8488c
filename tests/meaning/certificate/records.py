"""Records made by hand: what the certificate reads, without the engine that writes it."""

from __future__ import annotations

import copy
from typing import TypeAlias, cast

from evalrules.meaning.certificate import Finding, verify

Json: TypeAlias = "bool | int | str | list[Json] | dict[str, Json] | None"
Record: TypeAlias = dict[str, Json]

UNITS: dict[str, Record] = {
    "": {"unit": "", "dimension": "pure", "symbol": "", "scale": "1"},
    "bare": {"unit": "", "dimension": "unstated", "symbol": "", "scale": "1"},
    "%": {"unit": "%", "dimension": "percent", "symbol": "%", "scale": "1/100"},
    "pp": {"unit": "个百分点", "dimension": "point", "symbol": "个百分点", "scale": "1/100"},
    "万元": {"unit": "万元", "dimension": "money", "symbol": "元", "scale": "10000"},
    "天": {"unit": "天", "dimension": "days", "symbol": "天", "scale": "1"},
    "人": {"unit": "人", "dimension": "named", "symbol": "人", "scale": "1"},
}

# Values -------------------------------------------------------------------------------------------


def number(value: str, unit: str = "") -> Record:
    """A number in the base of its unit: 95% is `number("19/20", "%")`."""
    return {"number": value, **UNITS[unit]}


def between(low: str | None, high: str | None, ends: str = "[]", unit: str = "") -> Record:
    """An interval; `ends` says which of them belong to it."""
    return {
        "low": low,
        "low_closed": ends[0] == "[",
        "high": high,
        "high_closed": ends[1] == "]",
        **UNITS[unit],
    }


def truth(holds: bool | None) -> Record:
    return {"truth": holds}


def fault(code: str, *details: str) -> Record:
    return {"fault": code, "details": list(details), "zh": "出错", "en": "a fault"}


NOTHING: Record = {"absent": ""}
BASIS: Record = {"cites": [], "readings": []}
POINTS: Record = {
    "record": "indicators", "zh": "分值", "en": "points", "type": "points", "unit": None, "roles": [], "also": [],
}  # fmt: skip


# Steps --------------------------------------------------------------------------------------------


def step(kind: str, text: str, value: Record, /, **fields: Json) -> Record:
    """A step of any kind."""
    return {"step": kind, **fields, "value": value, "text": text, "at": "p-1.rules:7"}


def stated(text: str, value: Record) -> Record:
    return step("stated", text, value)


def found(name: str, printed: str | None, value: Record, kind: str = "number", type_: str = "measured") -> Record:
    """A cell called `name` was read."""
    field: Record = {**POINTS, "zh": name, "en": name, "type": type_}
    return step("found", name, value, field=field, printed=printed, address=f"indicators[0].{name}", kind=kind)


def actual(printed: str, value: Record, kind: str = "number") -> Record:
    return found("实际完成值", printed, value, kind)


def points(value: str = "10") -> Record:
    """The points of a row."""
    return found("分值", value, number(value), type_="points")


def computed(operator: str, text: str, value: Record, *operands: Record) -> Record:
    return step("computed", text, value, operator=operator, of=list(operands))


def tried(condition: Record | None, held: bool | None, text: str) -> Record:
    return {"condition": condition, "held": held, "basis": BASIS, "text": text, "at": "p-1.rules:8"}


def concluded(premise: Record, value: Record) -> Record:
    return step("concluded", f"得分 {premise['text']}", value, premise=premise, basis=BASIS)


def chosen(cases: list[Record], outcomes: list[Record], value: Record, rule: str = "一") -> Record:
    first = cases[0]["text"] if cases else ""
    return step(
        "chosen", f"规则 {rule} {first}", value, rule=rule, in_order=False, tried=list(cases), outcomes=list(outcomes)
    )


def stretch(text: str, low: Record | None, high: Record | None, ends: str, held: bool | None) -> Record:
    """A stretch of a table; without ends it is the rest."""
    return {
        "low": low,
        "low_closed": ends[0] == "[",
        "high": high,
        "high_closed": ends[1] == "]",
        "rest": low is None and high is None,
        "held": held,
        "text": text,
        "at": "p-1.rules:9",
    }


def admitted(text: str, low: Record, high: Record, ends: str, value: Record, tier: str = "") -> Record:
    return step(
        "admitted-between",
        text,
        value,
        tier=tier,
        also=[],
        low=low,
        low_closed=ends[0] == "[",
        high=high,
        high_closed=ends[1] == "]",
        basis=BASIS,
    )


def adjusted(kind: str, text: str, before: Record, value: Record, *operands: Record, **fields: Json) -> Record:
    """A step after an award; applied and without condition unless `fields` say otherwise."""
    usual: Record = {
        "kind": kind, "before": before, "of": list(operands), "counting": None, "mode": None,
        "scope": None, "condition": None, "applied": True, "basis": BASIS, "layer": "p-1",
    }  # fmt: skip
    return step("adjusted", text, value, **(usual | fields))


# Wholes -------------------------------------------------------------------------------------------


def total(award: Record, awarded: Record, admitted: Record, *adjustments: Record) -> Record:
    """A total that is the same with judgements made and open."""
    return {
        "record": "total",
        "trace": 1,
        "award": award,
        "adjustments": list(adjustments),
        "open_award": award,
        "open_adjustments": list(adjustments),
        "awarded": awarded,
        "admitted": admitted,
        "basis": BASIS,
        "text": "总分",
        "at": "p-1.rules:20",
    }


def check_of(condition: Record, due: bool | None, *, required: bool = True) -> Record:
    """A check of the form that requires, or reports, a condition."""
    words = "要求" if required else "当"
    return {
        "record": "checked",
        "trace": 1,
        "name": "甲",
        "severity": "WARNING",
        "row": None,
        "class_wanted": None,
        "scope": None,
        "in_scope": True,
        "condition": condition,
        "required": required,
        "due": due,
        "message": "" if due is False else "不符",
        "basis": BASIS,
        "layer": "p-1",
        "text": f'校验 甲 {words} {condition["text"]} 警告 "不符"',
        "at": "p-1.rules:21",
    }


def findings_in(part: Record) -> tuple[Finding, ...]:
    """What is found in a step of an expression or an award, taken as a total."""
    value = cast(Record, part["value"])
    return tuple(
        each for each in verify(total(part, value, value)) if each.path == "$.award" or each.path.startswith("$.award.")
    )


def changed(record: Record, path: str, value: Json) -> Record:
    """A copy of `record` with another value at a path such as `of.0.value.number`."""
    result = copy.deepcopy(record)
    *way, last = path.split(".")
    place: Json = result
    for name in way:
        place = place[int(name)] if isinstance(place, list) else cast(Record, place)[name]
    if isinstance(place, list):
        place[int(last)] = value
    else:
        cast(Record, place)[last] = value
    return result
