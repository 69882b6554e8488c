"""Who may import whom: the layers, no circles, one owner for each third-party package."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter
from itertools import pairwise

import pytest
from attrs import frozen

from tests.architecture.layers import LATE_IMPORTS, LAYERS, OWNERS, PACKAGE, STRANGERS
from tests.architecture.modules import (
    Finding,
    Import,
    Module,
    Moment,
    expect_none,
    lies_in,
    module_from,
    project_modules,
)

WHERE_LAYERS = "tests/architecture/layers.py"
ORDER = tuple(layer.name for layer in LAYERS)


# Where a module stands ---------------------------------------------------------------------------


@frozen
class Place:
    """Where a dotted name stands: its layer, and its part of the layer where the parts are ordered."""

    layer: int
    part: int | None


def parts_of(name: str) -> tuple[str, str]:
    """The layer, and the part of the layer, that a dotted name inside the package speaks of, or ""."""
    _, layer, part, *_ = [*name.split("."), "", ""]
    return layer, part


def place_of(name: str) -> Place | None:
    """The place of a name inside the package; nothing if `layers.py` does not know it."""
    layer, part = parts_of(name)
    if layer not in ORDER:
        return None
    inside = LAYERS[ORDER.index(layer)].inside
    return Place(ORDER.index(layer), inside.index(part) if part in inside else None)


def strays(modules: tuple[Module, ...]) -> Iterator[Finding]:
    """The modules that `layers.py` does not know."""
    for module in modules:
        layer, part = parts_of(module.name)
        place = place_of(module.name)
        if layer and place is None:
            what = f"`{layer}` is in no layer"
            remedy = f"say where it stands: add Layer({layer!r}) to LAYERS in {WHERE_LAYERS}"
            yield Finding(module.at(1), what, remedy)
        elif place and place.part is None and part and LAYERS[place.layer].inside:
            what = f"`{part}` has no place inside `{layer}`"
            remedy = f"say where it stands: add {part!r} to `inside` of Layer({layer!r}) in {WHERE_LAYERS}"
            yield Finding(module.at(1), what, remedy)


def climbs(module: Module) -> Iterator[Finding]:
    """The imports of `module` that do not lead to an earlier layer, or an earlier part of its own."""
    here = place_of(module.name)
    if here is None:  # the top `__init__` shows what all layers offer; strays are found elsewhere
        return
    for used in module.imports():
        if not lies_in(used.name, PACKAGE) or used.name == f"{PACKAGE}.__version__":
            continue
        if complaint := complaint_about(here, used, module):
            yield Finding(module.at(used.line), *complaint)


def complaint_about(here: Place, used: Import, module: Module) -> tuple[str, str] | None:
    """What is wrong with an import made from `here`, and the remedy; nothing if nothing is."""
    there = place_of(used.name)
    if there is None:
        what = f"{module.name} imports `{used.name}`, which is in no layer"
        return what, "import it from the module that defines it, not through the top of the package"
    layer, other = ORDER[here.layer], ORDER[there.layer]
    if there.layer > here.layer:
        what = f"{layer} imports {used.name}, and {other} is a later layer"
        return what, f"move what is needed down into {layer}, or let {other} pass it in as an argument"
    if there.layer < here.layer or here.part is None or not LAYERS[here.layer].inside:
        return None
    if there.part is None:
        what = f"{module.name} imports `{used.name}` through the front of its own layer"
        return what, "import it from the module that defines it"
    if there.part > here.part:
        inside = LAYERS[here.layer].inside
        what = f"{layer}.{inside[here.part]} imports {used.name}, and {inside[there.part]} is a later part"
        return what, f"the order inside {layer} is {' < '.join(inside)} ({WHERE_LAYERS})"
    return None


def test_every_module_has_a_place() -> None:
    """Each module belongs to a layer that `layers.py` names, and to a part where the parts are ordered."""
    expect_none(strays(project_modules()))


def test_imports_lead_to_earlier_layers() -> None:
    """A module imports only from layers, and parts of its own layer, that stand before it.

    Imports for the type checker count as well: to name a type is to know about it.
    """
    expect_none(finding for module in project_modules() for finding in climbs(module))


def test_strangers_do_not_meet() -> None:
    """Some pairs that the order would allow are kept apart, each for a reason."""
    expect_none(finding for module in project_modules() for finding in meetings(module))


def meetings(module: Module) -> Iterator[Finding]:
    """The imports of `module` that join two strangers."""
    for pair in STRANGERS:
        for used in module.imports():
            if lies_in(module.name, pair.importer) and lies_in(used.name, pair.imported):
                yield Finding(module.at(used.line), f"{module.name} imports {used.name}", pair.reason)


# Circles -----------------------------------------------------------------------------------------


def edges(modules: tuple[Module, ...]) -> dict[str, dict[str, str]]:
    """For each module, the modules it imports at run time, each with the place of the import."""
    known = {module.name for module in modules}
    return {
        module.name: {
            target: module.at(used.line)
            for used in module.imports()
            if used.moment is not Moment.CHECKING
            # The top `__init__` looks its names up late, on behalf of a caller outside the package.
            if not (module.name == PACKAGE and used.moment is Moment.CALLING)
            if (target := target_of(used, known))
        }
        for module in modules
    }


def target_of(used: Import, known: set[str]) -> str | None:
    """The module that an import leads to: the name itself, or the one that holds it."""
    holder = used.name.rpartition(".")[0]
    return used.name if used.name in known else holder if holder in known else None


def circles(modules: tuple[Module, ...]) -> Iterator[Finding]:
    """A circle of imports, if there is one."""
    graph = edges(modules)
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as found:
        circle = found.args[1][::-1]  # graphlib names what is imported first
        steps = [f"{graph[a][b]} {a} imports {b}" for a, b in pairwise(circle)]
        remedy = "move what both need into a module that both import\n    " + "\n    ".join(steps)
        yield Finding(graph[circle[0]][circle[1]], "these modules import each other in a circle", remedy)


def test_no_circles() -> None:
    """No module imports itself by way of others at run time.

    An import inside a function counts: it hides a circle, it does not undo it.
    """
    expect_none(circles(project_modules()))


# Other people's packages -------------------------------------------------------------------------


def guests(module: Module) -> Iterator[Finding]:
    """The third-party imports of `module` outside the folder that owns them."""
    for used in module.imports():
        if used.top in sys.stdlib_module_names or used.top == PACKAGE:
            continue
        owner = OWNERS.get(used.top)
        if owner is None:
            remedy = f"do without it, or name the one folder that owns it in OWNERS in {WHERE_LAYERS}"
            yield Finding(module.at(used.line), f"`{used.top}` is a package nobody owns", remedy)
        elif not lies_in(module.name, owner):
            remedy = f"only {owner} imports {used.top}: ask it for what you need"
            yield Finding(module.at(used.line), f"{module.name} imports {used.top}", remedy)


def test_third_party_packages_have_one_owner() -> None:
    """lark is known only to the parser, hypothesis only to the test kit, tabulate only to the drawers."""
    expect_none(finding for module in project_modules() for finding in guests(module))


def may_wait(name: str) -> bool:
    """Whether `layers.py` gives the module called `name` a reason to import late."""
    return name in LATE_IMPORTS or any(lies_in(name, place) for place in LATE_IMPORTS if place != PACKAGE)


def late(module: Module) -> Iterator[Finding]:
    """The imports inside functions of a module that has no reason for them."""
    for used in module.imports():
        if used.moment is Moment.CALLING and not may_wait(module.name):
            remedy = f"import it at the top, or give the reason in LATE_IMPORTS in {WHERE_LAYERS}"
            yield Finding(module.at(used.line), f"{used.name} is imported inside a function", remedy)


def test_imports_stand_at_the_top() -> None:
    """An import waits inside a function only where `layers.py` says why."""
    expect_none(finding for module in project_modules() for finding in late(module))


# The tests are able to fail ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("evalrules.language.check", "from evalrules.meaning.derive import derive", "is a later layer"),
        ("evalrules.language.check", "import evalrules.views", "views is a later layer"),
        ("evalrules.language.check", "from evalrules import workbench", "workbench is a later layer"),
        ("evalrules.language.source", "from evalrules.language.check import names", "check is a later part"),
        ("evalrules.language.source", "from evalrules.language import Span", "the front of its own layer"),
        ("evalrules.language.source", "from . import syntax", "syntax is a later part"),
        ("evalrules.language.source", "from ..meaning import derive", "meaning is a later layer"),
        ("evalrules.language.source", "def f():\n    import evalrules.readers", "readers is a later layer"),
        ("evalrules.language.source", "if TYPE_CHECKING:\n    import evalrules.pipeline", "a later layer"),
        ("evalrules.pipeline", "from evalrules import load", "in no layer"),
    ],
)
def test_a_climbing_import_is_found(name: str, text: str, said: str) -> None:
    """An import of a later layer is found in every way Python has of writing it."""
    module = module_from(text, name)
    findings = [str(finding) for finding in climbs(module)]
    assert len(findings) == 1
    assert said in findings[0]
    assert findings[0].startswith(f"{module.path}:{len(text.splitlines())}  ")


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("evalrules.meaning.derive", "from evalrules.language.policy import Policy"),
        ("evalrules.language.check.names", "from evalrules.language.check.types import Type"),
        ("evalrules.language.__init__", "from evalrules.language.check import check"),
        ("evalrules.workbench.cli", "from evalrules import __version__, views"),
        ("evalrules", "from evalrules.workbench import cli"),
        ("evalrules.__main__", "from evalrules.workbench.cli import main"),
        ("evalrules.language.source", "import unicodedata\nfrom attrs import frozen"),
    ],
)
def test_an_import_of_an_earlier_layer_is_accepted(name: str, text: str) -> None:
    """What the order allows is not complained about."""
    assert not list(climbs(module_from(text, name)))


@pytest.mark.parametrize(
    ("name", "said"),
    [("evalrules.shiny", "add Layer('shiny')"), ("evalrules.language.shiny", "add 'shiny' to `inside`")],
)
def test_a_module_without_a_place_is_told_where_to_add_it(name: str, said: str) -> None:
    """An unknown name is a finding that says which table it is missing from."""
    (finding,) = strays((module_from("", name),))
    assert said in finding.remedy
    assert WHERE_LAYERS in finding.remedy


def test_a_circle_is_found_and_drawn() -> None:
    """Three modules that import each other are reported once, import by import."""
    modules = (
        module_from("from evalrules.views.b import x", "evalrules.views.a"),
        module_from("def f():\n    from evalrules.views import c", "evalrules.views.b"),
        module_from("import evalrules.views.a", "evalrules.views.c"),
    )
    (finding,) = circles(modules)
    assert "evalrules/views/b.py:2 evalrules.views.b imports evalrules.views.c" in finding.remedy
    assert len(finding.remedy.splitlines()) == 1 + len(modules)


def test_a_circle_for_the_type_checker_is_no_circle() -> None:
    """Two modules may name each other's types, since nothing happens at run time."""
    modules = (
        module_from("if TYPE_CHECKING:\n    import evalrules.views.b", "evalrules.views.a"),
        module_from("import evalrules.views.a", "evalrules.views.b"),
    )
    assert not list(circles(modules))


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("evalrules.language.check", "import lark", "only evalrules.language.syntax imports lark"),
        ("evalrules.views.page", "from tabulate import tabulate", "only evalrules.views.draw"),
        ("evalrules.readers.grid", "import pandas as pd", "in OWNERS"),
    ],
)
def test_a_package_out_of_place_is_found(name: str, text: str, said: str) -> None:
    """A third-party package imported outside its folder, or owned by nobody, is a finding."""
    (finding,) = guests(module_from(text, name))
    assert said in finding.remedy


def test_a_late_import_is_found() -> None:
    """An import inside a function of a module with no reason for it is a finding."""
    text = "def f():\n    import json"
    assert [finding.place for finding in late(module_from(text, "evalrules.meaning.derive"))] == [
        "evalrules/meaning/derive.py:2"
    ]
    assert not list(late(module_from(text, "evalrules.workbench.cli")))


def test_strangers_are_found() -> None:
    """A pair that is kept apart is a finding although its order is right."""
    module = module_from("from evalrules.language.syntax.tree import Rule", "evalrules.meaning.derive")
    assert not list(climbs(module))
    assert len(list(meetings(module))) == 1
