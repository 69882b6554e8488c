"""What testing a policy yields: each file with its examples, each policy with what they reach of it."""

from __future__ import annotations

from collections.abc import Iterable

from attrs import frozen

from evalrules.language.policy.policy import CheckedPolicy
from evalrules.meaning.examples import Trial
from evalrules.study.coverage import Coverage, coverage_of
from evalrules.study.search import Find, search
from evalrules.study.trials import Tried, Untried


@frozen
class TriedFile:
    """A file of examples: the name it was given by, the policy they are of, and what came of each."""

    name: str
    policy: CheckedPolicy
    tried: tuple[Tried, ...]

    @property
    def failed(self) -> tuple[Tried, ...]:
        """The examples that do not hold, or could not be tried."""
        return tuple(each for each in self.tried if isinstance(each, Untried) or each.disagreements)


@frozen
class Reached:
    """A policy, what all its examples reach of it, and forms that would reach more."""

    policy: CheckedPolicy
    coverage: Coverage
    finds: tuple[Find, ...]


def reached_of(tested: Iterable[TriedFile]) -> tuple[Reached, ...]:
    """What the examples of each policy reach, wherever they stand."""
    files = tuple(tested)
    policies = {each.policy.id: each.policy for each in files}
    return tuple(_reached(policy, files) for policy in policies.values())


def _reached(policy: CheckedPolicy, files: tuple[TriedFile, ...]) -> Reached:
    trials = [
        tried for each in files if each.policy.id == policy.id for tried in each.tried if isinstance(tried, Trial)
    ]
    coverage = coverage_of(policy, (trial.derivation for trial in trials))
    finds = search(policy, coverage.missing, (trial.form for trial in trials))
    return Reached(policy, coverage, finds)
