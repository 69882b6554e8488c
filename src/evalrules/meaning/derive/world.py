"""What an expression may ask: the row at hand, named quantities, other rows, the total."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from copy import copy
from enum import Enum
from typing import NamedTuple, Protocol

from evalrules.language.policy.definition import Classification, Definition, Local, Parameter, Reading, Rule
from evalrules.language.policy.expression import Expression
from evalrules.language.policy.policy import CheckedPolicy
from evalrules.language.policy.schema import Record, RecordKind, Role
from evalrules.meaning.derivation import (
    Classed,
    FormMember,
    Graded,
    Outcome,
    RowDerivation,
    Standing,
    Step,
    TotalDerivation,
)
from evalrules.meaning.facts import FactRow, Facts
from evalrules.meaning.fault import Fault

RowKey = tuple[str, int]


class View(Enum):
    """How the award of a row is seen while rows are added up."""

    JUDGED = "judged"
    """the judgements that people have made are taken"""
    OPEN = "open"
    """as the rules leave it, before anybody judges"""


class RowDeriver(Protocol):
    """What is worked out of a row: asked for by expressions that speak of other rows."""

    def classify(self, row: FactRow, world: World) -> Classed:
        """The class of a row, and how it came to it."""

    def stand(self, row: FactRow, world: World) -> tuple[Standing, ...]:
        """The withdrawals and exemptions looked at; the last one applies if any does."""

    def derive(self, row: FactRow, world: World) -> RowDerivation:
        """The award of a row and its reasons."""


class World:
    """One policy over one form, and what has been derived of it so far.

    Nothing here is derived twice: the memos make an order of evaluation unnecessary, and a question
    that is asked again while its answer is being worked out is a cycle.
    """

    def __init__(self, policy: CheckedPolicy, facts: Facts, deriver: RowDeriver) -> None:
        self.policy = policy
        self.facts = facts
        self.deriver = deriver
        self.parameters: Mapping[str, Parameter] = {each.name: each for each in policy.parameters}
        self.definitions: Mapping[str, Definition] = {each.name: each for each in policy.definitions}
        self.readings: Mapping[str, Reading] = {each.name: each for each in policy.readings}
        self.rules: Mapping[str, Rule] = {each.name: each for each in policy.rules}
        self.classifications: Mapping[str, Classification] = {each.record: each for each in policy.classifications}
        self.named: dict[tuple[str, RowKey | None, View], Step] = {}
        self.scored_rows = _scored_rows(policy, facts)
        """rows of the records that bear points, in the order of the schema and the form"""
        self.classed: dict[RowKey, Classed] = {}
        self.standings: dict[RowKey, tuple[Standing, ...]] = {}
        self.rows: dict[RowKey, RowDerivation] = {}
        self.under_way: set[RowKey] = set()
        self.total: Outcome | None = None
        self.grade: Outcome | None = None
        self.total_derivation: TotalDerivation | None = None
        self.graded: Graded | None = None
        self.population: Population | None = None

    def with_grade(self, grade: Outcome) -> World:
        """The same form if its grade were `grade`: what may depend on the grade is worked out anew."""
        there = copy(self)
        there.grade = grade
        there.named = {}
        return there

    def total_known(self) -> Outcome | None:
        """What is known of the total; of another form of a population it is worked out when asked for."""
        if self.total is None and self.population is not None:
            self.population.settle_total(self)
        return self.total

    def grade_known(self) -> Outcome | None:
        """The grade, or why it is not known; of another form it is worked out when asked for."""
        if self.grade is None and self.population is not None:
            self.population.settle_grade(self)
        return self.grade

    def class_of(self, row: FactRow) -> Classed:
        key = row.key
        if key not in self.classed:
            self.classed[key] = self.deriver.classify(row, self)
        return self.classed[key]

    def standings_of(self, row: FactRow) -> tuple[Standing, ...]:
        key = row.key
        if key not in self.standings:
            self.standings[key] = self.deriver.stand(row, self)
        return self.standings[key]

    def counts(self, row: FactRow) -> bool:
        """Whether the row is part of the form still: neither void nor excluded as not applicable."""
        standings = self.standings_of(row)
        if not standings or not standings[-1].applies:
            return True
        return standings[-1].kind == "not-applicable" and standings[-1].treatment != "EXCLUDED"

    def is_scored(self, row: FactRow) -> bool:
        """Whether the row bears points: no rule says that it does not."""
        derivation = self.award_of(row)
        return derivation is None or derivation.status != "unscored"

    def award_of(self, row: FactRow) -> RowDerivation | None:
        """The derivation of `row`; None while it is itself being worked out."""
        key = row.key
        if key not in self.rows:
            if key in self.under_way:
                return None
            self.under_way.add(key)
            self.rows[key] = self.deriver.derive(row, self)
            self.under_way.discard(key)
        return self.rows[key]


def _scored_rows(policy: CheckedPolicy, facts: Facts) -> tuple[FactRow, ...]:
    ruled = {rule.scope.record for rule in policy.rules}
    bears_points = {each.en for each in policy.schema.records if each.kind is RecordKind.LIST and _has_points(each)}
    scored = [each.en for each in policy.schema.records if each.en in ruled | bears_points]
    return tuple(row for record in scored for row in facts.rows.get(record, ()))


def _has_points(record: Record) -> bool:
    return record.field_for(Role.MAXIMUM) is not None


class Survey(NamedTuple):
    """The forms that a gathering looked at, those it took, what they yield together, and why not, if so."""

    looked_at: tuple[FormMember, ...]
    members: tuple[FormMember, ...]
    fault: Fault | None


class Population:
    """The forms that are scored together, each a world of its own, and what has been gathered of them.

    `unread` names the files that could not be read: as long as there are any, nothing is compared.
    """

    def __init__(
        self,
        worlds: tuple[World, ...],
        unread: tuple[str, ...],
        settle_total: Callable[[World], object],
        settle_grade: Callable[[World], object],
    ) -> None:
        self.worlds = worlds
        self.unread = unread
        self.settle_total = settle_total
        self.settle_grade = settle_grade
        self.surveys: dict[tuple[int, View, tuple[Outcome, ...]], Survey] = {}
        """by the expression, the view, and what was asked of the form at hand: forms that ask alike share one"""
        self.results: dict[tuple[int, View, tuple[Outcome, ...]], Outcome] = {}
        for world in worlds:
            world.population = self


class Abroad(NamedTuple):
    """That an expression is asked of another form: what it is called, and the answers of the form at hand."""

    form: str
    answers: Mapping[int, Outcome]


class Here:
    """Where an expression is evaluated: the world, the row at hand, the locals in force, the view."""

    __slots__ = ("abroad", "around", "locals", "row", "steps", "view", "world")

    def __init__(
        self,
        world: World,
        row: FactRow | None,
        locals_: tuple[Local, ...] = (),
        view: View = View.JUDGED,
        around: Here | None = None,
        abroad: Abroad | None = None,
    ) -> None:
        self.world = world
        self.row = row
        self.view = view
        self.around = around
        self.abroad = abroad
        self.locals: Mapping[str, Expression] = {each.name: each.value for each in locals_}
        self.steps: dict[str, Step] = {}

    def at(self, row: FactRow) -> Here:
        """At a row that is gathered here; the locals speak of the row at hand, so they are asked of this place."""
        return Here(self.world, row, (), self.view, self)
