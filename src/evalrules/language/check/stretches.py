"""Checks stretches of numbers: bands, grades, and what a judgement may award."""

from __future__ import annotations

from evalrules.language.check import operators
from evalrules.language.check.expressions import ExpressionChecker
from evalrules.language.check.findings import Findings
from evalrules.language.check.types import UNKNOWN, Typed
from evalrules.language.policy.definition import Admission, End, Stretch
from evalrules.language.policy.expression import Arithmetic
from evalrules.language.problems import Problem
from evalrules.language.problems.end_not_stated import EndNotStated
from evalrules.language.problems.rest_misplaced import RestMisplaced
from evalrules.language.source import Span
from evalrules.language.syntax import tree


def check_rests(rests: list[Span | None], findings: Findings) -> None:
    """Report each `其余` of a list that is not its last entry; None stands for an ordinary entry."""
    for span in rests[:-1]:
        if span is not None:
            findings.report(RestMisplaced(span))


def stretch(node: tree.Stretch, subject: Typed, at: ExpressionChecker) -> Stretch:
    """Where `node` lies; its ends must be comparable with `subject`."""
    match node:
        case tree.Rest():
            return Stretch(None, None, node.span)
        case tree.Between():
            low, high = _end(node.low, subject, at), _end(node.high, subject, at)
            return Stretch(low, high, node.span)
        case tree.From():
            return _from(node, subject, at)


def _from(node: tree.From, subject: Typed, at: ExpressionChecker) -> Stretch:
    value = _comparable(node.value, subject, at)
    end = End(value.expression, node.operator in ("=", "≤", "≥"))
    low = end if node.operator in ("=", ">", "≥") else None
    high = end if node.operator in ("=", "<", "≤") else None
    return Stretch(low, high, node.span)


def _end(bound: tree.Bound, subject: Typed, at: ExpressionChecker) -> End:
    value = _comparable(bound.value, subject, at)
    return End(value.expression, _closed(bound, at.findings))


def _comparable(node: tree.Expression, subject: Typed, at: ExpressionChecker) -> Typed:
    value = at.typed(node)
    verdict = operators.comparison("≤", subject, value, node.span)
    if isinstance(verdict, Problem) and subject.type != UNKNOWN:
        at.findings.report(verdict)
    return value


def _closed(bound: tree.Bound, findings: Findings) -> bool:
    if bound.closed is None:
        findings.report(EndNotStated(bound.span))
    return bound.closed is not False


def admission(node: tree.Admitted, at: ExpressionChecker) -> Admission:
    """The awards that `node` admits: both ends are points, once multiplied by the factors behind them."""
    factors = [at.typed(each) for each in node.factors]
    ends = [_admitted_end(bound, factors, node.span, at) for bound in (node.low, node.high)]
    return Admission(ends[0], ends[1], node.span)


def _admitted_end(bound: tree.Bound, factors: list[Typed], whole: Span, at: ExpressionChecker) -> End:
    value = at.typed(bound.value)
    for factor in factors:
        type_, problems = operators.arithmetic("×", value, factor, whole)
        at.findings.report(*problems)
        value = Typed(Arithmetic("×", value.expression, factor.expression, whole), type_)
    verdict = operators.need_points(value)
    if isinstance(verdict, Problem):
        at.findings.report(verdict)
    return End(value.expression, _closed(bound, at.findings))
