"""Says why a phrase that is not in the grammar of numbers is not read, so that a person can mend it."""

from __future__ import annotations

import re

from evalrules.language.values import vocabulary
from evalrules.language.values.number import MOST_DIGITS
from evalrules.language.values.numeral import NUMERAL_CHARACTERS
from evalrules.language.values.unit import Dimension, known_unit
from evalrules.language.values.value import Reason
from evalrules.language.values.wording import SIGN_CHARACTERS, Words, leading

_NUMBER = "[0-9][0-9,.]*"
_RANK = "第[0-9]+[^0-9]{0,6}|前[0-9]+名|[0-9]+[A-Z一-龥]?级.{0,4}|[0-9]+等"
_FRACTION = "[0-9.]+[/:.][0-9./:]+"
_YEAR = "(?:19|20)[0-9]{2}年"
_DATE = "(?:(?:19|20)[0-9]{2}年)?[0-9]{1,2}月(?:[0-9]{1,2}[日号])?|(?:19|20)[0-9]{2}(?:[-/.][0-9]{1,2}){2}"
_NUMBER_AND_UNIT = "-?[0-9][0-9,.]*[^0-9]{0,6}"

_CHANGES = Words(vocabulary.CHANGES.split())
_APPROXIMATIONS = Words(vocabulary.APPROXIMATIONS.split())


def why_unread(phrase: str, rest: str) -> Reason | None:
    """The likeliest reason why `phrase` states no number; None if it is words and no number at all.

    `rest` is the phrase without what may stand in front of a number.
    """
    numbers = re.findall(_NUMBER, phrase)
    if not numbers:
        return _why_no_digits(phrase, rest)
    if max(map(len, numbers)) > MOST_DIGITS:
        return Reason.TOO_MANY_DIGITS
    if re.fullmatch(_RANK, phrase):
        return Reason.RANK
    if re.fullmatch(_FRACTION, rest):
        return Reason.FRACTION_OR_DATE
    return _why_in_words(phrase, rest, numbers)


def _why_in_words(phrase: str, rest: str, numbers: list[str]) -> Reason:
    if not re.search("[0-9]", re.sub(_YEAR, "", phrase)):
        return Reason.YEAR_IN_WORDS
    if not re.search("[0-9]", re.sub(_DATE, "", phrase)):
        return Reason.DATE_IN_WORDS
    if _CHANGES.within(phrase.partition(numbers[0])[0]):
        return Reason.CHANGE
    if _APPROXIMATIONS.within(phrase):
        return Reason.APPROXIMATE
    if len(numbers) > 1:
        return Reason.SEVERAL
    return Reason.UNKNOWN_UNIT if re.fullmatch(_NUMBER_AND_UNIT, rest) else Reason.IN_WORDS


def _why_no_digits(phrase: str, rest: str) -> Reason | None:
    """A phrase without digits is text, unless it is a numeral, or a form left without its number."""
    characters = set(phrase)
    if characters == {"一"}:
        return Reason.DASH_OR_ONE
    if characters <= NUMERAL_CHARACTERS:
        return Reason.NO_UNIT
    unit = known_unit(rest)
    if unit is None:
        return None
    awaits_number = leading(phrase, SIGN_CHARACTERS) or unit.dimension in (Dimension.MONEY, Dimension.PERCENT)
    return Reason.NO_NUMBER if awaits_number else None
