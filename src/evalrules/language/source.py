"""A text with a name, and the places in it."""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from functools import cached_property

from attrs import field, frozen


@frozen(slots=False)
class Source:
    """A text that a person wrote: a policy file, a schema, a form."""

    name: str
    text: str = field(repr=False)

    @cached_property
    def line_starts(self) -> tuple[int, ...]:
        """Offsets at which lines begin; the first is 0."""
        return (0, *(at + 1 for at, char in enumerate(self.text) if char == "\n"))

    def line_of(self, offset: int) -> int:
        """The 1-based line that holds `offset`."""
        return bisect_right(self.line_starts, offset)

    def line_text(self, line: int) -> str:
        """The text of the 1-based `line`, without its line break."""
        start = self.line_starts[line - 1]
        end = self.text.find("\n", start)
        return self.text[start : len(self.text) if end < 0 else end].rstrip("\r")


@frozen
class Span:
    """A stretch of a source: `start` inclusive, `end` exclusive, in characters.

    A span holds its source, so that every message and every explanation can quote
    the author's own words without looking anything up.
    """

    source: Source = field(repr=False)
    start: int
    end: int

    @property
    def text(self) -> str:
        return self.source.text[self.start : self.end]

    @property
    def line(self) -> int:
        """The 1-based line on which the span begins."""
        return self.source.line_of(self.start)

    @property
    def column(self) -> int:
        """The 1-based column, in characters, at which the span begins."""
        return self.start - self.source.line_starts[self.line - 1] + 1

    @property
    def place(self) -> str:
        """`yanchi-2022.rules:23`, as explanations cite it."""
        return f"{self.source.name}:{self.line}"

    def to(self, other: Span) -> Span:
        """The span from the start of this one to the end of `other`."""
        return Span(self.source, self.start, other.end)


def display_width(text: str) -> int:
    """How many terminal cells `text` takes: East Asian wide characters take two."""
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text)
