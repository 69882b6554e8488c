"""Reads the date, the deadline or the span of time of an indicator cell.

A date is a span of days: a day, a month, a year or a part of one. Without a year it is a date all the
same, but which days it names is not known.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Literal, NamedTuple

from evalrules.language.values import vocabulary
from evalrules.language.values.value import Day, Reason
from evalrules.language.values.wording import Words, by_word

Role = Literal["date", "deadline", "range"]


class Occasion(NamedTuple):
    """A date as printed: what it is, the comparator in front, the days it names (None without a year)."""

    role: Role
    comparator: str
    day: Day | None


_OF_A_DATE = frozenset("年月季-/.")


def read_occasion(phrase: str) -> Occasion | Reason | None:
    """The date that a normalised phrase states, why there is none, or None if it states something else."""
    if _OF_A_DATE.isdisjoint(phrase):
        return None
    until = _UNTIL_WORDS.opening(phrase)
    comparator = _UNTIL.get(until, "=" if phrase.startswith("=") else "")
    start = phrase.removeprefix(until) if until else _without_label(phrase)
    if (span := _read_span(start)) is not None:
        return _occasion("range", comparator, span)
    read = _read_moment(start)
    role = None if read is None else _role(*read, until)
    if read is None or role is None:
        return None
    if read[0].year is None and not _is_date_without_year(role, comparator, read[0], phrase):
        return None
    return _occasion(role, comparator, read[0])


def _is_date_without_year(role: Role, comparator: str, moment: _Moment, phrase: str) -> bool:
    """Not ≤6月, which may be six months, nor 年底, which is a word for a time as 全年 is."""
    if comparator == "≤" and not moment.is_day:
        return False
    return role != "date" or re.search("[0-9]", phrase) is not None


def _occasion(role: Role, comparator: str, moment: _Moment) -> Occasion | Reason:
    day = moment.in_year(moment.year or _LEAP_YEAR)
    if day is None:
        return Reason.NO_SUCH_DAY
    return Occasion(role, comparator, day if moment.year else None)


# Moments ------------------------------------------------------------------------------------------

_LEAP_YEAR = 2000
_LAST_DAY = 0


class _Moment(NamedTuple):
    """Days as printed: year if there is one, first and last (month, day), where day 0 is a month's last."""

    year: int | None
    first: tuple[int, int]
    last: tuple[int, int]
    last_year: int | None = None

    @property
    def is_day(self) -> bool:
        return self.first == self.last

    def in_year(self, year: int) -> Day | None:
        """The days this names in `year`; None if there are no such days."""
        try:
            first, last = _date(year, *self.first), _date(self.last_year or year, *self.last)
        except ValueError:
            return None
        return Day(first, last) if first <= last else None


def _date(year: int, month: int, day: int) -> date:
    if day != _LAST_DAY:
        return date(year, month, day)
    return date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)


_YEAR_PARTS = {word: (first, last) for words, (first, last) in vocabulary.YEAR_PARTS.items() for word in words.split()}

_YEAR = "((?:19|20)[0-9]{2})"
_WRITTEN = (
    rf"(?:{_YEAR}年度?)?"
    rf"(?:第?({'|'.join(_YEAR_PARTS)})"
    rf"|([0-9]{{1,2}})月份?(?:({'|'.join(vocabulary.MONTH_PARTS)})|([0-9]{{1,2}})[日号])?)?"
    r"(年底|年末|底|末)?"
)
_NUMERIC = (
    rf"{_YEAR}([-/.])(0?[1-9]|1[0-2])(?:\2([0-9]{{1,2}}))?(?![0-9.%])"
    r"(?:[ T][0-9]{1,2}:[0-9]{2}(?::[0-9]{2}(?:\.0+)?)?)?"
)


def _read_moment(text: str) -> tuple[_Moment, str] | None:
    """The date at the head of `text`, and what follows it."""
    if match := re.match(_NUMERIC, text):
        year, point, month, day = match.groups()
        if not day and point == ".":
            return None  # 2022.12 may as well be a decimal.
        first, last = (int(day), int(day)) if day else (1, _LAST_DAY)
        return _Moment(int(year), (int(month), first), (int(month), last)), text[match.end() :]
    match = re.match(_WRITTEN, text)
    moment = _written_moment(*match.groups()) if match else None
    return (moment, text[match.end() :]) if match and moment else None


def _written_moment(
    year: str | None, part: str | None, month: str | None, third: str | None, day: str | None, end: str | None
) -> _Moment | None:
    """2022年12月31日, 12月上旬, 2022年第四季度, 2021年底."""
    if part:
        first_month, last_month = _YEAR_PARTS[part]
    elif month:
        first_month = last_month = int(month)
    elif year or (end or "").startswith("年"):
        first_month, last_month = 1, 12
    else:
        return None
    first_day, last_day = vocabulary.MONTH_PARTS[third] if third else (1, _LAST_DAY)
    if day:
        first_day = last_day = int(day)
    first, last = (first_month, first_day), (last_month, last_day)
    return _Moment(int(year) if year else None, last if end else first, last)


# Spans --------------------------------------------------------------------------------------------

_TO = "(?:--?|[—–―]{1,2}|~|至|到)"
_TO_CHARACTERS = frozenset("-—–―~至到")
_TWO_DATES = rf"(.{{2,14}}?){_TO}(.{{2,14}})"
_MONTHS = rf"(?:{_YEAR}年)?([0-9]{{1,2}})月?份?{_TO}([0-9]{{1,2}})月份?"
_YEARS = rf"{_YEAR}年?{_TO}{_YEAR}年"
_DOTTED = rf"{_YEAR}\.(0?[1-9]|1[0-2]){_TO}{_YEAR}\.(0?[1-9]|1[0-2])"


def _read_span(text: str) -> _Moment | None:
    """A span with both ends printed: 1-12月, 2021-2022年, 2023.07-2024.01, 2022年1月1日至6月30日."""
    if _TO_CHARACTERS.isdisjoint(text):
        return None
    if match := re.fullmatch(_MONTHS, text):
        year, first, last = match.groups()
        return _Moment(int(year) if year else None, (int(first), 1), (int(last), _LAST_DAY))
    if match := re.fullmatch(_YEARS, text):
        return _Moment(int(match.group(1)), (1, 1), (12, _LAST_DAY), int(match.group(2)))
    if match := re.fullmatch(_DOTTED, text):
        start, first_month, end, last_month = map(int, match.groups())
        return _Moment(start, (first_month, 1), (last_month, _LAST_DAY), end)
    match = re.fullmatch(_TWO_DATES, text)
    return _joined(*match.groups()) if match else None


def _joined(first_text: str, last_text: str) -> _Moment | None:
    """The span from one date to another, which may leave out the year of the first."""
    start, end = _read_moment(first_text), _read_moment(last_text)
    if start is None or end is None or start[1] or end[1]:
        return None
    first, last = start[0], end[0]
    if first.year is None and last.year is not None:
        return None
    return _Moment(first.year, first.first, last.last, last.year)


# Around a date ------------------------------------------------------------------------------------

_UNTIL = by_word(vocabulary.UNTIL)
_UNTIL_WORDS = Words(_UNTIL)
_LABELS = Words(vocabulary.DATE_LABELS.split())
_LINKS = Words(vocabulary.DATE_LINKS.split())
_BEFORE = Words(vocabulary.BEFORE.split())
_ADVERBS = Words(vocabulary.DATE_ADVERBS.split())
_VERBS = Words(vocabulary.DATE_VERBS.split())
_DENIALS = Words(vocabulary.DENIALS.split())
_LONGEST_DUTY = 20


def _without_label(phrase: str) -> str:
    """完成时间为2022年12月30日 without its label."""
    rest = phrase.removeprefix(_LABELS.opening(phrase))
    return rest.removeprefix(_LINKS.opening(rest))


def _role(moment: _Moment, rest: str, until: str) -> Role | None:
    """What a date with the words behind it is; None if they say something else."""
    if before := _BEFORE.opening(rest):
        return "deadline" if _is_duty(rest.removeprefix(before)) else None
    if rest and rest.removeprefix(_ADVERBS.opening(rest)).removesuffix("了") not in _VERBS:
        return None
    is_named_end = moment.is_day and moment.first[1] == _LAST_DAY
    return "deadline" if until or (rest and is_named_end) else "date"


def _is_duty(words: str) -> bool:
    """Whether the words behind a deadline say what is due, and nothing about whether it was done."""
    if not words:
        return True
    opens = _ADVERBS.opening(words) or _VERBS.opening(words)
    silent = not re.search("[0-9]", words) and not _DENIALS.within(words)
    return bool(opens) and silent and len(words) <= _LONGEST_DUTY
