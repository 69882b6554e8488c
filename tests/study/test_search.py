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
from tests.study.test_coverage import READ, WIDE

TEXTS = pytest.mark.parametrize("text", [POLICY, WIDE, READ], ids=["small", "wide", "read"])


@TEXTS
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


def written(text: str) -> str:
    """What is written to paste into a policy without examples."""
    (reached,) = reached_of([TriedFile("p.rules", policy_with("", text), ())])
    return sketches(reached, "zh")


def test_of_what_is_not_found_no_example_is_written() -> None:
    """There is nothing to paste: a row of empty cells would not hold."""
    (reached,) = reached_of([TriedFile("p.rules", policy_with(""), ())])
    assert sketches(type(reached)(reached.policy, reached.coverage, ()), "zh") == ""


@TEXTS
def test_a_sketch_says_what_came_of_it_and_holds_no_idle_cell(text: str) -> None:
    """Some cell is filled in; no rate stands beside the amounts that the policy divides; something is expected."""
    pasted = policy_with("\n" + written(text) + "\n", text)
    for example in pasted.examples:
        assert example.total is not None or any(row.expected is not None for row in example.rows)
        entries = [entry for row in example.rows for entry in row.entries]
        assert any(entry.printed for entry in entries)
        assert "执行率" not in [entry.field for entry in entries]


def test_a_sketch_for_a_grade_states_the_total_and_the_grade() -> None:
    """Else it would hold whatever the grades are."""
    pasted = policy_with("\n" + written(POLICY) + "\n")
    (graded,) = (each for each in pasted.examples if each.title == "优 · 落入")
    assert (graded.total is not None, graded.grade is not None) == (True, True)


def test_a_rate_that_is_read_is_printed_as_one() -> None:
    """90%, and not 90, which would be ninety times the budget."""
    text = WIDE.replace("对 资金 不计分", "对 资金 得分 最小（执行率，1） × 分值")
    shown = written(text)
    assert '执行率 "90%"' in shown
    assert '执行率 "90"' not in shown


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
