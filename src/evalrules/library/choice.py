"""Which policy of a library a form is scored by, and why that one."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import takewhile

from attrs import evolve, frozen

from evalrules.language.policy.years import Years
from evalrules.library.header import Header
from evalrules.library.shelf import Entry, Shelf


@frozen
class Wanted:
    """What a form says of itself: its schema, where it is from, its year; "" where it does not say."""

    schema: str
    place: str
    year: str


@frozen
class Choice:
    """The policies that fit best: one, none, or several that tie. `others` are for the same form, nearest first.

    The headers are complete: they have the lines inherited from the policies that are amended.
    """

    wanted: Wanted
    fitting: tuple[Entry, ...]
    others: tuple[Entry, ...]
    schemas: tuple[str, ...]
    """the schemas for which there are policies"""

    @property
    def local(self) -> tuple[Entry, ...]:
        """Policies of a nearer place than that of those which fit: they are for other years."""
        level = max((_level(each.header) for each in self.fitting), default=0)
        return tuple(
            each for each in self.others if _level(each.header) > level and _is_within(self.wanted.place, each.header)
        )


def choose(shelf: Shelf, wanted: Wanted) -> Choice:
    """The policies for `wanted`: of its schema and year, of its place or the nearest place above it.

    宁夏/吴忠/盐池 falls back to 宁夏/吴忠, then 宁夏, then a policy without a place. Of several for one
    place, one gives way to another for fewer years, all of which are its own too: a year goes before a range that
    holds it, a range before one that has no end, a policy without a year comes last. Ranges that overlap tie. A form
    that does not say its schema may be any; one that does not say its place or year is none in particular.
    """
    policies = policies_on(shelf)
    of_schema = [each for each in policies if wanted.schema in ("", each.header.applies)]
    candidates = [each for each in of_schema if _covers(each.header, wanted)]
    level = max((_level(each.header) for each in candidates), default=0)
    of_place = [each for each in candidates if _level(each.header) == level]
    fitting = tuple(each for each in of_place if not any(_is_closer(other, each) for other in of_place))
    others = sorted((each for each in of_schema if each not in fitting), key=lambda each: _distance(each, wanted))
    return Choice(wanted, fitting, tuple(others), tuple(dict.fromkeys(each.header.applies for each in policies)))


def policies_on(shelf: Shelf) -> tuple[Entry, ...]:
    """Every policy that can be had, its header completed by what it inherits."""
    found = [each for each in shelf.entries() if each.header.token == "POLICY"]
    by_id = {each.header.id: each.header for each in found}
    return tuple(evolve(each, header=_completed(each.header, by_id)) for each in found)


def _completed(header: Header, by_id: Mapping[str, Header]) -> Header:
    """`header` with the lines it leaves out, taken from what it amends, as the checker takes them."""
    seen = {header.id}
    below = by_id.get(header.amends)
    while below is not None and below.id not in seen:
        seen.add(below.id)
        header = evolve(
            header,
            title=header.title or below.title,
            applies=header.applies or below.applies,
            place=header.place or below.place,
            years=header.years if header.years != Years() else below.years,
        )
        below = by_id.get(below.amends)
    return header


def _parts(place: str) -> tuple[str, ...]:
    return tuple(part for part in place.split("/") if part)


def _covers(header: Header, wanted: Wanted) -> bool:
    return _is_within(wanted.place, header) and header.years.covers(wanted.year)


def _is_within(place: str, header: Header) -> bool:
    """Whether `place` is the place of a policy, or below it."""
    return _parts(place)[: _level(header)] == _parts(header.place)


def _level(header: Header) -> int:
    return len(_parts(header.place))


def _is_closer(one: Entry, other: Entry) -> bool:
    """Whether `one` is for fewer years than `other`, of the same ones."""
    mine, theirs = one.header.years, other.header.years
    return mine != theirs and mine.lies_in(theirs)


def _distance(entry: Entry, wanted: Wanted) -> tuple[int, int, int, str]:
    """How far a policy is from a form: by the levels of place they share, those it has besides, then by years."""
    head = entry.header
    pairs = zip(_parts(head.place), _parts(wanted.place), strict=False)
    shared = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
    return -shared, _level(head) - shared, head.years.distance(wanted.year), head.id
