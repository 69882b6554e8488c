"""What one form earns under two policies, and what makes the difference."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import Literal, TypeAlias

from attrs import frozen

from evalrules.language.policy.form import Form
from evalrules.language.policy.policy import CheckedPolicy
from evalrules.language.values import Quantity
from evalrules.meaning.derivation import Adjusted, Derivation, Outcome, RowDerivation
from evalrules.meaning.fault import Fault
from evalrules.pipeline import score, score_together

Cause: TypeAlias = Literal["presence", "standing", "class", "rule", "award", "step", "entry"]
"""What first makes a row's score another: the row is there under one policy only; it is void or not
applicable; its class; its rule; what the rule awards; a step after the award; how the entry is judged."""


@frozen
class RowShift:
    """A row that does not earn the same under both; None where a policy does not know the row.

    `steps` are the first that differ, where a step after the award is the cause.
    """

    old: RowDerivation | None
    new: RowDerivation | None
    cause: Cause
    steps: tuple[Adjusted | None, Adjusted | None] = (None, None)

    @property
    def row(self) -> RowDerivation:
        """The row as the newer policy that knows it sees it."""
        row = self.new or self.old
        assert row is not None, "a shift has a row"
        return row

    @property
    def size(self) -> Fraction | None:
        """By how much the award moved; None where one of the two is no number."""
        return moved(self.old.awarded if self.old else None, self.new.awarded if self.new else None)

    @property
    def faults_under_one(self) -> bool:
        return _faults(self.old) is not _faults(self.new)


@frozen
class Comparison:
    """A form under two policies: both derivations, and the rows whose award, range or status moved."""

    form: str
    old: Derivation
    new: Derivation
    rows: tuple[RowShift, ...]

    @property
    def totals(self) -> tuple[Outcome | None, Outcome | None]:
        return _total(self.old), _total(self.new)

    @property
    def size(self) -> Fraction | None:
        """By how much the total moved; None where it is no number under one of the two."""
        return moved(*self.totals)

    @property
    def total_moved(self) -> bool:
        return not _same(*self.totals) or not _same(_admitted(self.old), _admitted(self.new))

    @property
    def grades(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The grades that are possible under each."""
        return _grades(self.old), _grades(self.new)

    @property
    def grade_moved(self) -> bool:
        return self.grades[0] != self.grades[1]

    @property
    def faults_under_one(self) -> bool:
        """Whether a row or the total has a fault under one of the two only."""
        first, second = (isinstance(total, Fault) for total in self.totals)
        return first is not second or any(each.faults_under_one for each in self.rows)

    @property
    def moved(self) -> bool:
        """Whether anything that the form earns is another."""
        return bool(self.rows) or self.total_moved or self.grade_moved


def compare_form(old: CheckedPolicy, new: CheckedPolicy, form: Form) -> Comparison:
    """Score `form` by both policies. Never raises: what is wrong with a form is a fault in one of its rows."""
    return compare(score(old, form), score(new, form))


def compare_forms(
    old: CheckedPolicy, new: CheckedPolicy, forms: Sequence[Form], unread: tuple[str, ...] = ()
) -> tuple[Comparison, ...]:
    """Score `forms`, which are all that there are, by both policies, each beside the others."""
    return tuple(map(compare, score_together(old, forms, unread), score_together(new, forms, unread)))


def compare(before: Derivation, after: Derivation) -> Comparison:
    """What moved between two derivations of one form."""
    rows = {(each.section, each.index): each for each in before.rows}
    others = {(each.section, each.index): each for each in after.rows}
    keys = [*rows, *(key for key in others if key not in rows)]
    shifts = (row_shift(rows.get(key), others.get(key)) for key in keys)
    return Comparison(before.form, before, after, tuple(each for each in shifts if each is not None))


def row_shift(old: RowDerivation | None, new: RowDerivation | None) -> RowShift | None:
    """How a row's award moved; None where it did not."""
    if old is None or new is None:
        there = old or new
        unscored = there is None or there.status == "unscored"
        return None if unscored else RowShift(old, new, "presence")
    same = old.status == new.status and _same(old.awarded, new.awarded) and _same(old.admitted, new.admitted)
    return None if same else _caused(old, new)


def _caused(old: RowDerivation, new: RowDerivation) -> RowShift:
    if [each.applies for each in old.standings[-1:]] != [each.applies for each in new.standings[-1:]]:
        return RowShift(old, new, "standing")
    if (old.classed and old.classed.name) != (new.classed and new.classed.name):
        return RowShift(old, new, "class")
    if old.rule != new.rule:
        return RowShift(old, new, "rule")
    if not _same(old.award.value if old.award else None, new.award.value if new.award else None):
        return RowShift(old, new, "award")
    steps = _first_other_step(old, new)
    return RowShift(old, new, "step" if any(steps) else "entry", steps)


def _first_other_step(old: RowDerivation, new: RowDerivation) -> tuple[Adjusted | None, Adjusted | None]:
    """The first pair of steps that do not come to the same."""
    left, right = (each.open_adjustments or each.adjustments for each in (old, new))
    for at in range(max(len(left), len(right))):
        before = left[at] if at < len(left) else None
        after = right[at] if at < len(right) else None
        if before is None or after is None or not _same(before.value, after.value):
            return before, after
    return None, None


def moved(old: Outcome | None, new: Outcome | None) -> Fraction | None:
    """From one number to another."""
    if not isinstance(old, Quantity) or not isinstance(new, Quantity):
        return None
    if not isinstance(old.amount, Fraction) or not isinstance(new.amount, Fraction):
        return None
    return new.amount - old.amount


def _same(old: Outcome | None, new: Outcome | None) -> bool:
    """Whether two outcomes are one; faults are by their kind, whatever words they quote."""
    if isinstance(old, Fault) and isinstance(new, Fault):
        return old.kind is new.kind
    return old == new


def _total(derivation: Derivation) -> Outcome | None:
    return derivation.total.awarded if derivation.total else None


def _admitted(derivation: Derivation) -> Outcome | None:
    return derivation.total.admitted if derivation.total else None


def _grades(derivation: Derivation) -> tuple[str, ...]:
    return derivation.grade.grades if derivation.grade else ()


def _faults(row: RowDerivation | None) -> bool:
    return row is not None and row.status == "fault"
