"""Tells at a glance that two rules share no row: most rules of a policy differ in a word.

A policy of a hundred rules has five thousand pairs of them; few need to be looked at closely.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import combinations

from evalrules.language.check.coverage.facts import NOTHING, Facts, assume
from evalrules.language.check.coverage.formulas import All, Either, Formula, Sign
from evalrules.language.check.coverage.ground import Ground
from evalrules.language.check.coverage.populations import Populations
from evalrules.language.check.coverage.reasoning import Answer
from evalrules.language.policy.definition import Rule

MOST_PARTS = 1000
"""How many parts of a condition are looked at."""


class Outlines:
    """What every row in the scope of a rule has in common, as far as states and words of cells go."""

    def __init__(self, populations: Populations) -> None:
        self.populations = populations
        self._known: dict[tuple[str, str | None], Facts | None] = {}

    def close_pairs(self, rules: Sequence[Rule], class_name: str | None) -> Iterator[tuple[int, int]]:
        """Pairs of places in `rules` whose rules may share a row of the class, each pair once.

        Rules that name different words for the cell that most of them name a word for are never paired.
        """
        outlines = [(at, facts) for at, each in enumerate(rules) if (facts := self._outline(each, class_name))]
        cells = Counter(cell for _, facts in outlines for cell in facts.among)
        cell = cells.most_common(1)[0][0] if cells else ""
        groups: dict[str | None, list[int]] = {}
        for at, facts in outlines:
            for word in sorted(facts.among.get(cell, ())) or (None,):
                groups.setdefault(word, []).append(at)
        loose = groups.pop(None, [])
        pairs = {pair for group in groups.values() for pair in combinations(sorted({*group, *loose}), 2)}
        for first, second in sorted(pairs | set(combinations(loose, 2))):
            if not self.are_apart(rules[first], rules[second], class_name):
                yield first, second

    def are_apart(self, first: Rule, second: Rule, class_name: str | None) -> bool:
        """Whether no row of the class can be in both scopes, as is seen at once."""
        a, b = self._outline(first, class_name), self._outline(second, class_name)
        if a is None or b is None:
            return True
        return any(not a.states[cell] & b.states[cell] for cell in a.states.keys() & b.states.keys()) or any(
            a.among[cell].isdisjoint(b.among[cell]) for cell in a.among.keys() & b.among.keys()
        )

    def _outline(self, rule: Rule, class_name: str | None) -> Facts | None:
        key = (rule.name, class_name)
        if key not in self._known:
            formula = self.populations.in_scope(rule.scope, class_name, Answer.YES).formula
            self._known[key] = outline(formula, self.populations.reasoner.ground)
        return self._known[key]


def outline(formula: Formula, ground: Ground) -> Facts | None:
    """The states and words that `formula` demands whatever else is so; None if it can never hold."""
    facts: Facts | None = NOTHING
    stack = [formula]
    for _ in range(MOST_PARTS):
        if not stack or facts is None:
            break
        match stack.pop():
            case All(parts=parts):
                stack += parts
            case Either(options=()):
                return None
            case Either(options=(only,)):
                stack.append(only)
            case Either() | Sign():
                pass
            case literal:
                facts = assume(facts, literal, ground)
    return facts
