"""A policy, changed a little in one place → do its examples notice? What they miss, they do not pin down."""

from __future__ import annotations

from evalrules.study.mutation.example import example_text
from evalrules.study.mutation.mutant import Kind, Mutant
from evalrules.study.mutation.mutants import mutants_of
from evalrules.study.mutation.trial import Fate, Search, Study, Subject, Verdict, study_mutants

__all__ = [
    "Fate",
    "Kind",
    "Mutant",
    "Search",
    "Study",
    "Subject",
    "Verdict",
    "example_text",
    "mutants_of",
    "study_mutants",
]
