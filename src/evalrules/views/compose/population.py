"""Forms that were scored together: a table of their totals, grades and places, and a summary."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from evalrules.language.policy.policy import CheckedPolicy
from evalrules.language.problems.problem import Phrase
from evalrules.meaning.derivation import Derivation, Outcome
from evalrules.meaning.fault import Fault
from evalrules.views.compose.amounts import show_amount, show_value
from evalrules.views.compose.saying import listed, number, text
from evalrules.views.compose.telling import Telling
from evalrules.views.page import Column, Lang, Page, Sentence, Table, TableRow, Words
from evalrules.views.scores import amount_of, difference, form_places, number_of, show_score

Scored = tuple[Derivation, tuple[tuple[str, Outcome], ...]]
"""A form, and its places by the names of their definitions."""

_COLUMNS = (
    (Phrase("表格", "form"), "left"),
    (Phrase("按规则", "by rule"), "right"),
    (Phrase("自评", "self"), "right"),
    (Phrase("差异", "diff."), "right"),
    (Phrase("等级", "grade"), "left"),
    (Phrase("没有算出的行", "faulty rows"), "right"),
)
_SUMMARY = Phrase(
    "共 {count} 张表，{decided} 张的总分已定{mean}。{grades}",
    "{count} forms; the total of {decided} is settled{mean}. {grades}",
)
_MEAN = Phrase("，平均 {mean}", " (mean {mean})")
_GRADE = Phrase("{grade} {count} 张", "{grade}: {count}")
_OR = Phrase(" 或 ", " or ")


def compose_population(scored: Sequence[Scored], policy: CheckedPolicy, lang: Lang) -> Page:
    """The forms of one policy, in the order given."""
    ranks = tuple(name for name, _ in scored[0][1]) if scored else ()
    columns = [Column(title.in_(lang), "right" if align == "right" else "left") for title, align in _COLUMNS]
    columns += [Column(name, "right") for name in ranks]
    rows = tuple(TableRow(_cells(derivation, places, policy, lang)) for derivation, places in scored)
    telling = Telling(policy, lang, "brief", None)
    summary = Sentence(_summary([each for each, _ in scored], telling))
    return Page(policy.title, lang, (Table(tuple(columns), rows), summary))


def _cells(
    derivation: Derivation, ranks: tuple[tuple[str, Outcome], ...], policy: CheckedPolicy, lang: Lang
) -> tuple[Words, ...]:
    places = form_places(derivation)
    telling = Telling(policy, lang, "brief", places)
    total, graded = derivation.total, derivation.grade
    size = difference(total.awarded, derivation.claimed_total) if total else None
    faulty = sum(row.status == "fault" for row in derivation.rows)
    grades = graded.grades if graded else ()
    return (
        text(derivation.form),
        _score(total.awarded if number_of(total.awarded) is not None else total.admitted, telling) if total else (),
        _score(derivation.claimed_total, telling),
        number(show_score(size, places)) if size is not None else (),
        listed(map(text, grades), lang, _OR),
        number(str(faulty)) if faulty else (),
        *(text("—") if isinstance(place, Fault) else number(show_value(place, lang)) for _, place in ranks),
    )


def _score(outcome: Outcome, telling: Telling) -> Words:
    amount = amount_of(outcome)
    return text("—") if amount is None else number(show_amount(amount, telling.places, telling.lang))


def _summary(derivations: Sequence[Derivation], telling: Telling) -> Words:
    totals = [number_of(each.total.awarded) for each in derivations if each.total]
    known = [each for each in totals if each is not None]
    counts: dict[str, int] = {}
    for derivation in derivations:
        if derivation.grade is not None and len(derivation.grade.grades) == 1:
            counts[derivation.grade.grades[0]] = counts.get(derivation.grade.grades[0], 0) + 1
    said = [telling.say(_GRADE, grade=grade, count=str(count)) for grade, count in counts.items()]
    mean = show_score(sum(known, Fraction(0)) / len(known), 2) if known else ""
    return telling.say(
        _SUMMARY,
        count=str(len(derivations)),
        decided=str(len(known)),
        mean=telling.say(_MEAN, mean=mean) if known else (),
        grades=listed(said, telling.lang),
    )
