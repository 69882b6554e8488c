"""Bands close: tables of bands and of grades, tiers of a judgement, and what a person may choose from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from attrs import frozen

from evalrules.language.check.coverage.bounds import ANY, NOT_NEGATIVE, Reach
from evalrules.language.check.coverage.folding import NotFolded, Scale
from evalrules.language.check.coverage.populations import Population, Populations
from evalrules.language.check.coverage.reasoning import Answer, Demand, Found, Impossible, Reasoner, Unclear, Verdict
from evalrules.language.check.coverage.stretches import Piece, above, below
from evalrules.language.check.coverage.tables import (
    Entry,
    Hole,
    Placed,
    Shared,
    Table,
    beyond_reach,
    holds_all,
    holes,
    is_chain,
    out_of_order,
    shared_numbers,
    table_of,
)
from evalrules.language.check.coverage.trial import Trial
from evalrules.language.check.coverage.walking import every_part
from evalrules.language.policy.definition import (
    Admission,
    AwardByBand,
    AwardByTier,
    AwardEditable,
    AwardWithin,
    Case,
    Grading,
    Outcome,
    Rule,
)
from evalrules.language.policy.expression import Compare, ComparisonOperator, Expression, TotalAward
from evalrules.language.problems import Phrase, Problem
from evalrules.language.problems.band_gap import BandGap
from evalrules.language.problems.band_overlap import BandOverlap
from evalrules.language.problems.bands_out_of_order import BandsOutOfOrder
from evalrules.language.problems.empty_band import EmptyBand
from evalrules.language.problems.grades_rising import GradesRising
from evalrules.language.problems.not_decided import NotDecided
from evalrules.language.problems.rest_never_applies import RestNeverApplies
from evalrules.language.problems.tier_gap import TierGap
from evalrules.language.problems.tiers_out_of_order import TiersOutOfOrder
from evalrules.language.problems.unreachable_band import UnreachableBand
from evalrules.language.source import Span
from evalrules.language.values import Quantity, low_of

BAND = Phrase("段", "band")
GRADE = Phrase("等级", "grade")
TIER = Phrase("档", "tier")

_ANY_NUMBER = Reach(ANY)
_CLOSED = Phrase("各端点是否首尾相接", "the ends meet")


def outcome_problems(rule: Rule, case: Case, populations: Populations) -> Iterator[Problem]:
    """What is wrong with the stretches of numbers in the outcome of `case`."""
    for admission in _admissions(case.outcome):
        yield from _admission_problems(admission, rule, populations.reasoner)
    match case.outcome:
        case AwardByTier():
            yield from _tier_problems(case.outcome, rule, populations.reasoner)
        case AwardByBand():
            yield from _band_problems(case.outcome, rule, case, populations)
        case _:
            pass


def grading_problems(grading: Grading, reasoner: Reasoner) -> Iterator[Problem]:
    """What is wrong with the grades: every number that the total can be, as far as is known, has one."""
    entries = [Entry(each.stretch.low, each.stretch.high, each.stretch.span) for each in grading.grades]
    subject = grading.subject
    table = table_of(entries, reasoner.ground.algebra_in(""))
    if isinstance(table, NotFolded):
        yield from _not_folded(table, entries, subject, "", reasoner)
        return
    reach = _reach(subject, "", table.scale, reasoner)
    yield from _shape_problems(table, shared_numbers(table, reach), GRADE)
    found = holes(table, reach)
    for hole in () if table.rests else found:
        yield _gap(hole, table.scale.show(hole.number), subject, GRADE)
    yield from _idle_problems(beyond_reach(table, reach), subject, GRADE)
    if not found:
        yield from _rest_problems(table)
    yield from _rising_problems(grading, table, reasoner)


def _rising_problems(grading: Grading, table: Table, reasoner: Reasoner) -> Iterator[Problem]:
    """Ceilings need to know which grade is lower: a total is graded from the best down."""
    is_of_total = any(isinstance(each, TotalAward) for each in every_part(grading.subject, reasoner.ground.names))
    if not grading.ceilings or not is_of_total or not table.placed:
        return
    first, last = table.placed[0], table.placed[-1]
    if last.piece.low > first.piece.low or (first is last and first.piece.low.beyond):
        yield GradesRising(grading.ceilings[0].span, first.entry.span)


# Bands of a rule ----------------------------------------------------------------------------------


@frozen(eq=False, repr=False)
class _Asked:
    """A table of a rule's case, its subject, and the rows for which it is looked up."""

    table: Table
    subject: Expression
    place: str
    rows: tuple[Population, ...]
    populations: Populations

    def verdict(self, piece: Piece) -> Verdict:
        """Whether the subject can be a number of `piece`, for some row."""
        rows = (each.with_demands(self._inside(piece, each.class_name)) for each in self.rows)
        return self.populations.first_certain(rows)

    def is_out_of_question(self, piece: Piece) -> bool:
        """Whether it is certain that the subject is never a number of `piece`."""
        return self.populations.are_empty(each.with_demands(self._inside(piece, each.class_name)) for each in self.rows)

    def _inside(self, piece: Piece, class_name: str | None) -> Iterator[Demand]:
        """That the subject is a number of `piece`."""
        reasoner = self.populations.reasoner
        low: ComparisonOperator = ">" if piece.low.above else "≥"
        high: ComparisonOperator = "≤" if piece.high.above else "<"
        for operator, cut in ((low, piece.low), (high, piece.high)):
            if not cut.beyond:
                span = self.subject.span
                end = self.table.scale.times(cut.number, span)
                condition = Compare(operator, self.subject, end, span)
                yield reasoner.demand(condition, Answer.YES, class_name, self.place)

    def number_in(self, hole: Hole, found: Found) -> Fraction:
        """A number of the hole that the subject can be: a plain one if it can, else that of the row found."""
        if isinstance(self.verdict(Piece(below(hole.number), above(hole.number))), Found):
            return hole.number
        names, trial = self.populations.reasoner.ground.names_in(self.place), Trial(found.row, found.class_name)
        whole = _number(trial.value(self.subject, names))
        unit = Fraction(1) if self.table.scale.of is None else _number(trial.value(self.table.scale.of, names))
        return whole / unit if whole is not None and unit else hole.number


def _band_problems(outcome: AwardByBand, rule: Rule, case: Case, populations: Populations) -> Iterator[Problem]:
    reasoner = populations.reasoner
    entries = [Entry(band.stretch.low, band.stretch.high, band.stretch.span) for band in outcome.bands]
    table = table_of(entries, reasoner.ground.algebra_in(rule.name))
    if isinstance(table, NotFolded):
        yield from _not_folded(table, entries, outcome.subject, rule.name, reasoner)
        return
    reach = _reach(outcome.subject, rule.name, table.scale, reasoner)
    rows = tuple(populations.due(each, rule, case) for each in populations.of_rule(rule))
    asked = _Asked(table, outcome.subject, rule.name, rows, populations)
    if populations.are_empty(rows):
        yield from _empty_problems(table)  # no row comes here at all, and that is a problem of its own
        return
    shared = [each for each in shared_numbers(table, reach) if not asked.is_out_of_question(each.piece)]
    yield from _shape_problems(table, shared, BAND)
    verdicts = [(hole, asked.verdict(hole.piece)) for hole in holes(table, reach)]
    for hole, verdict in () if table.rests else verdicts:
        yield from _hole_problems(hole, verdict, asked)
    beyond = beyond_reach(table, reach)
    idle = [each for each in table.placed if each in beyond or asked.is_out_of_question(each.piece)]
    yield from _idle_problems(idle, outcome.subject, BAND)
    if all(isinstance(verdict, Impossible) for _, verdict in verdicts):
        yield from _rest_problems(table)


def _hole_problems(hole: Hole, verdict: Verdict, asked: _Asked) -> Iterator[Problem]:
    scale, subject = asked.table.scale, asked.subject
    match verdict:
        case Found():
            yield _gap(hole, scale.show(asked.number_in(hole, verdict)), subject, BAND)
        case Unclear(reason=reason):
            shown = scale.show(hole.number)
            question = Phrase(
                f"“{subject.span.text}”会不会是 {shown.zh}，不在任何一段内",
                f"`{subject.span.text}` can be {shown.en}, which no band holds",
            )
            span, *others = _beside(hole) or [subject.span]
            yield NotDecided(span, question, reason, tuple(others))
        case Impossible():
            pass


# What all tables have in common -------------------------------------------------------------------


def _shape_problems(table: Table, shared: Sequence[Shared], kind: Phrase) -> Iterator[Problem]:
    """Stretches without numbers, numbers in two stretches, stretches out of order."""
    yield from _empty_problems(table)
    for each in shared:
        number = table.scale.show(each.number)
        first, second = sorted((each.first.entry.span, each.second.entry.span), key=lambda span: span.start)
        yield BandOverlap(second, kind, number, first)
    pair = None if shared or table.empty else out_of_order(table)
    if pair is not None:
        before, after = pair
        if kind is TIER:
            yield TiersOutOfOrder(after.entry.span, after.entry.name, before.entry.span)
        else:
            yield BandsOutOfOrder(after.entry.span, kind, before.entry.span)


def _empty_problems(table: Table) -> Iterator[Problem]:
    for each in table.empty:
        low, high = each.piece.low.number, each.piece.high.number
        yield EmptyBand(each.entry.span, table.scale.show(low), table.scale.show(high), low > high)


def _idle_problems(idle: Sequence[Placed], subject: Expression, kind: Phrase) -> Iterator[Problem]:
    """Entries that no number comes to."""
    for each in idle:
        yield UnreachableBand(each.entry.span, kind, subject.span.text)


def _rest_problems(closed: Table) -> Iterator[Problem]:
    """A rest that the other entries of a table leave nothing."""
    for rest in closed.rests:
        yield RestNeverApplies(rest.span)


def _gap(hole: Hole, falls: Phrase, subject: Expression, kind: Phrase) -> BandGap:
    span, *others = _beside(hole) or [subject.span]
    return BandGap(span, kind, subject.span.text, falls, tuple(others))


def _beside(hole: Hole) -> list[Span]:
    """The entries on both sides of a hole, in the order they are written."""
    spans = [each.entry.span for each in (hole.below, hole.above) if each is not None]
    return sorted(spans, key=lambda span: span.start)


def _reach(subject: Expression, place: str, scale: Scale, reasoner: Reasoner) -> Reach:
    """What is known of the subject, in multiples of the scale."""
    reach = reasoner.ground.bounds_in(place).reach(subject)
    if scale.of is None:
        return reach
    low = low_of(reach.amount)
    return Reach(NOT_NEGATIVE if low is not None and low >= 0 else ANY)


def _not_folded(
    end: NotFolded, entries: Sequence[Entry], subject: Expression, place: str, reasoner: Reasoner
) -> Iterator[Problem]:
    """A table whose ends cannot be compared is undecided, unless it is a chain that holds everything."""
    algebra = reasoner.ground.algebra_in(place)
    reach = reasoner.ground.bounds_in(place).reach(subject)
    if not (is_chain(entries, algebra) and holds_all(entries, reach, algebra)):
        yield _undecided(end, subject.span)


def _undecided(end: NotFolded, table: Span) -> NotDecided:
    reason = Phrase(
        f"端点“{end.span.text}”要看表上怎么填，又不是同一个量的倍数",
        f"the end `{end.span.text}` depends on the form and is no multiple of what the others are",
    )
    return NotDecided(end.span, _CLOSED, reason, (table,))


def _number(value: object) -> Fraction | None:
    match value:
        case Quantity(amount=Fraction() as amount):
            return amount
        case _:
            return None


# Tiers and admissions -----------------------------------------------------------------------------


def _tier_problems(outcome: AwardByTier, rule: Rule, reasoner: Reasoner) -> Iterator[Problem]:
    entries = [Entry(tier.admission.low, tier.admission.high, tier.admission.span, tier.name) for tier in outcome.tiers]
    table = table_of(entries, reasoner.ground.algebra_in(rule.name))
    if isinstance(table, NotFolded):
        if not is_chain(entries, reasoner.ground.algebra_in(rule.name)):
            yield _undecided(table, outcome.span)
        return
    yield from _shape_problems(table, shared_numbers(table, _ANY_NUMBER), TIER)
    for hole in holes(table, _ANY_NUMBER):
        if hole.below is not None and hole.above is not None:
            first, second = _beside(hole)
            yield TierGap(second, table.scale.show(hole.number), first)


def _admissions(outcome: Outcome) -> Sequence[Admission]:
    match outcome:
        case AwardWithin(admission=admission) | AwardEditable(admission=admission):
            return (admission,)
        case AwardByBand(bands=bands):
            return [band.award for band in bands if isinstance(band.award, Admission)]
        case _:
            return ()


def _admission_problems(admission: Admission, rule: Rule, reasoner: Reasoner) -> Iterator[Problem]:
    entry = Entry(admission.low, admission.high, admission.span)
    table = table_of([entry], reasoner.ground.algebra_in(rule.name))
    if not isinstance(table, NotFolded):
        yield from _empty_problems(table)
