"""What a policy's open readings make of forms: each alternative by itself, and all of them together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import product
from math import prod

from attrs import evolve, frozen

from evalrules.language.policy.definition import Reading
from evalrules.language.policy.form import Form
from evalrules.language.policy.policy import CheckedPolicy
from evalrules.study.difference import Comparison, LostForm
from evalrules.study.difference.forms import compare_form

MOST_TOGETHER = 64
"""How many combinations of alternatives are looked at; of more, only each alternative by itself."""


@frozen
class Taken:
    """An alternative that is taken instead of the one that the policy takes."""

    reading: str
    alternative: str


@frozen
class Effect:
    """A form as the policy has it, and the same with other alternatives."""

    taken: tuple[Taken, ...]
    comparison: Comparison


@frozen
class Reread:
    """A form under the alternatives: what each does by itself, and two or more of them together."""

    form: str
    alone: tuple[Effect, ...]
    together: tuple[Effect, ...]

    @property
    def moved(self) -> bool:
        """Whether anything that the form earns rests on how a text is read."""
        return any(each.comparison.moved for each in (*self.alone, *self.together))

    def of(self, reading: str) -> tuple[Effect, ...]:
        """What the alternatives of `reading` do by themselves, where they do anything."""
        return tuple(each for each in self.alone if each.taken[0].reading == reading and each.comparison.moved)


@frozen
class Rereading:
    """A policy, its open readings, and every form under their alternatives.

    `combinations` counts all ways to take one alternative each; they were looked at where `is_complete`.
    `lost` holds the forms that could not be read or scored.
    """

    policy: CheckedPolicy
    readings: tuple[Reading, ...]
    combinations: int
    forms: tuple[Reread, ...]
    lost: tuple[LostForm, ...]

    @property
    def is_complete(self) -> bool:
        return self.combinations <= MOST_TOGETHER


def reread(policy: CheckedPolicy, forms: Iterable[Form], lost: Iterable[LostForm] = ()) -> Rereading:
    """Score `forms` under every alternative of each open reading of `policy`."""
    readings = tuple(each for each in policy.readings if each.is_open)
    combinations = prod(len(each.alternatives) for each in readings)
    together = tuple(_combined(readings)) if combinations <= MOST_TOGETHER else ()
    found = tuple(_reread(policy, form, readings, together) for form in forms)
    return Rereading(policy, readings, combinations, found, tuple(lost))


def under(policy: CheckedPolicy, taken: Iterable[Taken]) -> CheckedPolicy:
    """`policy`, with other alternatives of its readings taken. What it says is the same text."""
    chosen = {each.reading: each.alternative for each in taken}
    readings = tuple(each.taken(chosen[each.name]) if each.name in chosen else each for each in policy.readings)
    return evolve(policy, readings=readings)


def _reread(
    policy: CheckedPolicy, form: Form, readings: tuple[Reading, ...], together: tuple[tuple[Taken, ...], ...]
) -> Reread:
    alone = tuple((each,) for reading in readings for each in _others(reading))
    return Reread(form.name, _effects(policy, form, alone), _effects(policy, form, together))


def _effects(policy: CheckedPolicy, form: Form, ways: Iterable[tuple[Taken, ...]]) -> tuple[Effect, ...]:
    return tuple(Effect(taken, compare_form(policy, under(policy, taken), form)) for taken in ways)


def _others(reading: Reading) -> tuple[Taken, ...]:
    return tuple(Taken(reading.name, each.name) for each in reading.alternatives if each.name != reading.chosen)


def _combined(readings: tuple[Reading, ...]) -> Iterator[tuple[Taken, ...]]:
    """The ways to take other alternatives of two or more readings at once."""
    for choice in product(*((None, *_others(each)) for each in readings)):
        taken = tuple(each for each in choice if each is not None)
        if len(taken) > 1:
            yield taken
