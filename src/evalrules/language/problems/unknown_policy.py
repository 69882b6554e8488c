"""An amendment of a policy that is not known."""

from __future__ import annotations

from typing import ClassVar

from attrs import frozen

from evalrules.language.problems.problem import Phrase
from evalrules.language.problems.unknown import Unknown


@frozen(eq=False, repr=False)
class UnknownPolicy(Unknown):
    """`修订` names the policy that this one amends.

    Failing:
        政策 p-1
          修订 base-01
          语言版本 1
    Fixed:
        政策 p-1
          修订 base-1
          语言版本 1
    """

    code: ClassVar[str] = "unknown-policy"
    number: ClassVar[str] = "E0212"
    title: ClassVar[Phrase] = Phrase("没有这个政策", "no such policy")
    noun: ClassVar[Phrase] = Phrase("政策", "policy")
