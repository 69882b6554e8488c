"""Which rows come to a rule: those that are in its scope, and those that another rule sends to it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from attrs import evolve, frozen

from evalrules.language.check.coverage.reasoning import (
    IMPOSSIBLE,
    Answer,
    Demand,
    Found,
    Reasoner,
    Unclear,
    Verdict,
)
from evalrules.language.check.coverage.walking import every_part
from evalrules.language.policy.definition import AwardAs, Case, ClassCase, Classification, Local, Rule
from evalrules.language.policy.expression import Choice, Connect, Expression, IsClass, Scope
from evalrules.language.policy.policy import CheckedPolicy

MOST_POPULATIONS = 24
"""How many ways to come to one rule are followed."""


@frozen(eq=False, repr=False)
class Population:
    """Rows of one class (None: classes do not matter) that meet demands; the rule that sends them, if one does."""

    demands: tuple[Demand, ...]
    class_name: str | None
    sender: str = ""

    def with_demands(self, more: Iterable[Demand]) -> Population:
        """Those of its rows that meet `more` demands."""
        return evolve(self, demands=(*self.demands, *more))


class Populations:
    """The rows of a policy's records, divided by class where a condition asks for it."""

    def __init__(self, policy: CheckedPolicy, reasoner: Reasoner) -> None:
        self.policy = policy
        self.reasoner = reasoner
        self._of_record: dict[str, tuple[Population, ...]] = {}
        # A scope by its identity: it belongs to the policy, and comparing scopes takes longer than translating.
        self._in_scope: dict[tuple[int, str | None, Answer], Demand] = {}

    def of_record(self, record: str) -> tuple[Population, ...]:
        """All rows of `record` that are neither void nor exempt."""
        if record not in self._of_record:
            classification = next((c for c in self.policy.classifications if c.record == record), None)
            if classification is None or not self._asks_for_class(record):
                self._of_record[record] = (Population(self.standing(record, None), None),)
            else:
                names = dict.fromkeys(case.name for case in classification.cases)
                self._of_record[record] = tuple(self._of_class(classification, name) for name in names)
        return self._of_record[record]

    def standing(self, record: str, class_name: str | None) -> tuple[Demand, ...]:
        """That a row is neither void nor exempt."""
        return tuple(
            self.in_scope(scope, class_name, Answer.NO) for scope in self._standing_scopes() if scope.record == record
        )

    def _standing_scopes(self) -> tuple[Scope, ...]:
        voids = (each.scope for each in self.policy.withdrawals)
        return (*voids, *(each.scope for each in self.policy.exemptions))

    def in_scope(self, scope: Scope, class_name: str | None, answer: Answer) -> Demand:
        """That a row of a class is in `scope`, or is not."""
        key = (id(scope), class_name, answer)
        if key not in self._in_scope:
            self._in_scope[key] = self.reasoner.demand(condition_of(scope), answer, class_name)
        return self._in_scope[key]

    def applying(self, rule: Rule, class_name: str | None) -> tuple[Demand, ...]:
        """That a row is in the scope of `rule` and of none to which it gives way."""
        superior = rules_before(rule, self.policy.rules)
        against = (self.in_scope(each.scope, class_name, Answer.NO) for each in superior)
        return (self.in_scope(rule.scope, class_name, Answer.YES), *against)

    def in_rows_of(self, scope: Scope | None) -> tuple[Population, ...]:
        """The rows in a scope; of none, whatever the form says."""
        if scope is None or scope.record is None:
            return (Population((), None),)
        rows = self.of_record(scope.record)
        if scope.class_name is not None:
            rows = tuple(each for each in rows if each.class_name in (None, scope.class_name))
        return tuple(each.with_demands((self.in_scope(scope, each.class_name, Answer.YES),)) for each in rows)

    def of_rule(self, rule: Rule) -> tuple[Population, ...]:
        """All rows that come to `rule`, by whatever way."""
        return tuple(islice(self._coming_to(rule, ()), MOST_POPULATIONS))

    def _coming_to(self, rule: Rule, path: tuple[str, ...]) -> Iterator[Population]:
        for population in self.of_record(rule.scope.record or ""):
            if rule.scope.class_name in (None, population.class_name):
                yield population.with_demands(self.applying(rule, population.class_name))
        if rule.name in path:
            return
        for sender in self.policy.rules:
            for case in sender.cases:
                if isinstance(case.outcome, AwardAs) and case.outcome.rule == rule.name:
                    for population in self._coming_to(sender, (*path, rule.name)):
                        yield evolve(self.due(population, sender, case), sender=sender.name)

    def due(self, population: Population, rule: Rule, case: Case) -> Population:
        """The rows of `population` for which `case` of `rule` is due."""
        conditions = [each.condition for each in rule.cases]
        at = next(index for index, each in enumerate(rule.cases) if each is case)
        class_name = population.class_name
        return population.with_demands(self.case_demands(conditions, at, rule.name, class_name, in_order=rule.in_order))

    def case_demands(
        self, conditions: Sequence[Expression | None], at: int, place: str, class_name: str | None, *, in_order: bool
    ) -> tuple[Demand, ...]:
        """That the case at `at` is due: its condition holds, and in order none before it does.

        A case without a condition is due where no other's holds.
        """
        due = conditions[at]
        others = conditions if due is None else conditions[:at] if in_order else ()
        against = [each for each in others if each is not None]
        demands = [self.reasoner.demand(each, Answer.NO, class_name, place) for each in against]
        own = [] if due is None else [self.reasoner.demand(due, Answer.YES, class_name, place)]
        return (*demands, *own)

    def first_certain(self, populations: Iterable[Population]) -> Verdict:
        """A row of one of `populations`; where none is found, the first reason why there might be one."""
        unclear: Unclear | None = None
        for population in populations:
            verdict = self.reasoner.verdict(population.demands, population.class_name)
            if isinstance(verdict, Found):
                return evolve(verdict, sender=population.sender)
            if unclear is None and isinstance(verdict, Unclear):
                unclear = verdict
        return unclear or IMPOSSIBLE

    def are_empty(self, populations: Iterable[Population]) -> bool:
        """Whether it is certain that there is no row in any of `populations`."""
        return all(self.reasoner.is_impossible(each.demands) for each in populations)

    # Classes ------------------------------------------------------------------------------------

    def _of_class(self, classification: Classification, name: str) -> Population:
        cases = classification.cases
        at = next(index for index, case in enumerate(cases) if case.name == name)
        demands = self.class_demands(classification, at)
        return Population((*demands, *self.standing(classification.record, name)), name)

    def class_demands(self, classification: Classification, at: int) -> tuple[Demand, ...]:
        """That a row is of the class at `at`, and of no other that would be taken instead."""
        cases: Sequence[ClassCase] = classification.cases
        others = cases[:at] if classification.in_order else (*cases[:at], *cases[at + 1 :])
        against = [each.condition for each in others if each.condition is not None]
        demands = [self.reasoner.demand(each, Answer.NO, None) for each in against]
        if classification.in_order and len(against) < len(others):
            demands.append(self.reasoner.demand(None, Answer.NO, None))  # what follows the rest is never reached
        return (*demands, self.reasoner.demand(cases[at].condition, Answer.YES, None))

    def _asks_for_class(self, record: str) -> bool:
        """Whether any condition on the way of a row to its award, or to a quantity by cases, asks for its class."""
        policy = self.policy
        by_cases = [each for each in policy.definitions if isinstance(each.value, Choice)]
        ruled, defined = (rule.scope for rule in policy.rules), (each.scope for each in by_cases if each.scope)
        every = (*self._standing_scopes(), *ruled, *defined)
        scopes = [scope for scope in every if scope.record == record]
        if any(scope.class_name is not None for scope in scopes):
            return True
        places = [("", scope.condition) for scope in scopes]
        places += [("", each.value) for each in by_cases]
        places += [(rule.name, case.condition) for rule in policy.rules for case in rule.cases]
        places += [(rule.name, local.value) for rule in policy.rules for local in rule.locals if _is_by_cases(local)]
        return any(
            isinstance(part, IsClass)
            for place, condition in places
            if condition is not None
            for part in every_part(condition, self.reasoner.ground.names_in(place))
        )


def _is_by_cases(local: Local) -> bool:
    return isinstance(local.value, Choice)


def rules_before(rule: Rule, rules: Iterable[Rule]) -> tuple[Rule, ...]:
    """The rules to which `rule` gives way: those that say so, and of one for what remains, all others."""
    same = [each for each in rules if each.scope.record == rule.scope.record]
    return tuple(each for each in same if rule.name in each.before or (rule.remaining and not each.remaining))


def condition_of(scope: Scope) -> Expression | None:
    """What a row must be, to be in `scope`: of its class, and as its condition says. None: any row."""
    if scope.class_name is None:
        return scope.condition
    of_class = IsClass(scope.class_name, False, scope.span)
    return of_class if scope.condition is None else Connect("and", of_class, scope.condition, scope.span)
