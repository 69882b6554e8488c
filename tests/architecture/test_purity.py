"""What the language and its meaning do without: the outside world, approximate numbers, untyped values."""

from __future__ import annotations

import ast
from collections.abc import Iterator

import pytest

from tests.architecture.layers import IMPURE, PURE
from tests.architecture.modules import Finding, Module, expect_none, lies_in, module_from, project_modules

# The names that reach outside, and what a pure function takes instead.
OUTSIDE_CALLS = {
    "breakpoint": "leave it out",
    "eval": "a policy is data and never runs as code",
    "exec": "a policy is data and never runs as code",
    "input": "take the text as an argument",
    "open": "take the text as an argument",
    "print": "return the text",
}
OUTSIDE_METHODS = {
    "now": "take the date as an argument",
    "open": "take the text as an argument",
    "read_bytes": "take the bytes as an argument",
    "read_text": "take the text as an argument",
    "today": "take the date as an argument",
    "utcnow": "take the date as an argument",
    "write_bytes": "return the bytes",
    "write_text": "return the text",
}
OUTSIDE_MODULES = {
    "logging": "return what happened as a value",
    "os": "take what is needed as an argument",
    "pickle": "a stored policy must not be able to run code",
    "random": "a meaning is not a matter of chance",
    "secrets": "a meaning is not a matter of chance",
    "socket": "take what is needed as an argument",
    "subprocess": "take what is needed as an argument",
    "time": "take the date as an argument",
}
EXCEPTION = "or give the reason in IMPURE in tests/architecture/layers.py"


def pure_modules() -> tuple[Module, ...]:
    """The modules of the pure layers."""
    return tuple(m for m in project_modules() if any(lies_in(m.name, layer) for layer in PURE))


# The outside world -------------------------------------------------------------------------------


def reaches(module: Module) -> Iterator[tuple[str, Finding]]:
    """Each place where `module` reaches outside, with the name it does it by."""
    for used in module.imports():
        if used.top in OUTSIDE_MODULES:
            remedy = f"{OUTSIDE_MODULES[used.top]}, {EXCEPTION}"
            yield used.top, Finding(module.at(used.line), f"a pure layer imports {used.top}", remedy)
    for node in ast.walk(module.tree):
        match node:
            case ast.Call(func=ast.Name(id=name)) if name in OUTSIDE_CALLS:
                remedy = OUTSIDE_CALLS[name]
            case ast.Call(func=ast.Attribute(attr=name)) if name in OUTSIDE_METHODS:
                remedy = OUTSIDE_METHODS[name]
            case _:
                continue
        yield name, Finding(module.at(node.lineno), f"a pure layer calls {name}()", f"{remedy}, {EXCEPTION}")


def test_language_and_meaning_touch_nothing_outside() -> None:
    """The same policy and the same form always give the same derivation: nothing else is looked at."""
    exempt = {(each.module, each.name) for each in IMPURE}
    expect_none(
        finding for module in pure_modules() for name, finding in reaches(module) if (module.name, name) not in exempt
    )


def test_exceptions_are_still_needed() -> None:
    """An exception whose module no longer needs it is removed."""
    needed = {(module.name, name) for module in pure_modules() for name, _ in reaches(module)}
    present = {module.name for module in pure_modules()}
    assert not [each for each in IMPURE if each.module in present and (each.module, each.name) not in needed]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("def f(path):\n    return open(path).read()", "open"),
        ("print('here')", "print"),
        ("import os.path", "os"),
        ("from time import monotonic", "time"),
        ("def f():\n    import random", "random"),
        ("from datetime import date\ndate.today()", "today"),
        ("Path('x').read_text()", "read_text"),
        ("eval('1 + 1')", "eval"),
    ],
)
def test_reaching_outside_is_found(text: str, name: str) -> None:
    """Each way of touching the world is a finding."""
    assert [reached for reached, _ in reaches(module_from(text))] == [name]


def test_a_name_that_only_looks_like_the_outside_is_accepted() -> None:
    """An interval may be open, a period may have a time, and a message may speak of printing."""
    text = '"a message: print(x)"\nclass Interval:\n    open: bool\n\ninterval.open\nfrom datetime import time\n'
    assert not list(reaches(module_from(text)))


# Exact numbers -----------------------------------------------------------------------------------


def approximations(module: Module) -> Iterator[Finding]:
    """Each place where `module` makes or mentions a float."""
    for node in ast.walk(module.tree):
        match node:
            case ast.Constant(value=float() | complex()):
                what = f"{ast.unparse(node)} is a float"
            case ast.Name(id="float"):
                what = "`float` is used"
            case _:
                continue
        remedy = 'numbers are exact: write Fraction(1, 2) or Fraction("0.5")'
        yield Finding(module.at(node.lineno), what, remedy)


def test_numbers_are_exact() -> None:
    """No float is written, made or named in the language or its meaning."""
    expect_none(finding for module in pure_modules() for finding in approximations(module))


@pytest.mark.parametrize("text", ["half = 0.5", "x = float('0.5')", "def f(x: float): ...", "y = 1e9"])
def test_an_approximate_number_is_found(text: str) -> None:
    """A float is a finding, whether written, converted to, or asked for."""
    assert len(list(approximations(module_from(text)))) == 1


def test_an_exact_number_is_accepted() -> None:
    """Integers, fractions and decimals in text are exact."""
    assert not list(approximations(module_from('half = Fraction("0.5")\nmany = 10**9\n"0.5"')))


# Types -------------------------------------------------------------------------------------------


def untyped(module: Module) -> Iterator[Finding]:
    """Each place where `module` gives up on types."""
    for node in ast.walk(module.tree):
        match node:
            case ast.ImportFrom(module="typing") if any(alias.name == "Any" for alias in node.names):
                line = node.lineno
            case ast.Attribute(value=ast.Name(id="typing"), attr="Any"):
                line = node.lineno
            case _:
                continue
        yield Finding(module.at(line), "`Any` is used", "name the union of what it can be, or use `object`")


def test_nothing_is_untyped() -> None:
    """`Any` occurs nowhere in the language or its meaning."""
    expect_none(finding for module in pure_modules() for finding in untyped(module))


@pytest.mark.parametrize("text", ["from typing import Any, Protocol", "import typing\nx: typing.Any = 1"])
def test_an_untyped_value_is_found(text: str) -> None:
    """`Any` is a finding, by either of its names."""
    assert len(list(untyped(module_from(text)))) == 1
