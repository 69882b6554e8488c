"""What a derivation rests on: the steps below a step, and the clauses and readings that they cite."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import assert_never

from evalrules.language.policy.definition import Basis, Citation
from evalrules.meaning.derivation import (
    Adjusted,
    AdmittedBetween,
    Chosen,
    Classed,
    Computed,
    Concluded,
    Derivation,
    Found,
    Gathered,
    Named,
    OfClass,
    Placed,
    Referred,
    RowDerivation,
    Scored,
    Stated,
    Step,
    Tiered,
    Weighed,
)


def premises(step: Step) -> tuple[Step, ...]:
    """The steps from which `step` follows, in the order in which they were taken."""
    match step:
        case Stated() | Found() | Scored() | OfClass():
            return ()
        case Named() | Concluded():
            return (step.premise,)
        case Computed():
            return step.operands
        case Gathered():
            return tuple(each.step for each in (*step.looked_at, *step.members))
        case Chosen():
            conditions = tuple(each.condition for each in step.tried if each.condition is not None)
            return (*conditions, *step.outcomes)
        case Placed():
            ends = (end for each in step.stretches for end in _ends(each))
            return (step.subject, *ends, *step.outcomes)
        case AdmittedBetween():
            return (step.low, step.high)
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


def bases_of_row(row: RowDerivation) -> Iterator[Basis]:
    """What the score of `row` rests on: its rule, what the rule concluded, its class, its steps."""
    yield row.basis
    if row.award is not None:
        yield from _bases_of(row.award)
    if row.classed is not None:
        yield from _bases_of_class(row.classed)
    yield from (each.basis for each in row.standings if each.applies is not False)
    yield from _bases_of_adjustments(row.adjustments)


def bases_of(derivation: Derivation) -> Iterator[Basis]:
    """What the scores and the checks of a form rest on."""
    for row in derivation.rows:
        yield from bases_of_row(row)
    if derivation.total is not None:
        yield from bases_of_total(derivation)
    yield from (check.basis for check in derivation.checks if check.in_scope is not False)


def bases_of_total(derivation: Derivation) -> Iterator[Basis]:
    """What the total rests on, besides the rows."""
    total = derivation.total
    if total is not None:
        yield total.basis
        yield from _bases_of(total.award)
        yield from _bases_of_adjustments(total.adjustments)


def _bases_of(step: Step) -> Iterator[Basis]:
    match step:
        case Chosen():
            yield from (each.basis for each in step.tried if each.held is not False)
        case Referred():
            yield step.basis
            yield step.rule_basis
            yield from _bases_of_adjustments(step.adjustments)
        case Placed() | AdmittedBetween() | Tiered() | Concluded():
            yield step.basis
        case _:
            pass
    for premise in premises(step):
        yield from _bases_of(premise)


def _bases_of_class(classed: Classed) -> Iterator[Basis]:
    return (each.basis for _, each in classed.tried if each.held is not False)


def _bases_of_adjustments(adjustments: Iterable[Adjusted]) -> Iterator[Basis]:
    return (each.basis for each in adjustments if each.applied is not False)


def citations(bases: Iterable[Basis]) -> tuple[Citation, ...]:
    """The clauses that are cited, each once, in the order in which they are first cited."""
    return tuple({each.text: each for basis in bases for each in basis.cites}.values())


def readings(bases: Iterable[Basis]) -> tuple[str, ...]:
    """The names of the readings, each once."""
    return tuple(dict.fromkeys(name for basis in bases for name in basis.readings))
