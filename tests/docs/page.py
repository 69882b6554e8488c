"""A page of the documentation: its text, its fences, and the parts that are made from the code."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from attrs import evolve, frozen

_OPENING = re.compile(r"^(?P<indent> *)(?P<ticks>`{3,})(?P<info>[^`\n]*)$")
_MADE = re.compile(r"<!-- made: (?P<name>[^>]*?) -->\n(?P<body>.*?)<!-- /made -->", re.DOTALL)


@frozen
class Fence:
    """A fenced block: the words behind its opening, what it holds, the line on which it opens."""

    tag: str
    words: tuple[str, ...]
    text: str
    line: int
    indent: str = ""

    def option(self, name: str) -> str | None:
        """What the word `name=…` says, if it is there."""
        return next((word[len(name) + 1 :] for word in self.words if word.startswith(f"{name}=")), None)


@frozen
class Page:
    """A Markdown file."""

    path: Path
    text: str

    @property
    def fences(self) -> tuple[Fence, ...]:
        return tuple(_fences(self.text.split("\n")))

    @property
    def made(self) -> tuple[tuple[str, str], ...]:
        """The name and the body of each part that is made from the code."""
        return tuple((match["name"], match["body"]) for match in _MADE.finditer(self.text))

    def with_fences(self, bodies: Mapping[int, str]) -> Page:
        """The page with other bodies in the fences that open on these lines."""
        lines = self.text.split("\n")
        for fence in reversed(self.fences):
            if fence.line in bodies:
                new = [(fence.indent + line).rstrip() for line in bodies[fence.line].split("\n")[:-1]]
                lines[fence.line : fence.line + fence.text.count("\n")] = new
        return evolve(self, text="\n".join(lines))

    def with_made(self, bodies: Mapping[str, str]) -> Page:
        """The page with these bodies in the parts of these names."""

        def renewed(match: re.Match[str]) -> str:
            name = match["name"]
            return f"<!-- made: {name} -->\n{bodies[name]}<!-- /made -->"

        return evolve(self, text=_MADE.sub(renewed, self.text))


def page_from(path: Path) -> Page:
    """The page that the file holds."""
    return Page(path, path.read_text(encoding="utf-8"))


def _fences(lines: list[str]) -> Iterator[Fence]:
    """The fences, in order. One that is never closed ends with the page."""
    at = 0
    while at < len(lines):
        opening = _OPENING.match(lines[at])
        if opening is None:
            at += 1
            continue
        indent, closing = opening["indent"], opening["indent"] + opening["ticks"]
        end = next((n for n in range(at + 1, len(lines)) if lines[n].rstrip() == closing), len(lines))
        body = "".join(line.removeprefix(indent) + "\n" for line in lines[at + 1 : end])
        tag, *words = opening["info"].split() or [""]
        yield Fence(tag, tuple(words), body, at + 1, indent)
        at = end + 1
