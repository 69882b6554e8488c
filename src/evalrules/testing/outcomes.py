"""What a derivation concludes, without its reasons: what must stay when something irrelevant changes."""

from __future__ import annotations

from attrs import frozen

from evalrules.meaning.derivation import Derivation, Outcome, RowDerivation, Subtotal
from evalrules.meaning.fault import Fault


@frozen
class RowOutcome:
    """What a row earns."""

    section: str
    index: int
    status: str
    rule: str | None
    admitted: Outcome
    awarded: Outcome
    tier: str


@frozen
class FormOutcome:
    """What a form earns: its rows, total, grades, decisions and subtotals, and which messages are due."""

    rows: tuple[RowOutcome, ...]
    total: tuple[Outcome, ...]
    grades: tuple[str, ...]
    decisions: tuple[tuple[str, ...], ...]
    subtotals: tuple[tuple[str, str, tuple[Outcome, ...]], ...]
    due: tuple[tuple[str, tuple[str, int] | None, bool | None], ...]


def outcome_of(derivation: Derivation) -> FormOutcome:
    """What `derivation` concludes."""
    total = derivation.total
    return FormOutcome(
        rows=tuple(map(row_outcome, derivation.rows)),
        total=(_known(total.awarded), _known(total.admitted)) if total else (),
        grades=derivation.grade.grades if derivation.grade else (),
        decisions=tuple(each.decisions for each in derivation.consequences),
        subtotals=tuple(_subtotal(each) for each in derivation.subtotals),
        due=tuple((each.name, each.row, each.due) for each in derivation.checks),
    )


def row_outcome(row: RowDerivation) -> RowOutcome:
    """What `row` concludes."""
    return RowOutcome(
        row.section, row.index, row.status, row.rule, _known(row.admitted), _known(row.awarded), row.judged_tier
    )


def _subtotal(subtotal: Subtotal) -> tuple[str, str, tuple[Outcome, ...]]:
    parts = (subtotal.points, subtotal.awarded, subtotal.admitted, subtotal.claimed)
    return subtotal.field.en, subtotal.text, tuple(map(_known, parts))


def _known(outcome: Outcome) -> Outcome:
    """A fault counts by its kind: its words may quote what else stands on the form."""
    return Fault(outcome.kind) if isinstance(outcome, Fault) else outcome
