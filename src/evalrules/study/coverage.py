"""How much of a policy its examples reach: a function of their derivations."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from attrs import frozen

from evalrules.language.policy.policy import CheckedPolicy
from evalrules.meaning.derivation import Derivation
from evalrules.study.goals import Goal, Key, Part, goals_of
from evalrules.study.reach import reached_by


@frozen
class Coverage:
    """What can be reached of a policy, and what was."""

    goals: tuple[Goal, ...]
    reached: frozenset[Key]

    @property
    def missing(self) -> tuple[Goal, ...]:
        """What no example reaches, in the order of the policy's parts."""
        return tuple(goal for goal in self.goals if goal.key not in self.reached)

    @property
    def share(self) -> Fraction:
        """How much is reached, from 0 to 1; of a policy in which there is nothing to reach, all."""
        return _share(self.goals, self.reached)

    def of(self, part: Part) -> Coverage:
        """The coverage of one kind of part."""
        return Coverage(tuple(goal for goal in self.goals if goal.part is part), self.reached)


def _share(goals: tuple[Goal, ...], reached: frozenset[Key]) -> Fraction:
    met = sum(goal.key in reached for goal in goals)
    return Fraction(met, len(goals)) if goals else Fraction(1)


def coverage_of(policy: CheckedPolicy, derivations: Iterable[Derivation]) -> Coverage:
    """What `derivations`, each by `policy`, reach of it."""
    reached = frozenset(key for each in derivations for key in reached_by(each))
    return Coverage(goals_of(policy), reached)
