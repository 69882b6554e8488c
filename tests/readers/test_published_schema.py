"""The published JSON Schema says what a project form may hold: no more and no less than its declaration."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

import pytest
import yaml

from evalrules.language.policy.schema import Record, RecordKind, Schema
from tests.readers.json_schema import Validator

ROOT = Path(__file__).parents[2]
EXAMPLE = ROOT / "examples" / "yanchi-2022"
PUBLISHED = json.loads((ROOT / "docs" / "reference" / "form.schema.json").read_text(encoding="utf-8"))


def names_of(record: Record) -> set[str]:
    """Every name by which a form may call a field of `record`."""
    return {name for each in record.fields for name in (each.zh, each.en, *each.also)}


def test_the_form_has_the_declared_parts(declared: Schema) -> None:
    """At the top stand the fields of the header and the names of the records, each in both languages."""
    expected = {"schema", "表式", "origin", "出处"}
    for record in declared.records:
        expected |= names_of(record) if record.kind is RecordKind.HEADER else {record.zh, record.en}
    assert set(PUBLISHED["properties"]) == expected
    assert PUBLISHED["$defs"]["schema"]["const"] == declared.name


def test_each_record_has_the_declared_fields(declared: Schema) -> None:
    """A record's fields are the declared ones, and both of its names lead to them."""
    for record in declared.records:
        if record.kind is not RecordKind.HEADER:
            assert set(PUBLISHED["$defs"][record.en]["properties"]) == names_of(record)
            for name in (record.zh, record.en):
                part = PUBLISHED["properties"][name]
                many = record.kind is RecordKind.LIST
                assert (part["items"] if many else part)["$ref"] == f"#/$defs/{record.en}"


@pytest.mark.parametrize("name", ["form.json", "form.zh.yaml", "form.toml"])
def test_the_example_is_valid(name: str) -> None:
    """The example is what the schema allows, in each of its three formats."""
    text = (EXAMPLE / name).read_text(encoding="utf-8")
    match name.rpartition(".")[2]:
        case "json":
            value = json.loads(text)
        case "yaml":
            value = yaml.safe_load(text)
        case _:
            value = tomllib.loads(text)
    assert Validator(PUBLISHED).violations(value) == []


@pytest.mark.parametrize(
    ("form", "violation"),
    [
        ({}, "form: not exactly one of [{'required': ['schema']}, {'required': ['表式']}] holds"),
        ({"schema": "department"}, "form.schema: 'department' is not 'project'"),
        ({"schema": "project", "indicator": []}, "form: indicator is unknown"),
        ({"schema": "project", "indicators": {}}, "form.indicators: a object is not a array"),
        ({"表式": "project", "指标": [{"名字": "x"}]}, "form.指标[0]: 名字 is unknown"),
        ({"schema": "project", "total": {"points": True}}, "form.total.points: a boolean is not"),
        ({"schema": "project", "total": {"points": "9" * 10_001}}, "form.total.points: longer than 10000"),
    ],
)
def test_what_a_form_cannot_hold_is_invalid(form: dict[str, object], violation: str) -> None:
    """A missing schema, a misspelt name, a truth value and an overlong cell are each a violation."""
    found = Validator(PUBLISHED).violations(form)
    assert len(found) == 1
    assert found[0].startswith(violation)
