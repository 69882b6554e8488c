"""What an example can see of a derivation: awards, rules, total, grade, reports."""

from __future__ import annotations

from fractions import Fraction
from typing import TypeAlias

from attrs import frozen

from evalrules.language.values import Absent, Quantity
from evalrules.meaning.derivation import Derivation, Outcome, RowDerivation
from evalrules.meaning.examples import award_of
from evalrules.meaning.fault import Fault

RowKey: TypeAlias = tuple[str, int]


@frozen
class Sight:
    """All that examples can expect of a form, with the words of faults left out."""

    rows: tuple[tuple[RowKey, str, Outcome, str | None], ...]
    total: Outcome | None
    grades: tuple[str, ...]
    reports: tuple[tuple[str, RowKey | None, bool | None], ...]


def sight_of(derivation: Derivation) -> Sight:
    """What examples can expect of a form that is scored so."""
    total = derivation.total
    seen = None
    if total is not None:
        seen = _known(total.admitted if isinstance(total.awarded, Absent) else total.awarded)
    reports = tuple((each.name, each.row, each.due) for each in derivation.checks)
    return Sight(
        tuple(map(_row, derivation.rows)),
        seen,
        derivation.grade.grades if derivation.grade else (),
        tuple(each for each in reports if each[2] is True),
    )


_SPECIAL = frozenset({"not-applicable", "void", "unscored", "fault"})


def _row(row: RowDerivation) -> tuple[RowKey, str, Outcome, str | None]:
    status = row.status if row.status in _SPECIAL else "scored"
    award = Absent("") if status != "scored" else _known(award_of(row))
    return (row.section, row.index), status, award, row.rule


def _known(outcome: Outcome) -> Outcome:
    return Fault(outcome.kind) if isinstance(outcome, Fault) else outcome


def is_plain(sight: Sight) -> bool:
    """Whether every row earns one number: such a form makes an example that is easy to read."""
    return all(status == "scored" and _is_number(award) for _, status, award, _ in sight.rows)


def _is_number(outcome: Outcome) -> bool:
    return isinstance(outcome, Quantity) and isinstance(outcome.amount, Fraction)
