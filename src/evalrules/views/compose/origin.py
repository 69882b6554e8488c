"""Where the cells stand on which a row's score rests, in the workbook or document that the form was read from."""

from __future__ import annotations

from collections.abc import Iterator

from evalrules.language.problems.problem import Phrase
from evalrules.meaning.derivation import Found, RowDerivation
from evalrules.views.compose.saying import code, joined, listed, text
from evalrules.views.compose.telling import Telling
from evalrules.views.grounds import steps_of_row
from evalrules.views.page import Role, Words, WorkedLine

_TAKEN_FROM = Phrase("取自 {cells}", "taken from {cells}")


def origin_lines(row: RowDerivation, telling: Telling) -> Iterator[WorkedLine]:
    """The addresses of the cells, in one line. A form that was written as JSON needs none: it is its own place."""
    cells = {step.field: step for step in steps_of_row(row) if isinstance(step, Found) and _is_printed(step.address)}
    if cells:
        words = listed((_cell(each, telling) for each in cells.values()), telling.lang)
        yield WorkedLine(Role.NOTE, telling.say(_TAKEN_FROM, cells=words))


def _is_printed(address: str) -> bool:
    """Whether an address is one in a document (`Sheet1!F12`, `表 2 第 5 行 第 3 列`), and not one in a JSON."""
    return "!" in address or "第 " in address


def _cell(found: Found, telling: Telling) -> Words:
    return joined((*text(found.field.name(telling.lang) + " "), *code(found.address)))
