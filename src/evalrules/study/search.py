"""Looks for a form that reaches what no example does, among forms near to the examples."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator

from attrs import frozen

from evalrules.language.policy.form import Form
from evalrules.language.policy.policy import CheckedPolicy
from evalrules.meaning.derivation import Derivation
from evalrules.meaning.derive import derive
from evalrules.meaning.facts import facts_from_form
from evalrules.study.candidates import matter_of, neighbours, plain_forms
from evalrules.study.goals import Goal, Key
from evalrules.study.reach import reached_by

MOST_TRIED = 600
"""Forms that are tried before the search is given up."""

_MOST_ROWS = 4


@frozen
class Find:
    """A form, why it has its score, and the goals that it is the first to reach."""

    form: Form
    derivation: Derivation
    goals: tuple[Goal, ...]


def search(policy: CheckedPolicy, wanted: tuple[Goal, ...], seeds: Iterable[Form]) -> tuple[Find, ...]:
    """Forms that reach some of the `wanted` goals; the same ones every time.

    Begins with `seeds` and with ordinary rows, and goes on from whatever reached something.
    """
    return tuple(_search(policy, wanted, seeds))


def _search(policy: CheckedPolicy, wanted: tuple[Goal, ...], seeds: Iterable[Form]) -> Iterator[Find]:
    open_goals: dict[Key, Goal] = {goal.key: goal for goal in wanted}
    matter = matter_of(policy)
    plain = tuple(plain_forms(matter))
    sources = deque([iter(plain), *(neighbours(form, matter) for form in (*plain, *filter(_is_small, seeds)))])
    tried: set[str] = set()
    while open_goals and sources and len(tried) < MOST_TRIED:
        form = next(sources[0], None)
        if form is None:
            sources.popleft()
            continue
        sources.rotate(-1)
        if (shown := _printed(form)) in tried:
            continue
        tried.add(shown)
        derivation = derive(policy, facts_from_form(form, policy.schema))
        reached = [open_goals.pop(key) for key in reached_by(derivation) & open_goals.keys()]
        if reached:
            sources.appendleft(neighbours(form, matter))
            yield Find(form, derivation, tuple(sorted(reached, key=lambda goal: goal.span.start)))


def _printed(form: Form) -> str:
    rows = [
        (name, [[(key, cell.text) for key, cell in row.cells.items()] for row in those])
        for name, those in form.records.items()
    ]
    return repr(rows)


def _is_small(form: Form) -> bool:
    return sum(map(len, form.records.values())) <= _MOST_ROWS
