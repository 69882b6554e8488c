"""What can be proved of a policy before there is a form: bands close, and one rule, case and class applies.

Nothing is an error here that is not shown by a number or a row; what can be neither proved nor shown is
reported as not decided. Said of rows on which every condition concerned can be evaluated: any other is a
fault already.
"""

from __future__ import annotations

from collections.abc import Iterator

from evalrules.language.check.coverage.bands import grading_problems, outcome_problems
from evalrules.language.check.coverage.cases import case_problems
from evalrules.language.check.coverage.classes import class_problems
from evalrules.language.check.coverage.describing import first_line
from evalrules.language.check.coverage.populations import Populations
from evalrules.language.check.coverage.reasoning import Reasoner
from evalrules.language.check.coverage.rules import rule_problems
from evalrules.language.policy.policy import CheckedPolicy
from evalrules.language.policy.schema import RecordKind
from evalrules.language.problems import Problem

__all__ = ["coverage_problems"]


def coverage_problems(policy: CheckedPolicy) -> tuple[Problem, ...]:
    """Gaps and overlaps of bands, classes, rules and cases, in the order of the form and the policy."""
    return tuple(_problems(policy))


def _problems(policy: CheckedPolicy) -> Iterator[Problem]:
    populations = Populations(policy, Reasoner(policy))
    start = first_line(policy.rules[0].span) if policy.rules else policy.schema.span
    lists = [record for record in policy.schema.records if record.kind is RecordKind.LIST]
    for record in lists:
        for classification in policy.classifications:
            if classification.record == record.en:
                yield from class_problems(classification, record, populations)
        yield from rule_problems(record, start, populations)
    for rule in policy.rules:
        yield from case_problems(rule, populations)
        for case in rule.cases:
            yield from outcome_problems(rule, case, populations)
    if policy.grading is not None:
        yield from grading_problems(policy.grading, populations.reasoner)
