"""A row without a score: what was found, what to do, and what else in the row is known."""

from __future__ import annotations

from collections.abc import Iterator

from evalrules.language.policy.schema import FieldType
from evalrules.language.policy.schema import Role as FieldRole
from evalrules.language.problems.problem import Phrase
from evalrules.language.values import Absent, Interval, Quantity, Unread
from evalrules.meaning.derivation import Found, Outcome, RowDerivation
from evalrules.meaning.fault import Fault
from evalrules.views.compose.amounts import show_amount, show_value
from evalrules.views.compose.saying import joined, listed, number, text
from evalrules.views.compose.telling import Telling
from evalrules.views.grounds import steps_of_row
from evalrules.views.page import Role, Words, WorkedLine

_FAULT = Phrase("不能计分：{message}", "not scored: {message}")
_REMEDY = Phrase("办法：{help}", "remedy: {help}")
_KNOWN = Phrase("本行其余已知：{facts}", "what else the row says: {facts}")
_AT_STAKE = Phrase("算出之前，本行可得 {range}", "until then the row may earn {range}")


def fault_lines(row: RowDerivation, fault: Fault, telling: Telling) -> Iterator[WorkedLine]:
    """Why there is no score, and what would make one."""
    message = telling.say(_FAULT, message=fault.message(telling.lang))
    remedy = telling.say(_REMEDY, help=fault.help(telling.lang))
    yield WorkedLine(Role.FAULT, message, (), _unreadable_at(row))
    yield WorkedLine(Role.NOTE, remedy)
    known = listed((_fact(each, telling) for each in _known_cells(row)), telling.lang)
    if known:
        yield WorkedLine(Role.NOTE, telling.say(_KNOWN, facts=known))
    yield from _at_stake(row.admitted, telling)


def _at_stake(admitted: Outcome, telling: Telling) -> Iterator[WorkedLine]:
    if not isinstance(admitted, Quantity) or not isinstance(admitted.amount, Interval):
        return
    if admitted.amount.low is not None and admitted.amount.high is not None:
        shown = number(show_amount(admitted.amount, telling.places, telling.lang))
        yield WorkedLine(Role.NOTE, telling.say(_AT_STAKE, range=shown))


def _unreadable_at(row: RowDerivation) -> str:
    """The address of the first cell that could not be read, for a person who looks for it."""
    cells = (step for step in steps_of_row(row) if isinstance(step, Found))
    return next((cell.address for cell in cells if isinstance(cell.value, Unread)), "")


def _known_cells(row: RowDerivation) -> tuple[Found, ...]:
    """The cells that were read, each once."""
    cells = {step.field: step for step in steps_of_row(row) if isinstance(step, Found)}
    return tuple(each for each in cells.values() if _is_telling(each))


def _is_telling(cell: Found) -> bool:
    """Whether the cell was read, and says more than where the row stands and what stands at its head."""
    if isinstance(cell.value, Absent | Unread | Fault) or cell.field.type is FieldType.TEXT:
        return False
    return not {FieldRole.MAXIMUM, FieldRole.CLAIMED} & set(cell.field.roles)


def _fact(cell: Found, telling: Telling) -> Words:
    name = text(cell.field.name(telling.lang) + " ")
    return joined((*name, *number(show_value(cell.value, telling.lang))))
