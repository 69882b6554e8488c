"""Scores a performance self-evaluation form by a written policy, exactly, and explains every point.

>>> import evalrules
>>> policy = evalrules.load("yanchi-2022")
>>> form = evalrules.read_form("examples/yanchi-2022/form.json")
>>> evaluation = policy.evaluate(form)
>>> evaluation.total.awarded
Fraction(199, 2)
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

__version__ = "0.1.0"

if TYPE_CHECKING:
    from evalrules.language.policy.form import Form, FormProblem
    from evalrules.language.values import IndicatorValue, parse_value
    from evalrules.readers import FormError, read_form
    from evalrules.workbench.api import Evaluation, Policy, RowScore, TotalScore, load
    from evalrules.workbench.loading import PolicyError

# Each name is fetched when first asked for, so that `import evalrules` costs nothing.
_HOMES = {
    "Evaluation": "evalrules.workbench.api",
    "Form": "evalrules.language.policy.form",
    "FormError": "evalrules.readers",
    "FormProblem": "evalrules.language.policy.form",
    "IndicatorValue": "evalrules.language.values",
    "Policy": "evalrules.workbench.api",
    "PolicyError": "evalrules.workbench.loading",
    "RowScore": "evalrules.workbench.api",
    "TotalScore": "evalrules.workbench.api",
    "load": "evalrules.workbench.api",
    "parse_value": "evalrules.language.values",
    "read_form": "evalrules.readers",
}

__all__ = [
    "Evaluation",
    "Form",
    "FormError",
    "FormProblem",
    "IndicatorValue",
    "Policy",
    "PolicyError",
    "RowScore",
    "TotalScore",
    "__version__",
    "load",
    "parse_value",
    "read_form",
]


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module 'evalrules' has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)
