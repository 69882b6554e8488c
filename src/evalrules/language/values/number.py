"""Exact numbers: reading a printed decimal, printing a rational, rounding to a step.

Every number of the language is a `fractions.Fraction`. A number printed on a form has at most
60 digits and no exponent; anything longer is not a number but an accident.
"""

from __future__ import annotations

import re
from enum import Enum
from fractions import Fraction

MOST_DIGITS = 60
_SHOWN_PLACES = 12

_DECIMAL = r"([+-]?)([0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(\.[0-9]+)?"
_TO_ASCII = str.maketrans("０１２３４５６７８９．，＋－−", "0123456789.,+--")

# CPython refuses to print an integer of more than 4300 digits in one go.
_CHUNK_DIGITS = 4000
_CHUNK = 10**_CHUNK_DIGITS


def parse_decimal(text: str) -> Fraction | None:
    """The number that `text` prints in plain decimal, or None.

    Full-width digits, a leading sign and thousands separators in proper groups of three are
    understood. An exponent, a fraction, a bare point or more than 60 digits is None.
    """
    if len(text) > 2 * MOST_DIGITS:
        return None
    match = re.fullmatch(_DECIMAL, text.strip().translate(_TO_ASCII))
    if match is None:
        return None
    sign, whole, decimals = match.group(1), match.group(2).replace(",", ""), match.group(3) or "."
    digits = whole + decimals[1:]
    if len(digits.lstrip("0")) > MOST_DIGITS:
        return None
    size = Fraction(int(digits), 10 ** (len(decimals) - 1))
    return -size if sign == "-" else size


def show_number(value: Fraction) -> str:
    """`value` as an exact decimal if it ends within 12 places, else as a fraction `3/7`."""
    scaled = value * 10**_SHOWN_PLACES
    if scaled.denominator != 1:
        return f"{_integer(value.numerator)}/{_integer(value.denominator)}"
    return _decimal(scaled.numerator, _SHOWN_PLACES).rstrip("0").rstrip(".")


def show_fixed(value: Fraction, places: int) -> str:
    """`value` with exactly `places` decimals; a value with more of them is shown whole."""
    scaled = value * 10**places
    if scaled.denominator != 1:
        return show_number(value)
    return _decimal(scaled.numerator, places)


def show_approximate(value: Fraction, places: int) -> str:
    """`value` rounded half up to `places` decimals, with ≈ in front where that is not exact."""
    rounded = round_to(value, Fraction(1, 10**places), Rounding.HALF_UP)
    mark = "" if rounded == value else "≈"
    return mark + show_fixed(rounded, places)


def _decimal(units: int, places: int) -> str:
    """The decimal that counts `units` of the last of `places` places."""
    digits = _integer(abs(units)).zfill(places + 1)
    sign = "-" if units < 0 else ""
    split = len(digits) - places
    return sign + digits[:split] + ("." + digits[split:] if places else "")


def _integer(value: int) -> str:
    """The decimal digits of an integer of any size."""
    if abs(value) < _CHUNK:
        return str(value)
    chunks, rest = [], abs(value)
    while rest >= _CHUNK:
        rest, low = divmod(rest, _CHUNK)
        chunks.append(str(low).zfill(_CHUNK_DIGITS))
    return ("-" if value < 0 else "") + str(rest) + "".join(reversed(chunks))


class Rounding(Enum):
    """How a policy says that a number between two steps is to be rounded."""

    HALF_UP = "四舍五入"
    DOWN = "舍去"
    UP = "进一"
    HALF_EVEN = "四舍六入五成双"


def round_to(value: Fraction, step: Fraction, mode: Rounding) -> Fraction:
    """`value` as a whole number of `step`s (for two decimals, a step of 1/100).

    Half up means away from zero, down toward zero, up away from zero, so that a deduction is
    rounded as the same award would be. A `step` that is not positive raises ValueError.
    """
    if step <= 0:
        raise ValueError(f"cannot round to steps of {step}")
    steps = value / step
    size, rest = divmod(abs(steps.numerator), steps.denominator)
    if _goes_up(size, 2 * rest, steps.denominator, mode):
        size += 1
    return (size if steps >= 0 else -size) * step


def _goes_up(size: int, twice_rest: int, whole: int, mode: Rounding) -> bool:
    """Whether `size` and a rest of `twice_rest / 2 / whole` becomes `size + 1`."""
    match mode:
        case Rounding.HALF_UP:
            return twice_rest >= whole
        case Rounding.DOWN:
            return False
        case Rounding.UP:
            return twice_rest > 0
        case Rounding.HALF_EVEN:
            return twice_rest > whole or (twice_rest == whole and size % 2 == 1)
