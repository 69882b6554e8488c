"""Two checked policies → what changed between them, and whose scores moved."""

from __future__ import annotations

from evalrules.study.difference.change import Change, Kind, Part, Weight
from evalrules.study.difference.comparing import differences
from evalrules.study.difference.forms import Cause, Comparison, RowShift, compare_form
from evalrules.study.difference.report import Difference, LostForm, difference

__all__ = [
    "Cause",
    "Change",
    "Comparison",
    "Difference",
    "Kind",
    "LostForm",
    "Part",
    "RowShift",
    "Weight",
    "compare_form",
    "difference",
    "differences",
]
