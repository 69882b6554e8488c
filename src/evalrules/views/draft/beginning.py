"""What is known of a policy before anything of it is written, and how its text is laid out."""

from __future__ import annotations

from collections.abc import Iterable

from attrs import frozen

from evalrules.language.keywords import spelling
from evalrules.language.problems.problem import Phrase
from evalrules.language.syntax.print import quoted
from evalrules.views.page import Lang

_RULE_WIDTH = 92
OFF = "#| "
"""What stands before each line of a declaration that is shown and not yet in force."""


@frozen
class Beginning:
    """The head of a policy to be, and the language it is written in."""

    id: str
    place: str
    year: str
    lang: Lang

    def word(self, token: str) -> str:
        """A keyword in the language of the draft."""
        return spelling(token, self.lang)

    def say(self, phrase: Phrase) -> str:
        """A word or a sentence in the language of the draft."""
        return phrase.in_(self.lang)

    def head(self, title: str, line: str) -> str:
        """The first declaration: `line` says what the policy applies to or amends."""
        lines = [f"{self.word('POLICY')} {self.id}", f"{self.word('TITLE')} {quoted(title)}", line]
        lines += [f"{self.word('PLACE')} {quoted(self.place)}"] if self.place else []
        lines += [f"{self.word('YEAR')} {self.year}"] if self.year else []
        lines += [f"{self.word('LANGUAGE')} 1"]
        return "\n  ".join(lines)

    def remark(self, phrase: Phrase) -> str:
        """A comment, line by line."""
        return "\n".join(f"# {line}".rstrip() for line in self.say(phrase).split("\n"))

    def divider(self, phrase: Phrase) -> str:
        """A comment that begins a section."""
        words = f"# ---- {self.say(phrase)} "
        return words + "-" * max(_RULE_WIDTH - len(words.encode("gb18030")), 4)


def laid_out(parts: Iterable[str]) -> str:
    """Sections apart by a blank line."""
    return "\n\n".join(part for part in parts if part) + "\n"


def switched_off(text: str) -> str:
    """Declarations as comments: whoever takes the marks away puts them in force."""
    return "\n".join(f"{OFF}{line}".rstrip() for line in text.split("\n"))


def switched_on(text: str) -> str:
    """A draft with all that it shows put in force."""
    return "\n".join(line.removeprefix(OFF) if line.startswith(OFF) else line for line in text.split("\n"))
