"""`evalrules new`: a policy to go on with, which overwrites nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.workbench.conftest import Run, form_text, policy_text, put

WHERE = ("--place", "甘肃/定西", "--year", "2024")


def test_a_policy_is_written_and_passes_its_check(run: Run, tmp_path: Path) -> None:
    ran = run("new", *WHERE, "-o", tmp_path / "mine.rules")
    assert (ran.status, ran.out) == (0, "")
    assert "evalrules check" in ran.err
    checked = run("check", tmp_path / "mine.rules")
    assert checked.status == 0
    assert "没有问题，2 个示例都成立" in checked.out


def test_without_a_file_it_goes_to_standard_output(run: Run, tmp_path: Path) -> None:
    ran = run("new", *WHERE, "--amends", "yanchi-2022", "--lang", "en")
    assert (ran.status, ran.err) == (0, "")
    assert "\npolicy yanchi-2024\n" in ran.out
    assert list(tmp_path.iterdir()) == []


def test_a_file_is_never_overwritten(run: Run, tmp_path: Path) -> None:
    there = put(tmp_path / "mine.rules", "别人的")
    ran = run("new", *WHERE, "-o", there)
    assert (ran.status, ran.out) == (1, "")
    assert "file-exists" in ran.err
    assert there.read_text(encoding="utf-8") == "别人的"


def test_a_name_that_is_taken_is_not_taken_again(run: Run, library: Path) -> None:
    put(library / "grant-2024.rules", policy_text("grant-2024"))
    ran = run("new", *WHERE, "--kind", "grant", "--library", library)
    assert ran.status == 0
    assert "\n政策 grant-2024-2\n" in ran.out
    assert "id-taken" in run("new", *WHERE, "--kind", "grant", "--library", library, "--id", "grant-2024").err


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("--place", "甲", "--year", "22"), "malformed-year"),
        (("--place", "甲//乙", "--year", "2024"), "malformed-place"),
        (("--place", '甲"', "--year", "2024"), "malformed-place"),
        ((*WHERE, "--id", "定西"), "malformed-id"),
        ((*WHERE, "--kind", "projct"), "unknown-schema"),
        ((*WHERE, "--amends", "mof-2029"), "unknown-policy"),
        ((*WHERE, "--amends", "mof-2021", "--kind", "fund"), "other-schema"),
        ((*WHERE, "-o", "nowhere/mine.rules"), "cannot-write"),
    ],
)
def test_what_cannot_be_begun_is_told(run: Run, arguments: tuple[str, ...], code: str) -> None:
    for lang in ("zh", "en"):
        ran = run("new", *arguments, "--lang", lang)
        assert (ran.status, ran.out) == (1, "")
        assert code in ran.err


def test_a_form_begun_for_is_found_by_its_place_and_year(run: Run, library: Path, tmp_path: Path) -> None:
    """What `explain` recommends where no policy is found leads to one that it finds."""
    form = put(tmp_path / "form.json", form_text(place="甲/乙", year="2024"))
    lost = run("explain", form, "--library", library)
    assert lost.status == 1
    begun = run("new", "--place", "甲/乙", "--year", "2024", "--kind", "grant", "--library", library)
    put(library / "grant-2024.rules", begun.out)
    assert run("explain", form, "--library", library).err.startswith("政策：grant-2024")


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_where_no_local_policy_is_found_the_way_out_is_told(run: Run, tmp_path: Path, lang: str) -> None:
    """Several policies for any place and year tie: what is missing is a local one."""
    put(tmp_path / "form.json", '{"schema": "project", "place": "甘肃/定西", "year": 2024, "indicators": []}')
    ran = run("explain", tmp_path / "form.json", "--lang", lang)
    assert (ran.status, ran.out) == (1, "")
    assert {"zh": "没有找到专为", "en": "no policy was found that is written for"}[lang] in ran.err
    assert "evalrules new --place 甘肃/定西 --year 2024" in ran.err
    assert "--library" in ran.err
