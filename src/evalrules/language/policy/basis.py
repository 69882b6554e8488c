"""What a part of a policy rests on."""

from __future__ import annotations

from attrs import field, frozen

from evalrules.language.node import Node
from evalrules.language.source import Span


@frozen(eq=False, repr=False)
class Citation(Node):
    """A place in a source: `注 3`."""

    source: str
    clause: str
    span: Span = field(eq=False, repr=False)

    @property
    def text(self) -> str:
        return f"{self.source} {self.clause}".strip()


@frozen(eq=False, repr=False)
class Basis(Node):
    """What a part of a policy rests on: clauses, and readings (by name) of what they leave open."""

    cites: tuple[Citation, ...] = ()
    readings: tuple[str, ...] = ()
