"""Examples that do not hold, as problems of the file that holds them."""

from __future__ import annotations

from evalrules.language.policy.policy import CheckedPolicy
from evalrules.language.problems.example_fails import ExampleFails
from evalrules.meaning.examples import disagreements


def failing_examples(policy: CheckedPolicy) -> tuple[ExampleFails, ...]:
    """A problem for each expectation that the policy does not bear out, at the expectation."""
    return tuple(
        ExampleFails(
            each.expected.span if each.expected else each.example.span,
            each.example.title,
            each.wanted,
            each.derived,
        )
        for each in disagreements(policy)
    )
