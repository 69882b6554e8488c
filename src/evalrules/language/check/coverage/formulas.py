"""Conditions as logic sees them: literals, conjunctions, disjunctions. Negation is gone."""

from __future__ import annotations

from typing import TypeAlias

from attrs import frozen

from evalrules.language.check.coverage.cells import States
from evalrules.language.check.coverage.polynomials import Opaque, Polynomial


@frozen(eq=False)
class Sign:
    """A polynomial is at least 0; above 0, where `strict`."""

    polynomial: Polynomial
    strict: bool


@frozen(eq=False)
class InState:
    """A cell is in one of some states."""

    cell: str
    states: States


@frozen(eq=False)
class Among:
    """A cell holds one of some texts."""

    cell: str
    words: frozenset[str]


@frozen(eq=False)
class NotAmong:
    """A cell, if it holds a text, holds none of some."""

    cell: str
    words: frozenset[str]


@frozen(eq=False)
class Assumed:
    """A condition that is not looked into holds, or does not."""

    condition: Opaque
    holds: bool


@frozen(eq=False)
class All:
    """Every one of `parts` holds."""

    parts: tuple[Formula, ...]


@frozen(eq=False)
class Either:
    """At least one of `options` holds."""

    options: tuple[Formula, ...]


Literal: TypeAlias = Sign | InState | Among | NotAmong | Assumed
Formula: TypeAlias = Literal | All | Either

TRUE = All(())
FALSE = Either(())
