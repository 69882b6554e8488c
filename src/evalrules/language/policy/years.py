"""The years for which a policy holds: one, several in a row, all from one on, or any."""

from __future__ import annotations

from attrs import frozen

from evalrules.language.node import Node


@frozen(eq=False, repr=False)
class Years(Node):
    """The years from `first` to `last`, both included; None is without end, and both None are any year."""

    first: int | None = None
    last: int | None = None

    @classmethod
    def from_words(cls, words: tuple[str, ...]) -> Years:
        """The years that a head names: `2022`; `2021` and `2023`; `2021` and "" for 2021 起.

        Words that are no years name none at all: the check will say so, and until then no form is of them.
        """
        if not all(map(_is_year, (*words[:1], *filter(None, words[1:])))):
            return _NONE
        numbers = [int(word) if word else None for word in words]
        return cls(numbers[0], numbers[-1])

    def __str__(self) -> str:
        """As ISO 8601 writes spans of years: `2022`, `2021/2023`, `2021/..`; "" for any."""
        if self.first is None:
            return ""
        if self.first == self.last:
            return f"{self.first:04}"
        return f"{self.first:04}/" + (".." if self.last is None else f"{self.last:04}")

    def name(self, lang: str) -> str:
        """As a person writes them: `2022`, `2021–2023`, `2021 起`; "" for any."""
        if self.first is None or self.first == self.last:
            return str(self)
        if self.last is None:
            return f"{self.first:04} 起" if lang == "zh" else f"{self.first:04} onward"
        return f"{self.first:04}–{self.last:04}"

    def covers(self, year: str) -> bool:
        """Whether `year` is one of these; what is no year of four digits is one of any years only."""
        return self.first is None or (_is_year(year) and _just(year).lies_in(self))

    def lies_in(self, other: Years) -> bool:
        """Whether every one of these years is one of `other`."""
        begins = other.first is None or (self.first is not None and self.first >= other.first)
        ends = other.last is None or (self.last is not None and self.last <= other.last)
        return begins and ends

    def distance(self, year: str) -> int:
        """How many years lie between `year` and these: 0 if it is one of them; very many if one is no year."""
        if not _is_year(year) or self.first is None:
            return _AGES
        after = 0 if self.last is None else int(year) - self.last
        return max(0, self.first - int(year), after)


_NONE = Years(1, 0)
_AGES = 10_000
"""how far a year is from none"""


def _just(year: str) -> Years:
    return Years(int(year), int(year))


def _is_year(text: str) -> bool:
    """Whether `text` is a year as heads write it: four digits."""
    return len(text) == 4 and text.isascii() and text.isdigit()
