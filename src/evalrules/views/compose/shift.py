"""Forms under two policies: how many moved, which most, through which clause."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from attrs import frozen

from evalrules.language.problems.problem import Phrase
from evalrules.meaning.derivation import Adjusted, Derivation, Outcome, RowDerivation
from evalrules.meaning.fault import Fault
from evalrules.study.difference import Cause, Comparison, Difference, RowShift
from evalrules.views.compose.amounts import show_value
from evalrules.views.compose.saying import bracketed, code, joined, listed, number, say, shortened, strong, text
from evalrules.views.grounds import bases_of_ruling, citations, readings
from evalrules.views.page import (
    Block,
    Column,
    Entry,
    Figure,
    Heading,
    Lang,
    Mark,
    Points,
    Sentence,
    Table,
    TableRow,
    Words,
)
from evalrules.views.scores import form_places, number_of, row_places, show_score

_MOST_FORMS = 20
"""Forms that are told row by row; the counts are of all, and JSON has all."""

_HEADING = Phrase("表格", "Forms")
_COUNTS = Phrase(
    "比较了 {compared} 张：{totals} 张总分有变，{grades} 张等级有变，{faults} 张只在其中一个政策下出错，{same} 张不变",
    "{compared} compared: the total moved on {totals}, the grade on {grades}, {faults} fault under one policy only, "
    "{same} stay as they are",
)
_LOST = Phrase("另有 {lost} 张没有比较，原因见下", "{lost} more were not compared, for the reasons below")
_NOT_COMPARED = Phrase("{form}：{why}", "{form}: {why}")
_MORE = Phrase("其余 {more} 张见 --format json", "--format json has the other {more}")
_CLAUSES = Phrase("分数经由这些条款变动", "The clauses through which scores moved")
_COLUMNS = (
    Phrase("条款", "clause"),
    Phrase("行数", "rows"),
    Phrase("表格数", "forms"),
    Phrase("合计变动", "sum of changes"),
)
_OLD, _NEW, _MOVED, _GRADE = (
    Phrase("旧", "old"),
    Phrase("新", "new"),
    Phrase("变动", "change"),
    Phrase("等级", "grade"),
)
_ROW = Phrase("{row}：{old} → {new}{size}，{cause}", "{row}: {old} → {new}{size}, {cause}")
_ONLY_ONE = Phrase("只在一个政策下出错", "a fault under one policy only")
_NOTHING = Phrase("—", "—")
_THROUGH: dict[Cause, Phrase] = {
    "presence": Phrase("只有一个政策有这一行", "only one of the policies has this row"),
    "standing": Phrase("作废或不适用的认定不同：{old} → {new}", "void or not applicable under one only: {old} → {new}"),
    "class": Phrase("分类不同：{old} → {new}", "another class: {old} → {new}"),
    "rule": Phrase("规则不同：{old} → {new}", "another rule: {old} → {new}"),
    "award": Phrase("经由{new}", "through {new}"),
    "step": Phrase("经由{new}", "through {new}"),
    "entry": Phrase("填写的分数一边接受、一边不接受：{new}", "the entry is lawful under one only: {new}"),
}
_RULE = Phrase("规则 {name}", "rule {name}")
_STEP = Phrase("“{words}”", "“{words}”")
_NO_STEP = Phrase("没有这一步", "no such step")


def forms_said(difference: Difference, lang: Lang) -> Iterator[Block]:
    """All that is to be said of the forms; nothing where none was given."""
    forms = difference.forms
    if not forms and not difference.lost:
        return
    yield Heading(text(_HEADING.in_(lang)))
    yield Sentence(_counts(difference, lang))
    if difference.moved:
        yield _clauses(difference.moved, lang)
    yield from (_form(each, lang) for each in difference.moved[:_MOST_FORMS])
    if len(difference.moved) > _MOST_FORMS:
        yield Sentence(say(_MORE, lang, more=str(len(difference.moved) - _MOST_FORMS)))
    if difference.lost:
        yield Sentence(say(_LOST, lang, lost=str(len(difference.lost))))
        yield Points(
            tuple(
                say(_NOT_COMPARED, lang, form=code(each.name), why=each.problems[0].message(lang))
                for each in difference.lost
            )
        )


def _counts(difference: Difference, lang: Lang) -> Words:
    forms = difference.forms
    return say(
        _COUNTS,
        lang,
        compared=number(str(len(forms))),
        totals=number(str(sum(each.total_moved for each in forms))),
        grades=number(str(sum(each.grade_moved for each in forms))),
        faults=number(str(sum(each.faults_under_one for each in forms))),
        same=number(str(sum(not each.moved for each in forms))),
    )


# Clauses ------------------------------------------------------------------------------------------


@frozen
class _Tally:
    """Through one clause: how many rows, on how many forms, how far in all."""

    rows: int
    forms: frozenset[str]
    sum: Fraction


def _clauses(forms: Sequence[Comparison], lang: Lang) -> Table:
    tallies: dict[Words, _Tally] = {}
    for form in forms:
        for shift in form.rows:
            clause = clause_said(shift, lang)
            before = tallies.get(clause, _Tally(0, frozenset(), Fraction(0)))
            moved = before.sum + (shift.size or 0)
            tallies[clause] = _Tally(before.rows + 1, before.forms | {form.form}, moved)
    ranked = sorted(tallies.items(), key=lambda item: (-abs(item[1].sum), -item[1].rows))
    columns = (Column(_COLUMNS[0].in_(lang), wraps=True), *(Column(each.in_(lang), "right") for each in _COLUMNS[1:]))
    rows = [
        TableRow((clause, number(str(each.rows)), number(str(len(each.forms))), _signed(each.sum, None)))
        for clause, each in ranked
    ]
    return Table(columns, tuple(rows), _CLAUSES.in_(lang))


def clause_said(shift: RowShift, lang: Lang) -> Words:
    """What made a row's score another, with what the newer side cites."""
    return say(_THROUGH[shift.cause], lang, old=_side(shift, shift.old, 0, lang), new=_side(shift, shift.new, 1, lang))


def _side(shift: RowShift, row: RowDerivation | None, side: int, lang: Lang) -> Words:
    if row is None:
        return text(_NOTHING.in_(lang))
    match shift.cause:
        case "class":
            return strong(row.classed.name or "—") if row.classed else text("—")
        case "standing":
            applying = [each.name for each in row.standings if each.applies]
            return strong("、".join(applying) or "—")
        case "step":
            return _step(shift.steps[side], lang)
        case _:
            rule = say(_RULE, lang, name=strong(row.rule)) if row.rule else text("—")
            return joined((*rule, *_cited(row, lang)))


def _step(step: Adjusted | None, lang: Lang) -> Words:
    if step is None:
        return text(_NO_STEP.in_(lang))
    words = say(_STEP, lang, words=code(shortened(step.span.text)))
    cites = listed((text(each.text) for each in step.basis.cites), lang)
    return joined((*words, *(bracketed(cites, lang) if cites else ())))


def _cited(row: RowDerivation, lang: Lang) -> Words:
    bases = tuple(bases_of_ruling(row))
    grounds = [*(each.text for each in citations(bases)), *readings(bases)]
    return bracketed(listed(map(text, grounds), lang), lang) if grounds else ()


# Forms --------------------------------------------------------------------------------------------


def _form(form: Comparison, lang: Lang) -> Entry:
    places = form_places(form.new)
    old, new = (known(each.total.awarded, each.total.admitted) if each.total else None for each in (form.old, form.new))
    figures = [
        Figure(_OLD.in_(lang), outcome_said(old, places, lang)),
        Figure(_NEW.in_(lang), outcome_said(new, places, lang)),
        *((Figure(_MOVED.in_(lang), _signed(form.size, places)),) if form.size is not None else ()),
    ]
    if form.grade_moved:
        before, after = ("、".join(each) or "—" for each in form.grades)
        figures.append(Figure(_GRADE.in_(lang), text(f"{before} → {after}")))
    rows = Points(tuple(_row(each, lang) for each in form.rows))
    context = _ONLY_ONE.in_(lang) if form.faults_under_one else ""
    mark = Mark.FAULT if form.faults_under_one else Mark.DIFFERS
    return Entry(form.form, context, tuple(figures), mark, (rows,) if form.rows else ())


def _total(derivation: Derivation) -> Outcome | None:
    total = derivation.total
    return known(total.awarded, total.admitted) if total else None


def _row(shift: RowShift, lang: Lang) -> Words:
    size = bracketed(_signed(shift.size, row_places(shift.row)), lang) if shift.size is not None else ()
    return say(
        _ROW,
        lang,
        row=strong(shift.row.label or f"{shift.row.section}[{shift.row.index}]"),
        old=earned(shift.old, lang),
        new=earned(shift.new, lang),
        size=size,
        cause=clause_said(shift, lang),
    )


def earned(row: RowDerivation | None, lang: Lang) -> Words:
    """The award; what is admitted where nothing is awarded yet."""
    if row is None:
        return text(_NOTHING.in_(lang))
    return outcome_said(known(row.awarded, row.admitted), row_places(row), lang)


def known(awarded: Outcome, admitted: Outcome) -> Outcome:
    """What is awarded, or what is admitted where nothing is awarded yet."""
    return awarded if isinstance(awarded, Fault) or number_of(awarded) is not None else admitted


def outcome_said(outcome: Outcome | None, places: int | None, lang: Lang) -> Words:
    """A number, a stretch of numbers, or the fault; a dash for nothing."""
    if outcome is None:
        return text(_NOTHING.in_(lang))
    exact = number_of(outcome)
    if exact is not None:
        return number(show_score(exact, places))
    return text(outcome.message(lang) if isinstance(outcome, Fault) else show_value(outcome, lang))


def _signed(size: Fraction | None, places: int | None) -> Words:
    if size is None:
        return ()
    sign = "+" if size > 0 else "−" if size else ""
    return number(sign + show_score(abs(size), places))
