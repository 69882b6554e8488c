"""What an author claims of a policy, asked of one form: the claim is a check that must never be reported."""

from __future__ import annotations

from fractions import Fraction

from attrs import evolve, frozen

from evalrules.language.policy import expression as ex
from evalrules.language.policy.definition import Check, Holds, Invariant, Monotone
from evalrules.language.policy.form import Form
from evalrules.language.policy.policy import CheckedPolicy
from evalrules.language.source import Span
from evalrules.language.values import PURE, Quantity, compare
from evalrules.meaning.derivation import Checked, Derivation
from evalrules.meaning.derive import derive
from evalrules.meaning.facts import facts_from_form


@frozen
class Step:
    """Two forms that differ in one cell of one row, in which the second has the greater number."""

    less: Form
    more: Form
    section: str
    index: int


def asked_of(policy: CheckedPolicy, invariant: Invariant) -> CheckedPolicy:
    """`policy` with one check: that the claim holds; of a claim along a field, whether a row is in its scope."""
    claim = invariant.claim
    check = Check(
        name=invariant.name,
        scope=invariant.scope,
        locals=(),
        condition=claim.condition if isinstance(claim, Holds) else _never(invariant.span),
        required=True,
        severity="ERROR",
        message=(invariant.name,),
        basis=invariant.basis,
        layer=invariant.layer,
        span=invariant.span,
    )
    return evolve(policy, checks=(check,))


def _never(span: Span) -> ex.Expression:
    """`0 = 1`: a check that requires it is reported wherever it is made."""
    zero, one = (ex.Constant(Quantity(Fraction(number), PURE), span) for number in (0, 1))
    return ex.Compare("=", zero, one, span)


def broken_in(asked: CheckedPolicy, form: Form) -> tuple[Derivation, tuple[Checked, ...]]:
    """The derivation of `form` by a policy from `asked_of`, and the rows, or the form, for which the claim fails."""
    derivation = derive(asked, facts_from_form(form, asked.schema))
    return derivation, tuple(each for each in derivation.checks if each.due)


def goes_along(policy: CheckedPolicy, claim: Monotone, step: Step) -> bool:
    """Whether the award of the row goes the way that is claimed; of an award that is not one number, nothing is."""
    low, high = (_award(policy, form, step) for form in (step.less, step.more))
    if low is None or high is None:
        return True
    return bool(compare("≤" if claim.rising else "≥", low.amount, high.amount))


def _award(policy: CheckedPolicy, form: Form, step: Step) -> Quantity | None:
    rows = derive(policy, facts_from_form(form, policy.schema)).rows
    row = next((each for each in rows if (each.section, each.index) == (step.section, step.index)), None)
    return row.awarded if row is not None and isinstance(row.awarded, Quantity) else None


def is_in_scope(asked: CheckedPolicy, step: Step) -> bool:
    """Whether the row is one of those of which a claim along a field speaks, on both forms."""
    return all(
        any(each.row == (step.section, step.index) for each in broken_in(asked, form)[1])
        for form in (step.less, step.more)
    )
