"""Strategies and laws, for this project's tests and for everybody's policies. Needs hypothesis.

    from evalrules.testing import check_laws
    check_laws(policy)

tries every law of the language on a policy, over forms made for it. The laws can be asked one by one
(`evalrules.testing.laws`), and so can the strategies: syntax trees, whole policies, forms.
"""

from __future__ import annotations

from evalrules.testing.forms import exact_forms_for, forms_for
from evalrules.testing.kit import check_laws
from evalrules.testing.policies import policies, policy_texts

__all__ = ["check_laws", "exact_forms_for", "forms_for", "policies", "policy_texts"]
