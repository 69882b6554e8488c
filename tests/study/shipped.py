"""Shipped policies, as they are and with a few words changed."""

from __future__ import annotations

import re
from functools import cache

from evalrules.language.policy.policy import CheckedPolicy
from evalrules.language.source import Source
from evalrules.library.shelf import Shelf, shipped
from evalrules.pipeline import compile_policy

SHELF = Shelf(shipped())


@cache
def text_of(name: str) -> str:
    """The text of a shipped policy."""
    source = SHELF.policy_source(name)
    assert source is not None, name
    return source.text


@cache
def policy(name: str) -> CheckedPolicy:
    """A shipped policy, checked."""
    return checked(text_of(name), f"{name}.rules")


def changed(name: str, *edits: tuple[str, str]) -> CheckedPolicy:
    """A shipped policy in which other words stand, each of which was there; what is aligned may be so otherwise."""
    text = unaligned(text_of(name))
    for old, new in edits:
        assert unaligned(old) in text, f"{name} does not say {old}"
        text = text.replace(unaligned(old), new)
    return checked(text, f"{name}.rules")


def unaligned(text: str) -> str:
    """`text` with one blank wherever a line has several between its words."""
    return re.sub(r"(?<=\S) {2,}", " ", text)


def checked(text: str, name: str = "policy.rules") -> CheckedPolicy:
    """The policy of a text that has no errors."""
    compiled = compile_policy(Source(name, text), SHELF)
    assert compiled.policy is not None, [each.message().en for each in compiled.problems]
    return compiled.policy
