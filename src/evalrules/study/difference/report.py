"""A difference between two policies with all that was looked at: the changes, the forms, what could not be read."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction

from attrs import frozen

from evalrules.language.policy.form import Form, FormProblem
from evalrules.language.policy.policy import CheckedPolicy
from evalrules.study.difference.change import Change
from evalrules.study.difference.comparing import differences
from evalrules.study.difference.forms import Comparison, compare_forms


@frozen
class LostForm:
    """A form that was not compared, and why not."""

    name: str
    problems: tuple[FormProblem, ...]


@frozen
class Difference:
    """Two policies, what changed, and what that does to the forms that were given.

    `forms` holds every form that was scored, those whose scores moved most first; `lost` every other.
    """

    old: CheckedPolicy
    new: CheckedPolicy
    changes: tuple[Change, ...]
    forms: tuple[Comparison, ...] = ()
    lost: tuple[LostForm, ...] = ()

    @property
    def differs(self) -> bool:
        """Whether the two say, or yield, anything different."""
        return bool(self.changes) or any(each.moved for each in self.forms)

    @property
    def moved(self) -> tuple[Comparison, ...]:
        return tuple(each for each in self.forms if each.moved)


def difference(
    old: CheckedPolicy,
    new: CheckedPolicy,
    forms: Sequence[Form] = (),
    lost: Iterable[LostForm] = (),
    unread: tuple[str, ...] = (),
) -> Difference:
    """What changed from `old` to `new`, and whose scores moved; `unread` are those among `lost` that may be any."""
    compared = sorted(compare_forms(old, new, forms, unread), key=_rank)
    return Difference(old, new, differences(old, new), tuple(compared), tuple(lost))


def _rank(form: Comparison) -> tuple[bool, bool, Fraction, str]:
    """Faults under one policy first, then what moved, by how far."""
    size = form.size
    if size is None:
        size = max((abs(each.size) for each in form.rows if each.size is not None), default=Fraction(0))
    return not form.faults_under_one, not form.moved, -abs(size), form.form
