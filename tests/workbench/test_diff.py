"""`evalrules diff`: what changed between two policies, and what that does to forms."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.workbench.conftest import EXAMPLE, Run, form_text, policy_text, put


@pytest.fixture
def grants(library: Path) -> Path:
    """A library with a policy for grants and the one of the year after, which caps lower."""
    put(library / "one.rules", policy_text("one", "甲", "2021"))
    put(library / "two.rules", policy_text("two", "甲", "2022").replace("不高于 分值", "不高于 分值 × 50%"))
    return library


def test_a_policy_and_itself_have_no_difference(run: Run) -> None:
    ran = run("diff", "yanchi-2022", "yanchi-2022", "--forms", EXAMPLE)
    assert (ran.status, ran.err) == (0, "")
    assert "完全相同" in ran.out
    assert "1 张不变" in ran.out


def test_differences_end_with_status_1(run: Run, grants: Path) -> None:
    ran = run("diff", "one", "two", "--library", grants)
    assert ran.status == 1
    assert "每行由“不高于 分值”改为“不高于 分值 × 50%”" in ran.out


def test_forms_of_a_folder_are_compared_and_none_is_lost(run: Run, grants: Path, tmp_path: Path) -> None:
    """Each form is compared, or stands among the lost with a reason."""
    put(tmp_path / "forms" / "a.json", form_text(place="甲", year="2022"))
    put(tmp_path / "forms" / "deep" / "b.json", "{")
    put(tmp_path / "forms" / "c.json", EXAMPLE.read_text(encoding="utf-8"))
    ran = run("diff", "one", "two", "--library", grants, "--forms", tmp_path / "forms", "--format", "json")
    found = json.loads(ran.out)
    assert ran.status == 1
    assert [Path(each["form"]).name for each in found["forms"]] == ["a.json"]
    assert found["forms"][0]["total"] == {"old": "7.5", "new": "5", "change": "-2.5"}
    assert sorted(Path(each["form"]).name for each in found["lost"]) == ["b.json", "c.json"]
    assert all(each["problems"] for each in found["lost"])


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("format", ["text", "markdown"])
def test_every_format_tells_the_largest_change_and_its_clause(
    run: Run, grants: Path, tmp_path: Path, format: str, lang: str
) -> None:
    put(tmp_path / "a.json", form_text())
    arguments = ("diff", "one", "two", "--library", grants, "--forms", tmp_path / "a.json")
    ran = run(*arguments, "--format", format, "--lang", lang)
    assert "2.50" in ran.out
    assert "不高于 分值 × 50%" in ran.out


def test_a_folder_without_forms_is_told(run: Run, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    ran = run("diff", "yanchi-2022", "yanchi-2022", "--forms", tmp_path / "empty")
    assert (ran.status, ran.out) == (1, "")
    assert "no-forms" in ran.err


def test_an_unknown_policy_is_told(run: Run) -> None:
    ran = run("diff", "yanchi-2022", "yanchi-2032")
    assert (ran.status, ran.out) == (1, "")
    assert "是否想用“yanchi-2022”？" in ran.err
