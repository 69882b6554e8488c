"""The index of problems shows mistakes that are what they are said to be, and put right."""

from __future__ import annotations

import pytest

from evalrules.language.problems import Problem
from tests.docs.frame import LEFT_OUT
from tests.docs.made.examples import example, problem_classes, problems_of
from tests.docs.made.problems import GROUPS

CLASSES = problem_classes()


@pytest.mark.parametrize("kind", CLASSES, ids=lambda kind: kind.code)
def test_a_failing_example_has_its_problem_once(kind: type[Problem]) -> None:
    """What is printed under a problem is that problem, alone."""
    found = [each.code for each in problems_of(example(kind, "Failing"))]
    assert [code for code in found if code == kind.code or code not in LEFT_OUT] == [kind.code]


@pytest.mark.parametrize("kind", CLASSES, ids=lambda kind: kind.code)
def test_a_fixed_example_is_right(kind: type[Problem]) -> None:
    """What is printed as put right has no problem, but for those of any fragment."""
    found = {each.code for each in problems_of(example(kind, "Fixed"))}
    assert found <= LEFT_OUT - {kind.code}


def test_every_problem_is_in_the_index() -> None:
    """A problem's number says where it is listed."""
    assert {kind.number[1:3] for kind in CLASSES} == set(GROUPS)
