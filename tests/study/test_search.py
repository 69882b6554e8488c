"""What no example reaches is looked for, and written as an example that holds."""

from __future__ import annotations

from typing import Literal

import pytest

from evalrules.meaning.examples import Trial, disagreements
from evalrules.study.coverage import coverage_of
from evalrules.study.results import TriedFile, reached_of
from evalrules.study.search import search
from evalrules.study.trials import trials_of
from evalrules.views.sketches import sketches
from tests.study.fixture import POLICY, policy_with
from tests.study.test_coverage import WIDE


@pytest.mark.parametrize("text", [POLICY, WIDE], ids=["small", "wide"])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_sketches_hold_and_reach_what_they_were_found_for(text: str, lang: Literal["zh", "en"]) -> None:
    """Pasted into the policy they parse, hold, and leave nothing unreached that was found."""
    policy = policy_with("", text)
    (before,) = reached_of([TriedFile("p.rules", policy, ())])
    assert before.finds
    pasted = policy_with("\n" + sketches(before, lang) + "\n", text)
    assert disagreements(pasted) == ()
    trials = [each.derivation for each in trials_of(pasted, None) if isinstance(each, Trial)]
    after = coverage_of(pasted, trials)
    found = {goal.key for find in before.finds for goal in find.goals}
    assert found <= after.reached
    assert after.share > before.coverage.share


def test_what_is_not_found_is_left_to_be_filled_in() -> None:
    """An example with the cells that the rule reads, empty; it parses."""
    policy = policy_with("")
    (reached,) = reached_of([TriedFile("p.rules", policy, ())])
    nothing_found = type(reached)(policy, reached.coverage, ())
    pasted = policy_with("\n" + sketches(nothing_found, "zh") + "\n")
    assert "请填写内容" in sketches(nothing_found, "zh")
    assert len(pasted.examples) == len({goal.owner for goal in reached.coverage.missing})


def test_the_search_finds_the_same_every_time() -> None:
    """It draws nothing at random."""
    policy = policy_with("")
    missing = coverage_of(policy, ()).missing
    assert search(policy, missing, ()) == search(policy, missing, ())


def test_the_small_policy_is_reached_whole() -> None:
    """But for the floor, which its rules never need, and a total that just misses its grade."""
    policy = policy_with("")
    missing = coverage_of(policy, ()).missing
    found = {goal.key for find in search(policy, missing, ()) for goal in find.goals}
    left = {(goal.words, goal.aim.value) for goal in missing if goal.key not in found}
    assert left <= {("不低于 0", "changed"), ("90", "by-edge")}
