"""One case holds, of a rule or of a quantity given by cases: no two at once, and one for every row that comes to it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from attrs import frozen

from evalrules.language.check.coverage.describing import example_of
from evalrules.language.check.coverage.grades import locals_of, place_of
from evalrules.language.check.coverage.ground import place_of_check
from evalrules.language.check.coverage.populations import Population, Populations
from evalrules.language.check.coverage.reasoning import Answer, Demand, Found, Impossible, Unclear
from evalrules.language.policy.definition import Check, Consequence, Definition, Rule
from evalrules.language.policy.expression import Choice, Expression
from evalrules.language.problems import Phrase, Problem
from evalrules.language.problems.never_applies import NeverApplies
from evalrules.language.problems.no_case import NoCase
from evalrules.language.problems.not_decided import NotDecided
from evalrules.language.problems.two_cases import TwoCases
from evalrules.language.source import Span


@frozen(eq=False, repr=False)
class Cases:
    """The conditions of some cases (None: the rest), whose they are, and where their names are in force."""

    owner: Phrase
    place: str
    in_order: bool
    conditions: tuple[Expression | None, ...]
    spans: tuple[Span, ...]
    rows: tuple[Population, ...]
    """the rows that come to them"""


def case_problems(rule: Rule, populations: Populations) -> Iterator[Problem]:
    """What is wrong with the cases of `rule` and of its quantities, for the rows that come to it."""
    rows = populations.of_rule(rule)
    for local in rule.locals:
        if isinstance(local.value, Choice):
            yield from _problems(_of_choice(local.value, rule.name, rows), populations)
    if len(rule.cases) > 1 or rule.cases[0].condition is not None:
        owner = Phrase(f"规则“{rule.name}”", f"rule `{rule.name}`")
        conditions = tuple(case.condition for case in rule.cases)
        spans = tuple(case.span for case in rule.cases)
        yield from _problems(Cases(owner, rule.name, rule.in_order, conditions, spans, rows), populations)


def definition_problems(definition: Definition, populations: Populations) -> Iterator[Problem]:
    """What is wrong with the cases of a definition, for the rows for which it is made."""
    if isinstance(definition.value, Choice):
        rows = populations.in_rows_of(definition.scope)
        yield from _problems(_of_choice(definition.value, "", rows), populations)


def check_problems(check: Check, populations: Populations) -> Iterator[Problem]:
    """What is wrong with the cases of the quantities of a check, for the rows that it looks at."""
    for local in check.locals:
        if isinstance(local.value, Choice):
            rows = populations.in_rows_of(check.scope)
            yield from _problems(_of_choice(local.value, place_of_check(check), rows), populations)


def quantity_problems(consequence: Consequence, populations: Populations) -> Iterator[Problem]:
    """What is wrong with the cases of the quantities of a consequence."""
    for local in locals_of(consequence):
        if isinstance(local.value, Choice):
            rows = populations.in_rows_of(None)
            yield from _problems(_of_choice(local.value, place_of(consequence), rows), populations)


def _of_choice(choice: Choice, place: str, rows: tuple[Population, ...]) -> Cases:
    owner = Phrase(f"“{choice.name}”", f"`{choice.name}`")
    conditions = tuple(case.condition for case in choice.cases)
    return Cases(owner, place, choice.in_order, conditions, tuple(case.span for case in choice.cases), rows)


def _problems(cases: Cases, populations: Populations) -> Iterator[Problem]:
    if not cases.in_order:
        for pair in combinations(range(len(cases.spans)), 2):
            yield from _pair_problems(pair, cases, populations)
    if None not in cases.conditions:
        yield from _rest_problems(cases, populations)
    for at, span in enumerate(cases.spans):
        due = (row.with_demands(_due(cases, at, row, populations)) for row in cases.rows)
        if cases.rows and populations.are_empty(due):
            yield NeverApplies(span, Phrase(f"{cases.owner.zh}的这种情形", f"this case of {cases.owner.en}"))


def _due(cases: Cases, at: int, row: Population, populations: Populations) -> tuple[Demand, ...]:
    return populations.case_demands(cases.conditions, at, cases.place, row.class_name, in_order=cases.in_order)


def _pair_problems(pair: tuple[int, int], cases: Cases, populations: Populations) -> Iterator[Problem]:
    first, second = (cases.spans[at] for at in pair)
    if [cases.conditions[at] for at in pair].count(None) == 1:
        return  # an `otherwise` excludes all others
    both = (
        row.with_demands(demand for at in pair for demand in _due(cases, at, row, populations)) for row in cases.rows
    )
    match populations.first_certain(both):
        case Found() as found:
            yield TwoCases(second, cases.owner, example_of(found, populations.reasoner.ground), first)
        case Unclear(reason=reason):
            question = Phrase(
                f"{cases.owner.zh}的这两种情形会不会同时成立",
                f"these two cases of {cases.owner.en} can hold at once",
            )
            yield NotDecided(second, question, reason, (first,))
        case Impossible():
            pass


def _rest_problems(cases: Cases, populations: Populations) -> Iterator[Problem]:
    def none_due(class_name: str | None) -> list[Demand]:
        reasoner = populations.reasoner
        return [reasoner.demand(each, Answer.NO, class_name, cases.place) for each in cases.conditions]

    last = cases.spans[-1]
    match populations.first_certain(row.with_demands(none_due(row.class_name)) for row in cases.rows):
        case Found() as found:
            yield NoCase(last, cases.owner, example_of(found, populations.reasoner.ground))
        case Unclear(reason=reason):
            owner = cases.owner
            question = Phrase(f"{owner.zh}是否总有一种情形成立", f"some case of {owner.en} always holds")
            yield NotDecided(last, question, reason)
        case Impossible():
            pass
