"""Conditions as logic sees them: literals, conjunctions, disjunctions. Negation is gone."""

from __future__ import annotations

from fractions import Fraction
from typing import TypeAlias

from attrs import frozen

from evalrules.language.check.coverage.cells import EVERY_STATE, TEXTS, States
from evalrules.language.check.coverage.polynomials import Opaque, Polynomial, scaled


@frozen(eq=False, repr=False)
class Sign:
    """A polynomial is at least 0; above 0, where `strict`."""

    polynomial: Polynomial
    strict: bool


@frozen(eq=False, repr=False)
class InState:
    """A cell is in one of some states."""

    cell: str
    states: States


@frozen(eq=False, repr=False)
class Among:
    """A cell holds one of some texts. `among` are all that it can hold, where they are few and known."""

    cell: str
    words: frozenset[str]
    among: frozenset[str] | None = None


@frozen(eq=False, repr=False)
class NotAmong:
    """A cell, if it holds a text, holds none of some."""

    cell: str
    words: frozenset[str]


@frozen(eq=False, repr=False)
class Same:
    """Two cells, both with a text in them, hold the same; or if not `same`, no text is in both."""

    cells: tuple[str, str]
    same: bool


@frozen(eq=False, repr=False)
class Assumed:
    """A condition that is not looked into holds, or does not."""

    condition: Opaque
    holds: bool


@frozen(eq=False, repr=False)
class All:
    """Every one of `parts` holds."""

    parts: tuple[Formula, ...]


@frozen(eq=False, repr=False)
class Either:
    """At least one of `options` holds."""

    options: tuple[Formula, ...]


Literal: TypeAlias = Sign | InState | Among | NotAmong | Same | Assumed
Formula: TypeAlias = Literal | All | Either

TRUE = All(())
FALSE = Either(())


def complement(formula: Formula) -> Formula:
    """What is so wherever `formula` is not. What is not looked into is taken to hold or to fail."""
    return _complement(formula, {})


def _complement(formula: Formula, known: dict[int, Formula]) -> Formula:
    """The complement; a part that occurs in many places is turned once."""
    if id(formula) not in known:
        match formula:
            case All(parts=parts):
                known[id(formula)] = Either(tuple(_complement(part, known) for part in parts))
            case Either(options=options):
                known[id(formula)] = All(tuple(_complement(option, known) for option in options))
            case _:
                known[id(formula)] = _opposite(formula)
    return known[id(formula)]


def _opposite(literal: Literal) -> Formula:
    match literal:
        case Sign(polynomial=polynomial, strict=strict):
            return Sign(scaled(polynomial, Fraction(-1)), not strict)
        case InState(cell=cell, states=states):
            return InState(cell, EVERY_STATE - states)
        case Among(cell=cell, words=words, among=among):
            return NotAmong(cell, words) if among is None else Among(cell, among - words, among)
        case NotAmong(cell=cell, words=words):
            return All((InState(cell, TEXTS), Among(cell, words)))
        case Same(cells=cells, same=same):
            return Same(cells, not same)
        case Assumed(condition=condition, holds=holds):
            return Assumed(condition, not holds)
