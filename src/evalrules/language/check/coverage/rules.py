"""Exactly one rule applies to a row: no two whose scopes share one, and one for every row."""

from __future__ import annotations

from collections.abc import Iterator

from evalrules.language.check.coverage.describing import example_of
from evalrules.language.check.coverage.outlines import Outlines
from evalrules.language.check.coverage.populations import Population, Populations, rules_before
from evalrules.language.check.coverage.reasoning import Answer, Found, Impossible, Unclear
from evalrules.language.policy.definition import Rule
from evalrules.language.policy.schema import Record, Role
from evalrules.language.problems import Phrase, Problem
from evalrules.language.problems.never_applies import NeverApplies
from evalrules.language.problems.no_rule import NoRule
from evalrules.language.problems.not_decided import NotDecided
from evalrules.language.problems.two_rules import TwoRules
from evalrules.language.problems.unruled_record import UnruledRecord
from evalrules.language.source import Span


def rule_problems(record: Record, start: Span, populations: Populations) -> Iterator[Problem]:
    """What is wrong with the scopes of the rules for `record`; `start` is where there is no rule to show."""
    rules = [rule for rule in populations.policy.rules if rule.scope.record == record.en]
    if not rules:
        if populations.policy.rules and record.field_for(Role.MAXIMUM) is not None:
            yield UnruledRecord(start, Phrase(record.zh, record.en))
        return
    for (first, second), rows in _shared_rows(rules, record, populations).items():
        if not _is_ordered(rules[first], rules[second], rules):
            yield from _pair_problems(rules[first], rules[second], rows, populations)
    yield from _rest_problems(rules, record, populations)
    for rule in rules:
        yield from _idle_problems(rule, record, populations)


def _is_ordered(first: Rule, second: Rule, rules: list[Rule]) -> bool:
    """Whether one of the two gives way to the other, so that they never apply at once."""
    pairs = ((first, second), (second, first))
    return any(one is superior for one, other in pairs for superior in rules_before(other, rules))


def _shared_rows(
    rules: list[Rule], record: Record, populations: Populations
) -> dict[tuple[int, int], list[Population]]:
    """For each two rules that may share rows: those rows, class by class."""
    outlines = Outlines(populations)
    shared: dict[tuple[int, int], list[Population]] = {}
    for row in populations.of_record(record.en):
        for pair in outlines.close_pairs(rules, row.class_name):
            both = [demand for at in pair for demand in populations.applying(rules[at], row.class_name)]
            shared.setdefault(pair, []).append(row.with_demands(both))
    return dict(sorted(shared.items()))


def _pair_problems(first: Rule, second: Rule, rows: list[Population], populations: Populations) -> Iterator[Problem]:
    match populations.first_certain(rows):
        case Found() as found:
            example = example_of(found, populations.reasoner.ground)
            yield TwoRules(second.scope.span, first.name, second.name, example, first.scope.span)
        case Unclear(reason=reason):
            question = Phrase(
                f"规则“{first.name}”和“{second.name}”会不会同时适用于一行",
                f"rules `{first.name}` and `{second.name}` can both apply to one row",
            )
            yield NotDecided(second.scope.span, question, reason, (first.scope.span,))
        case Impossible():
            pass


def _rest_problems(rules: list[Rule], record: Record, populations: Populations) -> Iterator[Problem]:
    rows = [
        row.with_demands([populations.in_scope(rule.scope, row.class_name, Answer.NO) for rule in rules])
        for row in populations.of_record(record.en)
    ]
    span, *others = (rule.scope.span for rule in rules)
    match populations.first_certain(rows):
        case Found() as found:
            words = Phrase(record.zh, record.en)
            yield NoRule(span, words, example_of(found, populations.reasoner.ground), tuple(others))
        case Unclear(reason=reason):
            question = Phrase(f"“{record.zh}”的每一行是否都有一条规则", f"a rule applies to every row of `{record.en}`")
            yield NotDecided(span, question, reason, tuple(others))
        case Impossible():
            pass


def _idle_problems(rule: Rule, record: Record, populations: Populations) -> Iterator[Problem]:
    rows = [row.with_demands(populations.applying(rule, row.class_name)) for row in populations.of_record(record.en)]
    if populations.are_empty(rows):
        what = Phrase(f"规则“{rule.name}”", f"rule `{rule.name}`")
        yield NeverApplies(rule.scope.span, what)
