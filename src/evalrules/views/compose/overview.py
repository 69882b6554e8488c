"""The table of all rows, section by section, with subtotals and the total."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import groupby

from evalrules.language.problems.problem import Phrase
from evalrules.language.values import Interval, Quantity
from evalrules.meaning.derivation import Derivation, Outcome, RowDerivation, Subtotal
from evalrules.views import grounds
from evalrules.views.compose.amounts import show_amount, show_value
from evalrules.views.compose.row import STATUS, label_of, places_for, score_words
from evalrules.views.compose.saying import SEMICOLON, joined, listed, number, strong, text
from evalrules.views.compose.telling import Telling
from evalrules.views.page import Block, Column, Heading, Sentence, Table, TableRow, Words
from evalrules.views.scores import amount_of, difference, is_bounded, points_of_total, show_score

_HEADING = Phrase("各行得分", "Scores row by row")
_COLUMNS = (
    (Phrase("项目", "row"), "left", True),
    (Phrase("分值", "points"), "right", False),
    (Phrase("自评", "self"), "right", False),
    (Phrase("按规则", "by rule"), "right", False),
    (Phrase("差异", "diff."), "right", False),
    (Phrase("状态", "status"), "left", False),
    (Phrase("规则", "rule"), "left", True),
    (Phrase("依据", "clause"), "left", True),
)
_SUBTOTAL = Phrase("小计 {text}", "subtotal {text}")
_UNNAMED = Phrase("（未填）", "(empty)")
_TOTAL = Phrase("总分", "total")
_STATUS_WITHIN = Phrase("{status} {range}", "{status} {range}")
_UNSCORED = Phrase("另有 {count} 行不计分：{rows}。", "{count} more rows are not scored: {rows}.")
_FROM_LAYER = Phrase("{rule}（{layer}）", "{rule} ({layer})")


def overview(derivation: Derivation, telling: Telling) -> Iterator[Block]:
    """Every row that bears points, then the sums."""
    rows = tuple(_rows(derivation, telling))
    if rows:
        yield Heading(telling.say(_HEADING))
        yield Table(_columns(telling), rows)
    unscored = [label_of(row) for row in derivation.rows if row.status == "unscored"]
    if unscored:
        names = listed(map(text, unscored), telling.lang)
        yield Sentence(telling.say(_UNSCORED, count=str(len(unscored)), rows=names))


def _columns(telling: Telling) -> tuple[Column, ...]:
    return tuple(
        Column(title.in_(telling.lang), "right" if align == "right" else "left", wraps)
        for title, align, wraps in _COLUMNS
    )


def _rows(derivation: Derivation, telling: Telling) -> Iterator[TableRow]:
    scored = [row for row in derivation.rows if row.status != "unscored"]
    for section, rows in groupby(scored, key=lambda row: row.section):
        yield _group(telling.section_name(section))
        yield from (_row(row, telling) for row in rows)
        subtotals = (each for each in derivation.subtotals if each.field.record == section)
        yield from (_subtotal(each, telling) for each in subtotals)
    if derivation.total is not None and scored:
        yield _total(derivation, telling)


def _group(name: str) -> TableRow:
    return TableRow((text(name), *((),) * (len(_COLUMNS) - 1)), "group")


def _row(row: RowDerivation, telling: Telling) -> TableRow:
    clauses = grounds.citations(grounds.bases_of_ruling(row))
    return TableRow(
        (
            text(label_of(row)),
            _number(row.maximum, telling),
            _number(row.claimed, telling),
            score_words(row, telling),
            _signed(difference(row.awarded, row.claimed), places_for(row, telling)),
            _status(row, telling),
            _rule(row, telling),
            listed((text(each.text) for each in clauses), telling.lang, SEMICOLON),
        )
    )


def _number(outcome: Outcome, telling: Telling) -> Words:
    return number(show_value(outcome, telling.lang)) if isinstance(outcome, Quantity) else ()


def _signed(size: Fraction | None, places: int | None) -> Words:
    """`+3.50` where the rule gives more than was claimed, `−1` where it gives less."""
    if size is None:
        return ()
    shown = show_score(abs(size), places)
    return strong(("+" if size > 0 else "−") + shown) if size else number(shown)


def _status(row: RowDerivation, telling: Telling) -> Words:
    """The status; of a judgement also what the rule would have admitted."""
    status = telling.say(STATUS[row.status])
    amount = amount_of(row.admitted)
    if row.status != "judged" or not isinstance(amount, Interval):
        return status
    shown = number(show_amount(amount, places_for(row, telling), telling.lang))
    return telling.say(_STATUS_WITHIN, status=status, range=shown)


def _rule(row: RowDerivation, telling: Telling) -> Words:
    """The rule's name, and the policy it comes from where that is another one."""
    if row.rule is None:
        return ()
    if row.layer in (None, telling.policy.id):
        return text(row.rule)
    return telling.say(_FROM_LAYER, rule=row.rule, layer=row.layer or "")


# Sums ---------------------------------------------------------------------------------------------


def _subtotal(subtotal: Subtotal, telling: Telling) -> TableRow:
    name = telling.say(_SUBTOTAL, text=subtotal.text or telling.say(_UNNAMED))
    return _sum(name, subtotal.points, subtotal.claimed, subtotal.awarded, subtotal.admitted, telling)


def _total(derivation: Derivation, telling: Telling) -> TableRow:
    total = derivation.total
    assert total is not None
    name = telling.say(_TOTAL)
    claimed, points = derivation.claimed_total, points_of_total(derivation)
    return _sum(name, points, claimed, total.awarded, total.admitted, telling)


def _sum(
    name: Words, points: Outcome, claimed: Outcome, awarded: Outcome, admitted: Outcome, telling: Telling
) -> TableRow:
    """A row of sums; where the sum is open, the range in its place."""
    amount = amount_of(awarded)
    amount = amount_of(admitted) if amount is None else amount
    known = amount is not None and is_bounded(amount)
    shown = strong(show_amount(amount, telling.places, telling.lang)) if amount is not None and known else ()
    within = amount_of(admitted)
    span = number(show_amount(within, telling.places, telling.lang)) if isinstance(within, Interval) else ()
    cells = (
        joined(name),
        _number(points, telling),
        _number(claimed, telling),
        shown,
        _signed(difference(awarded, claimed), telling.places),
        span if amount != within else (),
        (),
        (),
    )
    return TableRow(cells, "sum")
