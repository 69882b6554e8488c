"""What a difference between two policies is made of."""

from __future__ import annotations

from enum import Enum
from typing import Literal, TypeAlias

from attrs import frozen

from evalrules.language.source import Span

Kind: TypeAlias = Literal["added", "removed", "changed", "renamed", "reordered"]


class Weight(Enum):
    """What a change may change, the weightiest first."""

    MEANING = "meaning"
    """some form may be scored, graded or checked otherwise"""
    BASIS = "basis"
    """what a score rests on: clauses, sources, readings"""
    NAME = "name"
    """what something is called"""
    WORDING = "wording"
    """what is said to people: titles, messages, reasons"""
    EXAMPLE = "example"
    """what the policy shows and claims of itself"""


@frozen
class Part:
    """A step down from a declaration to what changed in it.

    `owner` and `field` name a class of the checked policy and one of its fields. Of several parts in one
    field, `words` tells this one from the others in the author's words; it is empty for the one that is
    due where no other is (`否则`, `其余`). `alone` says that there is but one.
    """

    owner: str
    field: str
    words: str = ""
    alone: bool = True


@frozen
class Change:
    """One thing that is different. `section` is a field of the checked policy, `name` the declaration's.

    `old` and `new` quote the author, on one line; empty where there is nothing. Where something is only
    called otherwise, they are the two names.
    """

    section: str
    name: str
    kind: Kind
    weight: Weight
    old: str
    new: str
    path: tuple[Part, ...] = ()
    old_span: Span | None = None
    new_span: Span | None = None
