"""The laws of the language. Each is a function that raises AssertionError, with an explanation, where it fails.

The first group holds of every policy; `check_laws` tries them all. The second is what most policies promise
and some do not (a bonus may go beyond the points): ask those of a policy that should keep them.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from fractions import Fraction
from itertools import cycle

from evalrules.language.policy.form import Form
from evalrules.language.policy.policy import CheckedPolicy
from evalrules.language.policy.schema import FieldType
from evalrules.language.values import (
    PURE,
    Amount,
    Interval,
    Quantity,
    compare,
    includes,
    interval,
    maximum,
    minimum,
    round_amount,
    show_number,
    show_quantity,
)
from evalrules.library.codec import decode, encode
from evalrules.meaning.certificate import verify_text
from evalrules.meaning.derivation import Adjusted, Derivation, Outcome, RowDerivation
from evalrules.meaning.derive.awards import editable_in
from evalrules.meaning.derive.rows import discretion_in
from evalrules.meaning.examples import disagreements
from evalrules.meaning.facts import facts_from_form
from evalrules.meaning.record import derivation_record
from evalrules.pipeline import score
from evalrules.study.nodes import nodes_in
from evalrules.testing.alterations import Spot, reordered, rewritten
from evalrules.testing.choices import number_in, printed
from evalrules.testing.mentions import mentioned
from evalrules.testing.outcomes import FormOutcome, RowOutcome, outcome_of

# ---- of every policy -----------------------------------------------------------------------------


def law_scoring_is_total(policy: CheckedPolicy, form: Form) -> None:
    """Whatever a form holds, it is scored: what is wrong is a fault in a row, never an exception."""
    try:
        score(policy, form)
    except Exception as error:
        raise AssertionError(f"scoring raised {type(error).__name__}: {error}") from error


def law_scoring_twice_is_scoring_once(policy: CheckedPolicy, form: Form) -> None:
    """The same policy and the same form give the same derivation, step by step."""
    assert score(policy, form) == score(policy, form), "two derivations of one form differ"


def law_silence(policy: CheckedPolicy, form: Form, noise: Sequence[str]) -> None:
    """What a derivation does not mention cannot matter: other cells there, and the outcome stays."""
    derivation = score(policy, form)
    named = mentioned(derivation, form, policy.schema)
    texts = cycle(noise)

    def disturb(spot: Spot) -> str | None:
        return None if spot.address in named else next(texts)

    _assert_same(derivation, score(policy, rewritten(form, policy.schema, disturb)), "a cell that is not mentioned")


def law_certificate(policy: CheckedPolicy, form: Form) -> None:
    """Each step of a derivation follows from its premises, as an independent checker sees it, read from JSON."""
    verdict = verify_text(json.dumps(derivation_record(score(policy, form)), ensure_ascii=False))
    assert verdict.valid, verdict.report("en")


def law_row_order(policy: CheckedPolicy, form: Form, order: Sequence[int]) -> None:
    """The order of the rows does not matter: each earns what it earned, and so does the form."""
    before = outcome_of(score(policy, form))
    after = outcome_of(score(policy, reordered(form, order)))
    assert sorted(map(_placeless, before.rows)) == sorted(map(_placeless, after.rows)), "a row earns something else"
    assert before.total == after.total, f"the total is {after.total} and was {before.total}"
    assert before.grades == after.grades, f"the grades are {after.grades} and were {before.grades}"


def law_steps_are_idempotent(policy: CheckedPolicy, form: Form) -> None:
    """Floors, caps and roundings leave alone what they have already seen to."""
    for step in nodes_in(score(policy, form)):
        if isinstance(step, Adjusted) and step.applied and isinstance(step.value, Quantity):
            again = _again(step, step.value.amount)
            assert again == step.value.amount, f"`{step.span.text}` twice gives {again}, once {step.value.amount}"


def law_judgements_lie_within(policy: CheckedPolicy, form: Form, shares: Sequence[Fraction]) -> None:
    """Whatever a person may lawfully enter, the row and the total come out within what was admitted before.

    A policy that calculates with the entries of others does not promise this.
    """
    before = score(policy, form)
    entries = {row.claimed_cell.address: entry for row, entry in _entries(before, shares) if row.claimed_cell}
    after = score(policy, rewritten(form, policy.schema, lambda spot: entries.get(spot.address)))
    for old, new in zip(before.rows, after.rows, strict=True):
        if old.claimed_cell and old.claimed_cell.address in entries:
            assert new.status == "judged", f"{old.label}: a lawful entry leaves the row {new.status}"
            _assert_within(new.awarded, old.admitted, old.label)
    if before.total and after.total and entries:
        _assert_within(after.total.awarded, before.total.admitted, "the total")


def law_bounds_hold_their_numbers(policy: CheckedPolicy, form: Form, shares: Sequence[Fraction]) -> None:
    """An actual printed as a bound admits what each number within the bound would earn."""
    numbers = _numbers_within(policy, form, shares)
    before = score(policy, form)
    after = score(policy, rewritten(form, policy.schema, lambda spot: numbers.get(spot.address)))
    for old, new in zip(before.rows, after.rows, strict=True):
        if old.status != "fault":
            assert new.status != "fault", f"{old.label}: a number within the bound is a fault: {new.awarded}"
            _assert_within(new.admitted, old.admitted, old.label)
    if before.total and after.total:
        _assert_within(after.total.admitted, before.total.admitted, "the total")


def law_same_scores(policy: CheckedPolicy, other: CheckedPolicy, form: Form) -> None:
    """Two policies that say the same, in other words or another order, give the same scores."""
    _assert_same(score(policy, form), score(other, form), "the other wording")


def law_kept_policy_is_the_same(policy: CheckedPolicy) -> None:
    """A compiled policy that was kept and read back is the policy it was, spans and all."""
    kept = decode(encode(policy))
    assert kept == policy, "a kept policy is another one"
    assert encode(kept) == encode(policy), "a kept policy has lost its places in the text"
    assert kept.hash == policy.hash, "a kept policy has another hash"


def law_examples_hold(policy: CheckedPolicy) -> None:
    """A policy does what its own examples say."""
    wrong = [f"{each.example.title} {each.wanted.en}; {each.derived.en}" for each in disagreements(policy)]
    assert not wrong, "\n".join(wrong)


# ---- of policies that promise it -----------------------------------------------------------------


def law_award_within_points(policy: CheckedPolicy, form: Form) -> None:
    """No row earns more than its points or less than nothing, nor could it.

    Points finer than what a policy rounds to may be exceeded by the rounding, so forms for this law give
    points with two decimals.
    """
    for row in score(policy, form).rows:
        points = row.maximum.amount if isinstance(row.maximum, Quantity) else None
        if isinstance(points, Fraction) and points >= 0:
            within = Quantity(interval(Fraction(0), points, True, True) or points, PURE)
            _assert_within(row.admitted, within, row.label)
            _assert_within(row.awarded, within, row.label)


def law_more_is_no_less(policy: CheckedPolicy, less: Form, more: Form) -> None:
    """Where `more` differs from `less` only by greater actuals, no row earns less."""
    for low, high in zip(score(policy, less).rows, score(policy, more).rows, strict=True):
        if isinstance(low.awarded, Quantity) and isinstance(high.awarded, Quantity):
            rises = compare("≤", low.awarded.amount, high.awarded.amount)
            assert rises, f"{low.label}: {show_quantity(high.awarded)} for more, {show_quantity(low.awarded)} for less"


# ---- what the laws are made of -------------------------------------------------------------------


def _assert_same(before: Derivation, after: Derivation, cause: str) -> None:
    old, new = outcome_of(before), outcome_of(after)
    assert old == new, f"{cause} changes the outcome:\n{_difference(old, new)}"


def _difference(old: FormOutcome, new: FormOutcome) -> str:
    rows = [f"{a}\n→ {b}" for a, b in zip(old.rows, new.rows, strict=True) if a != b]
    names = ("total", "grades", "decisions", "subtotals", "due")
    parts = [f"{name}: {getattr(old, name)}\n→ {getattr(new, name)}" for name in names]
    changed = [part for name, part in zip(names, parts, strict=True) if getattr(old, name) != getattr(new, name)]
    return "\n".join([*rows, *changed])


def _placeless(row: RowOutcome) -> str:
    """What a row earns, wherever it stands."""
    return repr((row.section, row.status, row.rule, row.admitted, row.awarded, row.tier))


def _assert_within(inner: Outcome, outer: Outcome, label: str) -> None:
    if isinstance(inner, Quantity) and isinstance(outer, Quantity):
        inside = includes(outer.amount, inner.amount)
        assert inside, f"{label}: {show_quantity(inner)} is not within {show_quantity(outer)}"


def _again(step: Adjusted, amount: Amount) -> Amount:
    """`amount` taken through `step` once more, where that can be told from the step alone."""
    first = step.operands[0].value if step.operands else None
    if not isinstance(first, Quantity):
        return amount
    match step.kind:
        case "raise":
            return maximum(amount, first.amount)
        case "cap":
            return minimum(amount, first.amount)
        case "round" if step.mode and isinstance(first.amount, Fraction):
            return round_amount(amount, first.amount, step.mode)
        case _:
            return amount


def _entries(derivation: Derivation, shares: Sequence[Fraction]) -> list[tuple[RowDerivation, str]]:
    """For each row that is left to a person, a lawful entry."""
    found = []
    for at, row in enumerate(derivation.rows):
        award = _enterable(row)
        if isinstance(award, Quantity):
            entry = number_in(award.amount, shares[at % len(shares)])
            found += [(row, entry)] if entry is not None else []
    return [(row, show_number(entry)) for row, entry in found]


def _enterable(row: RowDerivation) -> Outcome | None:
    """What a person may enter in `row`; None where its rule leaves nothing to a person."""
    if row.award is None or row.status not in ("computed", "judged", "undecided"):
        return None
    editable = editable_in(row.award)
    if editable is not None:
        return editable.admission.value
    return row.award.value if row.status != "computed" and discretion_in(row.award) else None


def _numbers_within(policy: CheckedPolicy, form: Form, shares: Sequence[Fraction]) -> dict[str, str]:
    """For each actual that is printed as a bound or a range, a number within it, in the same unit."""
    found: dict[str, str] = {}
    for rows in facts_from_form(form, policy.schema).rows.values():
        for row in rows:
            for field in row.record.fields:
                datum = row.datum(field)
                value = datum.value
                if field.type is FieldType.MEASURED and isinstance(value, Quantity):
                    number = number_in(value.amount, shares[len(found) % len(shares)])
                    text = None if number is None else printed(number, value.unit)
                    found |= {datum.address: text} if text and isinstance(value.amount, Interval) else {}
    return found
