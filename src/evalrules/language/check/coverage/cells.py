"""What a cell can hold, as far as conditions can ask: one of ten states."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from types import MappingProxyType

from evalrules.language.check.coverage.polynomials import cell_name
from evalrules.language.policy.expression import CellKind
from evalrules.language.policy.policy import CheckedPolicy
from evalrules.language.policy.schema import Field, FieldType


class State(Enum):
    """What a cell holds; no cell is in two states. The likelier ones come first."""

    PLAIN = "number"
    TEXT = "text"
    CEILING = "≤"
    FLOOR = "≥"
    STRICT_CEILING = "<"
    STRICT_FLOOR = ">"
    EXACT = "="
    RANGE = "range"
    DATE = "date"
    EMPTY = "empty"


States = frozenset[State]

EVERY_STATE: States = frozenset(State)
EMPTY: States = frozenset({State.EMPTY})
GIVEN = EVERY_STATE - EMPTY
WORDS: States = frozenset({State.TEXT, State.EMPTY})
DATES: States = frozenset({State.DATE})
CEILINGS: States = frozenset({State.CEILING, State.STRICT_CEILING})
FLOORS: States = frozenset({State.FLOOR, State.STRICT_FLOOR})
NUMBERS: States = frozenset({State.PLAIN, *CEILINGS, *FLOORS, State.EXACT, State.RANGE})
TEXTS: States = frozenset({State.TEXT})

_OF_KIND: Mapping[CellKind, States] = MappingProxyType(
    {
        CellKind.TEXT: TEXTS,
        CellKind.NUMBER: NUMBERS,
        CellKind.CEILING: CEILINGS,
        CellKind.FLOOR: FLOORS,
        CellKind.STRICT_CEILING: frozenset({State.STRICT_CEILING}),
        CellKind.STRICT_FLOOR: frozenset({State.STRICT_FLOOR}),
        CellKind.EXACT: frozenset({State.EXACT}),
        CellKind.DATE: DATES,
        CellKind.RANGE: frozenset({State.RANGE}),
    }
)


def states_of_kind(kind: CellKind) -> States:
    """The states in which a cell is of `kind`."""
    return _OF_KIND[kind]


def states_of_field(field: Field) -> States:
    """The states in which a cell of `field` can be read."""
    match field.type:
        case FieldType.TEXT:
            return WORDS
        case FieldType.NUMBER | FieldType.POINTS | FieldType.MONEY:
            return frozenset({State.PLAIN, State.RANGE, State.EMPTY})
        case FieldType.DATE:
            return DATES | {State.EMPTY}
        case FieldType.TARGET | FieldType.MEASURED:
            return EVERY_STATE


def values_of_field(field: Field) -> States:
    """The states in which a cell of `field` has a value, or is empty: what may be asked to equal a text."""
    return EVERY_STATE - {State.RANGE} if field.type is FieldType.TARGET else EVERY_STATE


def numbers_of_field(field: Field) -> States:
    """The states in which a cell of `field` may be compared with a number: a target that is a range names none."""
    return NUMBERS - {State.RANGE} if field.type is FieldType.TARGET else NUMBERS


READINGS = "解读"
"""The record of what stands on no form: which alternatives of its readings a policy takes."""


def cell_of_reading(name: str) -> Field:
    """An open reading, seen as a cell that holds the alternative taken."""
    return Field(READINGS, name, name, FieldType.TEXT, None, (), ())


def cells_of(policy: CheckedPolicy) -> Mapping[str, Field]:
    """The open readings of `policy`, and the fields of its schema, by the names of their cells; the form's in order."""
    fields = [cell_of_reading(each.name) for each in policy.readings if each.is_open]
    fields += [field for record in policy.schema.records for field in record.fields]
    return MappingProxyType({cell_name(field): field for field in fields})
