"""The laws of the language, and what every shipped policy promises besides."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from functools import cache

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from evalrules.language.policy.form import Form
from evalrules.language.policy.policy import CheckedPolicy
from evalrules.language.policy.schema import FieldType
from evalrules.language.values import show_number
from evalrules.library.shelf import Shelf, shipped
from evalrules.pipeline import compile_policy
from evalrules.testing import check_laws, exact_forms_for, forms_for, laws
from evalrules.testing.alterations import Spot, rewritten
from evalrules.testing.cells import decimals
from evalrules.testing.forms import form_from_cells

SHELF = Shelf(shipped())
POLICIES = SHELF.policy_ids()

every_policy = pytest.mark.parametrize("name", POLICIES)


@cache
def policy(name: str) -> CheckedPolicy:
    """A shipped policy, checked."""
    source = SHELF.policy_source(name)
    assert source is not None
    compiled = compile_policy(source, SHELF)
    assert compiled.policy is not None, [problem.message().en for problem in compiled.problems]
    return compiled.policy


def some(share: int) -> settings:
    """One in `share` of the usual number of examples, for each policy of the library."""
    usual = settings.get_profile(settings.get_current_profile_name())
    return settings(usual, max_examples=usual.max_examples // share, suppress_health_check=list(HealthCheck))


@every_policy
def test_a_shipped_policy_keeps_the_laws(name: str) -> None:
    """Silence, certificate, order of rows, judgements and bounds, over forms made for it; its examples hold."""
    check_laws(policy(name), some(4).max_examples)


@every_policy
def test_no_award_goes_beyond_its_points(name: str) -> None:
    """A row of a shipped policy earns, and could earn, no less than nothing and no more than its points."""

    @some(4)
    @given(forms_for(policy(name)))
    def holds(form: Form) -> None:
        laws.law_award_within_points(policy(name), form)

    holds()


# ---- more is no less -----------------------------------------------------------------------------


@st.composite
def rising(draw: st.DrawFn, scored: CheckedPolicy) -> tuple[Form, Form]:
    """Two forms with positive targets, the second with greater actuals, none above its target."""
    form = draw(exact_forms_for(scored))
    target = draw(decimals(1, 200, 1))
    low, high = sorted([draw(decimals(0, 200, 1)), draw(decimals(0, 200, 1))])
    steps = [min(each, target) for each in (low, high)]
    less, more = (rewritten(form, scored.schema, _with_actual(target, each)) for each in steps)
    return less, more


def _with_actual(target: Fraction, actual: Fraction) -> Callable[[Spot], str | None]:
    def rewrite(spot: Spot) -> str | None:
        if spot.field.type is FieldType.TARGET:
            return f"≥{show_number(target)}"
        # Where cost is a ceiling whatever is printed beside it, more is no better.
        if spot.field.en in ("level1", "level2"):
            return "产出指标"
        return show_number(actual) if spot.field.type is FieldType.MEASURED else None

    return rewrite


@every_policy
def test_more_is_no_less(name: str) -> None:
    """Up to a target that is a floor, no shipped policy awards less for more."""

    @some(4)
    @given(rising(policy(name)))
    def holds(forms: tuple[Form, Form]) -> None:
        laws.law_more_is_no_less(policy(name), *forms)

    holds()


def test_more_can_be_more() -> None:
    """The law above is about something: 27 of 36 earn 11.25 of 15, and 36 all of them."""
    scored = policy("yanchi-2022")
    missed = _form(target="36", actual="27", points="15", level1="产出指标")
    met = _form(target="36", actual="36", points="15", level1="产出指标")
    laws.law_more_is_no_less(scored, missed, met)
    with pytest.raises(AssertionError, match=r"11.25 for more, 15 for less"):
        laws.law_more_is_no_less(scored, met, missed)


def _form(**cells: str) -> Form:
    return form_from_cells("project", {}, {"indicators": [cells]})
