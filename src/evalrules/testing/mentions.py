"""The cells that a derivation mentions: those that its conclusions can rest on."""

from __future__ import annotations

from collections.abc import Iterator

from evalrules.language.policy.form import Form
from evalrules.language.policy.schema import Field, Schema
from evalrules.language.source import Span
from evalrules.meaning.derivation import Derivation, Found
from evalrules.testing.alterations import spots_on


def mentioned(derivation: Derivation, form: Form, schema: Schema) -> frozenset[str]:
    """The addresses of the cells that `derivation` mentions.

    A subtotal mentions its field, and so that field of every row.
    """
    found = {each.address for each in nodes_in(derivation) if isinstance(each, Found)}
    fields = {subtotal.field for subtotal in derivation.subtotals}
    return frozenset(found | {spot.address for spot in spots_on(form, schema) if spot.field in fields})


def nodes_in(node: object, seen: set[int] | None = None) -> Iterator[object]:
    """Every part of a derivation, each once however often it is shared."""
    seen = set() if seen is None else seen
    if isinstance(node, tuple):
        for each in node:
            yield from nodes_in(each, seen)
    elif id(node) not in seen and not isinstance(node, Span | Field):
        seen.add(id(node))
        attributes = getattr(type(node), "__attrs_attrs__", ())
        if attributes:
            yield node
        for attribute in attributes:
            yield from nodes_in(getattr(node, attribute.name), seen)
