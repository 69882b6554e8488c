"""Looks for a row of which several formulas hold at once: branch by branch, for a limited time.

A branch that ends in a contradiction holds no row. A branch that ends in none may hold one, which is
for others to find: facts that do not contradict each other need not be facts of any row.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeAlias

from attrs import frozen

from evalrules.language.check.coverage.facts import NOTHING, Facts, assume, follows
from evalrules.language.check.coverage.formulas import All, Either, Formula
from evalrules.language.check.coverage.ground import Ground
from evalrules.language.node import Node


@frozen(eq=False, repr=False)
class GivenUp(Node):
    """The search has taken too long."""


class Effort:
    """How much may still be done for one policy, and for one question about it; counted, not timed.

    Time would tell the same policy clean on one machine and undecided on another.
    """

    MOST = 100_000
    MOST_AT_ONCE = 10_000

    def __init__(self) -> None:
        self.left = self.MOST
        self.left_now = self.MOST_AT_ONCE

    @property
    def is_spent(self) -> bool:
        """Whether nothing more may be done for this policy."""
        return self.left < 0

    def begin(self) -> None:
        """Turn to the next question."""
        self.left_now = min(self.MOST_AT_ONCE, self.left)

    def spend(self, steps: int) -> bool:
        """Whether `steps` more may be done."""
        self.left -= steps
        self.left_now -= steps
        return self.left_now >= 0


_LIGHT = 32
"""The square of how many inequalities are solved about as fast as one formula is looked at."""

Pending: TypeAlias = tuple[Formula, "Pending"] | None
"""A list of formulas that shares its tail."""


@frozen(eq=False, repr=False)
class _Branch:
    """Facts, what is to be added to them at once, and the choices that are put off."""

    facts: Facts
    at_once: Pending
    choices: Pending


def branches(formulas: Iterable[Formula], ground: Ground, effort: Effort) -> Iterator[Facts | GivenUp]:
    """The ways in which all `formulas` may hold together, as far as contradictions are seen."""
    pending: Pending = None
    for formula in reversed(list(formulas)):
        pending = (formula, pending)
    stack = [_Branch(NOTHING, pending, None)]
    while stack:
        branch = stack.pop()
        if not effort.spend(1 + len(branch.facts.system) ** 2 // _LIGHT):
            yield GivenUp()
            return
        if branch.at_once is None and branch.choices is None:
            yield branch.facts
        else:
            stack += reversed(_grown(branch, ground))


def _grown(branch: _Branch, ground: Ground) -> list[_Branch]:
    """The branches that follow when the next formula of `branch` is looked at."""
    if branch.at_once is None:
        assert branch.choices is not None  # a branch with nothing pending is finished
        choice, later = branch.choices
        return _chosen(branch, choice, later, ground)
    formula, rest = branch.at_once
    match formula:
        case All(parts=parts):
            for part in reversed(parts):
                rest = (part, rest)
            return [_Branch(branch.facts, rest, branch.choices)]
        case Either():
            return [_Branch(branch.facts, rest, (formula, branch.choices))]
        case literal:
            facts = assume(branch.facts, literal, ground)
            return [] if facts is None else [_Branch(facts, rest, branch.choices)]


def _chosen(branch: _Branch, choice: Formula, later: Pending, ground: Ground) -> list[_Branch]:
    """A branch for each option; only one, if one is so anyway."""
    assert isinstance(choice, Either)  # only choices are put off
    if any(_is_so(option, branch.facts, ground) for option in choice.options):
        return [_Branch(branch.facts, None, later)]
    return [_Branch(branch.facts, (option, None), later) for option in choice.options]


def _is_so(option: Formula, facts: Facts, ground: Ground) -> bool:
    """Whether `option` is so anyway; what is nested deeper is not looked into."""
    parts = option.parts if isinstance(option, All) else (option,)
    return all(not isinstance(part, All | Either) and follows(facts, part, ground) for part in parts)
