"""Where an example and the policy part: the first step that leads away from what was expected."""

from __future__ import annotations

from typing import TypeAlias

from attrs import frozen

from evalrules.language.policy.definition import ExpectedAward, ExpectedReport
from evalrules.meaning.derivation import Adjusted, Checked, Derivation, Outcome, RowDerivation, Scoping
from evalrules.meaning.examples import Disagreement


@frozen
class AtRule:
    """Another rule was expected: it was looked at, and this is why it does not apply."""

    scoping: Scoping


@frozen
class AtStep:
    """The number was as expected, up to a step that made another one of it."""

    step: Adjusted


@frozen
class AtAward:
    """The award is another one from the beginning."""


@frozen
class AtCheck:
    """A check was made of the row or of the form, and came out otherwise."""

    check: Checked


Parting: TypeAlias = AtRule | AtStep | AtAward | AtCheck


def parting_of(disagreement: Disagreement, derivation: Derivation) -> Parting | None:
    """The first step of `derivation` at which it and `disagreement` part; None where there is none to show."""
    expected, row = disagreement.expected, disagreement.row
    match expected:
        case ExpectedReport():
            return _at_check(expected, row, derivation)
        case ExpectedAward() if row is not None:
            return _at_rule(expected, row) if _is_of_other_rule(expected, row) else _on_the_way(disagreement.value, row)
        case ExpectedAward() if derivation.total is not None:
            total = derivation.total
            return _at_step(disagreement.value, total.award.value, total.adjustments) or AtAward()
        case _:
            return None


def _at_check(expected: ExpectedReport, row: RowDerivation | None, derivation: Derivation) -> AtCheck | None:
    made = [each for each in derivation.checks if each.name == expected.check]
    if row is not None:
        made = [each for each in made if each.row in (None, (row.section, row.index))]
    found = next((each for each in made if each.due is not expected.due), None)
    return AtCheck(found) if found else None


def _is_of_other_rule(expected: ExpectedAward, row: RowDerivation) -> bool:
    return expected.rule not in (None, row.rule)


def _at_rule(expected: ExpectedAward, row: RowDerivation) -> AtRule | None:
    """Nothing to show of a rule for rows of another part of the form: it is not looked at."""
    return next((AtRule(each) for each in row.scopings if each.rule == expected.rule), None)


def _on_the_way(value: Outcome | None, row: RowDerivation) -> Parting:
    if value is None or row.award is None:
        return AtAward()
    return _at_step(value, row.award.value, row.adjustments) or AtAward()


def _at_step(value: Outcome | None, award: Outcome, steps: tuple[Adjusted, ...]) -> AtStep | None:
    """The step after the last at which the number was as expected."""
    values = [award, *(step.value for step in steps)]
    met = [at for at, each in enumerate(values) if each == value]
    return AtStep(steps[met[-1]]) if met and met[-1] < len(steps) else None
