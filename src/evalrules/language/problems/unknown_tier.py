"""Further words for a tier that is not there."""

from __future__ import annotations

from typing import ClassVar

from attrs import frozen

from evalrules.language.problems.problem import Phrase
from evalrules.language.problems.unknown import Unknown


@frozen(eq=False, repr=False)
class UnknownTier(Unknown):
    """Words are added to a tier that a rule below has.

    Failing:
        政策 p-1
          修订 tiers-1
          语言版本 1
        又名 档次 良好 "较好"
    Fixed:
        政策 p-1
          修订 tiers-1
          语言版本 1
        又名 档次 达成 "较好"
    """

    code: ClassVar[str] = "unknown-tier"
    number: ClassVar[str] = "E0251"
    title: ClassVar[Phrase] = Phrase("没有这个档次", "no such tier")
    noun: ClassVar[Phrase] = Phrase("档次", "tier")
