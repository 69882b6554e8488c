"""All mutants of a policy's own text."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeAlias

from evalrules.language.source import Source
from evalrules.language.syntax.parse import parse
from evalrules.study.mutation import figures, parts
from evalrules.study.mutation.mutant import Mutant
from evalrules.study.mutation.written import Written, walk

Operator: TypeAlias = Callable[[Written], Iterator[Mutant]]

OPERATORS: tuple[Operator, ...] = (
    figures.numbers,
    figures.comparisons,
    figures.ends,
    figures.directions,
    figures.operands,
    parts.steps,
    parts.countings,
    parts.roundings,
    parts.exchanged_roundings,
    parts.cases,
    parts.declarations,
    parts.treatments,
    parts.classes,
)
"""What can be changed: each looks at one node of the written tree."""


def mutants_of(source: Source) -> tuple[Mutant, ...]:
    """Every small change to the policy in `source`, in the order of the text, none twice.

    What a policy amends is left as it is: it has examples of its own.
    """
    document = parse(source).document
    found = [mutant for written in walk(document) for operator in OPERATORS for mutant in operator(written)]
    found.sort(key=lambda each: min(edit.span.start for edit in each.edits))
    return tuple({each.source.text: each for each in found}.values())
