"""What the names of a policy stand for, seen from one place in it."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from attrs import evolve, frozen

from evalrules.language.policy.definition import Local
from evalrules.language.policy.expression import Expression, Origin, Scope, Use
from evalrules.language.policy.policy import CheckedPolicy

Name = tuple[Origin, str]

DEEPEST = 100
"""How many names may stand for one another in a row."""


@frozen(eq=False, repr=False)
class Names:
    """Parameters, definitions, and the local quantities of one rule.

    `place` is the rule whose locals are in force, or empty: two rules may give one name to two things.
    """

    values: Mapping[Name, Expression]
    scopes: Mapping[str, Scope]
    readings: Mapping[str, frozenset[str]]
    """the alternatives of the open readings"""
    place: str = ""

    def value_of(self, use: Use) -> Expression | None:
        """What `use` stands for, None if nothing is known of it."""
        return self.values.get((use.origin, use.name))

    def resolved(self, expression: Expression) -> Expression:
        """What `expression` is, where it is only a name for something else."""
        for _ in range(DEEPEST):
            value = self.value_of(expression) if isinstance(expression, Use) else None
            if value is None:
                break
            expression = value
        return expression

    def scope_of(self, use: Use) -> Scope | None:
        """The rows for which a definition is made; None for all others, and for the form."""
        return self.scopes.get(use.name) if use.origin is Origin.DEFINITION else None

    def within(self, place: str, locals_: tuple[Local, ...]) -> Names:
        """The names as they are in a rule or check called `place`."""
        if not locals_:
            return self
        own = {(Origin.LOCAL, each.name): each.value for each in locals_}
        return evolve(self, values=MappingProxyType({**self.values, **own}), place=place)


def names_of(policy: CheckedPolicy) -> Names:
    """The names that hold everywhere in `policy`."""
    values: dict[Name, Expression] = {(Origin.PARAMETER, each.name): each.value for each in policy.parameters}
    values |= {(Origin.DEFINITION, each.name): each.value for each in policy.definitions}
    scopes = {each.name: each.scope for each in policy.definitions if each.scope is not None}
    readings = {each.name: frozenset(option.name for option in each.alternatives) for each in policy.readings}
    return Names(MappingProxyType(values), MappingProxyType(scopes), MappingProxyType(readings))
