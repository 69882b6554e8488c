"""The wheel, installed into an empty environment, has everything it needs."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import venv
from pathlib import Path
from zipfile import ZipFile

import pytest

import evalrules

ROOT = Path(__file__).parents[2]
BUILD_INPUTS = ("src", "grammars", "policies", "pyproject.toml", "setup.py", "README.md", "LICENSE")
FORM = ROOT / "examples" / "yanchi-2022" / "form.json"
NOT_SHIPPED = shutil.ignore_patterns("__pycache__", "*.egg-info")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, made from the source archive, which is made from a copy of the sources.

    A copy, because setuptools leaves folders behind that would end up in the next wheel.
    """
    sources = tmp_path_factory.mktemp("sources")
    for name in BUILD_INPUTS:
        copy_of(ROOT / name, sources / name)
    ran(sys.executable, "-m", "build", "--no-isolation", str(sources), at=sources)
    (built,) = (sources / "dist").glob("*.whl")
    return built


def copy_of(source: Path, target: Path) -> None:
    """Copies a file or a folder."""
    if source.is_dir():
        shutil.copytree(source, target, ignore=NOT_SHIPPED)
    else:
        shutil.copyfile(source, target)


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of programs of an environment that holds the wheel, what it requires, and nothing else."""
    home = tmp_path_factory.mktemp("installed") / "venv"
    venv.create(home, with_pip=True)
    programs = home / ("Scripts" if os.name == "nt" else "bin")
    ran(str(programs / "python"), "-m", "pip", "install", "--quiet", str(wheel), at=home)
    return programs


def ran(*command: str, at: Path) -> str:
    """What `command` prints when run in the folder `at`; its own complaint is shown if it fails."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    environment["PYTHONUTF8"] = "1"
    done = subprocess.run(command, cwd=at, env=environment, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, f"{' '.join(command)}\n{done.stdout}\n{done.stderr}"
    return done.stdout


def test_the_wheel_holds_what_is_shipped_and_nothing_else(wheel: Path) -> None:
    """Every module, grammar and policy is in the wheel, under one package; no test and no leftover is."""
    names = {name for name in ZipFile(wheel).namelist() if ".dist-info/" not in name}
    modules = below("src/evalrules", "**/*.py")
    grammars = below("grammars", "*.*")
    policies = below("policies", "**/*.rules")
    assert any(name.endswith(".lark") for name in grammars)
    assert policies
    assert not ({"evalrules/py.typed"} | modules | grammars | policies) - names
    assert not {name for name in names if not name.startswith("evalrules/") or name.endswith(".pyc")}


def below(folder: str, pattern: str) -> set[str]:
    """The names that the files in a folder of the repository have inside the wheel."""
    package = "" if folder.startswith("src/") else "evalrules/"
    found = (path.relative_to(ROOT).as_posix() for path in (ROOT / folder).glob(pattern) if path.is_file())
    return {package + name.removeprefix("src/") for name in found}


def test_the_version_is_printed(installed: Path, tmp_path: Path) -> None:
    """`evalrules --version` says the version of the package."""
    assert ran(str(installed / "evalrules"), "--version", at=tmp_path).split()[-1] == evalrules.__version__


def test_the_form_is_explained_from_another_directory(installed: Path, tmp_path: Path) -> None:
    """The form of 盐池县 is explained with nothing but the wheel: its policy is found inside the package."""
    shutil.copyfile(FORM, tmp_path / "form.json")
    explained = ran(str(installed / "evalrules"), "explain", "form.json", at=tmp_path)
    for said in ("yanchi-2022", "群众满意度", "9.50", "99.50"):
        assert said in explained


def test_grammars_and_policies_are_inside_the_package(installed: Path, tmp_path: Path) -> None:
    """Both folders of data are found as parts of the installed package."""
    program = (
        "import evalrules.grammars, evalrules.policies\n"
        "from pathlib import Path\n"
        "for package, suffix in (evalrules.grammars, '.lark'), (evalrules.policies, '.rules'):\n"
        "    folder = Path(package.__path__[0])\n"
        "    assert folder.parent == Path(evalrules.__path__[0]), folder\n"
        "    assert list(folder.rglob('*' + suffix)), folder\n"
        "print(evalrules.__path__[0])\n"
    )
    place = Path(ran(str(installed / "python"), "-c", program, at=tmp_path).strip())
    assert place.is_relative_to(installed.parent)
