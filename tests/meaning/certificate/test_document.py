"""What people read in an explanation is what was derived: a figure that was touched up is found."""

from __future__ import annotations

import json
from typing import cast

import pytest

from evalrules.meaning.certificate import verify, verify_text
from tests.meaning.certificate.records import Json, Record, changed
from tests.meaning.certificate.scenes import scenes


def document(scene: str = "yanchi") -> Record:
    return cast(Record, json.loads(scenes()[scene].explanation()))


FLAT: list[tuple[str, str, Json]] = [
    ("yanchi", "rows.8.awarded", "6.00"),
    ("yanchi", "rows.8.difference", "0.00"),
    ("yanchi", "rows.8.self_score", "9.5"),
    ("yanchi", "rows.8.points", "20"),
    ("yanchi", "rows.8.lowest", "0"),
    ("yanchi", "rows.8.lowest_included", False),
    ("yanchi", "rows.8.status", "judged"),
    ("yanchi", "rows.8.rule", "定量正向"),
    ("yanchi", "rows.8.class", "定性"),
    ("yanchi", "rows.8.name", "满意度"),
    ("yanchi", "rows.8.index", 6),
    ("yanchi", "rows.8.layer", "别处"),
    ("yanchi", "rows.4.tier", "部分达成预期指标并具有一定效果"),
    ("yanchi", "rows.4.highest", "8"),
    ("yanchi", "rows.8.path.0", "产出指标"),
    ("yanchi", "total.awarded", "96.00"),
    ("yanchi", "total.lowest", "99.50"),
    ("yanchi", "total.highest_included", False),
    ("yanchi", "total.self_score", "99.5"),
    ("yanchi", "total.difference", "0.00"),
    ("yanchi", "total.points", "110"),
    ("yanchi", "subtotals.0.awarded", "59.50"),
    ("yanchi", "subtotals.0.text", "效益指标"),
    ("yanchi", "checks.0.severity", "error"),
    ("yanchi", "checks.0.message", "一切正常"),
    ("yanchi", "unscored.0.rule", "预算执行率"),
    ("yanchi", "versions.trace", "2"),
    ("open bands", "grade", "优"),
    ("open bands", "grades", ["优"]),
    ("faults", "rows.1.fault", None),
    ("faults", "rows.1.fault.code", "no-rule"),
    ("faults", "total.awarded", "100"),
]


@pytest.mark.parametrize(("scene", "path", "value"), FLAT)
def test_a_figure_that_was_touched_up_is_found(scene: str, path: str, value: Json) -> None:
    """Each figure of the explanation is held against the derivation beneath it."""
    assert not verify(document(scene))
    assert verify(changed(document(scene), path, value))


def test_a_row_cannot_be_taken_from_the_total() -> None:
    """A row that is left out of the explanation is still in its total: its award is then taken on trust."""
    whole = document()
    rows = cast("list[Json]", whole["rows"])
    verdict = verify_text(json.dumps({**whole, "rows": rows[:-1]}))
    assert "群众满意度" in {premise.words for premise in verdict.taken_on_trust}


def test_a_row_cannot_be_put_in_the_place_of_another() -> None:
    """The total adds up the rows of the explanation, each as it is there."""
    whole = document()
    rows = cast("list[Record]", whole["rows"])
    total = cast(Record, whole["total"])
    other = document("bands")
    assert verify({**whole, "total": other["total"]})
    assert verify({**whole, "rows": [*rows[:-1], cast("list[Json]", other["rows"])[0]]})
    assert verify({**whole, "total": {**total, "derivation": None}})


def test_what_has_no_derivation_is_taken_on_trust() -> None:
    """An explanation may leave out the derivation of its grade, subtotals and checks, and is told so."""
    whole = document("bands")
    del whole["grade_derivation"]
    for subtotal in cast("list[Record]", whole["subtotals"]):
        del subtotal["derivation"]
    verdict = verify_text(json.dumps(whole))
    assert verdict.valid
    assert len(verdict.taken_on_trust) == 1 + len(cast("list[Json]", whole["subtotals"]))
