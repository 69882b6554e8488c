"""Puts things after what they need."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from typing import TypeVar

_Item = TypeVar("_Item", bound=Hashable)


def after_needs(items: Iterable[_Item], needs: Callable[[_Item], Iterable[_Item]]) -> tuple[_Item, ...]:
    """`items` and all they need, each after what it needs itself. Where needs go in a circle, any order.

    Without recursion: a chain of needs may be as long as a file.
    """
    done: dict[_Item, None] = {}
    opened: set[_Item] = set()
    for start in items:
        stack = [start]
        while stack:
            item = stack.pop()
            if item in opened:
                done.setdefault(item)
                continue
            opened.add(item)
            stack.append(item)
            stack.extend(each for each in needs(item) if each not in opened)
    return tuple(done)
