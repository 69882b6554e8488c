"""An explanation as plain data: what `explain --format json` prints.

`docs/reference/explanation.schema.json` states the shape. Scores are texts: exact decimals, in the
decimals to which the policy rounds, or a fraction `20/3` where a policy that does not round arrives at
a number whose decimals never end. What is undecided is null.
"""

from __future__ import annotations

from evalrules import __version__
from evalrules.language.policy.basis import Citation
from evalrules.language.policy.policy import CheckedPolicy
from evalrules.language.values import Interval, Quantity
from evalrules.meaning.derivation import Checked, Derivation, Followed, Outcome, RowDerivation
from evalrules.meaning.fault import Fault
from evalrules.meaning.record import (
    TRACE_VERSION,
    Json,
    Record,
    checked_record,
    followed_record,
    found_record,
    graded_record,
    row_record,
    subtotal_record,
    total_record,
)
from evalrules.views.grounds import bases_of, bases_of_row, citations, readings
from evalrules.views.scores import (
    amount_of,
    difference,
    form_places,
    number_of,
    row_places,
    show_score,
)


def derivation_data(
    derivation: Derivation, policy: CheckedPolicy, rows: tuple[RowDerivation, ...] | None = None
) -> Record:
    """The explanation of a form, or of those of its rows that are given, as data for JSON."""
    places = form_places(derivation)
    shown = derivation.rows if rows is None else rows
    keys = {(row.section, row.index) for row in shown}
    checks = [each for each in derivation.checks if rows is None or each.row in keys]
    return {
        "form": derivation.form,
        "policy": {"id": derivation.policy, "hash": derivation.policy_hash, "title": policy.title},
        "versions": {"trace": str(TRACE_VERSION), "language": policy.language, "engine": __version__},
        "total": _total(derivation, places),
        **_grades(derivation),
        "rows": [_row(row, policy, places) for row in shown if row.status != "unscored"],
        "unscored": [_unscored(row) for row in shown if row.status == "unscored"],
        "subtotals": _subtotals(derivation, places),
        "consequences": [_consequence(each) for each in derivation.consequences],
        "checks": _checks(checks, derivation),
        "readings": _readings(derivation, policy),
        "sources": _sources(derivation, policy),
    }


# Scores -------------------------------------------------------------------------------------------


def _number(outcome: Outcome, places: int | None = None) -> str | None:
    """A score that is one number."""
    number = number_of(outcome)
    return None if number is None else show_score(number, places)


def _ends(outcome: Outcome, places: int | None) -> Record:
    """The least and the greatest score that are possible, and whether they are reached."""
    amount = amount_of(outcome)
    if isinstance(amount, Interval):
        low, high = amount.low, amount.high
        closed = (amount.low_closed, amount.high_closed)
    else:
        low = high = amount
        closed = (amount is not None, amount is not None)
    return {
        "lowest": None if low is None else show_score(low, places),
        "highest": None if high is None else show_score(high, places),
        "lowest_included": closed[0],
        "highest_included": closed[1],
    }


def _difference(awarded: Outcome, claimed: Outcome, places: int | None) -> str | None:
    size = difference(awarded, claimed)
    return None if size is None else show_score(size, places)


def _fault(outcome: Outcome) -> Json:
    if not isinstance(outcome, Fault):
        return None
    return {
        "code": outcome.kind.code,
        "message": {"zh": outcome.message("zh"), "en": outcome.message("en")},
        "help": {"zh": outcome.help("zh"), "en": outcome.help("en")},
    }


# The form -----------------------------------------------------------------------------------------


def _total(derivation: Derivation, places: int | None) -> Json:
    """The total; without one in the policy, only what the form itself says of it."""
    total, claimed, cell = derivation.total, derivation.claimed_total, derivation.claimed_total_cell
    stated: Record = {
        "points": _number(derivation.points_total),
        "self_score": _number(claimed),
        "self_score_cell": None if cell is None else found_record(cell),
    }
    if total is None:
        unknown = dict.fromkeys(("awarded", "lowest", "highest", "difference", "fault", "derivation"))
        return {**unknown, "lowest_included": False, "highest_included": False, **stated}
    return {
        "awarded": _number(total.awarded, places),
        **_ends(total.admitted, places),
        **stated,
        "difference": _difference(total.awarded, claimed, places),
        "fault": _fault(total.awarded),
        "derivation": total_record(total),
    }


def _grades(derivation: Derivation) -> Record:
    """The grade if it is decided, all grades that are possible, and why."""
    graded = derivation.grade
    grades = graded.grades if graded is not None else ()
    return {
        "grade": grades[0] if len(grades) == 1 else None,
        "grades": list(grades),
        "grade_derivation": None if graded is None else graded_record(graded),
    }


def _subtotals(derivation: Derivation, places: int | None) -> Json:
    return [
        {
            "section": each.field.record,
            "field": each.field.en,
            "text": each.text,
            "points": _number(each.points),
            "awarded": _number(each.awarded, places),
            **_ends(each.admitted, places),
            "self_score": _number(each.claimed),
            "derivation": subtotal_record(each),
        }
        for each in derivation.subtotals
    ]


# Rows ---------------------------------------------------------------------------------------------


def _row(row: RowDerivation, policy: CheckedPolicy, form_decimals: int | None) -> Json:
    own = row_places(row)
    places = form_decimals if own is None else own
    bases = tuple(bases_of_row(row, policy))
    return {
        **_key(row),
        "path": list(row.path),
        "class": row.classed.name if row.classed is not None else None,
        "rule": row.rule,
        "cites": [each.text for each in citations(bases)],
        "readings": list(readings(bases)),
        "layer": row.layer,
        "points": _number(row.maximum),
        "awarded": _number(row.awarded, places),
        **_ends(_admitted(row), places),
        "self_score": _number(row.claimed),
        "difference": _difference(row.awarded, row.claimed, places),
        "status": row.status,
        "tier": row.judged_tier or None,
        "fault": _fault(row.awarded),
        "derivation": row_record(row),
    }


def _admitted(row: RowDerivation) -> Outcome:
    """What the rules admit; a row that is awarded a number without any rule admits that number."""
    return row.admitted if isinstance(row.admitted, Quantity) else row.awarded


def _key(row: RowDerivation) -> Record:
    return {"section": row.section, "index": row.index, "name": row.label}


def _unscored(row: RowDerivation) -> Json:
    return {**_key(row), "path": list(row.path), "rule": row.rule, "derivation": row_record(row)}


# Consequences -------------------------------------------------------------------------------------


def _consequence(followed: Followed) -> Json:
    """What is decided; null where nothing is, or where more than one decision is possible."""
    decisions = [each or None for each in followed.decisions]
    due = [each for considered in followed.considered for each in considered.tried if each.held is not False]
    return {
        "name": followed.name,
        "decision": decisions[0] if len(decisions) == 1 else None,
        "decisions": decisions,
        "fault": _fault(followed.fault) if followed.fault else None,
        "cites": [each.text for each in citations((followed.basis, *(each.basis for each in due)))],
        "layer": followed.layer,
        "derivation": followed_record(followed),
    }


# Checks -------------------------------------------------------------------------------------------


def _checks(checks: list[Checked], derivation: Derivation) -> Json:
    """The checks whose message is due, or may be; one that says the same of several rows stands once."""
    labels = {(row.section, row.index): row for row in derivation.rows}
    merged: dict[tuple[str, str, str, bool | None], list[Checked]] = {}
    for each in checks:
        if each.due is not False:
            merged.setdefault((each.name, each.severity, each.message, each.due), []).append(each)
    return [
        {
            "name": name,
            "severity": severity.lower(),
            "message": message,
            "due": due,
            "cites": [cite.text for cite in _cites(same)],
            "layer": same[0].layer,
            "rows": [_key(labels[each.row]) for each in same if each.row in labels],
            "derivations": [checked_record(each) for each in same],
        }
        for (name, severity, message, due), same in merged.items()
    ]


def _cites(checks: list[Checked]) -> tuple[Citation, ...]:
    return citations(each.basis for each in checks)


# What it rests on ---------------------------------------------------------------------------------


def _readings(derivation: Derivation, policy: CheckedPolicy) -> Json:
    used = readings(bases_of(derivation, policy))
    return [
        {
            "name": each.name,
            "read_as": each.read_as,
            "wording": each.wording,
            "because": each.because,
            "chosen": each.chosen or None,
            "alternatives": [{"name": option.name, "read_as": option.read_as} for option in each.alternatives],
        }
        for each in policy.readings
        if each.name in used
    ]


def _sources(derivation: Derivation, policy: CheckedPolicy) -> Json:
    used = {each.source for each in citations(bases_of(derivation, policy))}
    return [
        {"name": each.name, "standing": each.standing.value.lower(), "title": each.title}
        for each in policy.sources
        if each.name in used
    ]
