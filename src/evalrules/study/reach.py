"""What a derivation has reached: it says itself what was taken, so nothing has to be traced."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from evalrules.language.source import Span
from evalrules.language.values import Day, Interval, Quantity, Truth
from evalrules.meaning.derivation import (
    Adjusted,
    AdmittedBetween,
    Checked,
    Chosen,
    Computed,
    Derivation,
    Graded,
    Interpreted,
    Named,
    OfClass,
    Placed,
    RowDerivation,
    Scoping,
    Standing,
    Step,
    Tiered,
    Tried,
    Weighed,
)
from evalrules.study.goals import Aim, Key, place_of
from evalrules.study.nodes import nodes_in

_JUST = Fraction(1, 100)
"""How near to an edge is just beside it: within a hundredth of the edge, and of 1 where the edge is 0."""


def reached_by(derivation: Derivation) -> frozenset[Key]:
    """The keys of the goals that `derivation` has reached."""
    return frozenset(key for node in nodes_in(derivation) for key in _reached(node))


def _reached(node: object) -> Iterator[Key]:
    match node:
        case Tried(held=bool(held)):
            yield _answer(node.span, held)
        case Computed() | OfClass() | Interpreted() | Named():
            if isinstance(node.value, Truth) and node.value.value is not None:
                yield _answer(node.span, node.value.value)
        case Scoping(applies=True) | Standing(applies=True) | Chosen():
            yield _key(node.span, Aim.APPLIED)
        case Placed():
            yield from _in_bands(node.subject, node.stretches, node.span)
        case Graded():
            yield from _in_bands(node.subject, tuple(each for _, each in node.weighed), node.span)
        case Tiered(open=(at,)):
            yield _key(node.tiers[at].span, Aim.HELD)
        case RowDerivation() if node.judged_tier:
            yield from _judged(node)
        case Adjusted():
            yield from _stepped(node)
        case Checked(due=bool(due)):
            yield _key(node.span, Aim.REPORTED if due else Aim.SILENT)
        case _:
            return


def _key(span: Span, aim: Aim, detail: str = "") -> Key:
    return (place_of(span), aim, detail)


def _answer(span: Span, answer: bool) -> Key:
    return _key(span, Aim.TRUE if answer else Aim.FALSE)


def _judged(row: RowDerivation) -> Iterator[Key]:
    """The tier in which a person's entry lies."""
    for each in nodes_in(row.award):
        if isinstance(each, AdmittedBetween) and each.tier == row.judged_tier:
            yield _key(each.span, Aim.HELD)


def _stepped(step: Adjusted) -> Iterator[Key]:
    before, after = step.before, step.value
    if step.applied is None or not isinstance(before, Quantity) or not isinstance(after, Quantity):
        return
    # A number without an end stands for an award that is not known: of it, a cap says nothing.
    if isinstance(before.amount, Interval) and None in (before.amount.low, before.amount.high):
        return
    yield _key(step.span, Aim.UNCHANGED if step.value == step.before else Aim.CHANGED)


# ---- bands ---------------------------------------------------------------------------------------


def _in_bands(subject: Step, stretches: tuple[Weighed, ...], table: Span) -> Iterator[Key]:
    held = [each for each in stretches if each.held is not False]
    if len(held) == 1:
        yield _key(held[0].span, Aim.HELD)
    for each in stretches:
        for end, closed, side in ((each.low, each.low_closed, -1), (each.high, each.high_closed, 1)):
            if end is not None:
                yield from _at_edge(subject, end, side if closed else -side, table)


def _at_edge(subject: Step, end: Step, outside: int, table: Span) -> Iterator[Key]:
    """Whether the number is the edge, or lies just beside it, on the side to which the edge does not belong."""
    number, edge = _number(subject), _number(end)
    if number is None or edge is None:
        return
    detail = " ".join(end.span.text.split())
    if number == edge:
        yield _key(table, Aim.ON_EDGE, detail)
    elif 0 < (number - edge) * outside <= _JUST * (abs(edge) or 1):
        yield _key(table, Aim.BY_EDGE, detail)


def _number(step: Step) -> Fraction | None:
    """The number, or the day's number; None of what is unknown."""
    match step.value:
        case Quantity(amount=Fraction() as amount):
            return amount
        case Day(first=first, last=last) if first == last:
            return Fraction(first.toordinal())
        case _:
            return None
