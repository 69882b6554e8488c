"""The steps after an award, in written order: floors, caps, bonuses, deductions, roundings."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from fractions import Fraction
from typing import assert_never

from evalrules.language.policy import definition as d
from evalrules.language.policy.expression import Expression
from evalrules.language.values import (
    PURE,
    Amount,
    Quantity,
    Rounding,
    add,
    agree,
    comparable,
    compare,
    divide,
    maximum,
    minimum,
    multiply,
    round_amount,
    show_quantity,
    subtract,
)
from evalrules.meaning.derivation import Adjusted, AdjustmentKind, Outcome, Step
from evalrules.meaning.derive.amounts import as_points, hull_of, quantity_of, truth_of, units_differ, words_of
from evalrules.meaning.derive.expressions import derive_expression
from evalrules.meaning.derive.world import Here
from evalrules.meaning.fault import Fault, FaultKind

_ZERO = Fraction(0)
_ONE = Fraction(1)


def derive_adjustments(
    adjustments: Iterable[d.Adjustment], before: Outcome, here: Here, layer: str, scope: Step | None = None
) -> tuple[Adjusted, ...]:
    """Take `before` through the steps, one after the other; `scope` says whether they are for the row at hand."""
    steps = []
    for adjustment in adjustments:
        step = _derive(adjustment, before, here, layer, scope)
        steps.append(step)
        before = step.value
    return tuple(steps)


def _derive(adjustment: d.Adjustment, before: Outcome, here: Here, layer: str, scope: Step | None) -> Adjusted:
    condition = _condition(adjustment, here)
    applied = _applies(scope, condition)
    operands = tuple(derive_expression(each, here) for each in _operands(adjustment))
    if isinstance(applied, Fault) or isinstance(before, Fault):
        value: Outcome = before if isinstance(before, Fault) else applied  # type: ignore[assignment]
    elif applied is False:
        value = before
    else:
        after = _after(adjustment, before, operands)
        value = after if applied else hull_of((before, after))
    return Adjusted(
        _kind(adjustment),
        before,
        operands,
        adjustment.counting if isinstance(adjustment, d.DeductBySteps) else None,
        adjustment.mode if isinstance(adjustment, d.Round) else None,
        scope,
        condition,
        None if isinstance(applied, Fault) else applied,
        value,
        adjustment.basis,
        layer,
        adjustment.span,
    )


def _applies(scope: Step | None, condition: Step | None) -> bool | Fault | None:
    """Whether a step is taken: its scope and its condition must hold; outside the scope the condition is no matter."""
    within = True if scope is None else truth_of(scope)
    if within is False or isinstance(within, Fault):
        return within
    holds = True if condition is None else truth_of(condition)
    return within if holds is True else holds


def _condition(adjustment: d.Adjustment, here: Here) -> Step | None:
    if isinstance(adjustment, d.LeaveUnrounded) or adjustment.condition is None:
        return None
    return derive_expression(adjustment.condition, here)


def _kind(adjustment: d.Adjustment) -> AdjustmentKind:
    match adjustment:
        case d.Raise():
            return "raise"
        case d.Cap():
            return "cap"
        case d.Credit():
            return "credit"
        case d.Deduct():
            return "deduct"
        case d.DeductBySteps():
            return "deduct-by-steps"
        case d.Round():
            return "round"
        case d.LeaveUnrounded():
            return "unrounded"
        case _:
            assert_never(adjustment)


def _operands(adjustment: d.Adjustment) -> tuple[Expression, ...]:
    match adjustment:
        case d.Raise() | d.Cap():
            return (adjustment.limit,)
        case d.Credit() | d.Deduct():
            return (adjustment.amount, *_given(adjustment.up_to))
        case d.DeductBySteps():
            return (adjustment.excess, adjustment.size, adjustment.amount, *_given(adjustment.up_to))
        case d.Round():
            return (adjustment.unit,)
        case d.LeaveUnrounded():
            return ()
        case _:
            assert_never(adjustment)


def _given(expression: Expression | None) -> tuple[Expression, ...]:
    return () if expression is None else (expression,)


def _after(adjustment: d.Adjustment, before: Outcome, operands: tuple[Step, ...]) -> Outcome:
    """What the step makes of `before`, given that it applies."""
    if not isinstance(before, Quantity):
        return before
    match adjustment:
        case d.Raise():
            return _limited(before, operands[0], maximum)
        case d.Cap():
            return _limited(before, operands[0], minimum)
        case d.Credit():
            change = _change(operands[0], operands[1:])
            return change if isinstance(change, Fault) else Quantity(add(before.amount, change), PURE)
        case d.Deduct():
            change = _change(operands[0], operands[1:])
            return change if isinstance(change, Fault) else Quantity(subtract(before.amount, change), PURE)
        case d.DeductBySteps():
            change = _by_steps(adjustment.counting, operands)
            return change if isinstance(change, Fault) else Quantity(subtract(before.amount, change), PURE)
        case d.Round():
            return _rounded(adjustment, before, operands[0])
        case d.LeaveUnrounded():
            return before
        case _:
            assert_never(adjustment)


def _limited(before: Quantity, limit: Step, pick: Callable[[Amount, Amount], Amount]) -> Outcome:
    bound = as_points(limit)
    return Quantity(pick(before.amount, bound.amount), PURE) if isinstance(bound, Quantity) else bound


def _change(amount: Step, up_to: tuple[Step, ...]) -> Amount | Fault:
    """What is added or taken: no less than 0 and no more than its own cap."""
    points = as_points(amount)
    if not isinstance(points, Quantity):
        return _as_fault(points)
    if compare("<", points.amount, _ZERO) is not False:
        return Fault(FaultKind.NEGATIVE_DEDUCTION, (words_of(amount),))
    return _capped(points.amount, up_to)


def _capped(amount: Amount, up_to: tuple[Step, ...]) -> Amount | Fault:
    if not up_to:
        return amount
    limit = as_points(up_to[0])
    return minimum(amount, limit.amount) if isinstance(limit, Quantity) else _as_fault(limit)


def _as_fault(outcome: Outcome) -> Fault:
    assert isinstance(outcome, Fault)  # as_points yields a Quantity or a Fault
    return outcome


def _by_steps(counting: d.Counting, operands: tuple[Step, ...]) -> Amount | Fault:
    """How many steps there are in a positive excess, times the amount of one."""
    excess, size = quantity_of(operands[0]), quantity_of(operands[1])
    points = as_points(operands[2])
    if isinstance(excess, Fault):
        return excess
    if isinstance(size, Fault):
        return size
    if not isinstance(points, Quantity):
        return _as_fault(points)
    excess, size = agree(excess, size)
    if not comparable(excess.unit, size.unit):
        return units_differ(operands[0], excess.unit, operands[1], size.unit)
    if compare(">", size.amount, _ZERO) is not True:
        return Fault(FaultKind.STEP_NOT_POSITIVE, (show_quantity(size),))
    steps = divide(maximum(excess.amount, _ZERO), size.amount)
    assert steps is not None  # the size is positive
    return _capped(multiply(_counted(steps, counting), points.amount), operands[3:])


def _counted(steps: Amount, counting: d.Counting) -> Amount:
    """How many steps count. There are never fewer than none, so whole steps are steps rounded down."""
    match counting:
        case d.Counting.PRO_RATA:
            return steps
        case d.Counting.WHOLE:
            return round_amount(steps, _ONE, Rounding.DOWN)
        case d.Counting.STARTED:
            return round_amount(steps, _ONE, Rounding.UP)


def _rounded(adjustment: d.Round, before: Quantity, unit: Step) -> Outcome:
    step = as_points(unit)
    if not isinstance(step, Quantity):
        return step
    if not isinstance(step.amount, Fraction) or step.amount <= 0:
        return Fault(FaultKind.STEP_NOT_POSITIVE, (show_quantity(step),))
    return Quantity(round_amount(before.amount, step.amount, adjustment.mode), PURE)
