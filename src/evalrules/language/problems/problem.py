"""What every problem knows: where it is, what was found, what was needed, and what to do."""

from __future__ import annotations

from enum import Enum
from typing import ClassVar, NamedTuple

from attrs import frozen

from evalrules.language.node import Node
from evalrules.language.source import Span


class Phrase(NamedTuple):
    """The same sentence in both languages of the project."""

    zh: str
    en: str

    def in_(self, lang: str) -> str:
        return self.zh if lang == "zh" else self.en


class Severity(Enum):
    """How much a problem weighs: an error stops a policy, a warning does not."""

    ERROR = Phrase("错误", "error")
    WARNING = Phrase("警告", "warning")
    NOTICE = Phrase("提示", "notice")


class Fix(NamedTuple):
    """A change that cures a problem: put `replacement` where `span` is."""

    span: Span
    replacement: str


@frozen(eq=False, repr=False)
class Problem(Node):
    """One thing wrong with a text. A subclass a kind; each owns its words.

    `code` is the name people say and search for; `number` never changes once published.
    """

    span: Span

    code: ClassVar[str]
    number: ClassVar[str]
    title: ClassVar[Phrase]
    severity: ClassVar[Severity] = Severity.ERROR

    def message(self) -> Phrase:
        """What was found and what was needed, in one sentence."""
        raise NotImplementedError

    def help(self) -> Phrase:
        """What to do about it."""
        raise NotImplementedError

    def related(self) -> tuple[tuple[Span, Phrase], ...]:
        """Other places that the problem is about, each with what stands there."""
        return ()

    def fix(self) -> Fix | None:
        """A change that may be applied as it is, if there is one."""
        return None
