"""Without `--policy` the library is searched by what the form says of itself; which was chosen is told."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.workbench.conftest import Ran, Run, amendment_text, form_text, policy_text, put


@pytest.fixture
def grants(library: Path) -> Path:
    """A library with policies of two levels of place and two years."""
    put(library / "province.rules", policy_text("province", "甲", "2022"))
    put(library / "county.rules", policy_text("county", "甲/乙/丙", "2022"))
    put(library / "county-old.rules", policy_text("county-old", "甲/乙/丙", "2021"))
    put(library / "always.rules", policy_text("always", "甲/丁"))
    put(library / "once.rules", policy_text("once", "甲/丁", "2022"))
    return library


def explained(run: Run, library: Path, tmp_path: Path, *, lang: str = "zh", **header: str) -> Ran:
    put(tmp_path / "form.json", form_text(**header))
    return run("explain", "form.json", "--library", library, "--format", "json", "--lang", lang)


def chosen(run: Run, library: Path, tmp_path: Path, **header: str) -> str:
    ran = explained(run, library, tmp_path, **header)
    assert ran.status == 0, ran.err
    id = json.loads(ran.out)["policy"]["id"]
    assert ran.err.startswith(f"政策：{id}（")
    assert isinstance(id, str)
    return id


@pytest.mark.parametrize(
    ("place", "year", "id"),
    [
        ("甲/乙/丙", "2022", "county"),
        ("甲/乙/丙", "2021", "county-old"),
        ("甲/乙/丙/戊镇", "2022", "county"),
        ("甲/乙", "2022", "province"),
        ("甲/己", "2022", "province"),
        ("甲/丁", "2022", "once"),
        ("甲/丁", "2023", "always"),
        ("甲／乙／丙", "2022年度", "county"),
        (" 甲 / 乙 / 丙 ", "２０２２年", "county"),
    ],
)
def test_the_nearest_place_and_the_year_decide(
    run: Run, grants: Path, tmp_path: Path, place: str, year: str, id: str
) -> None:
    """A county falls back to its province; a policy of every year gives way to one of the year."""
    assert chosen(run, grants, tmp_path, place=place, year=year) == id


def test_chinese_names_say_it_as_well(run: Run, grants: Path, tmp_path: Path) -> None:
    assert chosen(run, grants, tmp_path, 地区="甲/乙/丙", 年度="2022") == "county"


def test_the_notice_says_why(run: Run, grants: Path, tmp_path: Path) -> None:
    """Where the policy is of a wider place or of any year, the form's own is said too, and what else there is."""
    said = explained(run, grants, tmp_path, place="甲/丁/庚", year="2023").err
    assert (
        said
        == "政策：always（always 办法）——按地区 甲/丁（表格：甲/丁/庚）、表式 grant、年度 不限（表格：2023） 选定\n"
    )
    put(grants / "any.rules", policy_text("any"))
    said = explained(run, grants, tmp_path, place="甲/乙/丙", year="2020", lang="en").err
    assert said == (
        "policy: any (any 办法), chosen by place any (the form: 甲/乙/丙), form grant, year any (the form: 2020); "
        "for other years of this place: county-old (2021), county (2022), province (2022), to be named with --policy\n"
    )


def test_what_an_amendment_inherits_counts(run: Run, grants: Path, tmp_path: Path) -> None:
    """The next year's policy amends this year's, and need not repeat its place."""
    put(grants / "county-next.rules", amendment_text("county-next", "county", "年度 2023"))
    assert chosen(run, grants, tmp_path, place="甲/乙/丙", year="2023") == "county-next"


def test_a_tie_is_an_error(run: Run, grants: Path, tmp_path: Path) -> None:
    put(grants / "rival.rules", policy_text("rival", "甲/乙/丙", "2022"))
    ran = explained(run, grants, tmp_path, place="甲/乙/丙", year="2022")
    assert (ran.status, ran.out) == (1, "")
    assert ran.err.startswith("错误 ambiguous-policy：")
    assert "  county  甲/乙/丙  2022  county 办法\n  rival  甲/乙/丙  2022  rival 办法\n" in ran.err


def test_where_none_fits_the_near_ones_are_listed(run: Run, grants: Path, tmp_path: Path) -> None:
    """The nearest place comes first, then the nearest year."""
    ran = explained(run, grants, tmp_path, place="甲/乙/丙", year="2018")
    assert (ran.status, ran.out) == (1, "")
    listed = [line.split()[0] for line in ran.err.splitlines()[1:-1]]
    assert listed == ["county-old", "county", "province", "once", "always"]


def test_a_user_s_library_hides_the_shipped_one(run: Run, library: Path, tmp_path: Path) -> None:
    """Who has a better policy of the same name means it."""
    put(library / "yanchi-2022.rules", policy_text("yanchi-2022", "甲", "2022"))
    assert chosen(run, library, tmp_path, place="甲", year="2022") == "yanchi-2022"
