"""Bad input through the real command: each input of the table is told by its code, in good words, at once."""

from __future__ import annotations

import json
import re
import shutil
import time
from collections.abc import Mapping
from pathlib import Path

import pytest
from attrs import frozen

import evalrules
from evalrules.workbench.cli import main
from tests.bad_input.case import EVERY_ROW, EXAMPLE, Case
from tests.bad_input.table import TABLE

GOLDEN = Path(__file__).parent / "golden"
SECONDS = 2
"""of processor time, that no input takes"""

_CODE = re.compile(r"^(?:错误|警告|提示) (?:[EWN]\d{4} )?([^\s：]+)：", re.MULTILINE)
# What would steer a terminal if it got there: all control characters but tab and line feed.
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")

SCORED = [case for case in TABLE if case.spoilt is not None]


@frozen
class Ran:
    """How a command ended, and what it said."""

    status: int
    out: str
    err: str


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Runner:
    """Runs commands in a folder of their own."""
    monkeypatch.chdir(tmp_path)
    return Runner(tmp_path, capsys)


@frozen
class Runner:
    folder: Path
    capsys: pytest.CaptureFixture[str]

    def __call__(self, case: Case, *more: str) -> Ran:
        """Runs the command of `case` among its files; within the time."""
        for name, data in case.files.items():
            path = self.folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        start = time.process_time()
        status = main([*case.arguments, *more])
        took = time.process_time() - start
        said = self.capsys.readouterr()
        assert took < SECONDS
        assert "Traceback" not in said.out + said.err
        assert "EVALRULES_DEBUG" not in said.err
        assert not _CONTROL.search(said.out + said.err)
        return Ran(status, said.out, said.err)


def named(case: Case) -> str:
    return case.name


@pytest.mark.parametrize("case", TABLE, ids=named)
def test_each_input_is_told_by_its_code(case: Case, run: Runner, rewrite: bool) -> None:
    """The messages carry the codes of the table, in its order, and the words that were last approved.

    The exit status says whether anything is wrong.
    """
    ran = run(case)
    assert tuple(_CODE.findall(ran.err)) == case.codes
    assert ran.status == case.status
    said = "\n".join((_transcript(case, "zh", ran), _transcript(case, "en", run(case, "--lang", "en"))))
    golden = GOLDEN / f"{case.name}.txt"
    if rewrite:
        GOLDEN.mkdir(exist_ok=True)
        golden.write_text(said, encoding="utf-8")
    assert said == golden.read_text(encoding="utf-8")


def _transcript(case: Case, lang: str, ran: Ran) -> str:
    """The command and what it says. A score is no complaint, and is tested as one."""
    words = " ".join(word if len(word) < 100 else f"{word[:40]}…" for word in case.arguments)
    shown = ran.err if case.arguments[0] == "explain" else ran.err + ran.out
    return f"$ evalrules {words} --lang {lang}\n{shown}[{ran.status}]\n"


def test_golden_files_belong_to_cases() -> None:
    """No file is left over from a case that is gone, and names are not used twice."""
    names = [case.name for case in TABLE]
    assert sorted(path.stem for path in GOLDEN.iterdir()) == sorted(names)


# ---- nothing else is lost ------------------------------------------------------------------------


@pytest.mark.parametrize("case", SCORED, ids=named)
def test_the_other_rows_are_scored_as_ever(case: Case, run: Runner, tmp_path: Path) -> None:
    """Every row that the input does not spoil has the score, and the status, that it has on the sound form.

    The derivation, whatever faults it ends in, is valid.
    """
    assert case.spoilt is not None
    explanation = run(case, "--format", "json").out
    (tmp_path / "why.json").write_text(explanation, encoding="utf-8")
    assert main(["verify", "why.json"]) == 0
    scores = _scores(explanation)
    sound = _scores(evalrules.load("yanchi-2022").evaluate(evalrules.read_form(EXAMPLE)).explain(format="json"))
    kept = set(EVERY_ROW) - set(case.spoilt)
    assert {name: scores.get(name) for name in kept} == {name: sound[name] for name in kept}
    for name in case.spoilt:
        assert scores.get(name) != sound[name]


def _scores(explanation: str) -> Mapping[str, tuple[str, str]]:
    """Award and status of each scored row."""
    rows = json.loads(explanation)["rows"]
    return {row["name"]: (row["awarded"], row["status"]) for row in rows}


@pytest.mark.parametrize("case", SCORED, ids=named)
@pytest.mark.parametrize("medium", ["text", "markdown", "html"])
def test_the_explanation_can_be_drawn(case: Case, medium: str, run: Runner) -> None:
    """Whatever stands on the form: each medium shows it at length, and steers no terminal."""
    ran = run(case, "--format", medium, "--detail", "full")
    assert ran.out
    assert ran.status == case.status


# ---- the same through Python ---------------------------------------------------------------------


# An example that fails, and a namesake elsewhere, are no reason not to score; a folder cannot be asked to.
_SCORING = {"example-fails", "eighty-classes", "folder-that-declares-twice", "folder-without-policies"}


@pytest.mark.parametrize(
    "case", [each for each in TABLE if each.arguments[0] == "check" and each.name not in _SCORING], ids=named
)
def test_a_policy_that_does_not_pass_scores_nothing(case: Case, run: Runner, tmp_path: Path) -> None:
    """Asked to score by it, the command gives the reason, and the library raises PolicyError with the reason."""
    run(case)
    shutil.copyfile(EXAMPLE, tmp_path / "example.json")
    target = case.arguments[1]
    ran = run(Case(case.name, (), ("explain", "example.json", "--policy", target), case.files))
    assert (ran.status, ran.out) == (1, "")
    assert ran.err
    with pytest.raises(evalrules.PolicyError) as refused:
        evalrules.load(target)
    assert refused.value.refusal.code in str(_CODE.findall(ran.err))
