"""The known name that a mistyped one was probably meant to be."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches


def nearest(name: str, known: Iterable[str]) -> str:
    """The name of `known` most like `name`, or "" if none is like it."""
    found = get_close_matches(name, list(known), 1)
    return found[0] if found else ""
