"""What a name can stand for, at each place of a policy."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from attrs import evolve, frozen

from evalrules.language.check.types import POINTS, TEXT, Type, type_of_field
from evalrules.language.keywords import ROW_OF_TOKEN
from evalrules.language.node import Node
from evalrules.language.policy.expression import Expression, Given, GradeAward, Origin, RowAward, TotalAward, Use
from evalrules.language.policy.schema import Field, Record, RecordKind, Schema
from evalrules.language.policy.signature import Signature
from evalrules.language.problems import Phrase
from evalrules.language.source import Span


@frozen(eq=False, repr=False)
class Defined(Node):
    """What is known of a definition: its type, and the record to whose rows it belongs (None: the form)."""

    type: Type
    record: str | None


@frozen(eq=False, repr=False)
class Names(Node):
    """Everything that a policy and its schema declare by name."""

    schema: Schema
    scored: tuple[Record, ...]
    """the records whose rows are scored"""
    classes: Mapping[str, tuple[str, ...]]
    """by the English name of their record"""
    parameters: Mapping[str, Type]
    definitions: Mapping[str, Defined]
    rules: Mapping[str, str]
    """the record that each is for, as written, by the name of the rule"""
    checks: Mapping[str, str]
    """the record that each is for, as written, or "" for the form, by the name of the check"""
    sources: tuple[str, ...]
    readings: Mapping[str, tuple[str, ...]]
    """the alternatives of each, none unless it is open"""
    functions: Mapping[str, Signature]
    """by both their names"""
    grades: tuple[str, ...] = ()

    def record_names(self) -> tuple[str, ...]:
        return tuple(name for each in self.schema.records for name in (each.zh, each.en))


@frozen(eq=False, repr=False)
class Row(Node):
    """The row at hand: of a record, or (`record` None) of any record whose rows are scored."""

    record: Record | None
    scored: tuple[Record, ...]

    @property
    def records(self) -> tuple[Record, ...]:
        return (self.record,) if self.record else self.scored

    def field_named(self, name: str) -> Field | None:
        """The field called `name`, which rows of any scored record must have in the same form.

        Of any row, it belongs to no record in particular: its `record` is empty.
        """
        found = [record.field_named(name) for record in self.records]
        first = found[0] if found else None
        if self.record is not None or first is None:
            return first
        same = all(each and (each.en, each.type) == (first.en, first.type) for each in found)
        return evolve(first, record="") if same else None


@frozen(eq=False, repr=False)
class Meaning(Node):
    """Something that a name can stand for: what it is, its type, and what to call it."""

    stands_for: Field | Origin | type[RowAward | TotalAward | GradeAward]
    type: Type
    described: Phrase

    def expression(self, name: str, span: Span) -> Expression:
        """The expression that asks for it."""
        match self.stands_for:
            case Field():
                return Given(self.stands_for, span)
            case Origin():
                return Use(name, self.stands_for, span)
            case _:
                return self.stands_for(span)


FORMS = frozenset(("各表", "forms"))
"""What a scope calls the forms of a population, unless the form has a part of that name."""

AWARD, TOTAL, GRADE = (frozenset(ROW_OF_TOKEN[token][1:]) for token in ("AWARD", "TOTAL", "GRADE"))


@frozen(eq=False, repr=False)
class Place(Node):
    """Where an expression stands: what is declared, the row at hand, the local quantities so far."""

    names: Names
    row: Row | None = None
    locals: tuple[tuple[str, Type], ...] = ()
    owner: str = ""
    """the rule or check whose local quantities they are"""
    around: Place | None = None
    """the place in which the rows, or forms, of this one are gathered"""
    is_of_forms: bool = False
    """whether this place stands at each form of a population"""

    def with_local(self, name: str, type_: Type) -> Place:
        """The place after a local quantity has been named."""
        return evolve(self, locals=(*self.locals, (name, type_)))

    def at_rows(self, record: Record | None) -> Place:
        """A place at rows of `record`, or of all that are scored; this one is around it."""
        return Place(self.names, Row(record, self.names.scored), around=self)

    def at_forms(self) -> Place:
        """A place at each form of a population: no row is at hand there."""
        return Place(self.names, around=self, is_of_forms=True)

    def surveyed_in(self) -> Place | None:
        """The place in which forms are gathered, if this one is inside such a gathering."""
        if self.is_of_forms or self.around is None:
            return self.around
        return self.around.surveyed_in()

    def meanings(self, name: str) -> tuple[Meaning, ...]:
        """All that `name` can stand for here: one is what it needs, none or several are a problem."""
        local = dict(self.locals).get(name)
        if local is not None:
            return (Meaning(Origin.LOCAL, local, Phrase("其中的量", "a local quantity")),)
        field = self.row.field_named(name) if self.row else None
        fields = [_of_field(field)] if field else self._standing_alone(name)
        return (*fields, *self._declared(name))

    def _declared(self, name: str) -> Iterator[Meaning]:
        if name in self.names.definitions and self._within_reach(self.names.definitions[name]):
            definition = self.names.definitions[name]
            yield Meaning(Origin.DEFINITION, definition.type, Phrase("定义", "a definition"))
        if name in self.names.parameters:
            yield Meaning(Origin.PARAMETER, self.names.parameters[name], Phrase("参数", "a parameter"))
        if name in AWARD and self.row:
            yield Meaning(RowAward, POINTS, Phrase("本行按规则的得分", "the award of the row"))
        if name in TOTAL:
            yield Meaning(TotalAward, POINTS, Phrase("总分", "the total"))
        if name in GRADE and self.names.grades:
            yield Meaning(GradeAward, TEXT, Phrase("等级", "the grade"))

    def _within_reach(self, definition: Defined) -> bool:
        if definition.record is None:
            return True
        return self.row is not None and [each.en for each in self.row.records] == [definition.record]

    def _standing_alone(self, name: str) -> list[Meaning]:
        """Fields of the parts that stand once on the form."""
        once = [each for each in self.names.schema.records if each.kind is not RecordKind.LIST]
        return [_of_field(field) for record in once if (field := record.field_named(name))]

    def visible(self) -> tuple[str, ...]:
        """The names that can be used here, innermost first."""
        names = [name for name, _ in self.locals]
        if self.row:
            names += [name for record in self.row.records for name in _names_in(record, self.row)]
            names += sorted(AWARD)
        names += [*self.names.definitions, *self.names.parameters, *sorted(TOTAL)]
        names += sorted(GRADE) if self.names.grades else []
        once = [each for each in self.names.schema.records if each.kind is not RecordKind.LIST]
        names += [name for record in once for field in record.fields for name in (field.zh, field.en)]
        names += self._locals_around()
        return tuple(dict.fromkeys(names))

    def _locals_around(self) -> list[str]:
        """The local quantities of the places around this one, the nearest first."""
        if self.around is None:
            return []
        return [*(name for name, _ in self.around.locals), *self.around._locals_around()]

    def owner_of(self, name: str) -> Record | None:
        """The record to whose rows `name` belongs, where no such row is at hand."""
        definition = self.names.definitions.get(name)
        if definition and definition.record:
            return self.names.schema.record_named(definition.record)
        if name in AWARD and self.names.scored:
            return self.names.scored[0]
        records = (*self.names.scored, *self.names.schema.records)
        return next((each for each in records if each.field_named(name)), None)


def _of_field(field: Field) -> Meaning:
    return Meaning(field, type_of_field(field), Phrase(f"字段“{field.zh}”", f"the field `{field.en}`"))


def _names_in(record: Record, row: Row) -> list[str]:
    fields = [field for field in record.fields if row.field_named(field.en)]
    return [name for field in fields for name in (field.zh, *field.also, field.en)]
