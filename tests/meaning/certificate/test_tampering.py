"""Nobody changes one number, answer or word of a derivation unnoticed, except where only words are kept."""

from __future__ import annotations

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
    ("if-missing", "and"),
    ("is TEXT", "is NUMBER_KIND", "is-not TEXT", "is CEILING", "is STRICT_CEILING", "is EXACT"),
    ("raise", "cap", "credit", "deduct", "deduct-by-steps", "round", "unrounded"),
    ("half-up", "half-even", "down", "up"),
    ("whole", "started", "pro-rata"),
    ("computed", "judged", "undecided", "not-applicable", "void", "fault", "unscored"),
    ("FULL_MARKS", "ZERO_MARKS", "EXCLUDED"),
    ("ERROR", "WARNING", "NOTICE"),
    ("sum", "mean", "max", "min", "count"),
    ("pure", "percent", "point", "money", "unstated", "named", "days"),
    ("number", "ceiling", "strict-ceiling", "floor", "exact", "range", "text", "date"),
    ("judged", "open"),
)


@cache
def record_of(scene: str) -> dict[str, Json]:
    """The record of a scene, as it is read back from JSON."""
    return cast("dict[str, Json]", json.loads(json.dumps(derivation_record(scenes()[scene].derivation))))


@cache
def leaves_of(scene: str, kind: type) -> tuple[tuple[Path, Json], ...]:
    """Every leaf of a kind in the record of a scene that does not hold words alone."""
    return tuple(leaf for leaf in _leaves(record_of(scene), ()) if type(leaf[1]) is kind)


def _leaves(part: Json, path: Path) -> Iterator[tuple[Path, Json]]:
    if isinstance(part, dict | list):
        items = part.items() if isinstance(part, dict) else enumerate(part)
        for name, inner in items:
            if name not in WORDS_ALONE:
                yield from _leaves(inner, (*path, name))
    else:
        yield path, part


def part_at(scene: str, path: Path) -> dict[str | int, Json]:
    """An object or list in the record of a scene, to be changed and changed back."""
    part: Json = record_of(scene)
    for name in path:
        part = cast("dict[str | int, Json]", part)[name]
    return cast("dict[str | int, Json]", part)


def is_found(scene: str, path: Path, value: Json) -> bool:
    """Whether the record of a scene is invalid with another value at `path`."""
    parent = part_at(scene, path[:-1])
    before, parent[path[-1]] = parent[path[-1]], value
    try:
        return bool(verify(record_of(scene)))
    finally:
        parent[path[-1]] = before


def draw_leaf(data: st.DataObject, kind: type) -> tuple[str, Path, Json]:
    """A scene and one of its leaves of a kind."""
    scene = data.draw(st.sampled_from([name for name in NAMES_OF_SCENES if leaves_of(name, kind)]))
    path, value = data.draw(st.sampled_from(leaves_of(scene, kind)))
    return scene, path, value


@given(st.data(), st.fractions(-200, 200, max_denominator=200))
def test_no_number_is_changed_unnoticed(data: st.DataObject, other: object) -> None:
    """A number anywhere in a derivation, whatever it becomes, is found."""
    scene, path, value = draw_leaf(data, str)
    if isinstance(value, str) and NUMBER.fullmatch(value) and value != str(other):
        assert is_found(scene, path, str(other)), path


@given(st.data(), st.integers(-2, 30))
def test_no_count_is_changed_unnoticed(data: st.DataObject, other: int) -> None:
    """An index of a row or of a tier is found when it is another."""
    scene, path, value = draw_leaf(data, int)
    assert value == other or is_found(scene, path, other), path


@given(st.data(), st.none() | st.booleans())
def test_no_answer_is_changed_unnoticed(data: st.DataObject, other: bool | None) -> None:
    """Whether something holds, applies, is due, belongs to an interval: any other answer is found."""
    scene, path, value = draw_leaf(data, bool)
    assert value is other or is_found(scene, path, other), path


@given(st.data())
def test_no_term_is_changed_unnoticed(data: st.DataObject) -> None:
    """An operator, mode, status, dimension … is found when another of its kind stands there."""
    scene, path, value = draw_leaf(data, str)
    for alternatives in ALTERNATIVES:
        if value in alternatives and path[-1] not in ("name", "rule", "class"):
            other = data.draw(st.sampled_from([each for each in alternatives if each != value]))
            assert is_found(scene, path, other), (path, other)


@given(st.data())
def test_no_word_is_changed_unnoticed(data: st.DataObject) -> None:
    """Every other text is matched against something: one more letter is found."""
    scene, path, value = draw_leaf(data, str)
    assert is_found(scene, path, f"{value}x"), path


@given(st.data())
def test_no_field_is_left_out_unnoticed(data: st.DataObject) -> None:
    """Every object has all of its fields, whatever they hold."""
    scene, path, _ = draw_leaf(data, str)
    fields = [at for at, name in enumerate(path) if isinstance(name, str)]
    *way, last = path[: data.draw(st.sampled_from(fields)) + 1]
    parent = part_at(scene, tuple(way))
    before = dict(parent)
    del parent[last]
    try:
        assert verify(record_of(scene)), (*way, last)
    finally:
        parent.clear()
        parent.update(before)


def test_words_alone_are_not_verified() -> None:
    """What people must compare themselves is not vouched for: where words stand, and what they say at length."""
    checks = cast("list[dict[str, Json]]", record_of("yanchi")["checks"])
    due = next(at for at, check in enumerate(checks) if check["due"])
    words: list[Path] = [
        ("policy_hash",),
        ("rows", 4, "basis", "cites", 0, "at"),
        ("rows", 4, "path", 1),
        ("rows", 1, "label"),
        ("rows", 4, "adjustments", 0, "layer"),
        ("rows", 4, "claimed_cell", "address"),
        ("checks", due, "message"),
    ]
    assert [path for path in words if is_found("yanchi", path, "别的")] == []


@pytest.mark.parametrize(("row", "is_found"), [(4, True), (0, False)])
def test_a_step_that_changes_nothing_is_missed_if_another_row_has_it(row: int, is_found: bool) -> None:
    """A floor of 0 below a positive award: of the only row under a rule, nobody knows that it was taken."""
    adjustments = cast("list[Json]", part_at("yanchi", ("rows", row, "adjustments")))
    step = adjustments.pop(0)
    try:
        assert bool(verify(record_of("yanchi"))) is is_found
    finally:
        adjustments.insert(0, step)
