"""Checks the steps after an award, in their written order."""

from __future__ import annotations

from evalrules.language.check import operators
from evalrules.language.check.expressions import ExpressionChecker
from evalrules.language.check.notes import basis
from evalrules.language.check.types import Typed
from evalrules.language.policy import definition as defined
from evalrules.language.policy.basis import Basis
from evalrules.language.policy.expression import Expression
from evalrules.language.problems import Problem
from evalrules.language.syntax import tree
from evalrules.language.values import Rounding

_MODES = {
    "HALF_UP": Rounding.HALF_UP,
    "TRUNCATE": Rounding.DOWN,
    "ROUND_UP": Rounding.UP,
    "HALF_EVEN": Rounding.HALF_EVEN,
}


def adjustments(steps: tuple[tree.Step, ...], at: ExpressionChecker) -> tuple[defined.Adjustment, ...]:
    """The steps, each with its amounts in points."""
    return tuple(_adjustment(step, at) for step in steps)


def _adjustment(step: tree.Step, at: ExpressionChecker) -> defined.Adjustment:
    notes = basis(step.notes, at.place.names, at.findings)
    if step.operand is None:
        return defined.LeaveUnrounded(notes, step.span)
    condition = at.condition(step.condition) if step.condition else None
    if step.kind in _MODES:
        unit = at.positive(step.operand)
        return defined.Round(_MODES[step.kind], _points(unit, at), condition, notes, step.span)
    if step.by_steps is not None:
        return _by_steps(step, step.operand, step.by_steps, condition, notes, at)
    amount = at.points(step.operand).expression
    if step.kind == "AT_LEAST":
        return defined.Raise(amount, condition, notes, step.span)
    if step.kind == "AT_MOST":
        return defined.Cap(amount, condition, notes, step.span)
    make = defined.Credit if step.kind == "BONUS" else defined.Deduct
    return make(amount, _limit(step, at), condition, notes, step.span)


def _points(operand: Typed, at: ExpressionChecker) -> Expression:
    verdict = operators.need_points(operand)
    if isinstance(verdict, Problem):
        at.findings.report(verdict)
    return operand.expression


def _limit(step: tree.Step, at: ExpressionChecker) -> Expression | None:
    return at.points(step.up_to).expression if step.up_to else None


def _by_steps(
    step: tree.Step,
    operand: tree.Expression,
    by_steps: tree.BySteps,
    condition: Expression | None,
    notes: Basis,
    at: ExpressionChecker,
) -> defined.DeductBySteps:
    """`扣分 超出 每 步长 扣 数额`: the size of a step is counted in what the excess is counted in."""
    excess, size = at.number(operand), at.positive(by_steps.size)
    problem = operators.misfit(excess, size, by_steps.span)
    if problem:
        at.findings.report(problem)
    return defined.DeductBySteps(
        excess.expression,
        size.expression,
        at.points(by_steps.amount).expression,
        defined.Counting(by_steps.counting),
        _limit(step, at),
        condition,
        notes,
        step.span,
    )
