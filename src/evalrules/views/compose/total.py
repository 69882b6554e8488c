"""How the rows made the total, and the total its grade."""

from __future__ import annotations

from collections.abc import Iterator

from evalrules.language.problems.problem import Phrase
from evalrules.meaning.derivation import Derivation, Graded, Lowered, Outcome, TotalDerivation
from evalrules.views.compose.adjustment import adjustment_lines, steps_below
from evalrules.views.compose.amounts import show_amount
from evalrules.views.compose.consequences import consequence_lines
from evalrules.views.compose.formula import formula, workings
from evalrules.views.compose.row import compared
from evalrules.views.compose.saying import code, listed, number, shortened, strong, text
from evalrules.views.compose.statement import operand, statement
from evalrules.views.compose.support import support
from evalrules.views.compose.telling import Telling
from evalrules.views.compose.uncounted import uncounted_lines
from evalrules.views.grounds import premises
from evalrules.views.page import Entry, Figure, Mark, Role, Steps, Words, WorkedLine
from evalrules.views.scores import amount_of, difference, is_bounded, points_of_total

_TOTAL = Phrase("总分", "total")
_POINTS = Phrase("满分", "points")
_CLAIMED = Phrase("自评", "self")
_BY_RULE = Phrase("按规则", "by rule")
_DIFFERENCE = Phrase("差异", "difference")
_OPEN = Phrase("若各项认定都未作出：{range}", "with every judgement still open: {range}")
_IN_GRADE = Phrase("等级“{grade}”：{subject} 在“{band}”之内", "grade “{grade}”: {subject} lies in “{band}”")
_MAYBE_GRADE = Phrase(
    "等级“{grade}”未排除：{subject} 可能在“{band}”之内",
    "grade “{grade}” is not ruled out: {subject} may lie in “{band}”",
)
_OTHER_GRADE = Phrase("未适用：等级“{grade}”，{band}", "not taken: grade “{grade}”, {band}")
_CEILINGS = {
    True: Phrase("等级不高于“{grade}”：{why}", "grade at most “{grade}”: {why}"),
    None: Phrase("等级可能不高于“{grade}”：{why}", "grade perhaps at most “{grade}”: {why}"),
    False: Phrase("未适用：等级不高于“{grade}”（{why}）", "not taken: grade at most “{grade}” ({why})"),
}
_NO_EFFECT = Phrase(
    "{ceiling}；等级已是 {grades}，没有影响", "{ceiling}; the grade is {grades} already, so it has no effect"
)
_OR = Phrase(" 或 ", " or ")
_NO_GRADE = Phrase("没有等级：{message}", "no grade: {message}")


def total_entry(derivation: Derivation, telling: Telling) -> Entry | None:
    """The sum as it was worked, its steps, and the grade; nothing if the policy makes no total."""
    total = derivation.total
    if total is None:
        return None
    lines = (
        *_sum_lines(total, telling),
        *uncounted_lines(derivation, telling),
        *_grade_lines(derivation.grade, telling),
        *consequence_lines(derivation, telling),
    )
    mark = Mark.DIFFERS if difference(total.awarded, derivation.claimed_total) else Mark.AGREES
    if amount_of(total.awarded) is None:
        mark = Mark.OPEN
    return Entry(
        _TOTAL.in_(telling.lang), "", _figures(derivation, total, telling), mark, (Steps(tuple(dict.fromkeys(lines))),)
    )


def _figures(derivation: Derivation, total: TotalDerivation, telling: Telling) -> tuple[Figure, ...]:
    shown = (
        (_POINTS, _score(points_of_total(derivation), None, telling)),
        (_CLAIMED, _score(derivation.claimed_total, None, telling)),
        (_BY_RULE, _score(total.awarded, telling.places, telling)),
        (
            _DIFFERENCE,
            compared(difference(total.awarded, derivation.claimed_total), telling.places, telling),
        ),
    )
    return tuple(Figure(name.in_(telling.lang), value) for name, value in shown if value)


def _score(outcome: Outcome, places: int | None, telling: Telling) -> Words:
    amount = amount_of(outcome)
    return () if amount is None else strong(show_amount(amount, places, telling.lang))


def _sum_lines(total: TotalDerivation, telling: Telling) -> Iterator[WorkedLine]:
    yield from workings(premises(total.award), telling)
    words = formula(telling.say(_TOTAL), total.award, telling)
    yield WorkedLine(Role.CONCLUSION, words, support(total.basis, telling), total.award.span.place)
    yield from workings(steps_below(total.adjustments, telling), telling)
    yield from adjustment_lines(total.adjustments, telling)
    admitted = amount_of(total.admitted)
    if admitted is not None and is_bounded(admitted) and admitted != amount_of(total.awarded):
        shown = number(show_amount(admitted, telling.places, telling.lang))
        yield WorkedLine(Role.NOTE, telling.say(_OPEN, range=shown))


def _grade_lines(graded: Graded | None, telling: Telling) -> Iterator[WorkedLine]:
    """The grade that holds the total; in full, the others."""
    if graded is None:
        return
    yield from workings((graded.subject,), telling)
    if graded.fault is not None:
        words = telling.say(_NO_GRADE, message=graded.fault.message(telling.lang))
        yield WorkedLine(Role.FAULT, words, (), graded.span.place)
    for name, weighed in graded.weighed:
        if weighed.held is False and not telling.in_full:
            continue
        phrase = {True: _IN_GRADE, None: _MAYBE_GRADE, False: _OTHER_GRADE}[weighed.held]
        role = Role.NOT_TAKEN if weighed.held is False else Role.CONCLUSION
        band = code(shortened(weighed.span.text))
        words = telling.say(phrase, grade=name, subject=operand(graded.subject, telling), band=band)
        yield from workings((end for end in (weighed.low, weighed.high) if end is not None), telling)
        yield WorkedLine(role, words, (), weighed.span.place)
    yield from _ceiling_lines(graded, telling)


def _ceiling_lines(graded: Graded, telling: Telling) -> Iterator[WorkedLine]:
    """What lowered the grade, or may; in full, the ceilings that changed nothing."""
    for each in graded.ceilings:
        changes = each.held is not False and each.before != each.after
        if not changes and not telling.in_full:
            continue
        yield from workings((each.condition,), telling)
        role = Role.CONCLUSION if changes else Role.NOT_TAKEN
        yield WorkedLine(role, _ceiling(each, telling), support(each.basis, telling), each.span.place)


def _ceiling(lowered: Lowered, telling: Telling) -> Words:
    """What a ceiling says and why; where it is due and the grade is no higher, that it changes nothing."""
    why = statement(lowered.condition, telling)
    words = telling.say(_CEILINGS[lowered.held], grade=lowered.grade, why=why)
    if lowered.held is False or lowered.before != lowered.after:
        return words
    grades = listed(map(text, lowered.before), telling.lang, _OR)
    return telling.say(_NO_EFFECT, ceiling=words, grades=grades)
