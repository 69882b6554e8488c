"""The examples in the descriptions of problems are true: what fails, fails so, and the fix fixes it."""

from __future__ import annotations

import inspect
import pkgutil
from importlib import import_module
from textwrap import dedent

import pytest

import evalrules.language.problems
from evalrules.language.problems import Problem, Severity
from tests.language.check.frame import check

FOUND_BY_CHECKING = ("02", "03", "04")


def problem_classes() -> list[type[Problem]]:
    """Every class of problem that checking finds."""
    found: dict[str, type[Problem]] = {}
    for module in pkgutil.iter_modules(evalrules.language.problems.__path__):
        for each in vars(import_module(f"evalrules.language.problems.{module.name}")).values():
            if isinstance(each, type) and issubclass(each, Problem) and "number" in vars(each):
                found[each.number] = each
    return [each for number, each in sorted(found.items()) if number[1:].startswith(FOUND_BY_CHECKING)]


CLASSES = problem_classes()


def example(kind: type[Problem], heading: str) -> str:
    """The example under `heading` in the description of a problem."""
    description = inspect.getdoc(kind) or ""
    after = description.split(f"{heading}:\n", 1)[1]
    block = after.split("\nFixed:", 1)[0]
    return dedent(block).strip("\n").replace("{terms}", " + ".join("1" * 150)) + "\n"


def codes(kind: type[Problem], text: str) -> set[str]:
    """The codes of the problems of `text` that weigh at least as much as `kind`."""
    problems = check(text).problems
    return {each.code for each in problems if kind.severity is not Severity.ERROR or each.severity is Severity.ERROR}


@pytest.mark.parametrize("kind", CLASSES, ids=lambda kind: kind.code)
def test_the_failing_example_has_this_problem_and_no_other(kind: type[Problem]) -> None:
    """A description shows a mistake that is reported as what it is, once."""
    assert codes(kind, example(kind, "Failing")) == {kind.code}


@pytest.mark.parametrize("kind", CLASSES, ids=lambda kind: kind.code)
def test_the_fixed_example_has_no_problem(kind: type[Problem]) -> None:
    """A description shows how the mistake is put right."""
    assert codes(kind, example(kind, "Fixed")) == set()


def test_every_problem_has_a_code_and_a_number_of_its_own() -> None:
    """People say the code, and the number never changes: both are unique."""
    assert len({each.code for each in CLASSES}) == len({each.number for each in CLASSES}) == len(CLASSES)
