"""Checks the steps of awards: cases, tiers, bands, admitted stretches, references to other rules."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from evalrules.meaning.certificate.adjustments import check_chain, end_of_chain
from evalrules.meaning.certificate.amount import above, below, between, exactly
from evalrules.meaning.certificate.calculation import (
    asked,
    hull_of,
    points_of,
    quantity_of,
    value_of,
    words_of,
)
from evalrules.meaning.certificate.cases import Faults, check_tried, held_of
from evalrules.meaning.certificate.claim import check_field, check_outcome
from evalrules.meaning.certificate.finding import Finding
from evalrules.meaning.certificate.node import MalformedError, Node, shown
from evalrules.meaning.certificate.phrase import Phrase, listed, neutral, quoted
from evalrules.meaning.certificate.reading import string_in
from evalrules.meaning.certificate.unit import PURE
from evalrules.meaning.certificate.value import Days, Fault, Outcome, Quantity, Text, Truth
from evalrules.meaning.certificate.wording import check_mentions, check_said, end_by_words, plain

WORDS = " value text at"


# Cases --------------------------------------------------------------------------------------------


def check_chosen(step: Node) -> Iterator[Finding]:
    """One case holds, or in order the first; the value is its outcome, or the hull of those that may hold."""
    step.expect_fields("step rule in_order tried outcomes" + WORDS)
    held = held_of(step, Faults("no-case", "several-cases", step.text("rule")))
    yield from check_tried(step, held)
    tried, outcomes = step.nodes("tried"), step.nodes("outcomes")
    yield from _check_outcomes(step, outcomes, [tried[at] for at in held.due])
    values = [value_of(each) for each in outcomes] if len(outcomes) == 1 else [open_value(each) for each in outcomes]
    yield from check_outcome(step, "value", held.fault or hull_of(values))


def _check_outcomes(step: Node, outcomes: Sequence[Node], due: Sequence[Node]) -> Iterator[Finding]:
    """There is an outcome for each case that is due, and its words stand among those of the case."""
    if len(outcomes) != len(due):
        yield Finding(step.at("outcomes"), _outcome_count(outcomes), _outcome_count(due))
        return
    for outcome, case in zip(outcomes, due, strict=True):
        yield from _check_untiered(outcome)
        if words_of(outcome) not in words_of(case):
            yield Finding(outcome.at("text"), shown(words_of(outcome)), shown(words_of(case)))


def _check_untiered(outcome: Node) -> Iterator[Finding]:
    """What is admitted outside of tiers has no tier's name."""
    if outcome.get("step") == "admitted-between" and (outcome.get("tier") or outcome.get("also")):
        yield Finding(outcome.at("tier"), shown(outcome.get("tier")), neutral(quoted("")))


def _outcome_count(outcomes: Sequence[Node]) -> Phrase:
    return Phrase(f"{len(outcomes)} 个结果", f"{len(outcomes)} outcomes")


# Outcomes -----------------------------------------------------------------------------------------


def check_concluded(step: Node) -> Iterator[Finding]:
    """An outcome is the number of points that its expression yields."""
    step.expect_fields("step premise basis" + WORDS)
    yield from check_outcome(step, "value", points_of(step.node("premise")))


def check_editable(step: Node) -> Iterator[Finding]:
    """An award that may be changed is the award; both it and what may be entered can be worked out."""
    step.expect_fields("step premise admission basis" + WORDS)
    premise, admission = step.node("premise"), step.node("admission")
    award, within = value_of(premise, "concluded"), value_of(admission, "admitted-between")
    yield from check_said(step, "step", True, ("可改为", "editable"))
    yield from check_mentions(step, words_of(premise), words_of(admission))
    yield from _check_untiered(admission)
    follows = within if isinstance(within, Fault) and not isinstance(award, Fault) else award
    yield from check_outcome(step, "value", follows)


def editable_in(step: Node) -> Node | None:
    """The award that a person may change, if this is what a step comes from."""
    match step.get("step"):
        case "editable":
            return step
        case "chosen" if len(step.items("outcomes")) == 1:
            return editable_in(step.nodes("outcomes")[0])
        case "referred":
            return editable_in(step.node("premise"))
        case _:
            return None


def open_value(step: Node) -> Outcome:
    """What an award may come to: where it may be changed, whatever may be entered, too."""
    editable = editable_in(step)
    if editable is None:
        return value_of(step)
    return hull_of([value_of(step), value_of(editable.node("admission"))])


def check_unstated(step: Node) -> Iterator[Finding]:
    """Where the text does not say what is earned, nothing is: a fault with the author's reason, in his words."""
    step.expect_fields("step reason basis" + WORDS)
    reason = step.text("reason")
    yield from check_said(step, "step", True, ("未规定", "unstated"))
    said = string_in(words_of(step))
    if said is not None and said != reason:
        yield Finding(step.at("reason"), neutral(quoted(reason)), neutral(quoted(said)))
    yield from check_outcome(step, "value", Fault("unstated", (reason,)))


def check_referred(step: Node) -> Iterator[Finding]:
    """A row earns what another rule awards it, after that rule's own steps."""
    step.expect_fields("step rule layer premise adjustments basis rule_basis" + WORDS)
    premise = step.node("premise")
    yield from check_field(step, "rule", premise.text("rule"))
    before = value_of(premise, "chosen")
    yield from check_chain(step, "adjustments", before)
    yield from check_outcome(step, "value", end_of_chain(step, "adjustments", before))


def check_admitted(step: Node) -> Iterator[Finding]:
    """A rule admits every number between two ends; where they are one number, that one."""
    step.expect_fields("step tier also low low_closed high high_closed basis" + WORDS)
    step.text("tier")
    yield from _check_ends(step)
    low, high = points_of(step.node("low")), points_of(step.node("high"))
    yield from check_outcome(step, "value", _between(step, low, high))


def _check_ends(stretch: Node) -> Iterator[Finding]:
    """Each end belongs to the stretch if its words say so."""
    for name in ("low", "high"):
        stretch.holds(f"{name}_closed")
        by_words = end_by_words(stretch, name) if stretch.get(name) is not None else False
        if by_words is not None:
            yield from check_field(stretch, f"{name}_closed", by_words)


def _between(step: Node, low: Quantity | Fault, high: Quantity | Fault) -> Outcome:
    if isinstance(low, Fault):
        return low
    if isinstance(high, Fault):
        return high
    bottom, top = low.amount.number, high.amount.number
    if bottom is None or top is None:
        return hull_of((low, high))
    first = below(bottom) if step.holds("low_closed") else above(bottom)
    last = above(top) if step.holds("high_closed") else below(top)
    return Quantity(between(first, last) or exactly(bottom), PURE)


def check_tiered(step: Node) -> Iterator[Finding]:
    """The tier that the form names is open, or all of them; the value is the hull of those that are."""
    step.expect_fields("step tier_cell tiers open basis" + WORDS)
    tiers, open_ = step.nodes("tiers"), step.wholes("open")
    yield from check_mentions(step, *(name for tier in tiers for name in (tier.text("tier"), *tier.texts("also"))))
    follows = _open_tiers(step, tiers)
    if isinstance(follows, Fault):
        yield from check_outcome(step, "value", follows)
        return
    if open_ != follows:
        yield Finding(step.at("open"), _tiers(open_), _tiers(follows))
        return
    yield from check_outcome(step, "value", hull_of([value_of(tiers[at], "admitted-between") for at in open_]))


def _tiers(indices: Sequence[int]) -> Phrase:
    return listed(shown(index).en for index in indices)


def _open_tiers(step: Node, tiers: Sequence[Node]) -> tuple[int, ...] | Fault:
    cell = step.node_or_none("tier_cell")
    named = None if cell is None else value_of(cell, "found")
    if not isinstance(named, Text):
        return tuple(range(len(tiers)))
    found = tuple(at for at, tier in enumerate(tiers) if named.text in (tier.text("tier"), *tier.texts("also")))
    return found[:1] or Fault("unknown-tier", (named.text,))


# Bands --------------------------------------------------------------------------------------------


def check_placed(step: Node) -> Iterator[Finding]:
    """The bands that hold the number, or may, make the value: one outcome for each."""
    step.expect_fields("step subject stretches outcomes basis" + WORDS)
    subject, stretches, outcomes = step.node("subject"), step.nodes("stretches"), step.nodes("outcomes")
    yield from check_stretches(subject, stretches)
    fault = stretches_fault(subject, stretches)
    due = [] if fault else [each for each in stretches if each.holds_or_open("held") is not False]
    yield from _check_bands(step, outcomes, due)
    yield from check_outcome(step, "value", fault or hull_of([value_of(each) for each in outcomes]))


def _check_bands(step: Node, outcomes: Sequence[Node], due: Sequence[Node]) -> Iterator[Finding]:
    if len(outcomes) != len(due):
        yield Finding(step.at("outcomes"), _outcome_count(outcomes), _outcome_count(due))
        return
    for outcome, stretch in zip(outcomes, due, strict=True):
        yield from _check_untiered(outcome)
        is_expression = outcome.get("step") == "concluded"
        if is_expression and not plain(words_of(outcome)).startswith(plain(words_of(stretch))):
            yield Finding(outcome.at("text"), shown(words_of(outcome)), shown(words_of(stretch)))


def check_stretches(subject: Node, stretches: Sequence[Node]) -> Iterator[Finding]:
    """Each stretch holds the number, may hold it, or does not; the rest where no other does."""
    answers = [_lies_in(subject, each) for each in stretches if not each.holds("rest")]
    rest = False if True in answers else None if None in answers else True
    queue = iter(answers)
    for each in stretches:
        each.expect_fields("low low_closed high high_closed rest held text at")
        yield from check_said(each, "rest", each.holds("rest"), ("其余", "else"))
        if each.holds("rest") is not (each.get("low") is None and each.get("high") is None):
            needed = Phrase("有端点，其余一段没有", "ends, but for the rest")
            raise MalformedError(each.at("rest"), shown(each.get("rest")), needed)
        yield from _check_ends(each)
        yield from check_field(each, "held", rest if each.holds("rest") else next(queue))


def _lies_in(subject: Node, stretch: Node) -> bool | None:
    above_low = _beyond(subject, stretch, "low", "≥" if stretch.holds("low_closed") else ">")
    below_high = _beyond(subject, stretch, "high", "≤" if stretch.holds("high_closed") else "<")
    if False in (above_low, below_high):
        return False
    return None if None in (above_low, below_high) else True


def _beyond(subject: Node, stretch: Node, name: str, sign: str) -> bool | None:
    end = stretch.node_or_none(name)
    answer = Truth(True) if end is None else asked(sign, subject, end)
    return answer.holds if isinstance(answer, Truth) else None


def stretches_fault(subject: Node, stretches: Sequence[Node]) -> Fault | None:
    """Why no stretch can be chosen: the number or day, or an end, is none, or no stretch holds it."""
    value = value_of(subject)
    quantity = None if isinstance(value, Days) else quantity_of(subject)
    if isinstance(quantity, Fault):
        return quantity
    for stretch in stretches:
        for name in ("low", "high"):
            end = stretch.node_or_none(name)
            answer = asked("=", subject, end) if end is not None else None
            if isinstance(answer, Fault):
                return answer
    if all(each.get("held") is False for each in stretches):
        return Fault("no-band", (words_of(subject),))
    return None
