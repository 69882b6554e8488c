"""A policy for a kind of form that is not known."""

from __future__ import annotations

from typing import ClassVar

from attrs import frozen

from evalrules.language.problems.problem import Phrase
from evalrules.language.problems.unknown import Unknown


@frozen(eq=False, repr=False)
class UnknownSchema(Unknown):
    """`适用` names the kind of form that the policy scores, by the name of its schema.

    Failing:
        政策 p-1
          适用 projects
          语言版本 1
    Fixed:
        政策 p-1
          适用 project
          语言版本 1
    """

    code: ClassVar[str] = "unknown-schema"
    number: ClassVar[str] = "E0211"
    title: ClassVar[Phrase] = Phrase("没有这种表式", "no such form")
    noun: ClassVar[Phrase] = Phrase("表式", "form")
