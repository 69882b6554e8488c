"""Chinese numerals below ten thousand, in the strict spelling: 十二, 一百零五, 两千."""

from __future__ import annotations

_DIGITS = "零一二三四五六七八九"
_PLACES = (("千", 1000), ("百", 100), ("十", 10), ("", 1))
_WORTH = dict(_PLACES)

NUMERAL_CHARACTERS = frozenset(_DIGITS + "〇两千百十")


def read_numeral(text: str) -> int | None:
    """The number that `text` spells, or None.

    Colloquial and approximate forms are None: 一百一 (110 or 101?), 三五 (three to five), 二〇二二. So
    the number is read loosely and must then be spelt as `text` spells it.
    """
    plain = ("一" if text.startswith("十") else "") + text.replace("两", "二").replace("〇", "零")
    total, digit = 0, 0
    for char in plain:
        if char in _DIGITS:
            digit = _DIGITS.index(char)
        elif char in _WORTH:
            total, digit = total + (digit or 1) * _WORTH[char], 0
        else:
            return None
    number = total + digit
    return number if _spell(number) == plain else None


def _spell(number: int) -> str:
    """The strict spelling of a number below 10,000, with 一十 for ten."""
    spelt, rest, gap = "", number, False
    for place, worth in _PLACES:
        digit, rest = divmod(rest, worth)
        if digit:
            spelt += ("零" if gap and spelt else "") + _DIGITS[digit % 10] + place
        gap = not digit
    return spelt or _DIGITS[0]
