"""Changes in words: every part of a policy has a name in a sentence."""

from __future__ import annotations

from collections.abc import Iterator

import attrs
import pytest

from evalrules.language.policy import definition
from evalrules.language.policy.policy import CheckedPolicy
from evalrules.views.compose.change import PARTS, SECTIONS

_TOLD_OTHERWISE = frozenset({"layer", "texts"})
"""Fields that are no part of what a policy says, or that are told by the declaration's own name."""
_EXAMPLES = (
    definition.Example,
    definition.ExampleRow,
    definition.ExpectedAward,
    definition.ExpectedReport,
    definition.Entry,
)
"""Told by the name of the example alone."""
_WHOLE = (definition.End, definition.Stretch, definition.Admission)
"""Quoted as a whole."""


def parts() -> Iterator[tuple[str, str]]:
    """Each field of each class of which a checked policy is made, steps excepted: those are quoted as a whole."""
    steps = definition.Adjustment.__args__
    for kind in vars(definition).values():
        if isinstance(kind, type) and attrs.has(kind) and kind.__module__ == definition.__name__:
            told = kind not in (*_EXAMPLES, *_WHOLE, *steps)
            yield from ((kind.__name__, each.name) for each in attrs.fields(kind) if told and each.eq)


@pytest.mark.parametrize(("owner", "field"), list(parts()))
def test_every_part_has_a_name_in_a_sentence(owner: str, field: str) -> None:
    """A new field of a declaration gets a row in PARTS of views/compose/change.py."""
    if owner != "Basis" and field not in _TOLD_OTHERWISE:
        assert field in PARTS, f"{owner}.{field}: say what it is called, in PARTS of views/compose/change.py"


def test_every_section_begins_with_a_keyword() -> None:
    """A new section of a policy gets a row in SECTIONS of views/compose/change.py."""
    sections = {each.name for each in attrs.fields(CheckedPolicy)} - _TOLD_OTHERWISE
    assert sections == set(SECTIONS)
