"""Gathers what a policy declares by name, before anything that uses the names is looked at."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TypeVar

from attrs import evolve

from evalrules.language.check.choices import quantity_of
from evalrules.language.check.expressions import ExpressionChecker
from evalrules.language.check.findings import Findings
from evalrules.language.check.layers import Layered
from evalrules.language.check.names import Defined, Names, Place
from evalrules.language.check.sequence import after_needs
from evalrules.language.check.types import UNKNOWN, Type
from evalrules.language.check.walk import varying_part, written_names
from evalrules.language.policy.schema import Record, RecordKind, Role, Schema
from evalrules.language.policy.signature import Signature
from evalrules.language.syntax import tree

_Quantity = tree.ParameterDecl | tree.DefinitionDecl
_Declaration = TypeVar("_Declaration", bound=tree.Plain)


def names_of(schema: Schema, entries: tuple[Layered, ...], signatures: Mapping[str, Signature]) -> Names:
    """Everything that `entries` and the schema declare, with the types of quantities worked out.

    A parameter that a layer sets keeps the type it had: what it is set to must fit.
    """
    quantities: tuple[_Quantity, ...] = (
        *of_kind(tree.ParameterDecl, entries),
        *of_kind(tree.DefinitionDecl, entries),
    )
    names = Names(
        schema=schema,
        scored=_scored_records(schema, entries),
        classes=_classes(schema, entries),
        parameters={},
        definitions={},
        rules={each.name: each.scope.record for each in of_kind(tree.RuleDecl, entries)},
        checks={each.name: each.scope.record if each.scope else "" for each in of_kind(tree.CheckDecl, entries)},
        sources=tuple(each.name for each in of_kind(tree.SourceDecl, entries)),
        readings={
            each.name: tuple(option.name for option in each.alternatives) for each in of_kind(tree.ReadingDecl, entries)
        },
        functions={name: each for each in signatures.values() for name in (each.zh, each.en)},
        grades=tuple(row.name for each in of_kind(tree.GradeDecl, entries) for row in each.rows),
    )
    for each in quantities:
        names = _with(names, each, UNKNOWN)
    before = {each.key.name: each.before for each in entries if each.before}
    for each in _in_order_of_use(quantities):
        names = _with(names, each, _type_of(before.get(each.name, each), names))
    return names


def of_kind(kind: type[_Declaration], entries: tuple[Layered, ...]) -> tuple[_Declaration, ...]:
    """The declarations of one kind, in order."""
    return tuple(each.declaration for each in entries if isinstance(each.declaration, kind))


def _scored_records(schema: Schema, entries: tuple[Layered, ...]) -> tuple[Record, ...]:
    """The records whose rows are scored: those with a rule that awards something.

    A list of rows that can earn points counts as one too, unless its rules leave it unscored.
    """
    rules = of_kind(tree.RuleDecl, entries)
    ruled = {each.scope.record for each in rules}
    awarding = {each.scope.record for each in rules if not _leaves_unscored(each)}
    return tuple(
        record
        for record in schema.records
        if awarding & {record.zh, record.en} or (_can_earn(record) and not ruled & {record.zh, record.en})
    )


def _can_earn(record: Record) -> bool:
    return record.kind is RecordKind.LIST and record.field_for(Role.MAXIMUM) is not None


def _leaves_unscored(rule: tree.RuleDecl) -> bool:
    return all(isinstance(case.outcome, tree.Unscored) for case in rule.cases)


def _classes(schema: Schema, entries: tuple[Layered, ...]) -> Mapping[str, tuple[str, ...]]:
    return {
        record.en: tuple(case.name for case in each.cases)
        for each in of_kind(tree.ClassificationDecl, entries)
        if (record := schema.record_named(each.record))
    }


# ---- quantities ----------------------------------------------------------------------------------


def _with(names: Names, quantity: _Quantity, type_: Type) -> Names:
    """`names` with one quantity more. Where a parameter has the name of a definition, it is the parameter."""
    if isinstance(quantity, tree.ParameterDecl):
        return evolve(names, parameters={**names.parameters, quantity.name: type_})
    if quantity.name in names.parameters:
        return names
    record = names.schema.record_named(quantity.scope.record) if quantity.scope else None
    defined = Defined(type_, record.en if record else None)
    return evolve(names, definitions={**names.definitions, quantity.name: defined})


def _type_of(quantity: _Quantity, names: Names) -> Type:
    """The type of a formula. Its problems are reported when the declaration itself is checked."""
    unheard = Findings()
    place: Place | None = Place(names)
    if isinstance(quantity, tree.DefinitionDecl) and quantity.scope:
        _, place = ExpressionChecker(Place(names), unheard).scope(quantity.scope)
    if place is None:
        return UNKNOWN
    value = quantity_of(quantity.name, quantity.value, ExpressionChecker(place, unheard))
    astray = isinstance(quantity, tree.ParameterDecl) and varying_part(value.expression) is not None
    return UNKNOWN if astray else value.type


def _in_order_of_use(quantities: tuple[_Quantity, ...]) -> Iterator[_Quantity]:
    """Each quantity after those whose names are in its formula. Where they go in a circle, any order."""
    by_name = {each.name: each for each in quantities}

    def needs(name: str) -> list[str]:
        return [each for each in written_names(by_name[name].value) if each in by_name]

    return (by_name[name] for name in after_needs(by_name, needs))
