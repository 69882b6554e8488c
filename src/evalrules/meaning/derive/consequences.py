"""What follows from a form's result: the grade after its ceilings, and the decisions taken on it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from evalrules.language.policy import definition as d
from evalrules.language.values import Text
from evalrules.meaning.derivation import Considered, Followed, Graded, Lowered, Tried
from evalrules.meaning.derive.amounts import truth_of
from evalrules.meaning.derive.awards import band_fault, weigh
from evalrules.meaning.derive.expressions import derive_expression
from evalrules.meaning.derive.world import Here, World
from evalrules.meaning.fault import Fault, FaultKind


def derive_grade(grading: d.Grading, world: World) -> Graded:
    """The grades whose stretches hold the total, or may, each lowered by the ceilings that apply."""
    here = Here(world, None)
    subject = derive_expression(grading.subject, here)
    weighed = weigh(tuple(grade.stretch for grade in grading.grades), subject, here)
    fault = band_fault(subject, weighed)
    named = tuple((grade.name, each) for grade, each in zip(grading.grades, weighed, strict=True))
    if fault is not None:
        return Graded(subject, named, (), (), fault, grading.span)
    grades = tuple(name for name, each in named if each.held is not False)
    lowered, fault = _lowered(grading, grades, here)
    final = () if fault else lowered[-1].after if lowered else grades
    return Graded(subject, named, lowered, final, fault, grading.span)


def _lowered(grading: d.Grading, grades: tuple[str, ...], here: Here) -> tuple[tuple[Lowered, ...], Fault | None]:
    """The ceilings, one after the other; the first whose condition is a fault leaves the grade unsettled."""
    order = [each.name for each in grading.grades]
    steps: list[Lowered] = []
    for ceiling in grading.ceilings:
        condition = derive_expression(ceiling.condition, here)
        holds = truth_of(condition)
        if isinstance(holds, Fault):
            steps.append(Lowered(ceiling.grade, condition, None, grades, (), ceiling.basis, ceiling.span))
            return tuple(steps), holds
        before, grades = grades, _at_most(ceiling.grade, grades, holds, order)
        steps.append(Lowered(ceiling.grade, condition, holds, before, grades, ceiling.basis, ceiling.span))
    return tuple(steps), None


def _at_most(ceiling: str, grades: tuple[str, ...], holds: bool | None, order: Sequence[str]) -> tuple[str, ...]:
    """The grades with those above the ceiling lowered to it; where it may apply, with and without."""
    if holds is False:
        return grades
    limit = order.index(ceiling)
    low = {name if order.index(name) >= limit else ceiling for name in grades}
    return tuple(name for name in order if name in low or (holds is None and name in grades))


# ---- decisions -----------------------------------------------------------------------------------


def derive_consequence(consequence: d.Consequence, graded: Graded | None, world: World) -> Followed:
    """What follows under each grade that is possible; together, every decision that is."""
    considered = tuple(_considered(consequence, grade, there) for grade, there in _possible(graded, world))
    fault = next((each.fault for each in considered if each.fault), None)
    found = {decision for each in considered for decision in each.decisions}
    written = dict.fromkeys((*(each.decision for each in consequence.decisions), ""))
    decisions = () if fault else tuple(each for each in written if each in found)
    return Followed(
        consequence.name, considered, decisions, fault, consequence.basis, consequence.layer, consequence.span
    )


def _possible(graded: Graded | None, world: World) -> Iterator[tuple[str | None, World]]:
    """The world as it is if each grade that is possible is the one."""
    if graded is None or len(graded.grades) < 2:
        yield (graded.grades[0] if graded and graded.grades else None), world
        return
    for name in graded.grades:
        yield name, world.with_grade(Text(name))


def _considered(consequence: d.Consequence, grade: str | None, world: World) -> Considered:
    here = Here(world, None, consequence.locals)
    tried = tuple(_try(each, here) for each in consequence.decisions)
    conditions = [each for each in tried if each.condition is not None]
    certain = sum(each.held is True for each in conditions)
    if certain > 1:
        return Considered(grade, tried, (), Fault(FaultKind.SEVERAL_CASES, (consequence.name,)))
    faults = [each.condition.value for each in conditions if each.condition and isinstance(each.condition.value, Fault)]
    if faults and not certain:
        return Considered(grade, tried, (), faults[0])
    rest = False if certain else None if any(each.held is None for each in conditions) else True
    tried = tuple(each if each.condition else Tried(None, rest, each.basis, each.span) for each in tried)
    return Considered(grade, tried, _decisions(consequence, tried, rest), None)


def _try(decision: d.Decision, here: Here) -> Tried:
    """A condition that is a fault does not hold; whether that matters is seen when all have been tried."""
    if decision.condition is None:
        return Tried(None, None, decision.basis, decision.span)
    step = derive_expression(decision.condition, here)
    truth = truth_of(step)
    return Tried(step, False if isinstance(truth, Fault) else truth, decision.basis, decision.span)


def _decisions(consequence: d.Consequence, tried: tuple[Tried, ...], rest: bool | None) -> tuple[str, ...]:
    """The decision that is due, or those that may be; "" where nothing is decided."""
    pairs = tuple(zip(consequence.decisions, tried, strict=True))
    due = [each.decision for each, step in pairs if step.held is True]
    if due:
        return tuple(due)
    has_rest = any(each.condition is None for each in consequence.decisions)
    possible = [each.decision for each, step in pairs if step.held is None]
    return tuple(dict.fromkeys([*possible, *([] if has_rest or rest is False else [""])]))
