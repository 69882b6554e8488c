"""Checks the steps after an award: floors, caps, bonuses, deductions, roundings."""

from __future__ import annotations

from collections.abc import Iterator

from evalrules.meaning.certificate.amount import (
    ZERO,
    Amount,
    compared,
    exactly,
    greatest,
    least,
    minus,
    over,
    plus,
    rounded,
    times,
)
from evalrules.meaning.certificate.calculation import (
    agreed,
    hull_of,
    points_of,
    quantity_of,
    truth_of,
    value_of,
    words_of,
)
from evalrules.meaning.certificate.claim import agrees, check_field, check_outcome, operand_count
from evalrules.meaning.certificate.finding import Finding
from evalrules.meaning.certificate.node import MalformedError, Node
from evalrules.meaning.certificate.phrase import neutral
from evalrules.meaning.certificate.unit import ONE, PURE, comparable
from evalrules.meaning.certificate.value import Fault, Outcome, Quantity, read_outcome, show
from evalrules.meaning.certificate.wording import check_adjustment

# How many operands a step may have; the last of several is the most that it may change.
_OPERANDS = {
    "raise": (1, 1),
    "cap": (1, 1),
    "credit": (1, 2),
    "deduct": (1, 2),
    "deduct-by-steps": (3, 4),
    "round": (1, 1),
    "unrounded": (0, 0),
}
_COUNTINGS = ("whole", "started", "pro-rata")
_MODES = ("half-up", "down", "up", "half-even")


def check_adjusted(step: Node) -> Iterator[Finding]:
    """A step makes of what was before it what its operands say, if its scope and its condition hold."""
    step.expect_fields("step kind before of counting mode scope condition applied value basis layer text at")
    kind, operands = step.one_of("kind", tuple(_OPERANDS)), step.nodes("of")
    fewest, most = _OPERANDS[kind]
    if not fewest <= len(operands) <= most:
        raise MalformedError(step.at("of"), operand_count(len(operands)), neutral(f"{fewest}–{most}"))
    yield from check_adjustment(step, kind, _manner(step, kind))
    applies = _applies(step)
    yield from check_field(step, "applied", None if isinstance(applies, Fault) else applies)
    yield from check_outcome(step, "value", _after(step, kind, operands, applies))


def _manner(step: Node, kind: str) -> str | None:
    """How a rounding rounds, or how a broken step counts; nothing else has a manner."""
    manner = None
    for name, owner, words in (("mode", "round", _MODES), ("counting", "deduct-by-steps", _COUNTINGS)):
        if kind == owner:
            manner = step.one_of(name, words)
        else:
            step.expect_null(name)
    return manner


def _applies(step: Node) -> bool | Fault | None:
    """Whether scope and condition both hold; outside its scope nobody asks for the condition."""
    scope, condition = step.node_or_none("scope"), step.node_or_none("condition")
    within = True if scope is None else truth_of(scope)
    if within is False or isinstance(within, Fault):
        return within
    holds = True if condition is None else truth_of(condition)
    return within if holds is True else holds


def _after(step: Node, kind: str, operands: tuple[Node, ...], applies: bool | Fault | None) -> Outcome:
    before = read_outcome(step.node("before"))
    if isinstance(before, Fault) or not isinstance(before, Quantity) or applies is False:
        return before
    if isinstance(applies, Fault):
        return applies
    amount = _changed(step, kind, before.amount, operands)
    after = amount if isinstance(amount, Fault) else Quantity(amount, PURE)
    return after if applies else hull_of((before, after))


def _changed(step: Node, kind: str, before: Amount, operands: tuple[Node, ...]) -> Amount | Fault:
    """What the step makes of `before`, given that it applies."""
    match kind:
        case "raise" | "cap":
            limit = points_of(operands[0])
            pick = greatest if kind == "raise" else least
            return limit if isinstance(limit, Fault) else pick(before, limit.amount)
        case "credit" | "deduct":
            change = _change(operands[0], operands[1:])
            combine = plus if kind == "credit" else minus
            return change if isinstance(change, Fault) else combine(before, change)
        case "deduct-by-steps":
            deduction = _by_steps(step.text("counting"), operands)
            return deduction if isinstance(deduction, Fault) else minus(before, deduction)
        case "round":
            return _rounded(before, operands[0], step.text("mode"))
        case _:
            return before


def _change(amount: Node, limit: tuple[Node, ...]) -> Amount | Fault:
    points = points_of(amount)
    if isinstance(points, Fault):
        return points
    if compared("≥", points.amount, exactly(ZERO)) is not True:
        return Fault("negative-deduction", (words_of(amount),))
    return _at_most(points.amount, limit)


def _at_most(amount: Amount, limit: tuple[Node, ...]) -> Amount | Fault:
    if not limit:
        return amount
    points = points_of(limit[0])
    return points if isinstance(points, Fault) else least(amount, points.amount)


def _by_steps(counting: str, operands: tuple[Node, ...]) -> Amount | Fault:
    """As many times the amount as there are steps in a positive excess."""
    excess, size, points = quantity_of(operands[0]), quantity_of(operands[1]), points_of(operands[2])
    if isinstance(excess, Fault):
        return excess
    if isinstance(size, Fault):
        return size
    if isinstance(points, Fault):
        return points
    excess, size = agreed(excess, size)
    if not comparable(excess.unit, size.unit):
        return Fault("units-differ", (words_of(operands[0]), excess.unit.printed, words_of(operands[1])))
    if compared(">", size.amount, exactly(ZERO)) is not True:
        return Fault("step-not-positive", ())
    steps = over(greatest(excess.amount, exactly(ZERO)), size.amount)
    assert steps is not None  # the size is not 0
    return _at_most(times(_counted(steps, counting), points.amount), operands[3:])


def _counted(steps: Amount, counting: str) -> Amount:
    match counting:
        case "whole":
            return rounded(steps, ONE, "down")
        case "started":
            return rounded(steps, ONE, "up")
        case _:
            return steps


def _rounded(before: Amount, unit: Node, mode: str) -> Amount | Fault:
    points = points_of(unit)
    if isinstance(points, Fault):
        return points
    number = points.amount.number
    return rounded(before, number, mode) if number is not None and number > 0 else Fault("step-not-positive", ())


def check_chain(owner: Node, name: str, before: Outcome) -> Iterator[Finding]:
    """The adjustments in the field `name` begin with `before`, and each begins where the last one ended."""
    for step in owner.nodes(name):
        value = value_of(step, "adjusted")
        claimed = read_outcome(step.node("before"))
        if not agrees(claimed, before):
            yield Finding(step.at("before"), show(claimed), show(before))
        before = value


def end_of_chain(owner: Node, name: str, before: Outcome) -> Outcome:
    """What the last adjustment yields, or `before` if there is none."""
    steps = owner.nodes(name)
    return read_outcome(steps[-1].node("value")) if steps else before
