"""Checks of a whole policy: what it must say somewhere, and what it says and never uses."""

from __future__ import annotations

from collections.abc import Iterator

from evalrules.language.check.findings import Findings, Used
from evalrules.language.check.heads import Heading
from evalrules.language.check.layers import Layered
from evalrules.language.check.names import FORMS
from evalrules.language.check.places import word_span
from evalrules.language.keywords import ROW_OF_TOKEN
from evalrules.language.policy.definition import (
    Adjustment,
    AwardNothing,
    AwardUnstated,
    LeaveUnrounded,
    Round,
    Rule,
)
from evalrules.language.policy.policy import CheckedPolicy
from evalrules.language.problems import Phrase, Problem
from evalrules.language.problems.alternative_unasked import AlternativeUnasked
from evalrules.language.problems.duplicate_name import DuplicateName
from evalrules.language.problems.rounding_not_stated import RoundingNotStated
from evalrules.language.problems.total_missing import TotalMissing
from evalrules.language.problems.uncited_rule import UncitedRule
from evalrules.language.problems.unused_name import UnusedName
from evalrules.language.source import Span
from evalrules.language.syntax import tree

_ROWS = Phrase("各行得分", "the awards of rows")
_TOTAL = Phrase("总分", "totals")


def omissions(policy: CheckedPolicy, heading: Heading) -> Iterator[Problem]:
    """What a policy with rules must say and this one does not: a total, and how it rounds."""
    if policy.rules and policy.total is None:
        yield TotalMissing(heading.span)
    silent = [word_span(rule.span, rule.name) for rule in policy.rules if not _rounds(rule, policy)]
    if silent:
        yield RoundingNotStated(silent[0], _ROWS, tuple(silent[1:]))
    if policy.total is not None and not _settles(policy.total.adjustments):
        span = policy.total.span
        yield RoundingNotStated(word_span(span, span.text.split(None, 1)[0]), _TOTAL, ())


def _rounds(rule: Rule, policy: CheckedPolicy) -> bool:
    """Whether it is said how the awards of `rule` are rounded, by the rule or for each row."""
    if all(isinstance(case.outcome, AwardNothing | AwardUnstated) for case in rule.cases) or _settles(rule.adjustments):
        return True
    return any(
        _settles(each.adjustments)
        for each in policy.each_row
        if each.scope is None or each.scope.record == rule.scope.record
    )


def _settles(steps: tuple[Adjustment, ...]) -> bool:
    return any(isinstance(step, Round | LeaveUnrounded) for step in steps)


def uncited(policy: CheckedPolicy) -> Iterator[Problem]:
    """Rules that rest on nothing: neither they nor any of their cases cite a clause or a reading."""
    for rule in policy.rules:
        bases = [rule.basis, *(case.outcome.basis for case in rule.cases)]
        if not any(each.cites or each.readings for each in bases):
            yield UncitedRule(word_span(rule.span, rule.name), rule.name)


# ---- names ---------------------------------------------------------------------------------------

_NAMED: tuple[tuple[type[tree.Plain], Used], ...] = (
    (tree.ParameterDecl, "parameter"),
    (tree.DefinitionDecl, "definition"),
    (tree.SourceDecl, "source"),
    (tree.ReadingDecl, "reading"),
)


_WithLocals = tree.RuleDecl | tree.CheckDecl | tree.ConsequenceDecl


def unused(entries: tuple[Layered, ...], findings: Findings) -> Iterator[Problem]:
    """Declarations, and local quantities, that nothing refers to."""
    for entry in entries:
        for kind, used in _NAMED:
            is_used = (used, entry.key.name) in findings.used or _is_shown(entry.declaration)
            if isinstance(entry.declaration, kind) and not is_used:
                yield UnusedName(entry.name_span, entry.key.described)
        if isinstance(entry.declaration, _WithLocals):
            yield from _unused_locals(entry.declaration, findings)


def unasked(policy: CheckedPolicy, findings: Findings) -> Iterator[Problem]:
    """The alternatives of open readings that no condition tells from one another: two or more never asked for."""
    for reading in policy.readings:
        names = [each.name for each in reading.alternatives]
        left = [each for each in names if ("alternative", f"{reading.name}/{each}") not in findings.used]
        if len(left) > 1 and ("reading", reading.name) in findings.used:
            yield AlternativeUnasked(word_span(reading.span, left[0]), reading.name, tuple(left))


def _is_shown(declaration: tree.Plain) -> bool:
    """Whether a definition is the place of a form among others: `score` lists it, whoever else uses it."""
    value = declaration.value if isinstance(declaration, tree.DefinitionDecl) else None
    return isinstance(value, tree.Gathering) and value.scope.record in FORMS and value.function in _RANKS


_RANKS = ("名次", "升序名次", "rank", "rank-from-least")


def _unused_locals(
    node: tree.RuleDecl | tree.CheckDecl | tree.ConsequenceDecl, findings: Findings
) -> Iterator[Problem]:
    for each in node.lets:
        if ("local", f"{node.name}/{each.name}") not in findings.used:
            what = Phrase(f"其中的量“{each.name}”", f"local quantity `{each.name}`")
            yield UnusedName(word_span(each.span, each.name), what)


_SHARED = (("PARAMETER", "DEFINE"), ("VOID", "NOT_APPLICABLE"))
"""Kinds of declarations that share their names."""


def namesakes(entries: tuple[Layered, ...]) -> Iterator[Problem]:
    """Declarations of different kinds that must not have one name: a parameter and a definition."""
    for kinds in _SHARED:
        first: dict[str, tuple[str, Span]] = {}
        for entry in entries:
            name = entry.key.name
            if entry.key.kind not in kinds:
                continue
            if name in first and first[name][0] != entry.key.kind:
                word = ROW_OF_TOKEN[first[name][0]]
                what = Phrase(f"名称“{name}”（{word.zh}）", f"the name `{name}` ({word.en})")
                yield DuplicateName(entry.name_span, what, first[name][1])
            first.setdefault(name, (entry.key.kind, entry.name_span))
