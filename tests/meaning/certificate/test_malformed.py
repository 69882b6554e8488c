"""Whatever is put before the certificate, it answers with findings: never an exception, never a hang."""

from __future__ import annotations

import json
from typing import cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evalrules.meaning.certificate import verify, verify_text, walk
from evalrules.meaning.record import derivation_record
from tests.meaning.certificate.records import (
    NOTHING,
    Json,
    Record,
    actual,
    changed,
    computed,
    findings_in,
    number,
    total,
)
from tests.meaning.certificate.scenes import scenes
from tests.meaning.certificate.test_tampering import draw_leaf, is_found

json_leaves = st.none() | st.booleans() | st.integers() | st.text(max_size=6) | st.sampled_from(["1/3", "stated", "$"])
junk = st.recursive(
    json_leaves, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner, max_size=4)
)
field_names = st.sampled_from(
    ["step", "value", "of", "text", "record", "trace", "rows", "total", "award", "row", "number"]
)
near_records = st.recursive(
    json_leaves, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(field_names, inner, max_size=6)
)


@given(junk | near_records)
def test_what_is_no_record_is_not_valid(value: Json) -> None:
    """Any JSON that is not the record of a derivation has a finding."""
    assert verify(value)


@given(st.text(max_size=40))
def test_what_is_no_json_is_not_valid(text: str) -> None:
    """Any text has a verdict, and a record is more than forty characters."""
    assert not verify_text(text).valid


@given(st.data(), near_records)
def test_junk_inside_a_record_is_an_answer(data: st.DataObject, value: Json) -> None:
    """Anything in the place of anything else: there is a verdict, and the record is whole again afterwards."""
    scene, path, _ = draw_leaf(data, data.draw(st.sampled_from([str, bool, int])))
    length = data.draw(st.integers(1, len(path)))
    is_found(scene, path[:length], value)


AWARD = actual("95%", number("19/20", "%"))
VALID = total(computed("negate", "−实际完成值", number("-19/20", "%"), AWARD), NOTHING, NOTHING)


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("award.step", "guessed"),
        ("award.step", 7),
        ("award.step", None),
        ("award.of.0.value.number", "2/4"),
        ("award.of.0.value.number", "1e9"),
        ("award.of.0.value.number", "0.95"),
        ("award.of.0.value.number", "1/0"),
        ("award.of.0.value.number", "٣"),
        ("award.of.0.value.number", "9" * 5000),
        ("award.of.0.value.number", 1),
        ("award.of.0.value.scale", "0"),
        ("award.of.0.value.dimension", "weight"),
        ("award.of.0.value", {"low": "2", "low_closed": True, "high": "1", "high_closed": True}),
        ("award.of.0.value", {"day": "2022-W52-6", "to": "2022-12-31"}),
        ("award.of.0.value", {"day": "2022-12-31", "to": "2022-12-30"}),
        ("award.of.0.value", {"truth": "yes"}),
        ("award.of.0.value", {}),
        ("award.of.0.field.type", "weight"),
        ("award.of", []),
        ("award.of", AWARD),
        ("award.operator", "sqrt"),
        ("award.text", None),
        ("award", []),
        ("trace", 2),
        ("trace", True),
        ("record", "score"),
        ("basis.cites", [{"source": "注"}]),
        ("more", 1),
    ],
)
def test_a_misshapen_record_is_told_where(path: str, value: Json) -> None:
    """A wrong kind, type, number, unit, date or field is a finding that names its place."""
    findings = verify(changed(VALID, path, value))
    assert any(finding.path.startswith(f"$.{path.partition('.')[0]}") for finding in findings)


def test_a_step_without_a_kind_carries_nothing() -> None:
    """What is not checked as a step is no premise either."""
    nameless = {name: value for name, value in AWARD.items() if name != "step"}
    assert findings_in(computed("negate", "−实际完成值", number("-19/20", "%"), nameless))


# Size ---------------------------------------------------------------------------------------------


def test_a_record_without_end_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """A record that contains itself is too deep, and one that unfolds to millions of steps too large."""
    endless: Record = dict(VALID)
    endless["award"] = endless
    assert [finding.follows.en for finding in verify(endless)] == ["≤ 500000, ≤ 600"]
    monkeypatch.setattr(walk, "MOST_OBJECTS", 10_000)
    doubled: Json = AWARD
    for _ in range(40):
        doubled = [doubled, doubled]
    assert [finding.follows.en for finding in verify({"record": "total", "award": doubled})] == ["≤ 10000, ≤ 600"]


READABLE = "the output of `explain --format json`"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[" * 100_000, READABLE),
        ('{"a": 1, "a": 1}', "each field once"),
        ('{"a": 0.5}', "exact numbers, as texts"),
        ('{"a": NaN}', "exact numbers, as texts"),
        (f'{{"a": {"9" * 5000}}}', READABLE),
        ("{", READABLE),
        ("", READABLE),
        ("[]", READABLE),
    ],
)
def test_a_text_that_is_no_record_is_told_why(text: str, said: str) -> None:
    """Bottomless nesting, a field twice, an inexact number, half a file: each has its answer."""
    (finding,) = verify_text(text).findings
    assert finding.follows.en == said


def test_long_numbers_are_computed_and_not_spelt_out() -> None:
    """Two numbers of thousands of digits are multiplied exactly, and a finding shows neither."""
    long = "9" * 3999
    left, right = actual(long, number(long, "bare")), actual(long, number(long, "bare"))
    findings = findings_in(computed("×", "实际完成值 × 实际完成值", number(long, "bare"), left, right))
    assert [finding.follows.en for finding in findings if finding.path == "$.award.value"] == ["fault amount-too-long"]


def test_a_row_is_recorded_once() -> None:
    """A record in which a row stands twice is refused."""
    record = json.loads(json.dumps(derivation_record(scenes()["bands"].derivation)))
    rows = cast("list[Json]", record["rows"])
    rows.append(rows[0])
    assert [finding.follows.en for finding in verify(record)] == ["each row once"]
