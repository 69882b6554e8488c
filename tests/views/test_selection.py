"""A row is found by its name, by a part of it, or by its path."""

from __future__ import annotations

import pytest

from evalrules.views.selection import row_path, rows_named, why_not_one
from tests.views.scoring import scored, yanchi


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
    derivation = yanchi().derivation
    assert [row.label for row in rows_named(derivation, name)] == [found]
    assert why_not_one(derivation, name) is None


def test_the_whole_name_goes_before_a_part() -> None:
    """A row called 成本 is meant by 成本, although another row's name contains it."""
    rows = ({"name": name, "points": "1"} for name in ("成本", "成本节约"))
    scene = scored("规则 指标 [办法 第1条] 对 指标 得分 分值", *rows)
    assert [row.label for row in rows_named(scene.derivation, "成本")] == ["成本"]


def test_a_name_of_several_rows_is_refused() -> None:
    """All that it may mean are listed, and the path is offered."""
    problem = why_not_one(yanchi().derivation, "数据检测")
    assert problem is not None
    assert "2 行：数据检测工作完成率、数据检测合格率" in problem.zh
    assert "may mean 2 rows" in problem.en


@pytest.mark.parametrize("name", ["没有这一行", ""])
def test_a_name_of_no_row_is_refused(name: str) -> None:
    """The rows there are, are listed; an empty name is no part of every name."""
    derivation = yanchi().derivation
    problem = why_not_one(derivation, name)
    assert problem is not None
    assert derivation.rows[0].label in problem.zh
    assert rows_named(derivation, name) == ()


def test_a_path_is_written_with_slashes() -> None:
    """It ends with the label."""
    (row,) = rows_named(yanchi().derivation, "群众满意度")
    assert row_path(row) == "满意度指标/服务对象满意度指标/群众满意度"
