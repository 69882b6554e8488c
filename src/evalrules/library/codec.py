"""A checked policy as data and back: JSON that can hold nothing but a policy, and runs nothing.

Every node is a list: a number for its class, then its fields in order. Sources are written once; a span
is its source's number, its start and its end.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from enum import Enum
from fractions import Fraction
from typing import TypeAlias

import attrs

from evalrules.language.policy import basis, definition, expression, schema
from evalrules.language.policy.policy import CheckedPolicy
from evalrules.language.source import Source, Span
from evalrules.language.values import Day, Dimension, Interval, Quantity, Rounding, Text, Unit

Json: TypeAlias = "bool | int | str | list[Json] | None"

_MODULES = (schema, basis, expression, definition)
_CLASSES: tuple[type, ...] = (
    CheckedPolicy,
    Quantity,
    Interval,
    Unit,
    Text,
    Day,
    *(
        each
        for module in _MODULES
        for each in vars(module).values()
        if isinstance(each, type) and attrs.has(each) and each.__module__ == module.__name__
    ),
)
_ENUMS: tuple[type[Enum], ...] = (
    Dimension,
    Rounding,
    *(
        each
        for module in _MODULES
        for each in vars(module).values()
        if isinstance(each, type) and issubclass(each, Enum) and each.__module__ == module.__name__
    ),
)
_NUMBER_OF = {each: at for at, each in enumerate(_CLASSES)}
_FIELDS = {each: tuple(field.name for field in attrs.fields(each)) for each in _CLASSES}
_ENUM_NUMBER_OF = {each: at for at, each in enumerate(_ENUMS)}

LAYOUT = repr([(each.__name__, fields) for each, fields in _FIELDS.items()] + [each.__name__ for each in _ENUMS])
"""What the numbers and fields mean. A policy that was encoded under another layout cannot be decoded."""

# What a list that stands for something else than a class begins with.
_TUPLE, _SPAN, _SOURCE, _FRACTION, _DATE, _ENUM = -1, -2, -3, -4, -5, -6

# What comes of text that is not what `encode` writes, wherever it is first noticed.
_MISFITS = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    RecursionError,
    TypeError,
    ValueError,
)


def encode(policy: CheckedPolicy) -> str:
    """`policy` as one line of JSON."""
    sources: dict[Source, int] = {}
    body = _encode(policy, sources)
    return json.dumps([[[each.name, each.text] for each in sources], body], separators=(",", ":"))


def _encode(value: object, sources: dict[Source, int]) -> Json:
    match value:
        case None | bool() | int() | str():
            return value
        case tuple():
            return [_TUPLE, *(_encode(each, sources) for each in value)]
        case Span():
            return [_SPAN, sources.setdefault(value.source, len(sources)), value.start, value.end]
        case Source():
            return [_SOURCE, sources.setdefault(value, len(sources))]
        case Fraction():
            return [_FRACTION, str(value)]
        case date():
            return [_DATE, value.isoformat()]
        case Enum():
            return [_ENUM, _ENUM_NUMBER_OF[type(value)], value.name]
        case _:
            fields = _FIELDS[type(value)]
            return [_NUMBER_OF[type(value)], *(_encode(getattr(value, name), sources) for name in fields)]


def decode(text: str) -> CheckedPolicy:
    """The policy that `encode` wrote. Raises ValueError if `text` is anything else."""
    try:
        sources, body = json.loads(text)
        texts = tuple(Source(name, words) for name, words in sources)
        policy = _Decoder(texts).value(body)
    except _MISFITS as error:
        raise ValueError("not a compiled policy") from error
    if not isinstance(policy, CheckedPolicy):
        raise ValueError("not a compiled policy")
    return policy


class _Decoder:
    def __init__(self, sources: tuple[Source, ...]) -> None:
        self.sources = sources
        self.special: dict[int, Callable[[list[Json]], object]] = {
            _TUPLE: lambda parts: tuple(map(self.value, parts[1:])),
            _SPAN: lambda parts: Span(sources[parts[1]], parts[2], parts[3]),  # type: ignore[index, arg-type]
            _SOURCE: lambda parts: sources[parts[1]],  # type: ignore[index]
            _FRACTION: lambda parts: Fraction(str(parts[1])),
            _DATE: lambda parts: date.fromisoformat(str(parts[1])),
            _ENUM: lambda parts: _ENUMS[parts[1]][str(parts[2])],  # type: ignore[index]
        }

    def value(self, data: Json) -> object:
        if not isinstance(data, list):
            return data
        tag = data[0]
        assert isinstance(tag, int)
        if tag < 0:
            return self.special[tag](data)
        return _CLASSES[tag](*map(self.value, data[1:]))
