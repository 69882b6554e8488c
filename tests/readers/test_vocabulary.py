"""The words and fields of the recogniser agree with the schemas that come with evalrules."""

from __future__ import annotations

from pathlib import Path

import pytest

from evalrules.language.check import check_schema
from evalrules.language.policy.schema import Field, Record, RecordKind, Schema
from evalrules.language.source import Source
from evalrules.language.syntax.parse import parse
from evalrules.library.shelf import Shelf, shipped
from evalrules.readers.recognise import vocabulary as words
from evalrules.readers.recognise.schemas import SCHEMAS, Fields
from evalrules.readers.recognise.words import key

FOLDER = Path(__file__).parents[2] / "policies" / "schemas"


def schema(name: str) -> Schema:
    """A schema that comes with evalrules."""
    text = (FOLDER / f"{name}.rules").read_text(encoding="utf-8")
    checked = check_schema(parse(Source(name, text)).document, Shelf(shipped()))
    assert checked.schema is not None
    return checked.schema


def record(found: Schema, name: str) -> tuple[Field, ...]:
    """The fields of a record, by its English name or its kind."""
    each: Record | None = found.record_named(name)
    if name == "header":
        each = next(part for part in found.records if part.kind is RecordKind.HEADER)
    return each.fields if each else ()


@pytest.mark.parametrize("name", SCHEMAS)
def test_the_fields_are_those_of_the_schema(name: str) -> None:
    """No field of a record that is read from documents is missing or made up."""
    found, known = schema(name), SCHEMAS[name]
    for each in ("header", "funds", "indicators", "total"):
        said = {field.en for field in record(found, each)}
        listed: frozenset[str] = getattr(known, each)
        assert listed == said, f"{name}.{each}"
    assert isinstance(known, Fields)


@pytest.mark.parametrize("name", SCHEMAS)
def test_every_name_of_a_field_is_known(name: str) -> None:
    """What a schema calls a column, the recogniser finds in a head; other names of it too."""
    found = schema(name)
    for vocabulary, part in ((words.INDICATORS, "indicators"), (words.FUNDS, "funds")):
        for field in record(found, part):
            for said in (field.zh, *field.also):
                if said != "备注":  # a reason in one schema, and any remark in others
                    assert vocabulary.get(key(said)) in (field.en, "original_target"), f"{name}: {said}"


def test_no_word_names_two_fields() -> None:
    """A word is one field's, or the table would depend on its order."""
    for words_of in (words.INDICATORS, words.FUNDS, words.FACTS):
        assert all(key(word) == word for word in words_of)


def test_each_important_field_has_several_names() -> None:
    """Forms call the same column by three names at least."""
    for field in ("level1", "name", "target", "actual", "points", "self_score", "reason"):
        assert sum(each == field for each in words.INDICATORS.values()) >= 3, field
    for field in ("original_budget", "revised_budget", "executed", "rate"):
        assert sum(each == field for each in words.FUNDS.values()) >= 3, field
