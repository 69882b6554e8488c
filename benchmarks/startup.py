"""A whole process, from the shell to the explanation, against `python -c pass`.

Run in a virtual environment that holds the wheel: an editable install has an import hook that every
process pays for, the baseline too, and would flatter the ratios.
"""

from __future__ import annotations

import os
import subprocess
import tempfile
import venv
from pathlib import Path

from benchmarks.timing import Run, medians, report

ROOT = Path(__file__).parent.parent
FORM = ROOT / "examples" / "yanchi-2022" / "form.json"
POLICY = ROOT / "policies" / "cn" / "ningxia" / "yanchi" / "yanchi-2022.rules"
AIMS = {
    "explain --format json, policy unchanged": "< 3 ×",
    "explain (text), policy unchanged": "< 8 ×",
    "explain --format json, policy changed": "< 12 ×",
}


def run(rounds: int = 11) -> str:
    """Build and install the wheel, then time the commands."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        binaries = _installed(place)
        environment = {**os.environ, "EVALRULES_CACHE": str(place / "cache")}
        seconds = medians(_candidates(binaries, place, environment), rounds)
    return report("(1) a whole process", seconds, "python -c pass", AIMS)


def _installed(place: Path) -> Path:
    venv.create(place / "venv", with_pip=True)
    binaries = place / "venv" / "bin"
    command = [str(binaries / "pip"), "install", "--quiet", "--disable-pip-version-check", str(ROOT)]
    subprocess.run(command, check=True, capture_output=True)
    return binaries


def _candidates(binaries: Path, place: Path, environment: dict[str, str]) -> dict[str, Run]:
    python, evalrules = str(binaries / "python"), str(binaries / "evalrules")
    changing = place / POLICY.name

    def process(*command: str) -> Run:
        return lambda: subprocess.run(command, check=True, capture_output=True, env=environment, cwd=place)

    def changed() -> None:
        """A comment with a number nobody has used: another text, so another hash, and nothing else."""
        text = POLICY.read_text(encoding="utf-8")
        changing.write_text(f"# {os.urandom(8).hex()}\n{text}", encoding="utf-8")
        process(evalrules, "explain", str(FORM), "--policy", str(changing), "--format", "json")()

    return {
        "python -c pass": process(python, "-c", "pass"),
        "python -c 'import attrs'": process(python, "-c", "import attrs"),
        "evalrules --version": process(evalrules, "--version"),
        "explain --format json, policy unchanged": process(evalrules, "explain", str(FORM), "--format", "json"),
        "explain (text), policy unchanged": process(evalrules, "explain", str(FORM)),
        "explain --format json, policy changed": changed,
    }
