"""A row is of one class: no two whose conditions can hold at once, and one for every row."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from evalrules.language.check.coverage.describing import example_of, first_line
from evalrules.language.check.coverage.populations import Populations
from evalrules.language.check.coverage.reasoning import Answer, Demand, Found, Impossible, Reasoner, Unclear
from evalrules.language.policy.definition import ClassCase, Classification
from evalrules.language.policy.schema import Record
from evalrules.language.problems import Phrase, Problem
from evalrules.language.problems.never_applies import NeverApplies
from evalrules.language.problems.no_class import NoClass
from evalrules.language.problems.not_decided import NotDecided
from evalrules.language.problems.two_classes import TwoClasses


def class_problems(classification: Classification, record: Record, populations: Populations) -> Iterator[Problem]:
    """What is wrong with how the rows of `record` are classed."""
    if not classification.in_order:
        yield from _meetings(classification, record, populations)
    yield from _rest_problems(classification, record, populations)
    for at, case in enumerate(classification.cases):
        demands = populations.class_demands(classification, at)
        if populations.reasoner.is_impossible(demands):
            what = Phrase(f"“{case.name}”一类", f"class `{case.name}`")
            yield NeverApplies(case.span, what)


def _meetings(classification: Classification, record: Record, populations: Populations) -> Iterator[Problem]:
    """The pairs of classes of which a row may be at once, its other conditions having an answer."""
    standing = populations.standing(record.en, None)
    # Each condition is put into formulas once, not once for every pair of others.
    known = [populations.reasoner.demand(each.condition, Answer.KNOWN, None) for each in classification.cases]
    held = [populations.reasoner.demand(each.condition, Answer.YES, None) for each in classification.cases]
    for pair in combinations(range(len(known)), 2):
        others = [demand for at, demand in enumerate(known) if at not in pair]
        demands = (*standing, *others, *(held[at] for at in pair))
        first, second = (classification.cases[at] for at in pair)
        yield from _pair_problems(first, second, demands, populations.reasoner)


def _pair_problems(
    first: ClassCase, second: ClassCase, demands: tuple[Demand, ...], reasoner: Reasoner
) -> Iterator[Problem]:
    if first.condition is None or second.condition is None:
        return
    match reasoner.verdict(demands, None):
        case Found() as found:
            example = example_of(found, reasoner.ground)
            yield TwoClasses(second.span, first.name, second.name, example, first.span)
        case Unclear(reason=reason):
            question = Phrase(
                f"一行会不会既属“{first.name}”又属“{second.name}”",
                f"a row can be both `{first.name}` and `{second.name}`",
            )
            yield NotDecided(second.span, question, reason, (first.span,))
        case Impossible():
            pass


def _rest_problems(classification: Classification, record: Record, populations: Populations) -> Iterator[Problem]:
    reasoner = populations.reasoner
    conditions = [case.condition for case in classification.cases]
    if None in conditions:
        return
    none = [reasoner.demand(condition, Answer.NO, None) for condition in conditions]
    match reasoner.verdict((*populations.standing(record.en, None), *none), None):
        case Found() as found:
            words = Phrase(record.zh, record.en)
            yield NoClass(first_line(classification.span), words, example_of(found, reasoner.ground))
        case Unclear(reason=reason):
            question = Phrase(f"“{record.zh}”的每一行是否都有一类", f"every row of `{record.en}` is of a class")
            yield NotDecided(first_line(classification.span), question, reason)
        case Impossible():
            pass
