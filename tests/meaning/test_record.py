"""A record holds everything that its derivation holds, in the shape that is published."""

from __future__ import annotations

import inspect
import json
from collections.abc import Iterator, Mapping
from datetime import date
from enum import Enum
from fractions import Fraction
from pathlib import Path
from types import MappingProxyType, NoneType, UnionType
from typing import Literal, Union, cast, get_args, get_origin, get_type_hints

import attrs
import pytest

from evalrules.language.policy.basis import Basis, Citation
from evalrules.language.policy.schema import Field, FieldType, Role
from evalrules.language.source import Source, Span
from evalrules.language.values import (
    PERCENT,
    PURE,
    WAN_YUAN,
    Absent,
    Day,
    Interval,
    Quantity,
    Reason,
    Text,
    Truth,
    Unread,
)
from evalrules.meaning import derivation as dv
from evalrules.meaning.fault import Fault, FaultKind
from evalrules.meaning.record import (
    TRACE_VERSION,
    Record,
    checked_record,
    derivation_record,
    found_record,
    graded_record,
    outcome_record,
    row_record,
    subtotal_record,
    total_record,
)
from tests.meaning.certificate.scenes import NAMES_OF_SCENES, scenes
from tests.readers.json_schema import Validator

SCHEMA = json.loads(
    (Path(__file__).parents[2] / "docs" / "reference" / "derivation.schema.json").read_text(encoding="utf-8")
)

# Everything in a derivation ---------------------------------------------------------------------------

WRITTEN = Source("p-1.rules", "得分 分值\n得分 0")
SPANS = Span(WRITTEN, 0, 2), Span(WRITTEN, 6, 8)
SAMPLES: dict[type, tuple[object, object]] = {
    str: ("甲", "乙"),
    int: (0, 1),
    bool: (False, True),
    Span: SPANS,
    Basis: (Basis(), Basis((Citation("注", "3", SPANS[0]),), ("解读",))),
    Fault: (Fault(FaultKind.NO_RULE), Fault(FaultKind.NO_CLASS)),
    Field: (
        Field("r", "甲", "a", FieldType.TEXT, None, (), ()),
        Field("r", "甲", "a", FieldType.TEXT, None, (Role.LABEL,), ("乙",)),
    ),
    Quantity: (Quantity(Fraction(1), PURE), Quantity(Fraction(1), PERCENT)),
}


def samples(hint: object) -> tuple[object, object]:
    """Two different values of a type, as a derivation may hold them."""
    origin, arguments = get_origin(hint), get_args(hint)
    if origin is Literal:
        return arguments[0], arguments[1]
    if origin in (Union, UnionType):
        kinds = [each for each in arguments if each is not NoneType]
        first, second = samples(Quantity if Quantity in kinds else kinds[0])
        return (None, second) if NoneType in arguments else (first, second)
    if origin is tuple:
        return _tuples(arguments)
    assert isinstance(hint, type), hint
    if issubclass(hint, Enum):
        first, second, *_ = hint
        return first, second
    return SAMPLES[hint] if hint in SAMPLES else (instance(hint), instance(hint, other=True))


def _tuples(arguments: tuple[object, ...]) -> tuple[object, object]:
    if arguments[-1] is Ellipsis:
        return (), (samples(arguments[0])[0],)
    first, second = zip(*(samples(each) for each in arguments), strict=True)
    return tuple(first), tuple(second)


def instance(kind: type, changes: Mapping[str, object] = MappingProxyType({}), *, other: bool = False) -> object:
    """An instance of a class of the derivation; another one differs in every field."""
    hints = get_type_hints(kind, vars(dv))
    return kind(**{name: samples(hints[name])[other] for name in names_in(kind)} | {**changes})


def names_in(kind: type) -> tuple[str, ...]:
    return tuple(each.name for each in attrs.fields(cast("type[attrs.AttrsInstance]", kind)))


CLASSES = [kind for _, kind in inspect.getmembers(dv, attrs.has) if kind.__module__ == dv.__name__]


def recorded(node: object) -> Record:
    """The record of anything in a derivation, taken from where it stands."""
    row = instance(dv.RowDerivation, {"award": node})
    return cast(Record, row_record(cast(dv.RowDerivation, row))["award"])


def every_field() -> Iterator[tuple[type, str]]:
    for kind in CLASSES:
        yield from ((kind, name) for name in names_in(kind))


@pytest.mark.parametrize(("kind", "name"), list(every_field()), ids=lambda each: getattr(each, "__name__", each))
def test_every_field_is_in_the_record(kind: type, name: str) -> None:
    """Two derivations that differ in one field have two records: none is left out."""
    _, value = samples(get_type_hints(kind, vars(dv))[name])
    assert recorded(instance(kind)) != recorded(instance(kind, {name: value}))


def test_the_walk_meets_every_class() -> None:
    """Steps, rows, totals, checks and their parts: the module of the derivation is walked as a whole."""
    assert {dv.Stated, dv.Adjusted, dv.Member, dv.Weighed, dv.RowDerivation, dv.Derivation} <= set(CLASSES)
    assert len(CLASSES) >= 25


@pytest.mark.parametrize("kind", [kind for kind in CLASSES if "span" in names_in(kind)])
def test_a_span_becomes_words_and_their_place(kind: type) -> None:
    """The author's words and the line they stand on, for whoever has no policy at hand."""
    record = recorded(instance(kind, {"span": SPANS[1]}))
    assert (record["text"], record["at"]) == ("得分", "p-1.rules:2")


# Values -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("outcome", "record"),
    [
        (
            Quantity(Fraction(19, 20), PERCENT),
            {"number": "19/20", "unit": "%", "dimension": "percent", "symbol": "%", "scale": "1/100"},
        ),
        (
            Quantity(Interval(Fraction(13 * 10**4), None, True, False), WAN_YUAN),
            {
                "low": "130000",
                "low_closed": True,
                "high": None,
                "high_closed": False,
                "unit": "万元",
                "dimension": "money",
                "symbol": "元",
                "scale": "10000",
            },
        ),
        (Text("按时完成"), {"text": "按时完成"}),
        (Day(date(2022, 1, 1), date(2022, 12, 31)), {"day": "2022-01-01", "to": "2022-12-31"}),
        (Truth(None), {"truth": None}),
        (Absent("其中项"), {"absent": "其中项"}),
        (Unread("约90%", Reason.APPROXIMATE), {"unread": "约90%", "reason": "approximate"}),
        (
            Fault(FaultKind.DIVISION_BY_ZERO, ("年度指标值",)),
            {
                "fault": "division-by-zero",
                "details": ["年度指标值"],
                "zh": "“年度指标值”是 0（或可能是 0），不能作除数",
                "en": "`年度指标值` is, or may be, 0 and cannot divide",
            },
        ),
    ],
)
def test_a_value_is_exact_and_tells_its_kind(outcome: dv.Outcome, record: Record) -> None:
    """Numbers are rationals in the base of their unit; the first field says what kind of value it is."""
    assert outcome_record(outcome) == record


# The published shape ----------------------------------------------------------------------------------


class ByKind(Validator):
    """Chooses among alternatives by the constant that tells them apart, so that one is looked at and not all."""

    def against(self, keyword: str, wanted: object, value: object, at: str) -> Iterator[str]:
        match keyword, wanted:
            case "oneOf", list() if isinstance(value, dict):
                fitting = [each for each in map(self.target, wanted) if self.may_be(each, value)]
                if len(fitting) != 1:
                    yield f"{at}: {len(fitting)} alternatives fit"
                for each in fitting:
                    yield from self.within(value, each, at)
            case "enum", list():
                yield from () if value in wanted else [f"{at}: {value!r} is none of {wanted}"]
            case "type", _ if "integer" in wanted and type(value) is int:  # type: ignore[operator]
                return
            case "pattern", _:
                return
            case _:
                yield from super().against(keyword, wanted, value, at)

    def target(self, schema: dict[str, object]) -> dict[str, object]:
        return cast("dict[str, object]", self.resolved(str(schema["$ref"]))) if "$ref" in schema else schema

    def may_be(self, schema: dict[str, object], value: dict[str, object]) -> bool:
        """Whether an object has the fields of an alternative, and its constant if it has one."""
        if schema.get("type") != "object":
            return "oneOf" in schema and any(
                self.may_be(self.target(each), value) for each in cast("list[dict[str, object]]", schema["oneOf"])
            )
        properties = cast("dict[str, dict[str, object]]", schema["properties"])
        consts = {name: inner["const"] for name, inner in properties.items() if "const" in inner}
        return set(value) == set(properties) and all(value[name] == const for name, const in consts.items())


@pytest.mark.parametrize("name", NAMES_OF_SCENES)
def test_every_record_has_the_published_shape(name: str) -> None:
    """Derivations, rows, totals, grades, subtotals and checks of every scene fit the schema."""
    derivation = scenes()[name].derivation
    records = [
        derivation_record(derivation),
        *map(row_record, derivation.rows),
        *map(checked_record, derivation.checks),
    ]
    records += [total_record(derivation.total)] if derivation.total else []
    records += [graded_record(derivation.grade)] if derivation.grade else []
    records += map(subtotal_record, derivation.subtotals)
    for record in records:
        assert not ByKind(SCHEMA).violations(json.loads(json.dumps(record)))
        assert record["trace"] == TRACE_VERSION


def test_another_shape_is_no_record() -> None:
    """The schema refuses a field more, a field less, a word in the place of a number."""
    record = json.loads(json.dumps(derivation_record(scenes()["bands"].derivation)))
    for wrong in ({**record, "more": 1}, {**record, "rows": None}, {**record, "trace": 2}):
        assert ByKind(SCHEMA).violations(wrong)
    record["rows"][0]["awarded"]["number"] = 9
    assert ByKind(SCHEMA).violations(record)


@pytest.mark.parametrize("kind", CLASSES)
def test_the_schema_has_each_class(kind: type) -> None:
    """Every class of a derivation is described in the schema, field by field."""
    fields = set(recorded(instance(kind)))
    described = [set(each["properties"]) for each in SCHEMA["$defs"].values() if "properties" in each]
    described += [set(each["properties"]) - {"record", "trace"} for each in SCHEMA["oneOf"]]
    assert fields in described


def test_a_cell_is_recorded_by_itself() -> None:
    """An explanation shows the cell of the claimed total, which is part of no row."""
    cell = scenes()["yanchi"].derivation.claimed_total_cell
    assert cell is not None
    assert found_record(cell)["printed"] == "96"
