"""From trees to checked policies: names resolved, types and units fitted, layers laid over each other."""

from __future__ import annotations

from evalrules.language.check.example_set import check_examples
from evalrules.language.check.library import Library
from evalrules.language.check.policy import Checked, check_policy, resolve_policy
from evalrules.language.check.schema import CheckedSchema, check_schema

__all__ = ["Checked", "CheckedSchema", "Library", "check_examples", "check_policy", "check_schema", "resolve_policy"]
