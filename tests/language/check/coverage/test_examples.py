"""The examples in the descriptions of coverage problems are true, and so are the words of each problem."""

from __future__ import annotations

import pytest

from evalrules.language.problems import Problem, Severity
from evalrules.language.problems.band_gap import BandGap
from evalrules.language.problems.band_overlap import BandOverlap
from evalrules.language.problems.bands_out_of_order import BandsOutOfOrder
from evalrules.language.problems.empty_band import EmptyBand
from evalrules.language.problems.grades_rising import GradesRising
from evalrules.language.problems.never_applies import NeverApplies
from evalrules.language.problems.no_case import NoCase
from evalrules.language.problems.no_class import NoClass
from evalrules.language.problems.no_rule import NoRule
from evalrules.language.problems.not_decided import NotDecided
from evalrules.language.problems.rest_never_applies import RestNeverApplies
from evalrules.language.problems.tier_gap import TierGap
from evalrules.language.problems.tiers_out_of_order import TiersOutOfOrder
from evalrules.language.problems.two_cases import TwoCases
from evalrules.language.problems.two_classes import TwoClasses
from evalrules.language.problems.two_decisions import TwoDecisions
from evalrules.language.problems.two_rules import TwoRules
from evalrules.language.problems.unreachable_band import UnreachableBand
from evalrules.language.problems.unruled_record import UnruledRecord
from tests.language.check.coverage.frame import found_in, one_in
from tests.language.check.test_examples import example

CLASSES: tuple[type[Problem], ...] = (
    BandGap,
    BandOverlap,
    BandsOutOfOrder,
    EmptyBand,
    GradesRising,
    NeverApplies,
    NoCase,
    NoClass,
    NoRule,
    NotDecided,
    RestNeverApplies,
    TierGap,
    TiersOutOfOrder,
    TwoCases,
    TwoClasses,
    TwoDecisions,
    TwoRules,
    UnreachableBand,
    UnruledRecord,
)
_INITIALS = {Severity.ERROR: "E05", Severity.WARNING: "W05", Severity.NOTICE: "N05"}


@pytest.mark.parametrize("kind", CLASSES, ids=lambda kind: kind.code)
def test_the_failing_example_has_this_problem_and_no_other(kind: type[Problem]) -> None:
    """A description shows a mistake that is reported as what it is, once."""
    assert [each.code for each in found_in(example(kind, "Failing"))] == [kind.code]


@pytest.mark.parametrize("kind", CLASSES, ids=lambda kind: kind.code)
def test_the_fixed_example_has_no_problem(kind: type[Problem]) -> None:
    """A description shows how the mistake is put right."""
    assert found_in(example(kind, "Fixed")) == ()


@pytest.mark.parametrize("kind", CLASSES, ids=lambda kind: kind.code)
def test_a_problem_speaks_both_languages_and_quotes_the_policy(kind: type[Problem]) -> None:
    """A message, a help and the places it is about are there in both languages, in the policy's own text."""
    problem = one_in(example(kind, "Failing"))
    for phrase in (problem.message(), problem.help(), problem.title, *(said for _, said in problem.related())):
        assert phrase.zh
        assert phrase.en
        assert "{" not in phrase.zh + phrase.en
    spans = [problem.span, *(span for span, _ in problem.related())]
    assert {span.source.name for span in spans} == {"p-1.rules"}
    assert all(span.text for span in spans)


def test_numbers_say_how_much_a_problem_weighs() -> None:
    """Errors, warnings and notices are numbered apart, each once."""
    numbers = [kind.number for kind in CLASSES]
    assert len(set(numbers)) == len(numbers)
    assert all(kind.number.startswith(_INITIALS[kind.severity]) for kind in CLASSES)
