"""What is taken to be so of a row: assumptions, added one by one until two contradict."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import evolve, frozen

from evalrules.language.check.coverage.cells import States
from evalrules.language.check.coverage.formulas import Among, Assumed, InState, Literal, NotAmong, Same, Sign
from evalrules.language.check.coverage.ground import Ground, at_least_zero
from evalrules.language.check.coverage.inequalities import Inequality, is_contradictory
from evalrules.language.check.coverage.polynomials import Atom, Opaque, atoms_in

_NO_WORDS: frozenset[str] = frozenset()


@frozen(eq=False, repr=False)
class Facts:
    """Assumptions about one row that do not contradict each other as far as is known.

    A cell of which nothing is assumed is in none of the mappings.
    """

    states: Mapping[str, States] = {}
    among: Mapping[str, frozenset[str]] = {}
    barred: Mapping[str, frozenset[str]] = {}
    pairs: Mapping[tuple[str, str], bool] = {}
    """cells that hold the same text, or do not"""
    system: tuple[Inequality, ...] = ()
    atoms: frozenset[Atom] = frozenset()
    assumed: Mapping[Opaque, bool] = {}

    def states_of(self, cell: str, ground: Ground) -> States:
        """The states in which `cell` may still be."""
        found = self.states.get(cell)
        return ground.states(cell) if found is None else found


NOTHING = Facts()


def assume(facts: Facts, literal: Literal, ground: Ground) -> Facts | None:
    """`facts` and `literal`; None if they contradict each other."""
    match literal:
        case InState(cell=cell, states=states):
            left = facts.states_of(cell, ground) & states
            return evolve(facts, states={**facts.states, cell: left}) if left else None
        case Among(cell=cell, words=words):
            among = facts.among.get(cell, words) & words
            return _if_worded(evolve(facts, among={**facts.among, cell: among}))
        case NotAmong(cell=cell, words=words):
            barred = facts.barred.get(cell, _NO_WORDS) | words
            return _if_worded(evolve(facts, barred={**facts.barred, cell: barred}))
        case Same(cells=cells, same=same):
            if facts.pairs.get(cells, same) is not same:
                return None
            return _if_worded(evolve(facts, pairs={**facts.pairs, cells: same}))
        case Assumed(condition=condition, holds=holds):
            if facts.assumed.get(condition, holds) is not holds:
                return None
            return evolve(facts, assumed={**facts.assumed, condition: holds})
        case Sign():
            return _with_sign(facts, literal, ground)


def _if_worded(facts: Facts) -> Facts | None:
    """`facts`, if a text is left for every cell that holds one."""
    for cell, words in facts.among.items():
        if not words - facts.barred.get(cell, _NO_WORDS):
            return None
    for (first, second), same in facts.pairs.items():
        a, b = words_left(facts, first), words_left(facts, second)
        if a is None or b is None:
            continue
        if not a & b if same else len(a | b) == 1:
            return None
    return facts


def words_left(facts: Facts, cell: str) -> frozenset[str] | None:
    """The texts that `cell` may still hold; None if that is any but a few."""
    among = facts.among.get(cell)
    return None if among is None else among - facts.barred.get(cell, _NO_WORDS)


def _with_sign(facts: Facts, sign: Sign, ground: Ground) -> Facts | None:
    added = at_least_zero(sign.polynomial, strict=sign.strict)
    system = (*facts.system, added)
    atoms = facts.atoms | atoms_in(sign.polynomial)
    if not _is_free(added, facts, atoms, ground) and is_contradictory(ground.known_of(system)):
        return None
    return evolve(facts, system=system, atoms=atoms)


def _is_free(added: Inequality, facts: Facts, atoms: frozenset[Atom], ground: Ground) -> bool:
    """Whether a variable that nothing else is said of can make `added` hold; it saves a solution."""
    if any(isinstance(atom, Opaque) for atom in atoms):
        return False
    return any(
        not ground.sides_of(variable) and all(variable not in each.terms for each in facts.system)
        for variable in added.terms
    )


def follows(facts: Facts, literal: Literal, ground: Ground) -> bool:
    """Whether `literal` is so anyway, as far as is seen at once."""
    match literal:
        case InState(cell=cell, states=states):
            return facts.states_of(cell, ground) <= states
        case Among(cell=cell, words=words, among=among):
            left = facts.among.get(cell, among)
            return left is not None and left <= words
        case NotAmong(cell=cell, words=words):
            barred = facts.barred.get(cell, _NO_WORDS)
            return words <= barred or (cell in facts.among and facts.among[cell].isdisjoint(words - barred))
        case Assumed(condition=condition, holds=holds):
            return facts.assumed.get(condition) is holds
        case Sign() | Same():
            return False
