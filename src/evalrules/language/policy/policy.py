"""A checked policy: the waist of the hourglass."""

from __future__ import annotations

from hashlib import sha256

from attrs import frozen

from evalrules.language.node import Node
from evalrules.language.policy.definition import (
    Check,
    Classification,
    Consequence,
    Definition,
    EachRow,
    Example,
    Exemption,
    Grading,
    Invariant,
    Parameter,
    Reading,
    Rule,
    SourceText,
    Total,
    Withdrawal,
)
from evalrules.language.policy.schema import Field, Schema
from evalrules.language.source import Source


@frozen(eq=False, repr=False)
class CheckedPolicy(Node):
    """All that a policy says, its layers resolved.

    True of it: every name is resolved, every unit that can be known fits, definitions and rule
    references form no cycle (definitions stand in dependency order), bands close.
    """

    id: str
    title: str
    place: str
    year: str
    language: str
    schema: Schema
    layers: tuple[str, ...]
    """the policy and those it amends, the topmost last"""
    texts: tuple[Source, ...]
    """the files it was read from, schema included"""
    sources: tuple[SourceText, ...]
    readings: tuple[Reading, ...]
    parameters: tuple[Parameter, ...]
    definitions: tuple[Definition, ...]
    classifications: tuple[Classification, ...]
    withdrawals: tuple[Withdrawal, ...]
    exemptions: tuple[Exemption, ...]
    rules: tuple[Rule, ...]
    each_row: tuple[EachRow, ...]
    total: Total | None
    subtotals: tuple[Field, ...]
    grading: Grading | None
    consequences: tuple[Consequence, ...]
    checks: tuple[Check, ...]
    invariants: tuple[Invariant, ...]
    examples: tuple[Example, ...]

    @property
    def hash(self) -> str:
        """The SHA-256 of the texts that the policy was read from, in hexadecimal."""
        digest = sha256()
        for text in self.texts:
            digest.update(text.text.encode("utf-8"))
            digest.update(b"\0")
        return digest.hexdigest()
