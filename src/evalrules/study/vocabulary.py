"""The texts that a policy looks for in each field of a form."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from evalrules.language.policy import expression as ex
from evalrules.language.policy.definition import Tier
from evalrules.language.policy.policy import CheckedPolicy
from evalrules.language.policy.schema import Field, Role
from evalrules.language.values import Quantity, Text
from evalrules.study.nodes import nodes_in

Vocabulary = Mapping[tuple[str, str], tuple[str, ...]]
"""Texts by record and field, in their English names."""


def vocabulary_of(policy: CheckedPolicy) -> Vocabulary:
    """The texts with which `policy` compares cells, and the names of its tiers, by field."""
    found: dict[tuple[str, str], dict[str, None]] = {}
    for node in nodes_in(_parts(policy)):
        for field, text in _compared(node):
            for record in policy.schema.records if not field.record else ():
                found.setdefault((record.en, field.en), {})[text] = None
            found.setdefault((field.record, field.en), {})[text] = None
    tiers = [name for node in nodes_in(_parts(policy)) if isinstance(node, Tier) for name in (node.name, *node.also)]
    for field in _fields_for(policy, Role.TIER):
        found.setdefault((field.record, field.en), {}).update(dict.fromkeys(tiers))
    return {key: tuple(texts) for key, texts in found.items()}


def numbers_of(policy: CheckedPolicy) -> tuple[Quantity, ...]:
    """The numbers that `policy` states, each once: thresholds, edges of bands, caps, sizes of steps."""
    found: dict[Quantity, None] = {}
    for node in nodes_in((*_parts(policy), policy.parameters, policy.grading)):
        if isinstance(node, ex.Constant) and isinstance(node.value, Quantity):
            found[node.value] = None
    return tuple(found)


def _parts(policy: CheckedPolicy) -> tuple[object, ...]:
    scopes = (policy.classifications, policy.withdrawals, policy.exemptions, policy.definitions)
    return (*scopes, policy.rules, policy.each_row, policy.total, policy.checks)


def _fields_for(policy: CheckedPolicy, role: Role) -> Iterator[Field]:
    return (field for record in policy.schema.records for field in record.fields if role in field.roles)


def _compared(node: object) -> Iterator[tuple[Field, str]]:
    """The cells and texts that `node` compares."""
    match node:
        case ex.Compare(left=ex.Given() as cell, right=ex.Constant(value=Text(text=text))):
            yield cell.field, text
        case ex.IsOneOf(subject=ex.Given() as cell):
            for option in node.options:
                if isinstance(option, ex.Constant) and isinstance(option.value, Text):
                    yield cell.field, option.value.text
        case _:
            return
