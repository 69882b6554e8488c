"""Which of several cases holds: exactly one, or in order the first."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from attrs import evolve, frozen

from evalrules.language.node import Node
from evalrules.language.policy.basis import Basis
from evalrules.language.policy.expression import Expression
from evalrules.language.source import Span
from evalrules.meaning.derivation import Step, Tried
from evalrules.meaning.derive.amounts import truth_of
from evalrules.meaning.fault import Fault, FaultKind


@frozen(eq=False, repr=False)
class Guard(Node):
    """When a case is due; `condition` None means: when no other case is."""

    condition: Expression | None
    basis: Basis
    span: Span


@frozen(eq=False, repr=False)
class Decided(Node):
    """The cases that were looked at; those that are due, or may be; why it cannot be said which."""

    tried: tuple[Tried, ...]
    due: tuple[int, ...]
    fault: Fault | None


@frozen
class Faults:
    """What to say where no case holds, and where several do."""

    none: Fault
    several: Fault


def decide(guards: Sequence[Guard], faults: Faults, derive: Callable[[Expression], Step]) -> Decided:
    """The one case that holds. Where a bound leaves open which, all that may, the rest last.

    A condition that faults matters only where no other case holds.
    """
    tried = [_try(guard, derive) for guard in guards]
    held = [at for at, step in enumerate(tried) if step.held]
    if len(held) > 1:
        return Decided(tuple(tried), (), faults.several)
    if held:
        return Decided(tuple(tried), (held[0],), None)
    open_ = [at for at, step in enumerate(tried) if step.held is None]
    fault = next((each for each in map(_fault_of, tried) if each is not None), None)
    rests = [at for at, step in enumerate(tried) if step.condition is None]
    for at in rests:
        tried[at] = evolve(tried[at], held=None if open_ else fault is None)
    due = (*open_, *rests)
    fault = fault or (None if due else faults.none)
    return Decided(tuple(tried), () if fault else due, fault)


def decide_in_order(guards: Sequence[Guard], faults: Faults, derive: Callable[[Expression], Step]) -> Decided:
    """The first case that holds; none is looked at after it. Where a bound leaves one open, it may be that one too.

    A condition that faults leaves open whether its case holds, and so there is no value.
    """
    tried: list[Tried] = []
    open_: list[int] = []
    for at, guard in enumerate(guards):
        step = _try(guard, derive)
        fault = _fault_of(step)
        if step.condition is None:
            step = evolve(step, held=None if open_ else True)
        tried.append(step)
        if fault is not None:
            return Decided(tuple(tried), (), fault)
        if step.held is not False:
            open_.append(at)
        if step.held or step.condition is None:
            return Decided(tuple(tried), tuple(open_), None)
    return Decided(tuple(tried), tuple(open_), None if open_ else faults.none)


def _try(guard: Guard, derive: Callable[[Expression], Step]) -> Tried:
    """A case without a condition is due only when no other is: it is False until then."""
    if guard.condition is None:
        return Tried(None, False, guard.basis, guard.span)
    step = derive(guard.condition)
    truth = truth_of(step)
    return Tried(step, False if isinstance(truth, Fault) else truth, guard.basis, guard.span)


def _fault_of(tried: Tried) -> Fault | None:
    value = tried.condition.value if tried.condition is not None else None
    return value if isinstance(value, Fault) else None


def no_case(rule: str) -> Faults:
    """The faults of the cases of a rule."""
    return Faults(Fault(FaultKind.NO_CASE, (rule,)), Fault(FaultKind.SEVERAL_CASES, (rule,)))


def no_value(name: str) -> Faults:
    """The faults of the cases of a quantity."""
    return Faults(Fault(FaultKind.NO_VALUE, (name,)), Fault(FaultKind.SEVERAL_VALUES, (name,)))
