"""Every law of the language, tried on one policy."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from evalrules.language.policy.form import Form
from evalrules.language.policy.policy import CheckedPolicy
from evalrules.testing import laws
from evalrules.testing.cells import indicator_cells
from evalrules.testing.forms import exact_forms_for, forms_for


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


def check_laws(policy: CheckedPolicy, examples: int = 100) -> None:
    """Try every law of the language on `policy`, each over `examples` forms made for it.

    Raises AssertionError, with the smallest form that was found, where a law fails. What a policy need not
    promise (`laws.law_award_within_points`, `laws.law_more_is_no_less`) is not tried.
    """
    laws.law_kept_policy_is_the_same(policy)
    laws.law_examples_hold(policy)
    any_form = st.one_of(forms_for(policy), exact_forms_for(policy))

    @settings(max_examples=examples, deadline=None, database=None, suppress_health_check=list(HealthCheck))
    @given(any_form, noises(), orders(), shares())
    def hold(form: Form, noise: list[str], order: list[int], up: list[Fraction]) -> None:
        laws.law_scoring_is_total(policy, form)
        laws.law_scoring_twice_is_scoring_once(policy, form)
        laws.law_silence(policy, form, noise)
        laws.law_certificate(policy, form)
        laws.law_row_order(policy, form, order)
        laws.law_steps_are_idempotent(policy, form)
        laws.law_judgements_lie_within(policy, form, up)
        laws.law_bounds_hold_their_numbers(policy, form, up)

    hold()
