"""A field that the record does not have."""

from __future__ import annotations

from typing import ClassVar

from attrs import frozen

from evalrules.language.problems.problem import Phrase
from evalrules.language.problems.unknown import Unknown


@frozen(eq=False, repr=False)
class UnknownField(Unknown):
    """Rows are grouped by a field of the form, and examples fill in fields of the form.

    Failing:
        小计 按 一级指标名
    Fixed:
        小计 按 一级指标
    """

    code: ClassVar[str] = "unknown-field"
    number: ClassVar[str] = "E0206"
    title: ClassVar[Phrase] = Phrase("没有这个字段", "no such field")
    noun: ClassVar[Phrase] = Phrase("字段", "field")
