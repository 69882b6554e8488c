"""Where the files that a policy or a form rests on are found."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from evalrules.language.source import Source


class Library(Protocol):
    """Where a policy finds, by name, the form it scores and the policies it amends."""

    def schema_source(self, name: str) -> Source | None:
        """The text of the form called `name`, if there is one."""

    def policy_source(self, id: str) -> Source | None:
        """The text of the policy called `id`, if there is one."""

    def policy_ids(self) -> Iterable[str]:
        """All policies there are."""

    def schema_names(self) -> Iterable[str]:
        """All forms there are."""
