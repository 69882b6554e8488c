"""How the code is cut: short functions, and modules whose names say what is in them."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from statistics import median

from tests.architecture.layers import EMPTY_NAMES, LONG
from tests.architecture.modules import Finding, Module, expect_none, module_from, project_modules

LONGEST = 60
TYPICAL = 15


def functions(module: Module) -> Iterator[tuple[ast.FunctionDef | ast.AsyncFunctionDef, int]]:
    """Each function of `module` with its length in lines, from `def` to its end, docstring and all."""
    for node in ast.walk(module.tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node, (node.end_lineno or node.lineno) - node.lineno + 1


def too_long(module: Module) -> Iterator[tuple[str, Finding]]:
    """The functions of `module` that nobody can read at one sight, with their names."""
    for node, length in functions(module):
        if length > LONGEST:
            what = f"{node.name} has {length} lines, and {LONGEST} are enough"
            remedy = "give its parts names, or give the reason in LONG in tests/architecture/layers.py"
            yield node.name, Finding(module.at(node.lineno), what, remedy)


def test_no_function_is_long() -> None:
    """A function fits on a screen, or `layers.py` says why it does not."""
    exempt = {(each.module, each.name) for each in LONG}
    expect_none(
        finding
        for module in project_modules()
        for name, finding in too_long(module)
        if (module.name, name) not in exempt
    )


def test_long_functions_are_still_long() -> None:
    """A function that has become short again is no longer listed as long."""
    long = {(module.name, name) for module in project_modules() for name, _ in too_long(module)}
    assert not [each for each in LONG if (each.module, each.name) not in long]


def test_most_functions_are_short() -> None:
    """At least half of all functions fit in fifteen lines."""
    lengths = [length for module in project_modules() for _, length in functions(module)]
    assert median(lengths) <= TYPICAL


def empty_names(module: Module) -> Iterator[Finding]:
    """The parts of the name of `module` that say nothing."""
    for part in module.name.split("."):
        if part.strip("_") in EMPTY_NAMES:
            what = f"a module is called `{part}`"
            yield Finding(module.at(1), what, "name it after what is in it; two things make two modules")


def test_module_names_say_what_is_inside() -> None:
    """No module is called utils, helpers, common, misc or core."""
    expect_none(finding for module in project_modules() for finding in empty_names(module))


def test_a_long_function_is_found() -> None:
    """Sixty lines are accepted, sixty-one are a finding."""
    body = "    pass\n"
    assert not list(too_long(module_from("def f():\n" + body * (LONGEST - 1))))
    ((name, finding),) = too_long(module_from("class A:\n  def f(self):\n" + body * LONGEST))
    assert name == "f"
    assert finding.place.endswith(":2")
    assert "61 lines" in finding.what


def test_an_empty_name_is_found() -> None:
    """A drawer is a finding, at whatever depth and with whatever underscores."""
    assert list(empty_names(module_from("", "evalrules.language._utils")))
    assert list(empty_names(module_from("", "evalrules.core.rounding")))
    assert not list(empty_names(module_from("", "evalrules.language.source")))
