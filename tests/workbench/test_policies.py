"""`evalrules policies`: what the library holds."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.workbench.conftest import Run, amendment_text, policy_text, put


@pytest.fixture
def grants(library: Path) -> Path:
    """A library with four policies for grants."""
    put(library / "base.rules", policy_text("base"))
    put(library / "one.rules", policy_text("one", "甲", "2021"))
    put(library / "two.rules", policy_text("two", "甲/乙", "2022"))
    put(library / "three.rules", amendment_text("three", "two", "年度 2023"))
    return library


def listed(run: Run, library: Path, *options: str) -> list[str]:
    ran = run("policies", "--library", library, "--kind", "grant", "--format", "json", *options)
    assert (ran.status, ran.err) == (0, "")
    return [each["id"] for each in json.loads(ran.out)]


def test_all_policies_are_listed_by_place_and_year(run: Run, grants: Path) -> None:
    assert listed(run, grants) == ["base", "one", "two", "three"]


def test_a_place_means_all_below_it(run: Run, grants: Path) -> None:
    assert listed(run, grants, "--place", "甲") == ["one", "two", "three"]
    assert listed(run, grants, "--place", "甲/乙/") == ["two", "three"]
    assert listed(run, grants, "--place", "甲/") == ["one", "two", "three"]


def test_a_name_that_begins_alike_is_another_place(run: Run, grants: Path) -> None:
    assert listed(run, grants, "--place", "甲/") == listed(run, grants, "--place", "甲")
    assert listed(run, grants, "--place", "甲/乙丙") == []


def test_a_year_includes_what_is_of_every_year(run: Run, grants: Path) -> None:
    assert listed(run, grants, "--year", "2022") == ["base", "two"]
    assert listed(run, grants, "--year", "1999") == ["base"]


def test_what_is_inherited_counts(run: Run, grants: Path) -> None:
    """An amendment that says nothing of its place and form has those of what it amends."""
    ran = run("policies", "--library", grants, "--year", "2023", "--format", "json", "--place", "甲")
    assert json.loads(ran.out) == [
        {"id": "three", "title": "two 办法", "place": "甲/乙", "year": "2023", "schema": "grant"}
    ]


def test_the_list_is_a_table_for_people(run: Run, grants: Path) -> None:
    """Columns align although Chinese characters are twice as wide."""
    lines = run("policies", "--library", grants, "--kind", "grant").out.splitlines()
    assert [line.split()[0] for line in lines[3:-1]] == ["base", "one", "two", "three"]
    assert lines[1].split() == ["政策", "地区", "年度", "表式", "名称"]
    english = run("policies", "--library", grants, "--kind", "grant", "--lang", "en").out.splitlines()
    assert english[1].split() == ["policy", "place", "year", "form", "title"]


def test_nothing_found_is_no_error(run: Run) -> None:
    ran = run("policies", "--kind", "nosuch")
    assert (ran.status, ran.out, ran.err) == (0, "", "没有这样的政策\n")


def test_the_shipped_library_has_the_founding_policy(run: Run) -> None:
    assert "yanchi-2022" in run("policies", "--place", "宁夏/吴忠/盐池", "--year", "2022").out
