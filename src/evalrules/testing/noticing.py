"""Looks, at random, for a form that two policies score differently."""

from __future__ import annotations

from hypothesis import HealthCheck, Phase, find, settings
from hypothesis.errors import HypothesisException

from evalrules.language.policy.form import Form
from evalrules.language.policy.policy import CheckedPolicy
from evalrules.pipeline import score
from evalrules.study.mutation.sight import sight_of
from evalrules.testing.forms import exact_forms_for

_DRAWN = 15
"""Forms that are drawn: a change that needs more luck than that is rather told as perhaps no change."""


def form_that_tells(policy: CheckedPolicy, other: CheckedPolicy) -> Form | None:
    """A small form of which examples of `policy` and of `other` would expect something else; None if none was drawn."""
    drawing = settings(
        max_examples=_DRAWN,
        deadline=None,
        database=None,
        derandomize=True,
        phases=(Phase.generate, Phase.shrink),
        suppress_health_check=list(HealthCheck),
    )
    try:
        return find(
            exact_forms_for(policy),
            lambda form: sight_of(score(policy, form)) != sight_of(score(other, form)),
            settings=drawing,
        )
    except HypothesisException:  # none was found
        return None
