"""A form is scored by the policy of its schema and year whose place is nearest."""

from __future__ import annotations

from pathlib import Path

import pytest

from evalrules.library.choice import Choice, Wanted, choose, policies_on
from evalrules.library.shelf import Shelf

POLICIES = {
    "nation": "政策 nation\n  适用 grant\n",
    "nation-22": "政策 nation-22\n  适用 grant\n  年度 2022\n",
    "province": '政策 province\n  适用 grant\n  地区 "甲"\n  年度 2022\n',
    "county": '政策 county\n  修订 province\n  名称 "县"\n  地区 "甲/乙"\n',
    "county-23": "政策 county-23\n  修订 county\n  年度 2023\n",
    "loan": '政策 loan\n  适用 loan\n  地区 "甲/乙"\n  年度 2022\n',
}


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    for name, text in POLICIES.items():
        (tmp_path / f"{name}.rules").write_text(text, encoding="utf-8")
    return Shelf((tmp_path,))


def ids(choice: Choice) -> list[str]:
    return [each.header.id for each in choice.fitting]


@pytest.mark.parametrize(
    ("schema", "place", "year", "fitting"),
    [
        ("grant", "甲/乙", "2022", ["county"]),
        ("grant", "甲/乙/丙", "2022", ["county"]),
        ("grant", "甲/乙", "2023", ["county-23"]),
        ("grant", "甲/丁", "2022", ["province"]),
        ("grant", "甲", "2022", ["province"]),
        ("grant", "甲", "2023", ["nation"]),
        ("grant", "戊", "2022", ["nation-22"]),
        ("grant", "", "2022", ["nation-22"]),
        ("grant", "", "", ["nation"]),
        ("grant", "甲/乙", "", ["nation"]),
        ("loan", "甲/乙", "2022", ["loan"]),
        ("loan", "甲", "2022", []),
        ("gift", "甲/乙", "2022", []),
        ("", "甲/乙", "2022", ["county", "loan"]),
        ("", "甲/乙", "2023", ["county-23"]),
    ],
)
def test_the_nearest_place_then_the_year_decide(
    shelf: Shelf, schema: str, place: str, year: str, fitting: list[str]
) -> None:
    """What is equally near ties; a form that says less of itself is covered by fewer."""
    assert ids(choose(shelf, Wanted(schema, place, year))) == fitting


RANGES = {
    "any": "政策 any\n  适用 grant\n",
    "from-19": "政策 from-19\n  适用 grant\n  年度 2019 起\n",
    "from-21": "政策 from-21\n  适用 grant\n  年度 2021 起\n",
    "some": "政策 some\n  适用 grant\n  年度 2022 至 2024\n",
    "one": "政策 one\n  适用 grant\n  年度 2023\n",
    "early": "政策 early\n  适用 grant\n  年度 2017 至 2019\n",
    "place": '政策 place\n  适用 grant\n  地区 "甲"\n  年度 2020 起\n',
    "amends": "政策 amends\n  修订 place\n  地区 “甲/乙”\n",
}


@pytest.mark.parametrize(
    ("place", "year", "fitting"),
    [
        ("", "2016", ["any"]),
        ("", "2017", ["early"]),
        ("", "2019", ["early", "from-19"]),
        ("", "2020", ["from-19"]),
        ("", "2021", ["from-21"]),
        ("", "2022", ["some"]),
        ("", "2023", ["one"]),
        ("", "2024", ["some"]),
        ("", "2025", ["from-21"]),
        ("", "", ["any"]),
        ("", "今年", ["any"]),
        ("甲", "2023", ["place"]),
        ("甲", "2019", ["early", "from-19"]),
        ("甲/乙", "2030", ["amends"]),
    ],
)
def test_of_years_within_years_the_fewer_go_first(tmp_path: Path, place: str, year: str, fitting: list[str]) -> None:
    """A year before a range, a range before one without end, a later beginning before an earlier one, any year last.

    Ranges of which neither holds the other tie; a nearer place goes before all of this.
    """
    for name, text in RANGES.items():
        (tmp_path / f"{name}.rules").write_text(text, encoding="utf-8")
    assert ids(choose(Shelf((tmp_path,)), Wanted("grant", place, year))) == fitting


def test_a_place_is_covered_by_whole_levels(shelf: Shelf) -> None:
    """甲乙 is not below 甲."""
    assert ids(choose(shelf, Wanted("grant", "甲乙", "2022"))) == ["nation-22"]


def test_the_others_come_nearest_first(shelf: Shelf) -> None:
    choice = choose(shelf, Wanted("grant", "甲/乙", "2025"))
    assert ids(choice) == ["nation"]
    assert [each.header.id for each in choice.others] == ["county-23", "county", "province", "nation-22"]
    assert [each.header.id for each in choice.local] == ["county-23", "county", "province"]
    assert set(choice.schemas) == {"grant", "loan"}


def test_a_head_is_completed_from_below(shelf: Shelf) -> None:
    """An amendment has the title, schema, place and year of what it amends where it says nothing else."""
    heads = {each.header.id: each.header for each in policies_on(shelf)}
    county = heads["county-23"]
    assert (county.title, county.applies, county.place, str(county.years)) == ("县", "grant", "甲/乙", "2023")


def test_a_circle_of_amendments_has_an_end(tmp_path: Path) -> None:
    (tmp_path / "p.rules").write_text("政策 p\n  修订 q\n", encoding="utf-8")
    (tmp_path / "q.rules").write_text("政策 q\n  修订 p\n  年度 2022\n", encoding="utf-8")
    assert {str(each.header.years) for each in policies_on(Shelf((tmp_path,)))} == {"2022"}
