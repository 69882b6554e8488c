"""The author's words for a part of a checked policy, on one line."""

from __future__ import annotations

from enum import Enum

from evalrules.language.node import Node
from evalrules.language.policy import expression as ex
from evalrules.language.policy.basis import Basis
from evalrules.language.policy.definition import End, Entry
from evalrules.language.source import Span
from evalrules.study.rewriting import fields_of

_NAMES = ("name", "title", "record", "zh")
"""Fields by which declarations and their parts are called."""


def span_of(value: object) -> Span | None:
    """Where `value` was written, if it remembers."""
    span = getattr(value, "span", None)
    return span if isinstance(span, Span) else None


def quoted(value: object) -> str:
    """What stands in the policy for `value`."""
    match value:
        case None:
            return ""
        case Basis():
            return "、".join([*(each.text for each in value.cites), *value.readings])
        case Enum():
            return str(value.value)
        case tuple():
            return _listed(value)
        case End():
            return quoted(value.value)
        case Entry():
            return f"{value.field} “{value.printed}”"
        case _:
            span = span_of(value)
            return " ".join(span.text.split()) if span else name_of(value) or str(value)


def _listed(values: tuple[object, ...]) -> str:
    """A message as it was written, with its slots in braces; other lists with commas."""
    if any(isinstance(each, str) for each in values) and any(isinstance(each, Node) for each in values):
        return "".join(each if isinstance(each, str) else f"{{{quoted(each)}}}" for each in values)
    return "、".join(map(quoted, values))


def name_of(value: object) -> str:
    """What `value` is called; "" for what has no name. Steps for the rows of a class go by their scope."""
    for field in _NAMES:
        name = getattr(value, field, None)
        if isinstance(name, str) and name:
            return name
    scope = getattr(value, "scope", None)
    return quoted(scope) if isinstance(scope, ex.Scope) else ""


def label_of(value: object) -> str:
    """What tells `value` from its neighbours: its name, or the condition or the stretch it is for."""
    name = name_of(value)
    if name or not isinstance(value, Node):
        return name
    first = next((inner for field, inner in fields_of(value) if field != "basis"), None)
    return quoted(first) if isinstance(first, Node) else ""
