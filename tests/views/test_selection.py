"""A row is found by its name, by a part of it, or by its path."""

from __future__ import annotations

import pytest

from evalrules.views.selection import row_path, rows_named, why_not_one
from tests.views.scoring import Scene, scored, yanchi


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("群众满意度", "群众满意度"),
        (" 群众满意度 ", "群众满意度"),
        ("群众", "群众满意度"),
        ("满意度指标/服务对象满意度指标/群众满意度", "群众满意度"),
        ("服务对象", "群众满意度"),
    ],
)
def test_a_row_is_found(name: str, found: str) -> None:
    """The whole label, a part of it, or the path, names the row."""
    derivation, schema = yanchi().derivation, yanchi().policy.schema
    assert [row.label for row in rows_named(derivation, name, schema)] == [found]
    assert why_not_one(derivation, name, schema) is None


def test_the_whole_name_goes_before_a_part() -> None:
    """A row called 成本 is meant by 成本, although another row's name contains it."""
    rows = ({"name": name, "points": "1"} for name in ("成本", "成本节约"))
    scene = scored("规则 指标 [办法 第1条] 对 指标 得分 分值", *rows)
    assert [row.label for row in rows_named(scene.derivation, "成本", scene.policy.schema)] == ["成本"]


def test_a_name_of_several_rows_is_refused() -> None:
    """All that it may mean are listed, and the path is offered."""
    problem = why_not_one(yanchi().derivation, "数据检测", yanchi().policy.schema)
    assert problem is not None
    assert "2 行：数据检测工作完成率、数据检测合格率" in problem.zh
    assert "may mean 2 rows" in problem.en


@pytest.mark.parametrize("name", ["没有这一行", ""])
def test_a_name_of_no_row_is_refused(name: str) -> None:
    """The rows there are, are listed; an empty name is no part of every name."""
    derivation, schema = yanchi().derivation, yanchi().policy.schema
    problem = why_not_one(derivation, name, schema)
    assert problem is not None
    assert derivation.rows[0].label in problem.zh
    assert rows_named(derivation, name, schema) == ()


def test_a_path_is_written_with_slashes() -> None:
    """It ends with the label."""
    (row,) = rows_named(yanchi().derivation, "群众满意度", yanchi().policy.schema)
    assert row_path(row) == "满意度指标/服务对象满意度指标/群众满意度"


def _namesakes() -> Scene:
    rows = ({"level1": "绩效目标", "name": name, "points": "1"} for name in ("甲", "目标质量", "目标质量"))
    return scored("规则 指标 [办法 第1条] 对 指标 得分 分值", *rows)


@pytest.mark.parametrize("name", ["指标[2]", "indicators[2]", "目标质量 指标[2]", "目标质量 indicators[2]"])
def test_a_row_is_found_by_the_address_that_messages_print(name: str) -> None:
    """Its numbers count from 0."""
    scene = _namesakes()
    (row,) = rows_named(scene.derivation, name, scene.policy.schema)
    assert (row.section, row.index) == ("indicators", 2)


def test_each_choice_that_is_listed_finds_its_row() -> None:
    """Rows that share name and path are listed by their addresses."""
    scene = _namesakes()
    problem = why_not_one(scene.derivation, "目标质量", scene.policy.schema)
    assert problem is not None
    assert "2 行：目标质量 指标[1]、目标质量 指标[2]。" in problem.zh
    assert "2 rows: 目标质量 indicators[1], 目标质量 indicators[2];" in problem.en
    for choice in ("目标质量 指标[1]", "目标质量 indicators[1]"):
        assert why_not_one(scene.derivation, choice, scene.policy.schema) is None


def test_rows_of_one_name_are_told_apart() -> None:
    """The address stands beside the name; a name of its own stands alone."""
    scene = _namesakes()
    assert "目标质量 指标[1]" in scene.told("zh")
    assert "目标质量 indicators[2]" in scene.told("en")
    assert "甲 指标" not in scene.told("zh")
