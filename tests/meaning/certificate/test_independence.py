"""The certificate shares nothing with what it checks, nor with what it happens to be installed beside."""

from __future__ import annotations

import sys
from pathlib import Path

from tests.architecture.modules import lies_in, module_from, project_modules

CERTIFICATE = "evalrules.meaning.certificate"


def borrowed(name: str) -> bool:
    """Whether an imported name comes neither from the standard library nor from the certificate."""
    return name.partition(".")[0] not in sys.stdlib_module_names and not lies_in(name, CERTIFICATE)


def test_it_imports_the_standard_library_and_itself() -> None:
    """No module of the certificate imports another part of the project, or anybody else's package."""
    modules = [module for module in project_modules() if lies_in(module.name, CERTIFICATE)]
    assert len(modules) > 10
    assert not [
        (module.at(used.line), used.name) for module in modules for used in module.imports() if borrowed(used.name)
    ]


def test_a_borrowed_name_is_found() -> None:
    """The engine, its values and attrs are all somebody else's."""
    text = "import json\nfrom evalrules.language.values import add\nfrom attrs import frozen\nimport evalrules.pipeline"
    module = module_from(text, f"{CERTIFICATE}.amount")
    assert [used.line for used in module.imports() if borrowed(used.name)] == [2, 3, 4]


def test_nothing_that_is_checked_uses_it() -> None:
    """The engine does not ask the certificate how it should have computed."""
    users = {
        module.name for module in project_modules() for used in module.imports() if lies_in(used.name, CERTIFICATE)
    }
    outside = {Path(name.replace(".", "/")).parts[1] for name in users if not lies_in(name, CERTIFICATE)}
    assert outside <= {"workbench", "testing", "pipeline"}
