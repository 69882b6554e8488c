"""The known names that a mistyped one was probably meant to be."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import SequenceMatcher, get_close_matches

_CLEARLY = 15
"""by how many hundredths a name is nearer than the next if it alone is meant"""
_SURELY = 80
"""how many hundredths alike a name must be for its letters to say all"""
_MOST = 3


def nearest(name: str, known: Iterable[str]) -> str:
    """The name of `known` most like `name`, or "" if none is like it."""
    found = get_close_matches(name, list(known), 1)
    return found[0] if found else ""


def several_nearest(name: str, known: Iterable[str], kindred: tuple[str, ...] = ()) -> tuple[str, ...]:
    """The names of `known` about equally like `name`, three at most.

    Where the letters do not settle it, names of a kind with what `name` seems to say (`kindred`) are among them.
    """
    found = get_close_matches(name, list(known), _MOST)
    best = _likeness(name, found[0]) if found else 0
    alike = [each for each in found if _likeness(name, each) > best - _CLEARLY]
    others = [] if best >= _SURELY else list(kindred)
    return tuple(dict.fromkeys((*alike, *others)))[:_MOST]


def _likeness(one: str, other: str) -> int:
    """How alike two names are, in hundredths."""
    return round(SequenceMatcher(a=other, b=one).ratio() * 100)
