"""The definition of the language: what a policy makes of a form, and why. Everything faster obeys it."""

from __future__ import annotations

from evalrules.meaning.derive.form import derive, derive_in, population_of, ranks_in

__all__ = ["derive", "derive_in", "population_of", "ranks_in"]
