"""Nobody changes one number, answer or word of a derivation unnoticed, except where only words are kept."""

from __future__ import annotations

import copy
import json
import re
from collections.abc import Iterator
from functools import cache
from typing import cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evalrules.meaning.certificate import verify
from evalrules.meaning.record import derivation_record
from tests.meaning.certificate.records import Json
from tests.meaning.certificate.scenes import NAMES_OF_SCENES, scenes

Path = tuple[str | int, ...]

# Fields that hold words alone: who, where and why, for people to read and compare.
WORDS_ALONE = frozenset(
    {
        "at", "layer", "source", "clause", "readings", "cites",  # where a step stands, what it rests on
        "zh", "en", "details", "message",  # sentences of faults and checks
        "policy", "policy_hash", "form", "label", "path",  # what things are called
        "field", "address", "also", "origin",  # what a cell or a name is, beyond its value
        "text", "absent", "unread", "reason", "printed",  # words that something else is matched against
    }
)  # fmt: skip
NUMBER = re.compile(r"-?[0-9]+(?:/[0-9]+)?")
ALTERNATIVES = (
    ("+", "−", "×", "÷"),
    ("=", "≠", "<", "≤", ">", "≥"),
    ("and", "or"),
    ("given", "missing"),
    ("is TEXT", "is NUMBER_KIND", "is-not TEXT", "is CEILING", "is EXACT"),
    ("raise", "cap", "credit", "deduct", "deduct-by-steps", "round", "unrounded"),
    ("half-up", "half-even", "down", "up"),
    ("whole", "started", "pro-rata"),
    ("computed", "judged", "undecided", "not-applicable", "void", "fault", "unscored"),
    ("FULL_MARKS", "ZERO_MARKS", "EXCLUDED"),
    ("ERROR", "WARNING", "NOTICE"),
    ("sum", "mean", "max", "min", "count"),
    ("pure", "percent", "point", "money", "unstated", "named", "days"),
    ("number", "ceiling", "floor", "exact", "range", "text", "date"),
    ("judged", "open"),
)


@cache
def record_of(scene: str) -> dict[str, Json]:
    """The record of a scene, as it is read back from JSON."""
    return cast("dict[str, Json]", json.loads(json.dumps(derivation_record(scenes()[scene].derivation))))


@cache
def leaves_of(scene: str) -> tuple[tuple[Path, Json], ...]:
    """Every leaf of the record of a scene that does not hold words alone."""
    return tuple(_leaves(record_of(scene), ()))


def _leaves(part: Json, path: Path) -> Iterator[tuple[Path, Json]]:
    if isinstance(part, dict | list):
        items = part.items() if isinstance(part, dict) else enumerate(part)
        for name, inner in items:
            if name not in WORDS_ALONE:
                yield from _leaves(inner, (*path, name))
    else:
        yield path, part


def is_unread(scene: str, path: Path) -> bool:
    """Whether a leaf lies in the value of a cell that was not read: there is no number to change."""
    return not isinstance(part_at(record_of(scene), path), str | int)


def part_at(part: Json, path: Path) -> Json:
    for name in path:
        part = cast("dict[str | int, Json]", part)[name]
    return part


def tampered(scene: str, path: Path, value: Json) -> dict[str, Json]:
    """The record of a scene with another value at `path`."""
    record = copy.deepcopy(record_of(scene))
    cast("dict[str | int, Json]", part_at(record, path[:-1]))[path[-1]] = value
    return record


def draw_leaf(data: st.DataObject, kind: type) -> tuple[str, Path, Json]:
    """A scene and one of its leaves of a kind."""
    scene = data.draw(st.sampled_from([name for name in NAMES_OF_SCENES if name != "empty"]))
    path, value = data.draw(st.sampled_from([leaf for leaf in leaves_of(scene) if type(leaf[1]) is kind]))
    return scene, path, value


@given(st.data(), st.fractions(-200, 200, max_denominator=200))
def test_no_number_is_changed_unnoticed(data: st.DataObject, other: object) -> None:
    """A number anywhere in a derivation, whatever it becomes, is found."""
    scene, path, value = draw_leaf(data, str)
    if isinstance(value, str) and NUMBER.fullmatch(value) and value != str(other):
        assert verify(tampered(scene, path, str(other))), path


@given(st.data(), st.integers(-2, 30))
def test_no_count_is_changed_unnoticed(data: st.DataObject, other: int) -> None:
    """An index of a row or of a tier is found when it is another."""
    scene, path, value = draw_leaf(data, int)
    assert value == other or verify(tampered(scene, path, other)), path


@given(st.data(), st.none() | st.booleans())
def test_no_answer_is_changed_unnoticed(data: st.DataObject, other: bool | None) -> None:
    """Whether something holds, applies, is due, belongs to an interval: any other answer is found."""
    scene, path, value = draw_leaf(data, bool)
    assert value is other or verify(tampered(scene, path, other)), path


@given(st.data())
def test_no_term_is_changed_unnoticed(data: st.DataObject) -> None:
    """An operator, mode, status, dimension … is found when another of its kind stands there."""
    scene, path, value = draw_leaf(data, str)
    for alternatives in ALTERNATIVES:
        if value in alternatives and path[-1] not in ("name", "rule", "class"):
            other = data.draw(st.sampled_from([each for each in alternatives if each != value]))
            assert verify(tampered(scene, path, other)), (path, other)


@given(st.data())
def test_no_word_is_changed_unnoticed(data: st.DataObject) -> None:
    """Every other text is matched against something: one more letter is found."""
    scene, path, value = draw_leaf(data, str)
    assert verify(tampered(scene, path, f"{value}x")), path


@given(st.data())
def test_nothing_is_left_out_unnoticed(data: st.DataObject) -> None:
    """A field that is missing is found, wherever it is, as is an item that is missing from a list that matters."""
    scene, path, _ = draw_leaf(data, str)
    record = copy.deepcopy(record_of(scene))
    length = data.draw(st.integers(1, len(path)))
    parent, last = part_at(record, path[: length - 1]), path[length - 1]
    del cast("dict[str | int, Json]", parent)[last]
    assert verify(record), path[:length]


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("policy_hash",), "0" * 64),
        (("rows", 4, "basis", "cites", 0, "at"), "别处:1"),
        (("rows", 4, "path", 0), "效益指标"),
        (("rows", 4, "award", "layer"), "别处"),
        (("checks", 7, "message"), "另一句话"),
    ],
)
def test_words_alone_are_not_verified(path: Path, value: Json) -> None:
    """What people must compare themselves is not vouched for: where words stand, and what they say at length."""
    if part_at(record_of("yanchi"), path[:-1]) and path[-1] != "layer":
        assert not verify(tampered("yanchi", path, value))
