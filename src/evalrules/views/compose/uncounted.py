"""The rows that do not count in the total, and how the differences of the others make that of the total."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from attrs import frozen

from evalrules.language.problems.problem import Phrase
from evalrules.language.values import show_number
from evalrules.meaning.derivation import Derivation, Outcome, RowDerivation
from evalrules.views.compose.row import STATUS, label_of
from evalrules.views.compose.saying import joined, listed, number, text
from evalrules.views.compose.telling import Telling
from evalrules.views.page import Role, Words, WorkedLine
from evalrules.views.scores import difference, number_of, points_of_total, show_score

_ROWS = Phrase("不计入总分的行：{rows}", "rows that do not count in the total: {rows}")
_ROW = Phrase("{row}（{facts}）", "{row} ({facts})")
_ROW_POINTS = Phrase("分值 {points}", "points {points}")
_ROW_CLAIM = Phrase("自评 {claimed}", "self {claimed}")
_POINTS = Phrase(
    "满分 {points}，不含这些行的分值 {left_out}",
    "points {points}, without the {left_out} of these rows",
)
_DIFFERENCE = Phrase(
    "差异 {total} = 各行差异 {rows} − 这些行的自评 {claims}{others}",
    "difference {total} = differences of the rows {rows} − what was claimed for these rows {claims}{others}",
)
_BY_STEPS = Phrase(" {sign} 总分各步 {size}", " {sign} the steps of the total {size}")
_BY_SUM = Phrase(
    " {sign} 自评总分与各行自评之和的差 {size}",
    " {sign} what the total claimed and the sum of the claims differ by, {size}",
)
_COMMA = Phrase("，", ", ")
_OUTSIDE = ("void", "not-applicable", "unscored")


def uncounted_lines(derivation: Derivation, telling: Telling) -> Iterator[WorkedLine]:
    """Which rows are left out that bear points or a claim, and what the total lacks for it; nothing if none is."""
    rows = tuple(row for row in derivation.rows if _is_left_out(row))
    if not rows:
        return
    names = listed((_row(row, telling) for row in rows), telling.lang)
    yield WorkedLine(Role.NOTE, telling.say(_ROWS, rows=names))
    left_out = sum(_numbers(row.maximum for row in rows), Fraction(0))
    points = number_of(points_of_total(derivation))
    if points is not None and left_out:
        shown = {"points": number(show_number(points)), "left_out": number(show_number(left_out))}
        yield WorkedLine(Role.NOTE, telling.say(_POINTS, **shown))
    parts = _parts(derivation, rows)
    if parts is not None and parts.claims:
        yield WorkedLine(Role.NOTE, _difference(parts, telling))


def _is_left_out(row: RowDerivation) -> bool:
    """Whether the row earns nothing that counts, though it bears points or somebody claimed some."""
    if row.status not in _OUTSIDE or number_of(row.awarded) is not None:
        return False
    return bool(number_of(row.claimed)) or (row.status != "unscored" and bool(number_of(row.maximum)))


def _numbers(outcomes: Iterator[Outcome]) -> Iterator[Fraction]:
    return (found for each in outcomes if (found := number_of(each)) is not None)


def _row(row: RowDerivation, telling: Telling) -> Words:
    facts = [telling.say(STATUS[row.status])]
    points, claimed = number_of(row.maximum), number_of(row.claimed)
    if points is not None:
        facts.append(telling.say(_ROW_POINTS, points=number(show_number(points))))
    if claimed is not None:
        facts.append(telling.say(_ROW_CLAIM, claimed=number(show_number(claimed))))
    return telling.say(_ROW, row=label_of(row), facts=listed(facts, telling.lang, _COMMA))


# The difference -----------------------------------------------------------------------------------


@frozen
class _Parts:
    """The difference of the total, in points: `total` = `rows` − `claims` + `steps` − `sums`."""

    total: Fraction
    rows: Fraction
    claims: Fraction
    steps: Fraction
    sums: Fraction

    def all(self) -> tuple[Fraction, ...]:
        return self.total, self.rows, self.claims, self.steps, self.sums


def _parts(derivation: Derivation, left_out: tuple[RowDerivation, ...]) -> _Parts | None:
    """What makes the difference; None where the total is no plain sum, or a row that counts cannot be compared."""
    total = derivation.total
    if total is None or number_of(points_of_total(derivation)) is None:
        return None
    awarded, claimed = number_of(total.awarded), number_of(derivation.claimed_total)
    counted = [row for row in derivation.rows if row.status not in _OUTSIDE or number_of(row.awarded) is not None]
    sizes = [difference(row.awarded, row.claimed) for row in counted]
    if awarded is None or claimed is None or None in sizes:
        return None
    earned = sum(_numbers(row.awarded for row in counted), Fraction(0))
    asked = sum(_numbers(row.claimed for row in counted), Fraction(0))
    lost = sum(_numbers(row.claimed for row in left_out), Fraction(0))
    return _Parts(awarded - claimed, earned - asked, lost, awarded - earned, claimed - asked - lost)


def _difference(parts: _Parts, telling: Telling) -> Words:
    """`−16.33 = −6.33 − 10.00`, in the decimals of the form where they tell the numbers exactly."""
    places = telling.places
    if places is not None and any((each * 10**places).denominator != 1 for each in parts.all()):
        places = None
    steps = _term(_BY_STEPS, parts.steps, places, telling)
    sums = _term(_BY_SUM, -parts.sums, places, telling)
    return telling.say(
        _DIFFERENCE,
        total=number(_signed(parts.total, places)),
        rows=number(_signed(parts.rows, places)),
        claims=number(show_score(parts.claims, places)),
        others=joined((*steps, *sums)),
    )


def _signed(size: Fraction, places: int | None) -> str:
    sign = "" if size == 0 else "+" if size > 0 else "−"
    return sign + show_score(abs(size), places)


def _term(phrase: Phrase, size: Fraction, places: int | None, telling: Telling) -> Words:
    """An addend with its sign; nothing where it is nothing."""
    if size == 0:
        return ()
    sign = text("+" if size > 0 else "−")
    return telling.say(phrase, sign=sign, size=number(show_score(abs(size), places)))
