"""Checks what rules award, case by case."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from evalrules.language.check import operators
from evalrules.language.check.choices import first_word, misplaced_rests
from evalrules.language.check.expressions import ExpressionChecker
from evalrules.language.check.notes import basis
from evalrules.language.check.places import word_span
from evalrules.language.check.stretches import admission, check_rests, stretch
from evalrules.language.check.types import Shape, Typed, described
from evalrules.language.policy import definition as defined
from evalrules.language.policy.basis import Basis
from evalrules.language.policy.expression import Expression
from evalrules.language.problems import Phrase
from evalrules.language.problems.duplicate_name import DuplicateName
from evalrules.language.problems.otherwise_misplaced import Misplaced, OtherwiseMisplaced
from evalrules.language.problems.rule_of_other_rows import RuleOfOtherRows
from evalrules.language.problems.unknown_rule import UnknownRule
from evalrules.language.problems.wrong_type import Needed, WrongType
from evalrules.language.source import Span
from evalrules.language.syntax import tree


def cases(nodes: tuple[tree.Case, ...], at: ExpressionChecker) -> tuple[defined.Case, ...]:
    """The cases of a rule. All but the last have a condition, and the last may be `否则`."""
    at.findings.report(*misplaced(nodes))
    return tuple(_case(node, at) for node in nodes)


def _case(node: tree.Case, at: ExpressionChecker) -> defined.Case:
    condition = at.condition(node.condition) if node.condition else None
    return defined.Case(condition, outcome(node.outcome, at), node.span)


def misplaced(nodes: Sequence[tree.Case | tree.Decision]) -> Iterator[OtherwiseMisplaced]:
    """Cases of which one for the rest does not stand last, or alone, or one without a condition among others."""
    yield from misplaced_rests([(node.span, node.otherwise) for node in nodes])
    for node in nodes if len(nodes) > 1 else ():
        if node.condition is None and not node.otherwise:
            yield OtherwiseMisplaced(first_word(node.span), Misplaced.UNGUARDED)


def outcome(node: tree.Outcome, at: ExpressionChecker) -> defined.Outcome:
    """What a case awards."""
    notes = basis(node.notes, at.place.names, at.findings)
    match node:
        case tree.Exact():
            return defined.AwardExactly(at.points(node.award).expression, notes, node.span)
        case tree.Admit():
            return defined.AwardWithin(admission(node.admitted, at), notes, node.span)
        case tree.Editable():
            award = at.points(node.award).expression
            return defined.AwardEditable(award, admission(node.admitted, at), notes, node.span)
        case tree.ByTier():
            return defined.AwardByTier(_tiers(node, at), notes, node.span)
        case tree.ByBand():
            return _by_band(node, notes, at)
        case tree.SameAs():
            _check_reference(node, at)
            return defined.AwardAs(node.rule, notes, node.span)
        case tree.Unscored():
            return defined.AwardNothing(node.reason, notes, node.span)
        case tree.Unstated():
            return defined.AwardUnstated(node.reason, notes, node.span)


def _check_reference(node: tree.SameAs, at: ExpressionChecker) -> None:
    """A rule may refer to another one of rows of the same kind."""
    rules, row = at.place.names.rules, at.place.row
    span = word_span(node.span, node.rule, -1)
    if node.rule not in rules:
        at.findings.report(UnknownRule(span, node.rule, tuple(rules)))
        return
    record = at.place.names.schema.record_named(rules[node.rule])
    if record and row and row.record and row.record != record:
        mine = Phrase(row.record.zh, row.record.en)
        at.findings.report(RuleOfOtherRows(span, node.rule, Phrase(record.zh, record.en), mine))


def _tiers(node: tree.ByTier, at: ExpressionChecker) -> tuple[defined.Tier, ...]:
    first: dict[str, Span] = {}
    for tier in node.tiers:
        for name in dict.fromkeys((tier.name, *tier.also)):
            span = word_span(tier.span, name)
            if name in first:
                what = Phrase(f"档次“{name}”", f"tier `{name}`")
                at.findings.report(DuplicateName(span, what, first[name]))
            first.setdefault(name, span)
    return tuple(
        defined.Tier(
            tier.name,
            tier.also,
            admission(tier.admitted, at),
            basis(tier.notes, at.place.names, at.findings),
            tier.span,
        )
        for tier in node.tiers
    )


def _by_band(node: tree.ByBand, notes: Basis, at: ExpressionChecker) -> defined.AwardByBand:
    subject = ordered(at.typed(node.subject), at)
    rests = [band.stretch.span if isinstance(band.stretch, tree.Rest) else None for band in node.bands]
    check_rests(rests, at.findings)
    bands = tuple(_band(band, subject, at) for band in node.bands)
    return defined.AwardByBand(subject.expression, bands, notes, node.span)


def _band(band: tree.Band, subject: Typed, at: ExpressionChecker) -> defined.Band:
    award = _band_award(band.award, at)
    notes = basis(band.notes, at.place.names, at.findings)
    return defined.Band(stretch(band.stretch, subject, at), award, notes, band.span)


def _band_award(
    node: tree.Expression | tree.Admitted | tree.Unstated, at: ExpressionChecker
) -> Expression | defined.Admission | defined.AwardUnstated:
    match node:
        case tree.Admitted():
            return admission(node, at)
        case tree.Unstated():
            return defined.AwardUnstated(node.reason, basis(node.notes, at.place.names, at.findings), node.span)
        case _:
            return at.points(node).expression


def ordered(subject: Typed, at: ExpressionChecker) -> Typed:
    """`subject`, which must be a number or a date: something that falls into stretches."""
    if subject.type.shape in (Shape.TEXT, Shape.TRUTH):
        at.findings.report(WrongType(subject.span, Needed.ORDERED, described(subject.type)))
        return operators.nothing_known(subject)
    return subject
