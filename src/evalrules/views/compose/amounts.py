"""How values are shown: numbers in their unit, intervals with their ends, texts in quotation marks."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

from evalrules.language.problems.problem import Phrase
from evalrules.language.values import (
    Absent,
    Amount,
    Day,
    Interval,
    Quantity,
    Text,
    Truth,
    Unread,
    show_approximate,
    show_number,
    unit_name,
)
from evalrules.meaning.derivation import Outcome
from evalrules.meaning.fault import Fault
from evalrules.views.compose.saying import quoted, shortened
from evalrules.views.page import Lang, plain
from evalrules.views.scores import show_score

_PLACES_OF_ENDLESS = 4

_EMPTY = Phrase("未填", "empty")
_DASHED = Phrase("“{0}”（视为未填）", "“{0}” (taken as empty)")
_UNREAD = Phrase("“{0}”（读不出数值）", "“{0}” (no number can be read from it)")
_FAULTY = Phrase("没有算出", "not computed")
_TRUTHS = {True: Phrase("是", "yes"), False: Phrase("否", "no"), None: Phrase("未定", "undecided")}
_ANY = Phrase("任意数", "any number")
_EXCLUDED = Phrase("（不含）", " (excl.)")


def show_value(value: Outcome, lang: Lang) -> str:
    """A value as it stands in a sentence or a formula."""
    match value:
        case Quantity():
            return show_measure(value, lang)
        case Text():
            return plain(quoted(value.text, lang))
        case Day():
            return value.show()
        case Truth():
            return _TRUTHS[value.value].in_(lang)
        case Absent():
            return (_DASHED if value.why else _EMPTY).in_(lang).format(shortened(value.why))
        case Unread():
            return _UNREAD.in_(lang).format(shortened(value.text))
        case Fault():
            return _FAULTY.in_(lang)


# Numbers ------------------------------------------------------------------------------------------


_UNITS = {"元": "yuan", "万元": "wan-yuan", "亿元": "yi-yuan", "个百分点": "pp", "天": "days"}
"""the units that the language itself spells in English; every other is shown as the form prints it"""


def show_measure(quantity: Quantity, lang: Lang) -> str:
    """A quantity in its own unit: 95%, 13 万元, ≥90%, 20/3（≈6.6667）."""
    amount, unit = quantity.amount, quantity.unit
    if isinstance(amount, Fraction):
        return _in_unit(amount / unit.scale, unit_name(unit), lang)
    return _between(amount, lambda end: _in_unit(end / unit.scale, unit_name(unit), lang), lang)


def _in_unit(size: Fraction, unit: str, lang: Lang) -> str:
    gap = "" if unit in ("", "%", "‰") else " "
    name = _UNITS.get(unit, unit) if lang == "en" else unit
    exact = show_number(size) + gap + name
    if "/" not in show_number(size):
        return exact
    near = show_approximate(size, _PLACES_OF_ENDLESS) + gap + name
    return f"{exact}（{near}）" if lang == "zh" else f"{exact} ({near})"


def show_amount(amount: Amount, places: int | None, lang: Lang) -> str:
    """A score, or the scores that are possible: 9.50, 0.00–10.00, 5.00–8.00（不含）."""
    if isinstance(amount, Fraction):
        return _score(amount, places, lang)
    return _between(amount, lambda end: _score(end, places, lang), lang)


def _score(score: Fraction, places: int | None, lang: Lang) -> str:
    shown = show_score(score, places)
    if "/" not in shown:
        return shown
    near = show_approximate(score, _PLACES_OF_ENDLESS)
    return f"{shown}（{near}）" if lang == "zh" else f"{shown} ({near})"


def _between(amount: Interval, show: Callable[[Fraction], str], lang: Lang) -> str:
    """The ends of an interval, and which of them are not part of it."""
    low, high = amount.low, amount.high
    if low is None or high is None:
        if low is not None:
            return ("≥" if amount.low_closed else ">") + show(low)
        if high is not None:
            return ("≤" if amount.high_closed else "<") + show(high)
        return _ANY.in_(lang)
    first = show(low) + ("" if amount.low_closed else _EXCLUDED.in_(lang))
    last = show(high) + ("" if amount.high_closed else _EXCLUDED.in_(lang))
    return f"{first}–{last}"
