"""Finds what two policies say alike under different names, so that a new name is told as nothing more."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TypeAlias

from attrs import evolve, frozen

from evalrules.language.node import Node
from evalrules.language.policy import definition as d
from evalrules.language.policy import expression as ex
from evalrules.language.policy.basis import Basis, Citation
from evalrules.language.policy.policy import CheckedPolicy
from evalrules.study.rewriting import rewritten, with_fields

Renames: TypeAlias = Mapping[tuple[str, str], str]
"""Old names by what is called so (a field of the checked policy, or `classes`) and its new name."""

_RENAMED = (
    "sources",
    "readings",
    "parameters",
    "definitions",
    "withdrawals",
    "exemptions",
    "rules",
    "consequences",
    "checks",
    "invariants",
    "examples",
)
_CLASSES = "classes"
_ORIGINS = {ex.Origin.PARAMETER: "parameters", ex.Origin.DEFINITION: "definitions"}

# Where one part of a policy calls another by its name.
_REFERENCES: tuple[tuple[type[Node], str, str], ...] = (
    (d.AwardAs, "rule", "rules"),
    (d.ExpectedAward, "rule", "rules"),
    (d.ExpectedReport, "check", "checks"),
    (ex.IsClass, "class_name", _CLASSES),
    (ex.Scope, "class_name", _CLASSES),
    (d.ClassCase, "name", _CLASSES),
    (d.Rule, "before", "rules"),
    (ex.IsRead, "reading", "readings"),
    (Citation, "source", "sources"),
    (Basis, "readings", "readings"),
)


@frozen
class Aligned:
    """The new policy with the old names, where it only has others, and which those are."""

    policy: CheckedPolicy
    renames: Renames


def aligned(old: CheckedPolicy, new: CheckedPolicy) -> Aligned:
    """`new` in the names of `old`: whatever is the same but for its name, and for names that it uses."""
    renames: dict[tuple[str, str], str] = {}
    while True:
        renamed = _in_old_names(new, renames)
        more = dict(_found(old, renamed))
        if not more:
            return Aligned(renamed, renames)
        renames |= more


def _found(old: CheckedPolicy, new: CheckedPolicy) -> Iterator[tuple[tuple[str, str], str]]:
    for section in _RENAMED:
        yield from _pairs(section, _title_field(section), getattr(old, section), getattr(new, section))
    for before in old.classifications:
        for after in (each for each in new.classifications if each.record == before.record):
            yield from _pairs(_CLASSES, "name", before.cases, after.cases)


def _title_field(section: str) -> str:
    return "title" if section == "examples" else "name"


def _pairs(
    kind: str, field: str, old: tuple[Node, ...], new: tuple[Node, ...]
) -> Iterator[tuple[tuple[str, str], str]]:
    """The names under which `new` has what `old` has under another."""
    names = ({getattr(each, field) for each in old}, {getattr(each, field) for each in new})
    gone = [each for each in old if getattr(each, field) not in names[1]]
    for after in (each for each in new if getattr(each, field) not in names[0]):
        before = next((each for each in gone if _called(each, after, field) == after), None)
        if before is not None:
            gone.remove(before)
            yield (kind, getattr(after, field)), getattr(before, field)


def _called(node: Node, other: Node, field: str) -> Node:
    return with_fields(node, **{field: getattr(other, field)})


def _in_old_names(policy: CheckedPolicy, renames: Renames) -> CheckedPolicy:
    if not renames:
        return policy
    return rewritten(policy, lambda node: _renamed(node, renames))


def _renamed(node: Node, renames: Renames) -> Node:
    if isinstance(node, CheckedPolicy):
        return _with_old_names(node, renames)
    if isinstance(node, ex.Use) and node.origin in _ORIGINS:
        return evolve(node, name=renames.get((_ORIGINS[node.origin], node.name), node.name))
    changes = {
        field: _old_names(getattr(node, field), kind, renames)
        for owner, field, kind in _REFERENCES
        if isinstance(node, owner)
    }
    return with_fields(node, **changes) if changes else node


def _old_names(names: object, kind: str, renames: Renames) -> object:
    if isinstance(names, tuple):
        return tuple(renames.get((kind, each), each) for each in names)
    return renames.get((kind, names), names) if isinstance(names, str) else names


def _with_old_names(policy: CheckedPolicy, renames: Renames) -> CheckedPolicy:
    sections: dict[str, object] = {}
    for section in _RENAMED:
        field = _title_field(section)
        sections[section] = tuple(
            with_fields(each, **{field: renames.get((section, getattr(each, field)), getattr(each, field))})
            for each in getattr(policy, section)
        )
    return with_fields(policy, **sections)
