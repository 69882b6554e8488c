"""The cells that a derivation mentions: those that its conclusions can rest on."""

from __future__ import annotations

from evalrules.language.policy.form import Form
from evalrules.language.policy.schema import Schema
from evalrules.meaning.derivation import Derivation, Found
from evalrules.study.nodes import nodes_in
from evalrules.testing.alterations import spots_on


def mentioned(derivation: Derivation, form: Form, schema: Schema) -> frozenset[str]:
    """The addresses of the cells that `derivation` mentions.

    A subtotal mentions its field, and so that field of every row.
    """
    found = {each.address for each in nodes_in(derivation) if isinstance(each, Found)}
    fields = {subtotal.field for subtotal in derivation.subtotals}
    return frozenset(found | {spot.address for spot in spots_on(form, schema) if spot.field in fields})
