"""The difference between two policies as plain data: what `diff --format json` prints. Nothing is left out."""

from __future__ import annotations

from fractions import Fraction

from evalrules.language.policy.policy import CheckedPolicy
from evalrules.language.source import Span
from evalrules.meaning.derivation import Outcome, RowDerivation
from evalrules.meaning.fault import Fault
from evalrules.meaning.record import Json, Record
from evalrules.study.difference import Change, Comparison, Difference, LostForm, RowShift
from evalrules.views.compose.change import SECTIONS, change_said
from evalrules.views.compose.shift import clause_said
from evalrules.views.grounds import bases_of_ruling, citations, readings
from evalrules.views.page import Lang, plain
from evalrules.views.scores import number_of, row_places, show_score


def difference_data(difference: Difference, lang: Lang) -> Record:
    """The whole difference; sentences in `lang`, scores as decimal texts, null where there is no number."""
    return {
        "old": _policy(difference.old),
        "new": _policy(difference.new),
        "differs": difference.differs,
        "changes": [_change(each, lang) for each in difference.changes],
        "forms": [_form(each, lang) for each in difference.forms],
        "lost": [_lost(each, lang) for each in difference.lost],
    }


def _policy(policy: CheckedPolicy) -> Json:
    return {"id": policy.id, "hash": policy.hash, "title": policy.title}


def _change(change: Change, lang: Lang) -> Json:
    return {
        "section": SECTIONS.get(change.section, change.section).lower().replace("_", "-"),
        "name": change.name,
        "kind": change.kind,
        "weight": change.weight.value,
        "part": [each.field for each in change.path],
        "old": change.old or None,
        "new": change.new or None,
        "old_place": _place(change.old_span),
        "new_place": _place(change.new_span),
        "sentence": plain(change_said(change, lang)),
    }


def _place(span: Span | None) -> str | None:
    return None if span is None else span.place


def _form(form: Comparison, lang: Lang) -> Json:
    old, new = form.totals
    return {
        "form": form.form,
        "moved": form.moved,
        "total": {"old": _number(old), "new": _number(new), "change": _size(form.size)},
        "faults": {"old": _fault(old, lang), "new": _fault(new, lang)},
        "grades": {"old": list(form.grades[0]), "new": list(form.grades[1])},
        "faults_under_one": form.faults_under_one,
        "rows": [_row(each, lang) for each in form.rows],
    }


def _row(shift: RowShift, lang: Lang) -> Json:
    return {
        "section": shift.row.section,
        "index": shift.row.index,
        "name": shift.row.label,
        "old": _side(shift.old, lang),
        "new": _side(shift.new, lang),
        "change": _size(shift.size),
        "cause": shift.cause,
        "clause": plain(clause_said(shift, lang)),
    }


def _side(row: RowDerivation | None, lang: Lang) -> Json:
    if row is None:
        return None
    bases = tuple(bases_of_ruling(row))
    return {
        "status": row.status,
        "awarded": _number(row.awarded, row_places(row)),
        "fault": _fault(row.awarded, lang),
        "rule": row.rule,
        "class": row.classed.name if row.classed else None,
        "cites": [each.text for each in citations(bases)],
        "readings": list(readings(bases)),
    }


def _lost(lost: LostForm, lang: Lang) -> Json:
    return {
        "form": lost.name,
        "problems": [{"code": each.code, "message": each.message(lang)} for each in lost.problems],
    }


def _number(outcome: Outcome | None, places: int | None = None) -> str | None:
    exact = number_of(outcome) if outcome is not None else None
    return None if exact is None else show_score(exact, places)


def _size(size: Fraction | None) -> str | None:
    return None if size is None else show_score(size, None)


def _fault(outcome: Outcome | None, lang: Lang) -> Json:
    return {"code": outcome.kind.code, "message": outcome.message(lang)} if isinstance(outcome, Fault) else None
