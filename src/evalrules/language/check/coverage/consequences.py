"""One decision of a consequence is due at most: no two at once, whatever the grade and the total."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from evalrules.language.check.coverage.describing import example_of
from evalrules.language.check.coverage.grades import GRADE_CELL, place_of, with_grade_cell
from evalrules.language.check.coverage.reasoning import Answer, Demand, Found, Impossible, Reasoner, Unclear
from evalrules.language.policy.definition import Consequence, Decision, Grading
from evalrules.language.policy.expression import Constant, Given, IsOneOf
from evalrules.language.problems import Phrase, Problem
from evalrules.language.problems.not_decided import NotDecided
from evalrules.language.problems.two_decisions import TwoDecisions
from evalrules.language.values import Text


def consequence_problems(consequence: Consequence, grading: Grading | None, reasoner: Reasoner) -> Iterator[Problem]:
    """Decisions of `consequence` that may be due at once."""
    for first, second in combinations(consequence.decisions, 2):
        if first.condition is None or second.condition is None:
            continue
        demands = [*_of_grade(grading, consequence, reasoner), *_due((first, second), consequence, reasoner)]
        match reasoner.verdict(demands, None):
            case Found() as found:
                example = example_of(found, reasoner.ground)
                yield TwoDecisions(second.span, consequence.name, example, first.span)
            case Unclear(reason=reason):
                question = Phrase(
                    f"结果应用“{consequence.name}”的这两项会不会同时成立",
                    f"these two decisions of consequence `{consequence.name}` can be due at once",
                )
                yield NotDecided(second.span, question, reason, (first.span,))
            case Impossible():
                pass


def _due(decisions: tuple[Decision, ...], consequence: Consequence, reasoner: Reasoner) -> Iterator[Demand]:
    for each in decisions:
        assert each.condition is not None
        yield reasoner.demand(with_grade_cell(each.condition), Answer.YES, None, place_of(consequence))


def _of_grade(grading: Grading | None, consequence: Consequence, reasoner: Reasoner) -> Iterator[Demand]:
    """That the grade is one of those of the policy."""
    if grading is not None:
        span = consequence.span
        names = tuple(Constant(Text(each.name), span) for each in grading.grades)
        is_grade = IsOneOf(Given(GRADE_CELL, span), names, span)
        yield reasoner.demand(is_grade, Answer.YES, None, place_of(consequence))
