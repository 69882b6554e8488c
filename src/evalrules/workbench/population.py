"""Forms scored together: each knows its place among the others where the policy asks for it."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import field, frozen

from evalrules.language.policy.form import Form
from evalrules.language.policy.policy import CheckedPolicy
from evalrules.meaning.derivation import Outcome
from evalrules.meaning.derive import derive_in, population_of, ranks_in
from evalrules.workbench.api import Evaluation, facts_for


@frozen
class Placed:
    """A form's evaluation among others, and its places: each a definition of the policy, and what it is."""

    evaluation: Evaluation
    ranks: tuple[tuple[str, Outcome], ...] = field(repr=False)


def evaluate_together(policy: CheckedPolicy, forms: Sequence[Form], unread: tuple[str, ...] = ()) -> tuple[Placed, ...]:
    """Score `forms`, which are all that there are; while files are `unread`, what compares forms is a fault."""
    facts = tuple(facts_for(policy, each) for each in forms)
    worlds = population_of(policy, facts, unread)
    return tuple(
        Placed(Evaluation(policy, each, derive_in(world)), ranks_in(world))
        for each, world in zip(facts, worlds, strict=True)
    )


def evaluate_among(
    policy: CheckedPolicy, form: Form, others: Sequence[Form], unread: tuple[str, ...] = ()
) -> Evaluation:
    """Score `form` beside `others`, of which only what it is compared with is worked out."""
    facts = tuple(facts_for(policy, each) for each in (form, *others))
    return Evaluation(policy, facts[0], derive_in(population_of(policy, facts, unread)[0]))
