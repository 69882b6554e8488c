"""An edge of bands that is set anew and is not there."""

from __future__ import annotations

from typing import ClassVar

from attrs import frozen

from evalrules.language.problems.problem import Phrase
from evalrules.language.problems.unknown import Unknown


@frozen(eq=False, repr=False)
class UnknownEdge(Unknown):
    """An edge is named as it is written below, so that it is plain which one moves.

    Failing:
        政策 p-1
          修订 tiers-1
          语言版本 1
        设 规则 定性 85% = 90%
    Fixed:
        政策 p-1
          修订 tiers-1
          语言版本 1
        设 规则 定性 80% = 90%
    """

    code: ClassVar[str] = "unknown-edge"
    number: ClassVar[str] = "E0250"
    title: ClassVar[Phrase] = Phrase("没有这个端点", "no such edge")
    noun: ClassVar[Phrase] = Phrase("端点", "edge")
