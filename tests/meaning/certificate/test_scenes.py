"""What the engine derives is valid, for every construct of the language and every fault, whole and in parts."""

from __future__ import annotations

import json

import pytest

from evalrules.meaning.certificate import Verdict, verify, verify_text
from evalrules.meaning.record import (
    Record,
    checked_record,
    derivation_record,
    graded_record,
    row_record,
    total_record,
)
from tests.meaning.certificate.scenes import NAMES_OF_SCENES, Scene, scenes


@pytest.fixture(params=NAMES_OF_SCENES)
def scene(request: pytest.FixtureRequest) -> Scene:
    """Each scene in turn."""
    return scenes()[str(request.param)]


def said(verdict: Verdict) -> list[str]:
    return [finding.message("en") for finding in verdict.findings]


def test_a_derivation_is_valid(scene: Scene) -> None:
    """Every step of every scene follows from its premises."""
    verdict = verify_text(json.dumps(derivation_record(scene.derivation)))
    assert not said(verdict)
    assert verdict.valid
    assert verdict.steps > 0


def test_each_part_is_valid_by_itself(scene: Scene) -> None:
    """A row, a total, a grade, a check can be verified without the rest of its form."""
    derivation = scene.derivation
    parts: list[Record] = [row_record(row) for row in derivation.rows]
    parts += [checked_record(each) for each in derivation.checks]
    parts += [total_record(derivation.total)] if derivation.total else []
    parts += [graded_record(derivation.grade)] if derivation.grade else []
    for part in parts:
        assert not [finding.message("en") for finding in verify(part)]


def test_an_explanation_is_valid(scene: Scene) -> None:
    """What `explain --format json` prints agrees with the derivations in it."""
    assert not said(verify_text(scene.explanation()))


def test_an_explanation_of_one_row_takes_the_others_on_trust() -> None:
    """With one row shown, the total still rests on the awards of the others, and the verdict says so."""
    scene = scenes()["yanchi"]
    verdict = verify_text(scene.explanation(scene.derivation.rows[-1:]))
    assert verdict.valid
    assert "维护微信公众号数量" in {premise.words for premise in verdict.taken_on_trust}
    assert "群众满意度" not in {premise.words for premise in verdict.taken_on_trust}


def test_a_cell_that_is_not_plain_is_taken_on_trust() -> None:
    """What the small reading cannot read is listed with what it was taken for; plain cells are not."""
    verdict = verify_text(json.dumps(derivation_record(scenes()["open bands"].derivation)))
    assert [(each.words, each.value.en) for each in verdict.taken_on_trust] == [("约70%", "unread “约70%”")]


STEPS = (
    "stated found named scored computed of-class interpreted selected gathered chosen placed admitted-between tiered "
    "concluded unstated editable adjusted"
)
STATUSES = "computed judged undecided not-applicable void fault unscored"
FAULTS = (
    "missing-value unreadable-cell not-a-number not-a-date units-differ division-by-zero no-rule several-rules "
    "no-class several-classes no-case several-cases no-value unknown-tier points-missing points-negative "
    "points-unreadable amount-too-long negative-deduction unstated"
)


@pytest.mark.parametrize(("key", "words"), [("step", STEPS), ("status", STATUSES), ("fault", FAULTS)])
def test_the_scenes_meet_everything(key: str, words: str) -> None:
    """A kind of step, a status or a fault that no scene has is not tested by them."""
    text = json.dumps([derivation_record(scene.derivation) for scene in scenes().values()], ensure_ascii=False)
    assert not [word for word in words.split() if f'"{key}": "{word}"' not in text]
