"""Which policy of a library a form is scored by, and why that one."""

from __future__ import annotations

from attrs import frozen

from evalrules.language.node import Node
from evalrules.library.shelf import Entry, Shelf


@frozen(eq=False, repr=False)
class Wanted(Node):
    """What a form says of itself: its schema, where it is from, its year."""

    schema: str
    place: str
    year: str


@frozen(eq=False, repr=False)
class Choice(Node):
    """The policies that fit best: one, none, or several that tie. `others` fit but for place or year."""

    wanted: Wanted
    fitting: tuple[Entry, ...]
    others: tuple[Entry, ...]


def choose(shelf: Shelf, wanted: Wanted) -> Choice:
    """The policies for `wanted`: of its schema and year, of its place or the nearest place above it.

    宁夏/吴忠/盐池 falls back to 宁夏/吴忠, then 宁夏, then a policy without a place.
    """
    policies = [each for each in shelf.entries() if each.header.token == "POLICY"]
    of_schema = [each for each in policies if applies_to(shelf, each) == wanted.schema]
    candidates = [
        each for each in of_schema if each.header.year == wanted.year and _covers(each.header.place, wanted.place)
    ]
    nearest = max((_depth(each) for each in candidates), default=0)
    fitting = tuple(each for each in candidates if _depth(each) == nearest)
    return Choice(wanted, fitting, tuple(each for each in of_schema if each not in fitting))


def applies_to(shelf: Shelf, entry: Entry) -> str:
    """The schema of a policy: its own, or that of the policy it amends."""
    if entry.header.applies or not entry.header.amends:
        return entry.header.applies
    by_id = {each.header.id: each for each in shelf.entries() if each.header.token == "POLICY"}
    seen: set[str] = set()
    at: Entry | None = entry
    while at is not None and not at.header.applies and at.header.id not in seen:
        seen.add(at.header.id)
        at = by_id.get(at.header.amends)
    return at.header.applies if at is not None else ""


def _parts(place: str) -> tuple[str, ...]:
    return tuple(part for part in place.split("/") if part)


def _covers(policy_place: str, form_place: str) -> bool:
    above = _parts(policy_place)
    return _parts(form_place)[: len(above)] == above


def _depth(entry: Entry) -> int:
    return len(_parts(entry.header.place))
