"""Forms under the alternatives of open readings: which depend on one, what moves, and a summary a reading."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from evalrules.language.policy.definition import Reading
from evalrules.language.problems.problem import Phrase
from evalrules.meaning.derivation import Derivation
from evalrules.study.difference import RowShift
from evalrules.study.readings import MOST_TOGETHER, Effect, Reread, Rereading, Taken
from evalrules.views.compose.saying import code, listed, number, say, strong, text
from evalrules.views.compose.shift import earned, known, outcome_said
from evalrules.views.page import (
    Block,
    Column,
    Entry,
    Figure,
    Heading,
    Lang,
    Mark,
    Page,
    Points,
    Sentence,
    Table,
    TableRow,
    Words,
)
from evalrules.views.scores import form_places, number_of, show_score

_NONE = Phrase(
    "政策 {policy} 没有列出可选读法的解读，得分不因读法而变",
    "policy {policy} has no reading that names alternatives: no score rests on one",
)
_SEEN = Phrase(
    "看了 {forms} 张表、{readings} 条列出可选读法的解读：每种读法单独换一次{together}",
    "{forms} forms under {readings} readings that name alternatives: each alternative by itself{together}",
)
_TOGETHER = Phrase("，并试了全部 {count} 种组合", ", and all {count} combinations")
_TOO_MANY = Phrase(
    "；组合有 {count} 种，超过 {most} 种，没有逐一试",
    "; of the {count} combinations, more than {most}, none was tried",
)
_MOVED = Phrase("{count} 张的得分、总分或等级与读法有关", "{count} have a score, total or grade that rests on one")
_SUMMARY = Phrase("各条解读的影响", "What each reading does")
_COLUMNS = (
    Phrase("解读", "reading"),
    Phrase("所取", "taken"),
    Phrase("换成", "instead"),
    Phrase("行得分有变", "rows move"),
    Phrase("总分有变", "total moves"),
    Phrase("等级有变", "grade moves"),
)
_FORMS = Phrase("与读法有关的表", "Forms that depend on a reading")
_AS_TAKEN, _GRADE = Phrase("总分", "total"), Phrase("等级", "grade")
_IF = Phrase("若“{reading}”取“{alternative}”：{moves}", "if “{reading}” takes “{alternative}”: {moves}")
_TOTAL = Phrase("总分 {old} → {new}", "total {old} → {new}")
_GRADED = Phrase("等级 {old} → {new}", "grade {old} → {new}")
_ROW = Phrase("{row} {old} → {new}", "{row} {old} → {new}")
_RANGE = Phrase("各种组合下总分 {low}–{high}", "over all combinations the total is {low}–{high}")
_GRADES = Phrase("，等级 {grades}", ", the grade {grades}")
_LOST = Phrase("没有看的表（{count} 张）", "Forms that were not looked at ({count})")
_WHY = Phrase("{form}：{why}", "{form}: {why}")
_BETWEEN = Phrase("；", "; ")


def compose_rereading(study: Rereading, lang: Lang) -> Page:
    """One page: what was looked at, a summary, the forms that depend on a reading, the forms that were lost."""
    return Page(study.policy.title, lang, tuple(_blocks(study, lang)))


def _blocks(study: Rereading, lang: Lang) -> Iterator[Block]:
    if not study.readings:
        yield Sentence(say(_NONE, lang, policy=code(study.policy.id)))
    else:
        yield Sentence(_seen(study, lang))
        yield Sentence(say(_MOVED, lang, count=number(str(sum(each.moved for each in study.forms)))))
        yield Heading(text(_SUMMARY.in_(lang)))
        yield _summary(study, lang)
    moved = [each for each in study.forms if each.moved]
    if moved:
        yield Heading(text(_FORMS.in_(lang)))
        yield from (_form(each, lang) for each in moved)
    if study.lost:
        yield Heading(say(_LOST, lang, count=str(len(study.lost))))
        yield Points(
            tuple(say(_WHY, lang, form=code(each.name), why=each.problems[0].message(lang)) for each in study.lost)
        )


def _seen(study: Rereading, lang: Lang) -> Words:
    count = number(str(study.combinations))
    together: Words = ()
    if len(study.readings) > 1 and study.is_complete:
        together = say(_TOGETHER, lang, count=count)
    elif not study.is_complete:
        together = say(_TOO_MANY, lang, count=count, most=str(MOST_TOGETHER))
    forms, readings = (number(str(len(each))) for each in (study.forms, study.readings))
    return say(_SEEN, lang, forms=forms, readings=readings, together=together)


# Summary ------------------------------------------------------------------------------------------


def _summary(study: Rereading, lang: Lang) -> Table:
    """A line for each alternative that is not taken: on how many forms it moves what."""
    names, counts = _COLUMNS[:3], _COLUMNS[3:]
    columns = (
        *(Column(each.in_(lang), wraps=True) for each in names),
        *(Column(each.in_(lang), "right") for each in counts),
    )
    rows = (row for reading in study.readings for row in _summary_rows(reading, study))
    return Table(columns, tuple(rows))


def _summary_rows(reading: Reading, study: Rereading) -> Iterator[TableRow]:
    for alternative in reading.alternatives:
        if alternative.name == reading.chosen:
            continue
        taken = (Taken(reading.name, alternative.name),)
        effects = [each.comparison for form in study.forms for each in form.alone if each.taken == taken]
        counts = (
            sum(bool(each.rows) for each in effects),
            sum(each.total_moved for each in effects),
            sum(each.grade_moved for each in effects),
        )
        words = (text(reading.name), text(reading.chosen), text(alternative.name))
        yield TableRow((*words, *(number(str(each)) for each in counts)))


# Forms --------------------------------------------------------------------------------------------


def _form(form: Reread, lang: Lang) -> Entry:
    taken = (form.alone or form.together)[0].comparison.old
    figures = [Figure(_AS_TAKEN.in_(lang), _total_of(taken, lang))]
    if taken.grade is not None:
        figures.append(Figure(_GRADE.in_(lang), text("、".join(taken.grade.grades) or "—")))
    points = [_effect(each, lang) for each in form.alone if each.comparison.moved]
    points += [words for words in (_over_all(form, lang),) if words]
    return Entry(form.form, "", tuple(figures), Mark.DIFFERS, (Points(tuple(points)),))


def _effect(effect: Effect, lang: Lang) -> Words:
    (taken,) = effect.taken
    return say(_IF, lang, reading=taken.reading, alternative=taken.alternative, moves=_moves(effect, lang))


def _moves(effect: Effect, lang: Lang) -> Words:
    """The rows, the total and the grade that move, each from what to what."""
    comparison = effect.comparison
    moves = [_row(each, lang) for each in comparison.rows]
    if comparison.total_moved:
        old, new = (_total_of(each, lang) for each in (comparison.old, comparison.new))
        moves.append(say(_TOTAL, lang, old=old, new=new))
    if comparison.grade_moved:
        before, after = ("、".join(each) or "—" for each in comparison.grades)
        moves.append(say(_GRADED, lang, old=strong(before), new=strong(after)))
    return listed(moves, lang, _BETWEEN)


def _row(shift: RowShift, lang: Lang) -> Words:
    label = strong(shift.row.label or f"{shift.row.section}[{shift.row.index}]")
    return say(_ROW, lang, row=label, old=earned(shift.old, lang), new=earned(shift.new, lang))


def _total_of(derivation: Derivation, lang: Lang) -> Words:
    total = derivation.total
    outcome = known(total.awarded, total.admitted) if total else None
    return outcome_said(outcome, form_places(derivation), lang)


def _over_all(form: Reread, lang: Lang) -> Words:
    """Between which totals the form lies, and which grades it may have, over all combinations."""
    effects = (*form.alone, *form.together)
    derivations = [effects[0].comparison.old, *(each.comparison.new for each in effects)]
    totals = [exact for each in derivations if (exact := _exact_total(each)) is not None]
    if not form.together or len(totals) < len(derivations):
        return ()
    places = form_places(derivations[0])
    low, high = (number(show_score(each, places)) for each in (min(totals), max(totals)))
    grades = dict.fromkeys(name for each in derivations if each.grade for name in each.grade.grades)
    said = say(_RANGE, lang, low=low, high=high)
    return (*said, *say(_GRADES, lang, grades="、".join(grades))) if grades else said


def _exact_total(derivation: Derivation) -> Fraction | None:
    return number_of(derivation.total.awarded) if derivation.total else None
