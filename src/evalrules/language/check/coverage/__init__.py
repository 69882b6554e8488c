"""What can be proved of a policy before there is a form: bands close, and one rule, case and class applies.

Nothing is an error here that is not shown by a number or a row; what can be neither proved nor shown is
reported as not decided. Said of rows on which every condition concerned can be evaluated: any other is a
fault already.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from evalrules.language.check.coverage.bands import grading_problems, outcome_problems
from evalrules.language.check.coverage.cases import (
    case_problems,
    check_problems,
    definition_problems,
    quantity_problems,
)
from evalrules.language.check.coverage.classes import class_problems
from evalrules.language.check.coverage.consequences import consequence_problems
from evalrules.language.check.coverage.describing import first_line
from evalrules.language.check.coverage.populations import Populations
from evalrules.language.check.coverage.reasoning import TOO_LONG, Reasoner
from evalrules.language.check.coverage.rules import rule_problems
from evalrules.language.check.coverage.search import Effort
from evalrules.language.policy.policy import CheckedPolicy
from evalrules.language.policy.schema import RecordKind
from evalrules.language.problems import Phrase, Problem
from evalrules.language.problems.not_decided import NotDecided
from evalrules.language.source import Span

__all__ = ["coverage_problems"]

_EVERYTHING = Phrase(
    "本政策其余的规则、情形和分段是否无缺口、无重叠",
    "what remains of the rules, cases and bands has neither gaps nor overlaps",
)


def coverage_problems(policy: CheckedPolicy) -> tuple[Problem, ...]:
    """Gaps and overlaps of bands, classes, rules and cases, in the order of the form and the policy."""
    populations = Populations(policy, Reasoner(policy))
    start = first_line(policy.rules[0].span) if policy.rules else policy.schema.span
    return tuple(_said_once(_problems(policy, start, populations), start, populations.reasoner.effort))


def _said_once(problems: Iterable[Problem], start: Span, effort: Effort) -> Iterator[Problem]:
    """`problems`; that the policy as a whole takes too long to look at is said once, not of each pair of rules."""
    is_said = False
    for problem in problems:
        if not (isinstance(problem, NotDecided) and problem.reason == TOO_LONG and effort.is_spent):
            yield problem
        elif not is_said:
            is_said = True
            yield NotDecided(start, _EVERYTHING, TOO_LONG)


def _problems(policy: CheckedPolicy, start: Span, populations: Populations) -> Iterator[Problem]:
    for record in policy.schema.records:
        if record.kind is not RecordKind.LIST:
            continue
        for classification in policy.classifications:
            if classification.record == record.en:
                yield from class_problems(classification, record, populations)
        yield from rule_problems(record, start, populations)
    for definition in policy.definitions:
        yield from definition_problems(definition, populations)
    for rule in policy.rules:
        yield from case_problems(rule, populations)
        for case in rule.cases:
            yield from outcome_problems(rule, case, populations)
    for check in policy.checks:
        yield from check_problems(check, populations)
    for consequence in policy.consequences:
        yield from quantity_problems(consequence, populations)
    if policy.grading is not None:
        yield from grading_problems(policy.grading, populations.reasoner)
    for consequence in policy.consequences:
        yield from consequence_problems(consequence, policy.grading, populations.reasoner)
