"""Breaks lines to a width in terminal cells, as Chinese and Latin text are broken.

A Chinese line may break between any two characters, but no line begins with a closing mark or ends
with an opening one; a Latin word or a number stays whole unless it is longer than a line.
"""

from __future__ import annotations

import re

from evalrules.views.page import display_width

_OPENING = "（(“‘《「【〈["
_CLOSING = "，。；：、！？）)”’》」】〉]％%…"

_MARKS = re.escape(_OPENING + _CLOSING)
# Opening marks, then a wide character or a run of narrow ones, then closing marks.
_UNIT = rf"[{re.escape(_OPENING)}]*(?:[^\s⺀-￯{_MARKS}]+|[^\s{_MARKS}])?[{re.escape(_CLOSING)}]*"
# A number stays with the word before it: 注 3, 分值 10, × 10.
_PIECE = re.compile(rf"\s+|{_UNIT}(?: (?=\d){_UNIT})*")


def wrap(text: str, width: int, hanging: int = 0) -> list[str]:
    """`text` in lines of at most `width` cells, each after the first indented by `hanging` cells.

    A width too small to hold anything is taken as one that holds a wide character.
    """
    lines, line, used, room = [], "", 0, max(width, 2)
    for piece in _pieces(text, max(width - hanging, 2)):
        if line and used + display_width(piece.rstrip()) > room:
            lines.append(line.rstrip())
            line, used, room = "", 0, max(width - hanging, 2)
        added = piece if line else piece.lstrip()
        line, used = line + added, used + display_width(added)
    lines.append(line.rstrip())
    return [lines[0], *(" " * hanging + each for each in lines[1:])]


def _pieces(text: str, width: int) -> list[str]:
    """What may not be broken, except where it is wider than a line."""
    pieces = []
    for match in _PIECE.finditer(text):
        piece = match.group()
        while display_width(piece) > width:
            head = _fitting(piece, width)
            pieces.append(head)
            piece = piece[len(head) :]
        pieces.append(piece)
    return pieces


def _fitting(text: str, width: int) -> str:
    """As much of the beginning of `text` as fits into `width` cells; at least one character."""
    used = 0
    for at, char in enumerate(text):
        used += display_width(char)
        if used > width and at:
            return text[:at]
    return text


def pad(text: str, width: int) -> str:
    """`text` with blanks behind it until it takes `width` cells."""
    return text + " " * max(width - display_width(text), 0)
