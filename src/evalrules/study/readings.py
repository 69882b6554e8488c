"""What a policy's open readings make of forms: each alternative by itself, and all of them together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import product
from math import prod

from attrs import evolve, frozen

from evalrules.language.policy.definition import Reading
from evalrules.language.policy.form import Form
from evalrules.language.policy.policy import CheckedPolicy
from evalrules.pipeline import score_together
from evalrules.study.difference import Comparison, LostForm
from evalrules.study.difference.forms import compare

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


def reread(
    policy: CheckedPolicy, forms: Sequence[Form], lost: Iterable[LostForm] = (), unread: tuple[str, ...] = ()
) -> Rereading:
    """Score `forms`, each beside the others, under every alternative of each open reading of `policy`.

    `unread` names the forms among `lost` that could not be read, so that nobody knows their scores.
    """
    readings = tuple(each for each in policy.readings if each.is_open)
    combinations = prod(len(each.alternatives) for each in readings)
    together = tuple(_combined(readings)) if combinations <= MOST_TOGETHER else ()
    alone = tuple((each,) for reading in readings for each in _others(reading))
    plain = score_together(policy, forms, unread)
    ways = {taken: score_together(under(policy, taken), forms, unread) for taken in (*alone, *together)}

    def effects(at: int, among: Iterable[tuple[Taken, ...]]) -> tuple[Effect, ...]:
        return tuple(Effect(taken, compare(plain[at], ways[taken][at])) for taken in among)

    found = tuple(Reread(form.name, effects(at, alone), effects(at, together)) for at, form in enumerate(forms))
    return Rereading(policy, readings, combinations, found, tuple(lost))


def under(policy: CheckedPolicy, taken: Iterable[Taken]) -> CheckedPolicy:
    """`policy`, with other alternatives of its readings taken. What it says is the same text."""
    chosen = {each.reading: each.alternative for each in taken}
    readings = tuple(each.taken(chosen[each.name]) if each.name in chosen else each for each in policy.readings)
    return evolve(policy, readings=readings)


def _others(reading: Reading) -> tuple[Taken, ...]:
    return tuple(Taken(reading.name, each.name) for each in reading.alternatives if each.name != reading.chosen)


def _combined(readings: tuple[Reading, ...]) -> Iterator[tuple[Taken, ...]]:
    """The ways to take other alternatives of two or more readings at once."""
    for choice in product(*((None, *_others(each)) for each in readings)):
        taken = tuple(each for each in choice if each is not None)
        if len(taken) > 1:
            yield taken
