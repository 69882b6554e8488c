"""What one check finds: its problems, and which names were of use."""

from __future__ import annotations

from typing import Literal, TypeAlias

from evalrules.language.problems import Problem, Severity
from evalrules.language.problems.ambiguous_name import AmbiguousName
from evalrules.language.problems.unknown import Unknown
from evalrules.language.problems.unknown_name import UnknownName
from evalrules.language.problems.unknown_placeholder import UnknownPlaceholder
from evalrules.language.syntax.lexer import words_of

Used: TypeAlias = Literal["parameter", "definition", "local", "source", "reading", "alternative"]


class Findings:
    """Collects what the passes over one policy find.

    `lost` are the words of declarations that could not be parsed. A name among them is not reported
    as unknown: its declaration has been reported already.
    """

    def __init__(self, lost: frozenset[str] = frozenset()) -> None:
        self.lost = lost
        self.problems: list[Problem] = []
        self.causes: set[object] = set()
        self.used: set[tuple[Used, str]] = set()

    def report(self, *problems: Problem) -> None:
        """Keep `problems`, but for those that follow from another one."""
        for problem in problems:
            if not self._follows(problem) and _cause(problem) not in self.causes:
                self.causes.add(_cause(problem))
                self.problems.append(problem)

    def _follows(self, problem: Problem) -> bool:
        """Whether `problem` is only that a name is missing whose declaration could not be read."""
        return isinstance(problem, Unknown | UnknownName | UnknownPlaceholder) and problem.name in self.lost

    def lose(self, text: str) -> None:
        """Note that a declaration, of which this is the text, is left aside after a problem with it."""
        self.lost |= frozenset(word.text for word in words_of(text)[0])

    def use(self, kind: Used, name: str) -> None:
        """Note that something refers to `name`."""
        self.used.add((kind, name))

    @property
    def has_errors(self) -> bool:
        return any(each.severity is Severity.ERROR for each in self.problems)


def _cause(problem: Problem) -> object:
    """What two problems share if they have one cause: all they say, or the name that is ambiguous."""
    return problem.name if isinstance(problem, AmbiguousName) else problem
