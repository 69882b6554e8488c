"""Reads the number of an indicator cell: comparator, number, unit, or the reason why there is none.

The whole cell must be accounted for: a word in front of the number, a unit or an ending that is not in
the vocabulary leaves it unread. The grammar is `grammars/values.ebnf`.
"""

from __future__ import annotations

import re
from enum import Enum
from fractions import Fraction
from itertools import takewhile
from typing import NamedTuple

from evalrules.language.values import vocabulary
from evalrules.language.values.number import parse_decimal
from evalrules.language.values.numeral import NUMERAL_CHARACTERS, read_numeral
from evalrules.language.values.unit import Dimension, Unit, known_unit
from evalrules.language.values.unread import why_unread
from evalrules.language.values.value import Reason
from evalrules.language.values.wording import SIGN_CHARACTERS, Words, by_word, leading


class Figure(NamedTuple):
    """A number as printed: comparator (empty or one of = < ≤ > ≥), number, end of a range, unit."""

    comparator: str
    number: Fraction
    upper: Fraction | None
    unit: str


def read_figure(phrase: str) -> Figure | Reason | None:
    """The number that a normalised phrase states, why none is safe to read, or None for mere words."""
    lead, rest = _read_lead(phrase)
    body = _read_body(rest)
    if body is None:
        return why_unread(phrase, rest)
    comparators = {_COMPARATORS.get(word, "?") for role, word in lead if role is _Role.COMPARATOR}
    comparators |= {body.comparator} - {""}
    if len(comparators) > 1 or "?" in comparators:
        return Reason.CONTRADICTORY
    figure = body._replace(comparator="".join(comparators), unit=_unit_per(body.unit, lead))
    return _doubt(figure, lead, rest) or figure


# In front of the number ---------------------------------------------------------------------------


class _Role(Enum):
    """What a word in front of a number does to it."""

    COMPARATOR = "≥, 不低于"
    FILLER = "已完成"
    CONTROL = "控制在"
    PER = "每亩"
    NAME = "满意度"


_Lead = list[tuple[_Role, str]]

_COMPARATORS = by_word(vocabulary.COMPARATOR_SIGNS) | by_word(vocabulary.COMPARATOR_WORDS)
_LEAD_WORDS = (
    (_Role.COMPARATOR, Words(by_word(vocabulary.COMPARATOR_WORDS))),
    (_Role.FILLER, Words(vocabulary.FILLERS.split())),
    (_Role.CONTROL, Words(vocabulary.CONTROLS.split())),
    (_Role.PER, Words("每" + word for word in vocabulary.PER_ONE.split())),
)
_MOST_LEADS = 8


def _read_lead(phrase: str) -> tuple[_Lead, str]:
    """The words in front of the number, each with its role, and the rest of the phrase."""
    lead: _Lead = []
    while len(lead) < _MOST_LEADS and not phrase[:1].isdigit():
        role, word = _lead_word(phrase)
        if not word:
            break
        lead.append((role, word))
        phrase = phrase[len(word) :].removeprefix(":")
    return lead, phrase


def _lead_word(phrase: str) -> tuple[_Role, str]:
    """The longest word with a role that opens `phrase`; the word is empty if there is none."""
    if signs := leading(phrase, SIGN_CHARACTERS):
        return _Role.COMPARATOR, signs
    found = max(((role, words.opening(phrase)) for role, words in _LEAD_WORDS), key=lambda item: len(item[1]))
    return found if found[1] else (_Role.NAME, _name_of_level(phrase))


_NAME_ENDINGS = by_word(vocabulary.NAME_ENDINGS)
_TWO_NAMES = Words(ending + link for ending in _NAME_ENDINGS for link in vocabulary.CONJUNCTIONS.split())
_NOT_A_LEVEL = Words(vocabulary.NOT_A_LEVEL.split() + list(by_word(vocabulary.COMPARATOR_WORDS)))
_LONGEST_NAME = 16


def _name_of_level(phrase: str) -> str:
    """`验收合格率` in front of its number, unless it names a change, a part, a denial or two things."""
    head = "".join(takewhile(_is_han, phrase[:_LONGEST_NAME]))
    name = head[: max(head.rfind(ending) + len(ending) if ending in head else 0 for ending in _NAME_ENDINGS)]
    return "" if _NOT_A_LEVEL.within(name) or _TWO_NAMES.within(name) else name


def _is_han(char: str) -> bool:
    return "一" <= char <= "龥"


def _unit_per(unit: str, lead: _Lead) -> str:
    """每人每月300元 is 300 元/人·月."""
    per = [word.removeprefix("每") for role, word in lead if role is _Role.PER]
    return f"{unit}/{'·'.join(per)}" if per else unit


# The number and what follows it -------------------------------------------------------------------

# Patterns are given to `re` where they are used: it keeps them, and a form without ranges never
# pays for theirs.
_DIGITS = r"[0-9][0-9,]*(?:\.[0-9]+)?"
_ONE_NUMBER = rf"(-?{_DIGITS})(.*)"
_RANGE = rf"({_DIGITS})([^0-9,.]{{0,6}}?)(?:--?|~~?|[—–―]{{1,2}}|至|到)({_DIGITS})(.*)"
_RANGE_CHARACTERS = frozenset("-~—–―至到")

_PARTS = {"百分之": "%", "千分之": "‰"}
_PART_WORDS = Words(_PARTS)
_WHOLE = Figure("", Fraction(100), None, "%")
_SPELT_WHOLE = ("百分百", "百分之百")


def _read_body(text: str) -> Figure | None:
    """The figure that `text` states from its number to its end; its comparator is that of its suffix."""
    if text in _SPELT_WHOLE:
        return _WHOLE
    if parts := _PART_WORDS.opening(text):
        figure = _read_single(text.removeprefix(parts))
        return figure._replace(unit=_PARTS[parts]) if figure and not figure.unit else None
    if not _RANGE_CHARACTERS.isdisjoint(text) and (match := re.fullmatch(_RANGE, text)):
        return _read_range(*match.groups())
    figure = _read_single(text)
    if figure and text[0] in NUMERAL_CHARACTERS and figure.unit in ("", "分"):
        return None  # 十分 is “very”; a numeral without a unit may be a dash or a heading.
    return figure


def _read_single(text: str) -> Figure | None:
    """One number, in digits or in Chinese, with its ending."""
    if match := re.fullmatch(_ONE_NUMBER, text):
        return _figure(parse_decimal(match.group(1)), match.group(2))
    numeral = leading(text, NUMERAL_CHARACTERS)
    number = read_numeral(numeral) if numeral else None
    return None if number is None else _figure(Fraction(number), text.removeprefix(numeral))


def _figure(number: Fraction | None, ending: str) -> Figure | None:
    """A number with its `ending`: unit, suffix (以上), and whether the number is included."""
    unit, comparator = _read_ending(ending)
    if number is None or known_unit(unit) is None:
        return None
    return Figure(comparator, number, None, unit)


def _read_range(low: str, low_unit: str, high: str, ending: str) -> Figure | None:
    """80%至90%, 10-20人."""
    first = parse_decimal(low)
    last = _figure(parse_decimal(high), ending.removesuffix(vocabulary.RANGE_SUFFIX))
    if first is None or last is None or last.comparator or low_unit not in ("", last.unit):
        return None
    return Figure("", first, last.number, last.unit)


_BOUND_SUFFIXES = by_word(vocabulary.BOUND_SUFFIXES)
_SUFFIXES = Words(_BOUND_SUFFIXES)
_INCLUDED = Words(vocabulary.INCLUDED.split())
_EXCLUDED = Words(vocabulary.EXCLUDED.split())
_CLOSERS = Words(vocabulary.CLOSERS.split())
_STRICT = {"≥": ">", "≤": "<"}


def _read_ending(ending: str) -> tuple[str, str]:
    """The unit at the head of `ending` and the comparator of the suffix behind it."""
    rest, excluded = _without_inclusion(ending)
    suffix = _SUFFIXES.closing(rest)
    if not suffix:
        unit = ending.removesuffix(_CLOSERS.closing(ending))
        return (unit if unit in vocabulary.PERCENTAGES else ending), ""
    unit, also_excluded = _without_inclusion(rest.removesuffix(suffix))
    comparator = _BOUND_SUFFIXES[suffix]
    return unit, _STRICT[comparator] if excluded or also_excluded else comparator


def _without_inclusion(text: str) -> tuple[str, bool]:
    """`text` without a closing (含) or (不含), and whether it was (不含)."""
    excluded = _EXCLUDED.closing(text)
    return text.removesuffix(excluded or _INCLUDED.closing(text)), bool(excluded)


# Doubts -------------------------------------------------------------------------------------------


def _doubt(figure: Figure, lead: _Lead, printed: str) -> Reason | None:
    """Why a figure that can be read is nevertheless not certain."""
    unit = known_unit(figure.unit)
    if unit is None:
        return Reason.UNKNOWN_UNIT
    if figure.upper is not None and figure.comparator not in ("", "="):
        return Reason.CONTRADICTORY
    if figure.upper is not None and figure.number >= figure.upper:
        return Reason.BACKWARDS
    if printed[0] == "一" and printed[1] not in "十百千" and not lead:
        return Reason.DASH_OR_ONE
    if unit.dimension is Dimension.PERCENT and unit.scale == 1 and figure.number > 1:
        return Reason.BEYOND_ONE
    return _doubt_of_lead(figure, unit, lead) or _doubt_of_date(figure, printed)


def _doubt_of_lead(figure: Figure, unit: Unit, lead: _Lead) -> Reason | None:
    roles = [role for role, _ in lead]
    if _Role.CONTROL in roles and not figure.comparator and figure.upper is None:
        return Reason.NO_CEILING
    names = [word for role, word in lead if role is _Role.NAME]
    if len(names) > 1 or not all(_fits_name(unit, name) for name in names):
        return Reason.IN_WORDS
    return None


def _fits_name(unit: Unit, name: str) -> bool:
    """Whether 满意度 is told in %, 成本 in 元, 人数 in a count, or either without a unit."""
    ending = next(ending for ending in _NAME_ENDINGS if name.endswith(ending))
    return unit.dimension in (Dimension.UNSTATED, Dimension[_NAME_ENDINGS[ending]])


# A year of our time, alone, as a span, or with a month and perhaps a day; or a month and its last day.
_DIGITS_OF_DATE = (
    r"20[123][0-9](?:\D+20[123][0-9]|\.?(?:0[1-9]|1[0-2])(?:[0-2][0-9]|3[01])?)?"
    r"|(?:0?[1-9]|1[0-2])-(?:2[89]|3[01])"
)
_SHORTEST_DATE = 4


def _doubt_of_date(figure: Figure, printed: str) -> Reason | None:
    """A number that might name a year, a month or a day instead of counting something."""
    bounded = figure.comparator not in ("", "=")
    match figure.unit.partition("/")[0]:
        case "日":
            doubtful = not bounded
        case "年":
            doubtful = 1900 <= figure.number <= 2100 or (not bounded and 20 <= figure.number <= 29)
        case "" if not bounded and len(printed) >= _SHORTEST_DATE:
            doubtful = re.fullmatch(_DIGITS_OF_DATE, printed) is not None
        case _:
            doubtful = False
    return Reason.DATE_OR_NUMBER if doubtful else None
