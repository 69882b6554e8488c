"""Choosing numbers: one that lies within what is admitted, printed as a form would print it."""

from __future__ import annotations

from fractions import Fraction

from evalrules.language.values import (
    Amount,
    Interval,
    Quantity,
    Unit,
    contains,
    measure,
    parse_value,
    show_number,
    unit_name,
)

_PLACES = 9
_FAR = Fraction(100)


def number_in(amount: Amount, share: Fraction) -> Fraction | None:
    """A number of `amount` with at most nine decimals, `share` (0 to 1) of the way up; None if it has none.

    Where there is no upper end, the way up is a hundred long.
    """
    if isinstance(amount, Fraction):
        return amount
    low, high = _reachable(amount)
    exact = low + share * (high - low)
    scale = 10**_PLACES
    near = [Fraction(step, scale) for step in (exact * scale // 1, exact * scale // 1 + 1)]
    return next((number for number in near if contains(amount, number)), None)


def _reachable(amount: Interval) -> tuple[Fraction, Fraction]:
    low, high = amount.low, amount.high
    if low is None:
        return (high - _FAR, high) if high is not None else (-_FAR, _FAR)
    return low, low + _FAR if high is None else high


def printed(number: Fraction, unit: Unit) -> str | None:
    """`number` as a cell prints it in `unit`; None if the cell would not be read as that number."""
    text = show_number(number / unit.scale) + unit_name(unit)
    return text if measure(parse_value(text)) == Quantity(number, unit) else None
