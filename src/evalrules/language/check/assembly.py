"""Puts the checked declarations of a policy together."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

from evalrules.language.check.declarations import DeclarationChecker
from evalrules.language.check.declared import names_of
from evalrules.language.check.examples import example
from evalrules.language.check.findings import Findings
from evalrules.language.check.heads import Heading
from evalrules.language.check.layers import Pile
from evalrules.language.policy import definition as defined
from evalrules.language.policy.policy import CheckedPolicy
from evalrules.language.policy.schema import Field, Schema
from evalrules.language.policy.signature import Signature
from evalrules.language.syntax import tree

_Kind = TypeVar("_Kind")


def assemble(
    pile: Pile,
    heading: Heading,
    schema: Schema,
    signatures: Mapping[str, Signature],
    findings: Findings,
) -> CheckedPolicy:
    """The policy that the declarations of `pile` make; what is wrong with them goes to `findings`.

    Definitions stand as they were written. The texts are the schema's and those of the declarations.
    """
    checker = DeclarationChecker(names_of(schema, pile.entries, signatures), findings)
    elements = tuple(each for entry in pile.entries if (each := checker.element(entry)) is not None)

    def all_of(kind: type[_Kind]) -> tuple[_Kind, ...]:
        return tuple(each for each in elements if isinstance(each, kind))

    gradings, totals = all_of(defined.Grading), all_of(defined.Total)
    grading = gradings[0] if gradings else None
    return CheckedPolicy(
        id=heading.name,
        title=heading.value("TITLE") or heading.name,
        place=heading.value("PLACE"),
        year=str(heading.years),
        language=heading.value("LANGUAGE"),
        schema=schema,
        layers=pile.layers,
        texts=pile.texts,
        sources=all_of(defined.SourceText),
        readings=all_of(defined.Reading),
        parameters=all_of(defined.Parameter),
        definitions=all_of(defined.Definition),
        classifications=all_of(defined.Classification),
        withdrawals=all_of(defined.Withdrawal),
        exemptions=all_of(defined.Exemption),
        rules=all_of(defined.Rule),
        each_row=all_of(defined.EachRow),
        total=totals[0] if totals else None,
        subtotals=all_of(Field),
        grading=grading,
        consequences=all_of(defined.Consequence),
        checks=all_of(defined.Check),
        invariants=all_of(defined.Invariant),
        examples=_examples(pile, grading, checker),
    )


def _examples(pile: Pile, grading: defined.Grading | None, checker: DeclarationChecker) -> tuple[defined.Example, ...]:
    grades = tuple(each.name for each in grading.grades) if grading else ()
    return tuple(
        example(entry.declaration, grades, entry.layer, checker)
        for entry in pile.entries
        if isinstance(entry.declaration, tree.ExampleDecl)
    )
