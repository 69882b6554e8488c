"""What a verification says: which step claims what, and what follows from its premises instead."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Finding:
    """A step that does not follow from its premises, or a place where the record is no record."""

    path: str
    """where in the record, as a JSON path: `$.rows[3].award.value`"""
    claims: str
    follows: str

    def __str__(self) -> str:
        return f"{self.path}: claims {self.claims}; what follows is {self.follows}"


@dataclass(frozen=True, slots=True)
class Premise:
    """A fact that the certificate rests on and cannot re-read: `path` is where it is first used."""

    path: str
    printed: str
    value: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """What came of verifying a record. `steps` counts the steps that were looked at."""

    steps: int
    taken_on_trust: tuple[Premise, ...]
    findings: tuple[Finding, ...]

    @property
    def valid(self) -> bool:
        return not self.findings
