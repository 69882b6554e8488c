"""A line of a source with marks below a stretch of it, for media in which every character has a cell."""

from __future__ import annotations

from evalrules.views.page import Excerpt, display_width, plain, printable

_TAB = "    "
_BEFORE, _BEHIND = 60, 40
"""how much of a long source line is shown around the place"""


def draw_excerpt(excerpt: Excerpt) -> list[str]:
    """The place, the line, and marks below the stretch: `^` where it went wrong, `-` elsewhere."""
    before, stretch, behind = shown_parts(excerpt)
    gutter = " " * max(len(str(excerpt.line)) + 2, 5)
    mark = "^" if excerpt.is_primary else "-"
    under = " " * display_width(before) + mark * max(display_width(stretch), 1)
    label = plain(excerpt.label)
    return [
        f"{gutter}{excerpt.place}",
        f"{excerpt.line:>{len(gutter) - 1}} | {before}{stretch}{behind}",
        f"{gutter}| {under} {label}".rstrip(),
    ]


def shown_parts(excerpt: Excerpt) -> tuple[str, str, str]:
    """The line in three parts, its long ends cut off; printable, with tabs as blanks."""
    text, start, end = excerpt.text, excerpt.start, max(excerpt.start, excerpt.end)
    first, last = max(start - _BEFORE, 0), min(end, start + _BEFORE) + _BEHIND
    before = ("…" if first else "") + _glyphs(text[first:start])
    stretch = _glyphs(text[start : min(end, start + _BEFORE)])
    behind = _glyphs(text[min(end, start + _BEFORE) : last]) + ("…" if last < len(text) else "")
    return before, stretch, behind


def _glyphs(text: str) -> str:
    """Characters that have no glyph become one, so that every character still has its place."""
    return "".join(_TAB if char == "\t" else printable(char) or "\ufffd" for char in text)
