"""What a condition can answer while the readings of a policy stand as they are taken."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TypeAlias

from attrs import evolve, frozen

from evalrules.language.policy import definition as d
from evalrules.language.policy import expression as ex
from evalrules.language.policy.policy import CheckedPolicy

Answers: TypeAlias = frozenset[bool]
"""What a condition may come out as. One alone: no form can make it come out otherwise."""

EITHER: Answers = frozenset({True, False})
NEVER: Answers = frozenset({False})
ALWAYS: Answers = frozenset({True})


@frozen
class Settled:
    """The alternatives taken, what names stand for, and the classes that rows can be of.

    What is asked of a cell may come out either way: nothing is reasoned about forms.
    """

    taken: Mapping[str, str]
    named: Mapping[str, ex.Expression]
    classes: frozenset[str]

    def within(self, local: tuple[d.Local, ...]) -> Settled:
        """The same inside a rule or a check, with its own names."""
        return evolve(self, named={**self.named, **{each.name: each.value for each in local}})

    def of(self, condition: ex.Expression | None) -> Answers:
        """What `condition` may answer; no condition always holds."""
        match condition:
            case None:
                return ALWAYS
            case ex.IsRead():
                taken = self.taken.get(condition.reading) == condition.alternative
                return frozenset({taken is not condition.negated})
            case ex.Not(operand=operand):
                return frozenset(not each for each in self.of(operand))
            case ex.Connect():
                join = all if condition.operator == "and" else any
                left, right = self.of(condition.left), self.of(condition.right)
                return frozenset(join((one, other)) for one in left for other in right)
            case ex.IsClass(class_name=name) if name not in self.classes:
                return frozenset({condition.negated})
            case ex.Use(name=name) if name in self.named:
                return self.of(self.named[name])
            case ex.Choice():
                return self._chosen(condition)
            case _:
                return EITHER

    def asks_right(self, condition: ex.Connect) -> bool:
        """Whether the right side is ever looked at: it is where the left leaves the answer open."""
        return (condition.operator == "and") in self.of(condition.left)

    def admits(self, scope: ex.Scope | None) -> Answers:
        """Whether a row of its record can be in `scope`, and out of it."""
        if scope is None or scope.class_name is None:
            return self.of(scope.condition if scope else None)
        if scope.class_name not in self.classes:
            return NEVER
        return self.of(scope.condition) | NEVER

    def cases(self, conditions: Sequence[ex.Expression | None], *, in_order: bool) -> tuple[Answers, ...]:
        """What each case may answer: nothing where it is never looked at, since one before it always holds."""
        answers = [self.of(each) for each in conditions]
        certain = [at for at, each in enumerate(conditions) if each is not None and answers[at] == ALWAYS]
        if in_order:
            last = certain[0] if certain else len(answers)
            return tuple(each if at <= last else frozenset() for at, each in enumerate(answers))
        rest = NEVER if certain else ALWAYS
        return tuple(rest if each is None else answers[at] for at, each in enumerate(conditions))

    def _chosen(self, choice: ex.Choice) -> Answers:
        due = self.cases([each.condition for each in choice.cases], in_order=choice.in_order)
        values = (self.of(case.value) for case, some in zip(choice.cases, due, strict=True) if True in some)
        return frozenset(answer for each in values for answer in each)


def settled_by(policy: CheckedPolicy) -> Settled:
    """What the readings of `policy` settle, each as it is taken."""
    taken = {each.name: each.chosen for each in policy.readings}
    named = {each.name: each.value for each in policy.definitions}
    every = frozenset(case.name for each in policy.classifications for case in each.cases)
    settled = Settled(taken, named, every)
    return evolve(settled, classes=frozenset(_classes(policy, settled)))


def _classes(policy: CheckedPolicy, settled: Settled) -> Iterator[str]:
    """The classes of which a row can be."""
    for each in policy.classifications:
        answers = settled.cases([case.condition for case in each.cases], in_order=each.in_order)
        yield from (case.name for case, some in zip(each.cases, answers, strict=True) if True in some)
