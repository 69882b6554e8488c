"""Forms under the alternatives of a policy's readings, in any medium."""

from __future__ import annotations

from typing import Literal, TypeAlias

from evalrules.meaning.derivation import Derivation, RowDerivation
from evalrules.meaning.fault import Fault
from evalrules.meaning.record import Json, Record
from evalrules.study.difference import LostForm, RowShift
from evalrules.study.readings import Effect, Reread, Rereading
from evalrules.views.page import Lang
from evalrules.views.scores import form_places, number_of, row_places, show_score

Format: TypeAlias = Literal["text", "json", "markdown"]


def show_rereading(study: Rereading, format: Format, lang: Lang) -> str:
    """Which scores rest on how a text is read."""
    if format == "json":
        import json

        return json.dumps(rereading_data(study, lang), ensure_ascii=False, indent=2)
    from evalrules.views.compose.rereading import compose_rereading

    page = compose_rereading(study, lang)
    if format == "markdown":
        from evalrules.views.draw.markdown import draw_markdown

        return draw_markdown(page)
    from evalrules.views.draw.text import draw_text

    return draw_text(page)


def rereading_data(study: Rereading, lang: Lang) -> Record:
    """All that was looked at as plain data, forms that depend on no reading too; scores as decimal texts."""
    policy = study.policy
    return {
        "policy": {"id": policy.id, "hash": policy.hash, "title": policy.title},
        "readings": [
            {
                "name": each.name,
                "chosen": each.chosen,
                "alternatives": [{"name": option.name, "read_as": option.read_as} for option in each.alternatives],
                "forms": [form.form for form in study.forms if form.of(each.name)],
            }
            for each in study.readings
        ],
        "combinations": study.combinations,
        "combinations_tried": study.is_complete,
        "forms": [_form(each) for each in study.forms],
        "lost": [_lost(each, lang) for each in study.lost],
    }


def _form(form: Reread) -> Json:
    effects = (*form.alone, *form.together)
    return {
        "form": form.form,
        "depends": form.moved,
        "as_taken": _scores(effects[0].comparison.old) if effects else None,
        "alone": [_effect(each) for each in form.alone],
        "together": [_effect(each) for each in form.together],
    }


def _effect(effect: Effect) -> Json:
    comparison = effect.comparison
    return {
        "taken": [{"reading": each.reading, "alternative": each.alternative} for each in effect.taken],
        "moved": comparison.moved,
        "scores": _scores(comparison.new),
        "rows": [_row(each) for each in comparison.rows],
    }


def _scores(derivation: Derivation) -> Json:
    total = derivation.total
    exact = number_of(total.awarded) if total else None
    return {
        "total": None if exact is None else show_score(exact, form_places(derivation)),
        "grades": list(derivation.grade.grades) if derivation.grade else [],
    }


def _row(shift: RowShift) -> Json:
    row = shift.row
    return {
        "section": row.section,
        "index": row.index,
        "name": row.label,
        "from": _side(shift.old),
        "to": _side(shift.new),
    }


def _side(row: RowDerivation | None) -> Json:
    if row is None:
        return None
    exact, awarded = number_of(row.awarded), row.awarded
    return {
        "status": row.status,
        "awarded": None if exact is None else show_score(exact, row_places(row)),
        "fault": awarded.kind.code if isinstance(awarded, Fault) else None,
    }


def _lost(lost: LostForm, lang: Lang) -> Json:
    return {
        "form": lost.name,
        "problems": [{"code": each.code, "message": each.message(lang)} for each in lost.problems],
    }
