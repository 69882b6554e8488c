"""One form of ten rows, cells already read: the definition against two loops written by hand."""

from __future__ import annotations

from fractions import Fraction

from attrs import frozen

import evalrules
from benchmarks.timing import medians, per_run, repeated, report
from evalrules.language.policy.form import Cell, Form, FormRow
from evalrules.meaning.derive import derive
from evalrules.meaning.facts import facts_from_form

ROWS = (
    ("36", "36", "15"), ("100", "95.5", "15"), ("≥90%", "90%", "10"), ("40", "31", "10"), ("1000", "1200", "10"),
    ("100%", "95%", "10"), ("250", "249", "10"), ("12.5", "12.5", "5"), ("60", "23", "7.5"), ("8", "7", "7.5"),
)  # fmt: skip
AIMS = {"derive (all reasons)": "< 4 × the Fraction loop"}


@frozen
class Numbers:
    """A row as the loops take it: target, actual, points."""

    target: Fraction
    actual: Fraction
    points: Fraction


def run(rounds: int = 31) -> str:
    """Time the loops and the definition on the same ten rows, and hold their totals to each other."""
    numbers = [Numbers(*(_number(text) for text in row)) for row in ROWS]
    floats = [(float(row.target), float(row.actual), float(row.points)) for row in numbers]
    policy = evalrules.load("yanchi-2022").checked
    facts = facts_from_form(_form(), policy.schema)
    total = derive(policy, facts).total
    assert total is not None
    assert evalrules.load("yanchi-2022").evaluate(_form()).total.awarded == fraction_loop(numbers)
    seconds = medians(
        {
            "Fraction loop": repeated(lambda: fraction_loop(numbers), 100),
            "float loop (wrong on ties)": repeated(lambda: float_loop(floats), 100),
            "derive (all reasons)": repeated(lambda: derive(policy, facts), 5),
        },
        rounds,
    )
    return report("(2) one form of ten rows", per_run(seconds, (100, 100, 5)), "Fraction loop", AIMS)


def fraction_loop(rows: list[Numbers]) -> Fraction:
    """The ratio rule by hand, exactly, without a reason."""
    total = Fraction(0)
    for row in rows:
        if row.actual >= row.target:
            award = row.points
        else:
            award = min(row.actual / row.target * row.points, row.points)
        total += Fraction(int(award * 100 + Fraction(1, 2)), 100)
    return total


def float_loop(rows: list[tuple[float, float, float]]) -> float:
    """The same with floats, as a spreadsheet does it."""
    total = 0.0
    for target, actual, points in rows:
        award = points if actual >= target else min(actual / target * points, points)
        total += round(award, 2)
    return total


def _number(text: str) -> Fraction:
    digits = text.lstrip("≥")
    return Fraction(digits.removesuffix("%")) / (100 if digits.endswith("%") else 1)


def _form() -> Form:
    rows = tuple(
        FormRow(
            {
                "level1": Cell("产出指标", ""),
                "name": Cell(f"指标{at}", ""),
                "target": Cell(target, ""),
                "actual": Cell(actual, ""),
                "points": Cell(points, ""),
            },
            f"indicators[{at}]",
        )
        for at, (target, actual, points) in enumerate(ROWS)
    )
    return Form("ten rows", "project", {}, {"indicators": rows})
