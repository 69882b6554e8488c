"""What a composer needs to know besides what it tells of."""

from __future__ import annotations

from typing import Literal, TypeAlias

from attrs import frozen

from evalrules.language.policy.basis import Basis
from evalrules.language.policy.definition import Reading, Rule, SourceText
from evalrules.language.policy.policy import CheckedPolicy
from evalrules.language.problems.problem import Phrase
from evalrules.views.compose.saying import say
from evalrules.views.grounds import basis_of_named
from evalrules.views.page import Lang, Words

Detail: TypeAlias = Literal["brief", "full"]
"""`brief`: what a person must act on; `full`: every row, every step, and what was not taken."""


@frozen
class Telling:
    """The policy that speaks, the language it is spoken of in, and how much is told."""

    policy: CheckedPolicy
    lang: Lang
    detail: Detail
    places: int | None
    """the decimals of the form's scores; None where they are not rounded"""

    def say(self, phrase: Phrase, **slots: Words | str) -> Words:
        return say(phrase, self.lang, **slots)

    @property
    def in_full(self) -> bool:
        return self.detail == "full"

    def rule_named(self, name: str) -> Rule | None:
        return next((each for each in self.policy.rules if each.name == name), None)

    def source_named(self, name: str) -> SourceText | None:
        return next((each for each in self.policy.sources if each.name == name), None)

    def reading_named(self, name: str) -> Reading | None:
        return next((each for each in self.policy.readings if each.name == name), None)

    def basis_of(self, name: str) -> Basis:
        """What a named quantity of the policy rests on."""
        return basis_of_named(name, self.policy)

    def section_name(self, section: str) -> str:
        """The record's name on the form."""
        record = self.policy.schema.record_named(section)
        return record.name(self.lang) if record is not None else section
