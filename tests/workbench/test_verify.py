"""`evalrules verify`: what `explain --format json` says can be re-checked, and a forgery is found."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest

from tests.workbench.conftest import EXAMPLE, Run


@pytest.fixture
def explanation(run: Run, tmp_path: Path) -> Path:
    path = tmp_path / "why.json"
    path.write_text(run("explain", EXAMPLE, "--format", "json").out, encoding="utf-8")
    return path


def test_an_explanation_is_valid(run: Run, explanation: Path) -> None:
    ran = run("verify", explanation)
    assert (ran.status, ran.err) == (0, "")
    assert "每一步都由其前提得出" in ran.out
    assert "steps follow" in run("verify", explanation, "--lang", "en").out


def test_an_explanation_of_one_row_is_valid(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "row.json"
    path.write_text(run("explain", EXAMPLE, "--format", "json", "--row", "群众满意度").out, encoding="utf-8")
    assert run("verify", path).status == 0


def test_a_forged_score_is_found(run: Run, explanation: Path) -> None:
    """The number that people read is not the one that follows."""
    document = json.loads(explanation.read_text(encoding="utf-8"))
    document["rows"][-1]["awarded"] = "6.00"
    explanation.write_text(json.dumps(document), encoding="utf-8")
    ran = run("verify", explanation)
    assert (ran.status, ran.err) == (1, "")
    assert "rows[8].awarded" in ran.out


def test_a_byte_order_mark_is_no_matter(run: Run, explanation: Path) -> None:
    """Editors and shells of Windows put one before the text."""
    explanation.write_bytes(b"\xef\xbb\xbf" + explanation.read_bytes().replace(b"\n", b"\r\n"))
    assert run("verify", explanation).status == 0


def test_an_explanation_can_come_through_a_pipe(run: Run, explanation: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(explanation.read_bytes())))
    assert run("verify", "-").status == 0
    monkeypatch.setattr(sys, "stdin", None)
    assert run("verify", "-").status == 1
