"""`evalrules score FOLDER`: the forms of a folder, scored together; and one of them explained among the others."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.workbench.conftest import Run

RULES = """政策 places
  适用 project
  语言版本 1
依据 办法 官方 "办法"
规则 指标 [办法 一]
  对 指标
  得分 实际完成值
规则 资金 [办法 一]
  对 资金
  得分 分值
每行 不舍入 [办法 一]
总分 合计（得分） 不舍入 [办法 一]
定义 位次 [办法 二] = 名次（总分 对 各表）
等级 总分
  优：≥ 90 [办法 三]
  良：< 90
  不高于 良 当 位次 > 1 [办法 四]
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Three counties and a policy; whatever lies deeper is not looked at."""
    (tmp_path / "places.rules").write_text(RULES, encoding="utf-8")
    forms = tmp_path / "forms"
    (forms / "旧").mkdir(parents=True)
    for name, score in (("乙", "95"), ("甲", "92"), ("丙", "60"), ("旧/丁", "99")):
        row = {"name": "公路", "target": "100", "actual": score, "points": "100", "self_score": "90"}
        said = {"schema": "project", "indicators": [row], "total": {"self_score": "90"}}
        (forms / f"{name}.json").write_text(json.dumps(said), encoding="utf-8")
    return forms


def scored(run: Run, folder: Path) -> dict[str, tuple[str | None, str | None, str | None]]:
    ran = run("score", folder, "--policy", folder.parent / "places.rules", "--format", "json")
    forms = json.loads(ran.out)["groups"][0]["forms"]
    return {each["form"]: (each["awarded"], each["grade"], each["ranks"]["位次"]) for each in forms}


def test_forms_are_placed_among_each_other(run: Run, folder: Path) -> None:
    assert scored(run, folder) == {
        "丙.json": ("60", "良", "3"),
        "乙.json": ("95", "优", "1"),
        "甲.json": ("92", "良", "2"),
    }


def test_the_table_names_every_form_and_its_place(run: Run, folder: Path) -> None:
    ran = run("score", folder, "--policy", folder.parent / "places.rules")
    assert ran.status == 0
    assert "共 3 张表，3 张的总分已定" in ran.out
    assert "位次" in ran.out


def test_a_form_that_cannot_be_read_is_listed_and_leaves_places_unsettled(run: Run, folder: Path) -> None:
    """The others keep their totals; no place is guessed."""
    (folder / "坏.json").write_text("{", encoding="utf-8")
    ran = run("score", folder, "--policy", folder.parent / "places.rules", "--format", "json")
    assert ran.status == 1
    assert [each["form"] for each in json.loads(ran.out)["unread"]] == ["坏.json"]
    assert scored(run, folder)["甲.json"] == ("92", None, None)


def test_one_form_is_explained_among_the_others(run: Run, folder: Path) -> None:
    policy = folder.parent / "places.rules"
    ran = run("explain", folder / "甲.json", "--policy", policy, "--among", folder, "--format", "json")
    assert json.loads(ran.out)["grade"] == "良"
    alone = run("explain", folder / "甲.json", "--policy", policy, "--format", "json")
    assert json.loads(alone.out)["grade_derivation"]["fault"]["fault"] == "needs-forms"


@pytest.mark.parametrize("name", ["missing", "places.rules"])
def test_what_is_no_folder_is_refused(run: Run, folder: Path, name: str) -> None:
    ran = run("score", folder.parent / name)
    assert (ran.status, ran.out) == (1, "")
    assert "no-folder" in ran.err
