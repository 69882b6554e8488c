"""The desk at which a page works: a folder with its files, and what was said last."""

from __future__ import annotations

import io
import shlex
import shutil
from collections.abc import Iterable
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path

from attrs import define, field

from evalrules.language.keywords import TOKEN_OF_WORD
from evalrules.language.problems import Problem, Severity
from evalrules.language.source import Source
from evalrules.language.syntax.lexer import words_of
from evalrules.library.shelf import Shelf, shipped
from evalrules.pipeline import check_schema_text, compile_examples, compile_policy
from evalrules.workbench.cli import main
from evalrules.workbench.examples import failing_examples

REPOSITORY = Path(__file__).parents[2]

_HEADS = frozenset({"POLICY", "SCHEMA", "EXAMPLE_SET"})
_VERBS = frozenset({"ADD", "REPLACE", "REMOVE"})
_NAMELESS = frozenset({"EACH_ROW", "TOTAL", "GRADE"})

Key = tuple[str, ...]


class RefusedError(Exception):
    """A fence that cannot be right, whatever it prints."""


@define
class Desk:
    """What the fences of a page share. `declarations` are those of the file that is being written."""

    folder: Path
    file: str = ""
    declarations: dict[Key, str] = field(factory=dict)
    unchecked: bool = False
    printed: str = ""
    problems: tuple[Problem, ...] = ()
    status: int = 0
    names: dict[str, object] = field(factory=lambda: {"__name__": "__page__"})

    # ---- files -----------------------------------------------------------------------------------

    def write(self, name: str, text: str) -> None:
        """Put a file on the desk, in a folder of its own if the name says so (`forms/a.json`)."""
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def declare(self, text: str) -> None:
        """Add declarations to the policy at hand, or begin another; one that is there already is replaced."""
        for key, declaration in declarations_in(text):
            if key[0] in _HEADS:
                self.close()
                self.file, self.declarations = f"{key[1]}.rules", {}
            self.declarations[key] = declaration
        if not self.file:
            raise RefusedError("the first rules of a page begin with a head (政策 or 表式), or are a fragment")
        self.write(self.file, self.text)
        self.unchecked = True

    @property
    def text(self) -> str:
        """The file that is being written, as it stands."""
        return "\n".join(self.declarations.values())

    def close(self) -> None:
        """The file that was written has no problem, but for warnings that the page has shown; its examples hold."""
        if self.unchecked:
            self.unchecked = False
            found = self.check(Source(self.file, self.text))
            expect_no_problems(
                each for each in found if each.severity is Severity.ERROR or each.code not in self.printed
            )

    def check(self, source: Source) -> tuple[Problem, ...]:
        """What is wrong with a whole file, with this folder and the library to rest on."""
        if head_of(source.text) == "SCHEMA":
            return check_schema_text(source, Shelf((self.folder, *shipped())))
        compile = compile_examples if head_of(source.text) == "EXAMPLE_SET" else compile_policy
        compiled = compile(source, Shelf((self.folder, *shipped())))
        failing = failing_examples(compiled.policy, self.folder) if compiled.policy else ()
        return (*compiled.problems, *failing)

    # ---- commands --------------------------------------------------------------------------------

    def run(self, command: str) -> str:
        """What a command prints, on either channel. The working directory is the desk's folder."""
        shown = self._run(command)
        self.printed += shown
        return shown

    def _run(self, command: str) -> str:
        words = shlex.split(command)
        target = words.pop() if words[-2:-1] == [">"] else None
        if target:
            words.pop()
        match words:
            case ["evalrules", *arguments]:
                return self._evalrules(arguments, target)
            case ["cat", name]:
                return (self.folder / name).read_text(encoding="utf-8")
            case ["echo", "$?"]:
                return f"{self.status}\n"
            case _:
                raise RefusedError(f"`{command}` is no command that a console fence can run")

    def _evalrules(self, arguments: list[str], target: str | None) -> str:
        shown = io.StringIO()
        out = io.StringIO() if target else shown
        with redirect_stdout(out), redirect_stderr(shown):
            try:
                self.status = main(arguments)
            except SystemExit as stop:  # argparse leaves that way
                self.status = int(stop.code or 0)
        if target:
            self.write(target, out.getvalue())
        return shown.getvalue()


def desk_at(folder: Path) -> Desk:
    """An empty desk in `folder`, with the examples of the repository at hand."""
    shutil.copytree(REPOSITORY / "examples", folder / "examples")
    return Desk(folder)


def expect_no_problems(problems: Iterable[Problem]) -> None:
    """Refuse text that has problems."""
    found = [f"{each.span.place} {each.code}: {each.message().zh}" for each in problems]
    if found:
        raise RefusedError("\n".join(found))


# ---- declarations --------------------------------------------------------------------------------


def head_of(text: str) -> str:
    """The token of the first word: POLICY, SCHEMA or EXAMPLE_SET for a file of its own."""
    words, _ = words_of(text)
    return TOKEN_OF_WORD.get(words[0].text, "") if words else ""


def declarations_in(text: str) -> list[tuple[Key, str]]:
    """The declarations of `text`, comments with what follows them, each under what it declares."""
    chunks: list[str] = []
    whole = True  # whether the last chunk has its declaration, and not only the comments before it
    for line in text.splitlines(keepends=True):
        at_margin = line.strip() != "" and line[0] not in " \t\u3000"
        if whole and (at_margin or not chunks):
            chunks.append("")
            whole = False
        chunks[-1] += line
        whole = whole or (at_margin and line[0] not in "#＃")
    return [(_key(chunk), chunk.rstrip("\n") + "\n") for chunk in chunks]


def _key(declaration: str) -> Key:
    """What a declaration declares: `规则 预算执行率`, whichever way it is spelt."""
    words, _ = words_of(declaration)
    tokens = [TOKEN_OF_WORD.get(word.text, "") for word in words[:3]]
    if not words:
        raise RefusedError("a fence of rules holds declarations")
    if tokens[0] in _VERBS:
        return (*tokens[:2], words[2].text)
    if tokens[0] in _NAMELESS:
        return (tokens[0], words[2].text) if tokens[1:2] == ["FOR"] else (tokens[0],)
    return (tokens[0], words[2 if tokens[0] == "SUBTOTAL" else 1].text)
