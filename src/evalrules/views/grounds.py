"""What a derivation rests on: the steps below a step, and the clauses and readings that they cite."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import assert_never

from attrs import evolve

from evalrules.language.policy.basis import Basis, Citation
from evalrules.language.policy.expression import Origin
from evalrules.language.policy.policy import CheckedPolicy
from evalrules.meaning.derivation import (
    Adjusted,
    AdmittedBetween,
    Chosen,
    Cited,
    Computed,
    Concluded,
    Derivation,
    Earned,
    Editable,
    Found,
    Gathered,
    Interpreted,
    Named,
    OfClass,
    Outside,
    Placed,
    Referred,
    RowDerivation,
    Scored,
    Selected,
    Stated,
    Step,
    Surveyed,
    Tiered,
    TotalDerivation,
    Unstated,
    Weighed,
)
from evalrules.views.scores import number_of


def premises(step: Step) -> tuple[Step, ...]:
    """The steps from which `step` follows, in the order in which they were taken."""
    match step:
        case Stated() | Found() | Scored() | Earned() | Cited() | OfClass() | Interpreted() | Unstated():
            return ()
        case Named() | Outside() | Concluded():
            return (step.premise,)
        case Computed():
            return step.operands
        case Gathered():
            return tuple(each.step for each in (*step.looked_at, *step.members))
        case Surveyed():
            own = () if step.own is None else (step.own,)
            return (*own, *step.asked, *(each.step for each in (*step.looked_at, *step.members)))
        case Chosen() | Selected():
            conditions = tuple(each.condition for each in step.tried if each.condition is not None)
            return (*conditions, *step.outcomes)
        case Placed():
            ends = (end for each in step.stretches for end in _ends(each))
            return (step.subject, *ends, *step.outcomes)
        case AdmittedBetween():
            return (step.low, step.high)
        case Editable():
            return (step.premise, step.admission)
        case Tiered():
            return (*((step.tier_cell,) if step.tier_cell else ()), *step.tiers)
        case Referred():
            return (step.premise, *_below(step.adjustments))
        case _:
            assert_never(step)


def _ends(weighed: Weighed) -> tuple[Step, ...]:
    return tuple(end for end in (weighed.low, weighed.high) if end is not None)


def _below(adjustments: Iterable[Adjusted]) -> tuple[Step, ...]:
    steps: list[Step] = []
    for each in adjustments:
        steps += each.operands
        if each.condition is not None:
            steps.append(each.condition)
    return tuple(steps)


def steps_of(step: Step) -> Iterator[Step]:
    """`step` and every step below it."""
    yield step
    for premise in premises(step):
        yield from steps_of(premise)


def steps_of_row(row: RowDerivation) -> Iterator[Step]:
    """Every step of the derivation of `row`: award first, then what led to the rule."""
    roots: list[Step] = [row.award] if row.award is not None else []
    roots += _below(row.adjustments)
    tried = row.classed.tried if row.classed is not None else ()
    roots += [each.condition for _, each in tried if each.condition is not None]
    roots += [each.condition for each in row.standings if each.condition is not None]
    roots += [each.condition for each in row.scopings if each.condition is not None]
    for root in roots:
        yield from steps_of(root)


# Clauses and readings -----------------------------------------------------------------------------


def bases_of(derivation: Derivation, policy: CheckedPolicy) -> Iterator[Basis]:
    """What the scores and the checks of a form rest on."""
    for row in derivation.rows:
        yield from bases_of_row(row, policy)
    total = derivation.total
    if total is not None:
        yield total.basis
        yield from _bases_of((total.award,), policy)
        yield from _bases_of_adjustments(total.adjustments, policy)
    yield from _bases_of_result(derivation)
    if derivation.grade is not None:
        yield from _bases_of((derivation.grade.subject,), policy)
    yield from (check.basis for check in derivation.checks if check.in_scope is not False)


def _bases_of_result(derivation: Derivation) -> Iterator[Basis]:
    """What lowered the grade, and what follows from the result."""
    if derivation.grade is not None:
        yield from (each.basis for each in derivation.grade.ceilings if each.held is not False)
    for followed in derivation.consequences:
        if any(followed.decisions):
            yield followed.basis
            tried = (each for considered in followed.considered for each in considered.tried)
            yield from (each.basis for each in tried if each.held is not False)


def bases_looked_at(derivation: Derivation, policy: CheckedPolicy) -> Iterator[Basis]:
    """Whatever may be cited beside a form: what it rests on, what was looked at in vain, what readings cite."""
    bases = tuple(bases_of(derivation, policy))
    used = readings(bases)
    yield from bases
    yield from (each.basis for each in policy.readings if each.name in used)
    for row in derivation.rows:
        yield from (each.basis for each in row.standings)
        yield from (each.basis for each in row.adjustments)
        yield from (
            tried.basis for step in steps_of_row(row) if isinstance(step, Chosen | Selected) for tried in step.tried
        )


def bases_of_row(row: RowDerivation, policy: CheckedPolicy) -> Iterator[Basis]:
    """What the score of `row` rests on: its rule, what the rule concluded, its class, its steps."""
    yield row.basis
    if row.award is not None:
        yield from _bases_of((row.award,), policy)
    if row.classed is not None:
        yield from (each.basis for _, each in row.classed.tried if each.held is not False)
    yield from _bases_of_standings(row)
    yield from _bases_of_adjustments(row.adjustments, policy)


def _bases_of_standings(row: RowDerivation) -> Iterator[Basis]:
    return (each.basis for each in row.standings if each.applies is not False)


def bases_of_ruling(row: RowDerivation) -> Iterator[Basis]:
    """The rule that decided `row` and its case alone; of a row without a rule, why it has none."""
    yield row.basis
    if row.award is None:
        yield from _bases_of_standings(row)
    else:
        yield from _bases_of_case(row.award)


def _bases_of_case(step: Step) -> Iterator[Basis]:
    """What the cases that held cite, down to the number."""
    match step:
        case Chosen():
            yield from (each.basis for each in step.tried if each.held is not False)
            below = step.outcomes
        case Placed():
            yield step.basis
            below = step.outcomes
        case Referred():
            yield step.basis
            yield step.rule_basis
            below = (step.premise,)
        case AdmittedBetween() | Editable() | Tiered() | Concluded() | Unstated():
            yield step.basis
            below = ()
        case _:
            below = ()
    for each in below:
        yield from _bases_of_case(each)


# What made a difference ---------------------------------------------------------------------------


def effects_of(derivation: Derivation, policy: CheckedPolicy) -> Iterator[Basis]:
    """What the scores and the checks of a form rest on, without the steps that changed nothing."""
    for row in derivation.rows:
        yield from effects_of_row(row, policy)
    yield from bases_of(evolve(derivation, rows=(), total=_effective_total(derivation)), policy)


def _effective_total(derivation: Derivation) -> TotalDerivation | None:
    total = derivation.total
    return None if total is None else evolve(total, adjustments=tuple(filter(_matters, total.adjustments)))


def effects_of_row(row: RowDerivation, policy: CheckedPolicy) -> Iterator[Basis]:
    """What the score of `row` rests on, without the steps that changed nothing.

    A row without an award does not rest on its class, only on what took the award away.
    """
    if row.award is None and row.status in ("void", "not-applicable"):
        return bases_of_ruling(row)
    award = None if row.award is None else _effective(row.award)
    steps = tuple(filter(_matters, row.adjustments))
    return bases_of_row(evolve(row, award=award, adjustments=steps), policy)


def _effective(award: Step) -> Step:
    """The award; of one by another rule, without the steps of that rule that changed nothing."""
    if not isinstance(award, Referred):
        return award
    return evolve(award, adjustments=tuple(filter(_matters, award.adjustments)))


def _matters(adjusted: Adjusted) -> bool:
    """Whether the step changed the score, or was not taken, for which a reading may be the reason."""
    return adjusted.applied is False or has_effect(adjusted)


def has_effect(adjusted: Adjusted) -> bool:
    """Whether the score would be another without the step; of no rounding: whether there was what to round."""
    if adjusted.kind == "unrounded":
        number = number_of(adjusted.value)
        return number is not None and number.denominator != 1
    return adjusted.before != adjusted.value


def basis_of_named(name: str, policy: CheckedPolicy) -> Basis:
    """What a parameter or a definition rests on; nothing, if it is local to a rule."""
    bases = {each.name: each.basis for each in policy.parameters}
    bases |= {each.name: each.basis for each in policy.definitions}
    return bases.get(name, Basis())


def _bases_of(steps: Iterable[Step], policy: CheckedPolicy) -> Iterator[Basis]:
    """What steps rest on themselves, and what those below them do."""
    for step in steps:
        match step:
            case Chosen() | Selected():
                yield from (each.basis for each in step.tried if each.held is not False)
            case Interpreted():
                yield Basis((), (step.reading,))
            case Referred():
                yield step.basis
                yield step.rule_basis
                yield from _bases_of((step.premise,), policy)
                yield from _bases_of_adjustments(step.adjustments, policy)
                continue
            case Placed() | AdmittedBetween() | Editable() | Tiered() | Concluded() | Unstated():
                yield step.basis
            case Named(origin=Origin.PARAMETER | Origin.DEFINITION):
                yield basis_of_named(step.name, policy)
            case _:
                pass
        yield from _bases_of(premises(step), policy)


def _bases_of_adjustments(adjustments: Iterable[Adjusted], policy: CheckedPolicy) -> Iterator[Basis]:
    for each in adjustments:
        if each.applied is not False:
            yield each.basis
            yield from _bases_of(_below((each,)), policy)
        elif each.condition is not None:
            yield from _readings_asked(each.condition)


def _readings_asked(condition: Step) -> Iterator[Basis]:
    """The readings that were asked for before a step was left out: under another one it might be taken."""
    asked = (step for step in steps_of(condition) if isinstance(step, Interpreted))
    return (Basis((), (step.reading,)) for step in asked)


def citations(bases: Iterable[Basis]) -> tuple[Citation, ...]:
    """The clauses that are cited, each once, in the order in which they are first cited."""
    return tuple({each.text: each for basis in bases for each in basis.cites}.values())


def readings(bases: Iterable[Basis]) -> tuple[str, ...]:
    """The names of the readings, each once."""
    return tuple(dict.fromkeys(name for basis in bases for name in basis.readings))
