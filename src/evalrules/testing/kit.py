"""Every law of the language, tried on one policy."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

from attrs import frozen
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from evalrules.language.policy.form import Form
from evalrules.language.policy.policy import CheckedPolicy
from evalrules.testing import laws
from evalrules.testing.cells import indicator_cells
from evalrules.testing.forms import exact_forms_for, forms_for


@frozen
class Law:
    """A law about a policy and a form, and strategies for what else it is asked with."""

    holds: Callable[..., None]
    asked_with: tuple[st.SearchStrategy[object], ...] = ()

    @property
    def name(self) -> str:
        return self.holds.__name__.removeprefix("law_")


def shares() -> st.SearchStrategy[list[Fraction]]:
    """How far up to choose, where something may be chosen: both ends, and in between."""
    some = st.sampled_from([Fraction(0), Fraction(1), Fraction(1, 2), Fraction(1, 7), Fraction(99, 100)])
    return st.lists(some, min_size=1, max_size=4)


def orders() -> st.SearchStrategy[list[int]]:
    """How to rank the rows of a form."""
    return st.lists(st.integers(0, 9), max_size=6)


def noises() -> st.SearchStrategy[list[str]]:
    """What to print in cells that should not matter."""
    return st.lists(indicator_cells(), min_size=1, max_size=5)


LAWS: tuple[Law, ...] = (
    Law(laws.law_scoring_is_total),
    Law(laws.law_scoring_twice_is_scoring_once),
    Law(laws.law_silence, (noises(),)),
    Law(laws.law_certificate),
    Law(laws.law_row_order, (orders(),)),
    Law(laws.law_steps_are_idempotent),
    Law(laws.law_judgements_lie_within, (shares(),)),
    Law(laws.law_bounds_hold_their_numbers, (shares(),)),
)
"""The laws that hold of every policy and every form."""


def any_form_for(policy: CheckedPolicy) -> st.SearchStrategy[Form]:
    """Forms for `policy`, exact or with bounds and spoilt cells."""
    return st.one_of(forms_for(policy), exact_forms_for(policy))


def check_laws(policy: CheckedPolicy, examples: int = 100) -> None:
    """Try every law of the language on `policy`, each over `examples` forms made for it.

    Raises AssertionError, with the smallest form that was found, where a law fails. What a policy need not
    promise (`laws.law_award_within_points`, `laws.law_more_is_no_less`) is not tried.
    """
    laws.law_kept_policy_is_the_same(policy)
    laws.law_examples_hold(policy)
    asked_with = st.tuples(*(st.tuples(*law.asked_with) for law in LAWS))

    @settings(max_examples=examples, deadline=None, suppress_health_check=list(HealthCheck))
    @given(any_form_for(policy), asked_with)
    def hold(form: Form, arguments: tuple[tuple[object, ...], ...]) -> None:
        for law, more in zip(LAWS, arguments, strict=True):
            law.holds(policy, form, *more)

    hold()
