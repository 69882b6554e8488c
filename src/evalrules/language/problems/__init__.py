"""What can be wrong with a policy: one class a problem, one file a class."""

from __future__ import annotations

from evalrules.language.problems.problem import Fix, Phrase, Problem, Severity

__all__ = ["Fix", "Phrase", "Problem", "Severity"]
