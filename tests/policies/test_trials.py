"""The examples of the shipped policies, and the sets beside this test, hold and reach nearly all of the policies."""

from __future__ import annotations

from pathlib import Path

import pytest

from evalrules.workbench.cli import main

HERE = Path(__file__).parent
REPOSITORY = HERE.parents[1]


def test_the_library_does_what_its_examples_say(capsys: pytest.CaptureFixture[str]) -> None:
    """As `evalrules test policies tests/policies/examples --min 85` would say."""
    folders = [str(REPOSITORY / "policies"), str(HERE / "examples"), str(REPOSITORY / "examples")]
    status = main(["test", *folders, "--min", "85", "--format", "json"])
    assert status == 0, capsys.readouterr().err
