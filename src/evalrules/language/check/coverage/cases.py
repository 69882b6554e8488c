"""One case of a rule holds: no two at once, and one for every row that comes to the rule."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from evalrules.language.check.coverage.describing import example_of
from evalrules.language.check.coverage.populations import Population, Populations
from evalrules.language.check.coverage.reasoning import Answer, Demand, Found, Impossible, Unclear
from evalrules.language.policy.definition import Case, Rule
from evalrules.language.problems import Phrase, Problem
from evalrules.language.problems.never_applies import NeverApplies
from evalrules.language.problems.no_case import NoCase
from evalrules.language.problems.not_decided import NotDecided
from evalrules.language.problems.two_cases import TwoCases


def case_problems(rule: Rule, populations: Populations) -> Iterator[Problem]:
    """What is wrong with the cases of `rule`, for the rows that come to it."""
    if len(rule.cases) == 1 and rule.cases[0].condition is None:
        return
    rows = populations.of_rule(rule)
    for first, second in combinations(rule.cases, 2):
        yield from _pair_problems(first, second, rule, rows, populations)
    if all(case.condition is not None for case in rule.cases):
        yield from _rest_problems(rule, rows, populations)
    for case in rule.cases:
        if rows and populations.are_empty(populations.due(row, rule, case) for row in rows):
            what = Phrase(f"规则“{rule.name}”的这种情形", f"this case of rule `{rule.name}`")
            yield NeverApplies(case.span, what)


def _pair_problems(
    first: Case, second: Case, rule: Rule, rows: tuple[Population, ...], populations: Populations
) -> Iterator[Problem]:
    if (first.condition is None) is not (second.condition is None):
        return  # an `otherwise` excludes all others
    both = (populations.due(populations.due(row, rule, first), rule, second) for row in rows)
    match populations.first_certain(both):
        case Found() as found:
            example = example_of(found, populations.reasoner.ground)
            yield TwoCases(second.span, rule.name, example, first.span)
        case Unclear(reason=reason):
            question = Phrase(
                f"规则“{rule.name}”的这两种情形会不会同时成立",
                f"these two cases of rule `{rule.name}` can hold at once",
            )
            yield NotDecided(second.span, question, reason, (first.span,))
        case Impossible():
            pass


def _rest_problems(rule: Rule, rows: tuple[Population, ...], populations: Populations) -> Iterator[Problem]:
    def none_due(class_name: str | None) -> list[Demand]:
        return [populations.reasoner.demand(case.condition, Answer.NO, class_name, rule.name) for case in rule.cases]

    match populations.first_certain(row.with_demands(none_due(row.class_name)) for row in rows):
        case Found() as found:
            yield NoCase(rule.cases[-1].span, rule.name, example_of(found, populations.reasoner.ground))
        case Unclear(reason=reason):
            question = Phrase(f"规则“{rule.name}”是否总有一种情形成立", f"some case of rule `{rule.name}` always holds")
            yield NotDecided(rule.cases[-1].span, question, reason)
        case Impossible():
            pass
