"""Checks which of several cases holds, of a rule or of a quantity, and what a quantity given by cases is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from evalrules.meaning.certificate.calculation import one_of, truth_of, words_of
from evalrules.meaning.certificate.claim import check_field, check_outcome
from evalrules.meaning.certificate.finding import Finding
from evalrules.meaning.certificate.node import Node, shown
from evalrules.meaning.certificate.phrase import Phrase, neutral
from evalrules.meaning.certificate.value import Fault, Truth
from evalrules.meaning.certificate.wording import (
    begins_in_order,
    check_mentions,
    check_read,
    conditions_in,
    plain,
)


@dataclass(frozen=True, slots=True)
class Held:
    """Whether each case holds, which are due (or may be), and the fault if it cannot be said."""

    answers: tuple[bool | None, ...]
    due: tuple[int, ...]
    fault: Fault | None


@dataclass(frozen=True, slots=True)
class Faults:
    """The faults of no case holding, and of several; with the name of the rule or the quantity."""

    none: str
    several: str
    owner: str


def held_of(step: Node, faults: Faults) -> Held:
    """Which of the cases that a step has tried hold."""
    tried = step.nodes("tried")
    return _in_order(tried, faults) if step.holds("in_order") else _at_once(tried, faults)


def _at_once(tried: Sequence[Node], faults: Faults) -> Held:
    """One case holds; the rest where no condition does, open where none does but one may.

    A condition with a fault counts as one that does not hold, unless no other holds.
    """
    answers = [_answer(case) for case in tried]
    rests = [at for at, case in enumerate(tried) if case.get("condition") is None]
    broken = [answer for answer in answers if isinstance(answer, Fault)]
    held = [False if isinstance(answer, Fault) else answer for answer in answers]
    certain = [at for at, answer in enumerate(held) if answer is True and at not in rests]
    open_ = [at for at, answer in enumerate(held) if answer is None and at not in rests]
    for at in rests:
        held[at] = False if certain else None if open_ else not broken
    if len(certain) > 1:
        return Held(tuple(held), (), Fault(faults.several, (faults.owner,)))
    due = certain or [*open_, *rests]
    fault = None if certain else broken[0] if broken else None if due else Fault(faults.none, (faults.owner,))
    return Held(tuple(held), () if fault else tuple(due), fault)


def _in_order(tried: Sequence[Node], faults: Faults) -> Held:
    """The first case that holds, or one before it that may; what comes after it is no matter."""
    held: list[bool | None] = []
    for case in tried:
        answer = _answer(case)
        if isinstance(answer, Fault):
            return Held((*held, False), (), answer)
        if case.get("condition") is None:
            answer = None if None in held else True
        held.append(answer)
        if answer is True or case.get("condition") is None:
            break
    due = tuple(at for at, answer in enumerate(held) if answer is not False)
    return Held(tuple(held), due, None if due else Fault(faults.none, (faults.owner,)))


def _answer(case: Node) -> bool | Fault | None:
    condition = case.node_or_none("condition")
    return None if condition is None else truth_of(condition)


def check_tried(step: Node, held: Held) -> Iterator[Finding]:
    """The cases that were tried are those that had to be, each with its answer; their order is as it is written."""
    tried = step.nodes("tried")
    if len(tried) != len(held.answers):
        yield Finding(step.at("tried"), _case_count(len(tried)), _case_count(len(held.answers)))
    for case, answer in zip(tried, held.answers, strict=False):
        case.expect_fields("condition held basis text at")
        yield from check_field(case, "held", answer)
        yield from check_mentions(case, *conditions_in(case))
    if tried:
        yield from check_field(step, "in_order", begins_in_order(words_of(step), words_of(tried[0])))


def _case_count(count: int) -> Phrase:
    return Phrase(f"{count} 种情形", f"{count} cases")


# Quantities and readings --------------------------------------------------------------------------


def check_selected(step: Node) -> Iterator[Finding]:
    """A quantity has the value of the case that holds, or what is known where several may."""
    step.expect_fields("step name in_order tried outcomes value text at")
    held = held_of(step, Faults("no-value", "several-values", step.text("name")))
    yield from check_tried(step, held)
    tried, outcomes = step.nodes("tried"), step.nodes("outcomes")
    if len(outcomes) != len(held.due):
        counted, needed = neutral(str(len(outcomes))), neutral(str(len(held.due)))
        yield Finding(step.at("outcomes"), counted, needed)
        return
    for at, outcome in zip(held.due, outcomes, strict=True):
        if plain(words_of(outcome)) not in words_of(tried[at]):
            yield Finding(outcome.at("text"), shown(words_of(outcome)), shown(words_of(tried[at])))
    yield from check_outcome(step, "value", held.fault or one_of(outcomes))


def check_interpreted(step: Node) -> Iterator[Finding]:
    """A reading takes the alternative asked for, or does not, as its words ask."""
    step.expect_fields("step reading alternative negated chosen layer value text at")
    step.text("layer")
    yield from check_read(step, step.text("reading"), step.text("alternative"), negated=step.holds("negated"))
    is_taken = step.text("chosen") == step.text("alternative")
    yield from check_outcome(step, "value", Truth(is_taken is not step.holds("negated")))
