"""The form that a policy scores: records, fields, and what some fields are for."""

from __future__ import annotations

from enum import Enum

from attrs import field, frozen

from evalrules.language.node import Node
from evalrules.language.source import Source, Span
from evalrules.language.values import Unit


class FieldType(Enum):
    """How a cell is read."""

    TEXT = "TEXT"
    NUMBER = "NUMBER_KIND"
    POINTS = "POINTS"
    MONEY = "MONEY"
    DATE = "DATE_KIND"
    TARGET = "TARGET"
    """An indicator's target: a comparator names a direction, the number is a threshold."""
    MEASURED = "MEASURED"
    """An indicator's actual: a comparator leaves an interval of possible numbers."""


class Role(Enum):
    """What a field is for, so that the engine need not know its name."""

    LABEL = "LABEL"
    """names the row in explanations"""
    MAXIMUM = "MAXIMUM"
    """the points that the row can earn"""
    CLAIMED = "CLAIMED"
    """the score that the unit gave itself"""
    TIER = "TIER"
    """the tier into which a person has put the row"""
    REASON = "REASON"
    """the unit's explanation of a deviation"""


class RecordKind(Enum):
    """How often a record stands on a form."""

    HEADER = "HEADER"
    SINGLE = "SINGLE"
    LIST = "LIST"


@frozen(eq=False, repr=False)
class Field(Node):
    """A cell's place on the form: its record, its two names, how it is read, what it is for."""

    record: str
    zh: str
    en: str
    type: FieldType
    unit: Unit | None
    roles: tuple[Role, ...]
    also: tuple[str, ...]

    def name(self, lang: str) -> str:
        return self.zh if lang == "zh" else self.en


@frozen(eq=False, repr=False)
class Record(Node):
    """A part of the form: its two names and its fields."""

    kind: RecordKind
    zh: str
    en: str
    fields: tuple[Field, ...]

    def field_named(self, name: str) -> Field | None:
        """The field called `name` in either language, or by another of its names."""
        for each in self.fields:
            if name in (each.zh, each.en) or name in each.also:
                return each
        return None

    def field_for(self, role: Role) -> Field | None:
        return next((each for each in self.fields if role in each.roles), None)

    def name(self, lang: str) -> str:
        return self.zh if lang == "zh" else self.en


@frozen(eq=False, repr=False)
class Schema(Node):
    """A kind of form, declared in the language."""

    name: str
    title_zh: str
    title_en: str
    records: tuple[Record, ...]
    bases: tuple[Source, ...]
    """the texts of the forms that it extends, the bottom first"""
    span: Span = field(eq=False, repr=False)

    def record_named(self, name: str) -> Record | None:
        return next((each for each in self.records if name in (each.zh, each.en)), None)
