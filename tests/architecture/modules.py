"""Reads the project's modules as syntax trees, without importing any of them."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from enum import Enum, auto
from functools import cache
from pathlib import Path

import pytest
from attrs import frozen

from tests.architecture.layers import PACKAGE

ROOT = Path(__file__).parents[2]

# Where the installer finds each package; `setup.py` says the same.
FOLDERS = {
    PACKAGE: ROOT / "src" / PACKAGE,
    f"{PACKAGE}.grammars": ROOT / "grammars",
    f"{PACKAGE}.policies": ROOT / "policies",
}


class Moment(Enum):
    """When an import happens."""

    LOADING = auto()  # when the module is loaded
    CALLING = auto()  # when a function is called
    CHECKING = auto()  # never at run time: only a type checker sees it


@frozen
class Import:
    """One name that a module imports.

    `from a.b import c` imports `a.b.c`, which may be a module or something in one.
    """

    name: str
    line: int
    moment: Moment

    @property
    def top(self) -> str:
        """The distribution's own name for itself: `lark` of `lark.lexer.Token`."""
        return self.name.partition(".")[0]


@frozen(eq=False)
class Module:
    """A module's dotted name, where it lies, and its tree."""

    name: str
    path: str
    tree: ast.Module

    @property
    def is_package(self) -> bool:
        """Whether this is an `__init__`."""
        return self.path.endswith("__init__.py")

    def imports(self) -> tuple[Import, ...]:
        """Everything it imports, in order, at whatever moment."""
        package = self.name if self.is_package else self.name.rpartition(".")[0]
        return tuple(imports_within(self.tree, package, Moment.LOADING))

    def at(self, line: int) -> str:
        """The place of a line, as editors open it."""
        return f"{self.path}:{line}"


@frozen
class Finding:
    """A place where the code does not do what the architecture says, and what to do about it."""

    place: str
    what: str
    remedy: str

    def __str__(self) -> str:
        return f"{self.place}  {self.what}\n    {self.remedy}"


def module_from(text: str, name: str = f"{PACKAGE}.language.source") -> Module:
    """A module made of `text`, as if it lay in the tree under `name`."""
    return Module(name, name.replace(".", "/") + ".py", ast.parse(text))


@cache
def project_modules() -> tuple[Module, ...]:
    """Every module that is shipped."""
    return tuple(
        Module(module_name(package, path.relative_to(folder)), str(path.relative_to(ROOT)), parsed(path))
        for package, folder in FOLDERS.items()
        for path in sorted(folder.rglob("*.py"))
    )


def module_name(package: str, path: Path) -> str:
    """The dotted name of the file at `path` inside the folder of `package`."""
    parts = path.with_suffix("").parts
    return ".".join((package, *(parts[:-1] if parts[-1] == "__init__" else parts)))


def parsed(path: Path) -> ast.Module:
    """The tree of the file at `path`."""
    return ast.parse(path.read_text(encoding="utf-8"), filename=str(path))


def imports_within(node: ast.AST, package: str, moment: Moment) -> Iterator[Import]:
    """The imports below `node`, in a module of `package`, if `node` itself is reached at `moment`."""
    match node:
        case ast.Import():
            yield from (Import(alias.name, node.lineno, moment) for alias in node.names)
        case ast.ImportFrom():
            origin = origin_of(node, package)
            yield from (Import(f"{origin}.{alias.name}", node.lineno, moment) for alias in node.names)
        case ast.If(test=test) if ast.unparse(test) in {"TYPE_CHECKING", "typing.TYPE_CHECKING"}:
            for statement in node.body:
                yield from imports_within(statement, package, Moment.CHECKING)
            for statement in node.orelse:
                yield from imports_within(statement, package, moment)
        case ast.FunctionDef() | ast.AsyncFunctionDef() if moment is Moment.LOADING:
            for statement in node.body:
                yield from imports_within(statement, package, Moment.CALLING)
        case _:
            for child in ast.iter_child_nodes(node):
                yield from imports_within(child, package, moment)


def origin_of(node: ast.ImportFrom, package: str) -> str:
    """The absolute name of what `node` imports from; one dot is `package`, two its parent."""
    if node.level == 0:
        return node.module or ""
    parents = package.split(".")[: len(package.split(".")) - node.level + 1]
    return ".".join((*parents, node.module) if node.module else parents)


def lies_in(name: str, folder: str) -> bool:
    """Whether the dotted `name` is `folder` or something inside it."""
    return name == folder or name.startswith(folder + ".")


def expect_none(findings: Iterable[Finding]) -> None:
    """Fails with every finding listed, unless there are none."""
    listed = [str(finding) for finding in findings]
    if listed:
        pytest.fail("\n".join(listed), pytrace=False)
