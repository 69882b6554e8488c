"""The steps after an award: what each does to the number, with the number before and after it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction
from math import ceil, floor

from evalrules.language.policy.basis import Basis
from evalrules.language.policy.definition import Counting
from evalrules.language.problems.problem import Phrase
from evalrules.language.values import PERCENT, PURE, Interval, Quantity, Rounding, Truth, show_number
from evalrules.meaning.derivation import Adjusted, Outcome, Step
from evalrules.meaning.fault import Fault
from evalrules.views.compose.amounts import show_amount, show_value
from evalrules.views.compose.saying import number
from evalrules.views.compose.statement import called, operand, statement
from evalrules.views.compose.support import support
from evalrules.views.compose.telling import Telling
from evalrules.views.grounds import has_effect
from evalrules.views.page import Role, Words, WorkedLine
from evalrules.views.scores import amount_of, decimals_of, number_of

_RESULT = Phrase("{step}：{value}", "{step}: {value}")
_WORKED = Phrase("{step}，{change} = {value}", "{step}, {change} = {value}")
_SKIPPED = Phrase("未适用：{step}（{why}）", "not taken: {step} ({why})")
_OPEN = Phrase("{step}：是否适用未定（{why}），结果在 {value} 之内", "{step}: undecided ({why}), within {value}")
_GIVEN = Phrase("{why}，{step}", "{why}: {step}")
_FAILED = Phrase("{step}：不能计算，{message}", "{step}: cannot be computed, {message}")


def adjustment_lines(adjustments: Iterable[Adjusted], telling: Telling) -> Iterator[WorkedLine]:
    """A line a step. Told briefly, what changes nothing is left out, except a cap that a clause sets."""
    steps = tuple(adjustments)
    told = (each for at, each in enumerate(steps) if is_told(each, telling) and not _is_repeated(at, steps, telling))
    return (_line(each, telling) for each in told)


def _is_repeated(at: int, steps: tuple[Adjusted, ...], telling: Telling) -> bool:
    """Whether, told briefly, the step is a rounding that changes nothing before another rounding."""
    step = steps[at]
    is_idle = step.kind == "round" and step.before == step.value and not isinstance(step.value, Fault)
    return is_idle and not telling.in_full and any(each.kind == "round" for each in steps[at + 1 :])


def steps_below(adjustments: Iterable[Adjusted], telling: Telling) -> Iterator[Step]:
    """What the steps after an award use, those that are told."""
    for each in adjustments:
        if is_told(each, telling):
            yield from each.operands
            yield from () if each.condition is None else (each.condition,)


def is_told(adjusted: Adjusted, telling: Telling) -> bool:
    """Whether the step is among those that are told."""
    return telling.in_full or not _goes_without_saying(adjusted)


def _goes_without_saying(adjusted: Adjusted) -> bool:
    if adjusted.applied is False or adjusted.kind in ("raise", "unrounded"):
        return adjusted.before == adjusted.value
    if adjusted.before != adjusted.value:
        return False
    is_idle_cap = adjusted.kind == "cap" and not adjusted.basis.cites
    return is_idle_cap or isinstance(amount_of(adjusted.value), Interval)


def _line(adjusted: Adjusted, telling: Telling) -> WorkedLine:
    role = Role.NOT_TAKEN if adjusted.applied is False else Role.CONCLUSION
    if isinstance(adjusted.value, Fault):
        role = Role.FAULT
    words = _outcome(adjusted, _step(adjusted, telling), telling)
    return WorkedLine(role, words, support(_basis(adjusted, telling), telling), adjusted.span.place)


def _basis(adjusted: Adjusted, telling: Telling) -> Basis:
    """Told briefly, a step that changes nothing rests on no reading: none is listed for it."""
    return adjusted.basis if telling.in_full or has_effect(adjusted) else Basis(adjusted.basis.cites)


def _outcome(adjusted: Adjusted, step: Words, telling: Telling) -> Words:
    """The step, whether it applies, and what comes out."""
    reason = _reason(adjusted)
    why = () if reason is None else statement(reason, telling)
    if isinstance(adjusted.value, Fault):
        return telling.say(_FAILED, step=step, message=adjusted.value.message(telling.lang))
    if adjusted.applied is False:
        return telling.say(_SKIPPED, step=step, why=why)
    value = number(_result(adjusted, telling))
    if adjusted.applied is None:
        return telling.say(_OPEN, step=step, why=why, value=value)
    given = telling.say(_GIVEN, why=why, step=step) if why else step
    change = _arithmetic(adjusted, telling)
    if change:
        return telling.say(_WORKED, step=given, change=change, value=value)
    return telling.say(_RESULT, step=given, value=value)


def _reason(adjusted: Adjusted) -> Step | None:
    """What says whether the step is taken: its condition, unless the row is not, or perhaps not, in its scope."""
    scope = adjusted.scope
    is_within = scope is None or scope.value == Truth(True)
    return adjusted.condition if is_within else scope


def _arithmetic(adjusted: Adjusted, telling: Telling) -> Words:
    """`10 − 2.5`, where something was added or taken and both numbers are known."""
    before, after = number_of(adjusted.before), number_of(adjusted.value)
    if adjusted.kind not in _CHANGES or before is None or after is None or before == after:
        return ()
    sign = "+" if after > before else "−"
    return number(f"{show_value(adjusted.before, telling.lang)} {sign} {show_number(abs(after - before))}")


def _result(adjusted: Adjusted, telling: Telling) -> str:
    """The number after the step; a rounded one in the decimals it is rounded to."""
    amount = amount_of(adjusted.value)
    unit = number_of(adjusted.operands[0].value) if adjusted.kind == "round" else None
    if amount is None or unit is None:
        return show_value(adjusted.value, telling.lang)
    return show_amount(amount, decimals_of(unit), telling.lang)


# What each step does ------------------------------------------------------------------------------

_AT_LEAST = Phrase("不低于 {limit}", "at least {limit}")
_AT_MOST = Phrase("不高于 {limit}", "at most {limit}")
_RAISED = Phrase("不低于 {limit}，由 {before} 提高", "at least {limit}, raised from {before}")
_CAPPED = Phrase("不高于 {limit}，由 {before} 减少", "at most {limit}, cut from {before}")
_CREDIT = Phrase("加 {change}{cap}", "plus {change}{cap}")
_DEDUCT = Phrase("扣 {change}{cap}", "less {change}{cap}")
_STEPS = Phrase(
    "{excess}，每 {size} 扣 {amount}，{counting} {steps} 步{cap}",
    "{excess}, {amount} off per {size}, {steps} {counting}{cap}",
)
_NO_STEPS = Phrase("{excess}，没有超出，不扣", "{excess}, nothing beyond, nothing off")
_AT_MOST_CHANGE = Phrase("（最多 {limit}）", " (at most {limit})")
_ROUND = Phrase("{mode}至 {unit}", "{mode} to {unit}")
_UNROUNDED = Phrase("不舍入", "not rounded")

_CHANGES = ("credit", "deduct", "deduct-by-steps")

_MODES = {
    Rounding.HALF_UP: Phrase("四舍五入", "rounded half up"),
    Rounding.DOWN: Phrase("舍去", "truncated"),
    Rounding.UP: Phrase("进一", "rounded up"),
    Rounding.HALF_EVEN: Phrase("四舍六入五成双", "rounded half to even"),
}
_COUNTINGS = {
    Counting.WHOLE: Phrase("按整步计", "whole steps"),
    Counting.STARTED: Phrase("不足一步按一步计", "started steps"),
    Counting.PRO_RATA: Phrase("按比例计", "steps pro rata"),
}


def _step(adjusted: Adjusted, telling: Telling) -> Words:
    """What the step is, up to its result."""
    match adjusted.kind:
        case "raise":
            return _bound(adjusted, _AT_LEAST, _RAISED, telling)
        case "cap":
            return _bound(adjusted, _AT_MOST, _CAPPED, telling)
        case "credit":
            return _change(adjusted, _CREDIT, telling)
        case "deduct":
            return _change(adjusted, _DEDUCT, telling)
        case "deduct-by-steps":
            return _by_steps(adjusted, telling)
        case "round":
            return _rounding(adjusted, telling)
        case "unrounded":
            return telling.say(_UNROUNDED)


def _bound(adjusted: Adjusted, idle: Phrase, effective: Phrase, telling: Telling) -> Words:
    is_idle = adjusted.before == adjusted.value or adjusted.applied is not True
    limit = operand(adjusted.operands[0], telling)
    return telling.say(idle if is_idle else effective, limit=limit, before=_before(adjusted, telling))


def _before(adjusted: Adjusted, telling: Telling) -> Words:
    return number(show_value(adjusted.before, telling.lang))


def _change(adjusted: Adjusted, phrase: Phrase, telling: Telling) -> Words:
    amount, *cap = adjusted.operands
    limit = _cap(cap[0].value, telling) if cap else ()
    return telling.say(phrase, change=operand(amount, telling), cap=limit)


def _cap(limit: Outcome, telling: Telling) -> Words:
    return telling.say(_AT_MOST_CHANGE, limit=number(show_value(limit, telling.lang)))


def _by_steps(adjusted: Adjusted, telling: Telling) -> Words:
    excess, size, amount, *cap = adjusted.operands
    beyond, step = number_of(excess.value), number_of(size.value)
    shown = _excess(excess, size, telling)
    if beyond is not None and beyond <= 0:
        return telling.say(_NO_STEPS, excess=shown)
    counting = adjusted.counting or Counting.PRO_RATA
    steps = "?" if beyond is None or not step else show_number(_counted(beyond / step, counting))
    return telling.say(
        _STEPS,
        excess=shown,
        size=number(show_value(size.value, telling.lang)),
        amount=number(show_value(amount.value, telling.lang)),
        counting=telling.say(_COUNTINGS[counting]),
        steps=number(steps),
        cap=_cap(cap[0].value, telling) if cap else (),
    )


def _excess(excess: Step, size: Step, telling: Telling) -> Words:
    """The excess as the steps are measured: a plain proportion, beside steps of 1%, in per cent."""
    match excess.value, size.value:
        case Quantity(amount=amount, unit=own), Quantity(unit=unit) if (
            own == PURE and unit.dimension is PERCENT.dimension
        ):
            return called(excess, number(show_value(Quantity(amount, unit), telling.lang)), telling)
        case _:
            return operand(excess, telling)


def _counted(steps: Fraction, counting: Counting) -> Fraction:
    match counting:
        case Counting.WHOLE:
            return Fraction(floor(steps))
        case Counting.STARTED:
            return Fraction(ceil(steps))
        case Counting.PRO_RATA:
            return steps


def _rounding(adjusted: Adjusted, telling: Telling) -> Words:
    mode = telling.say(_MODES[adjusted.mode]) if adjusted.mode is not None else ()
    unit = number(show_value(adjusted.operands[0].value, telling.lang))
    return telling.say(_ROUND, mode=mode, unit=unit)
