"""`evalrules readings`: which forms earn something else where the text is read otherwise."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.workbench.conftest import EXAMPLE, Run, form_text, policy_text, put

READING = """
解读 舍入 [办法 1]
  可选 两位 读作 "四舍五入到 0.01"
  可选 整数 读作 "四舍五入到 1"
  取 两位 理由 "原文没有说"
"""


@pytest.fixture
def grants(library: Path) -> Path:
    """A library with a policy that leaves the rounding of rows open."""
    text = policy_text("one", "甲", "2022")
    rounded = text.replace("四舍五入 至 0.01", "四舍五入 至 0.01 当 舍入 是 两位 四舍五入 至 1 当 舍入 是 整数")
    assert rounded != text
    cite = text[text.index("[") + 1 :].split()[0]
    put(library / "one.rules", rounded + READING.replace("办法", cite))
    return library


def test_forms_that_depend_on_a_reading_are_listed(run: Run, grants: Path, tmp_path: Path) -> None:
    """The row and the total, from what to what; a folder with a broken file goes on and ends with status 1."""
    put(tmp_path / "forms" / "a.json", form_text())
    put(tmp_path / "forms" / "deep" / "b.json", "{")
    ran = run("readings", "one", "--library", grants, "--forms", tmp_path / "forms", "--format", "json")
    found = json.loads(ran.out)
    (form,) = found["forms"]
    assert ran.status == 1
    assert form["depends"]
    assert form["as_taken"]["total"] == "7.50"
    assert form["alone"][0]["taken"] == [{"reading": "舍入", "alternative": "整数"}]
    assert form["alone"][0]["scores"]["total"] == "8"
    assert [Path(each["form"]).name for each in found["lost"]] == ["b.json"]
    assert found["readings"][0]["forms"] == [form["form"]]


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("format", ["text", "markdown"])
def test_every_format_tells_what_moves(run: Run, grants: Path, tmp_path: Path, format: str, lang: str) -> None:
    """A form alone, without a folder: its total under both."""
    put(tmp_path / "a.json", form_text())
    arguments = ("readings", "one", "--library", grants, "--forms", tmp_path / "a.json")
    ran = run(*arguments, "--format", format, "--lang", lang)
    assert ran.status == 0
    assert "整数" in ran.out
    assert "7.50 → 8" in ran.out


def test_a_policy_without_open_readings_is_told(run: Run) -> None:
    ran = run("readings", "platform-common", "--forms", EXAMPLE)
    assert "表式" in ran.out
    ran = run("readings", "yanchi-2022", "--forms", EXAMPLE)
    assert (ran.status, ran.err) == (0, "")
    assert "没有列出可选读法的解读" in ran.out


def test_wrong_usage_is_told(run: Run, tmp_path: Path) -> None:
    """Without forms there is nothing to do; a folder without forms and an unknown policy are errors."""
    assert run("readings", "yanchi-2022").status == 2
    assert run("readings", "yanchi-2022", "--forms", tmp_path).status == 1
    assert run("readings", "nowhere-1", "--forms", EXAMPLE).status == 1
