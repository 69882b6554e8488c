"""Inside a gathering, the row outside can be asked, and the local quantities of its rule."""

from __future__ import annotations

import pytest

from evalrules.meaning.derivation import Outside
from evalrules.views.grounds import steps_of_row
from tests.meaning.derive.frame import policy, rule, scored, shown

ROWS = (
    {"level1": "甲", "points": "10"},
    {"level1": "甲", "points": "20"},
    {"level1": "乙", "points": "5"},
)


@pytest.mark.parametrize(
    ("award", "awards"),
    [
        ("合计（分值 对 指标 中 一级指标 = 本行 一级指标）", ["30", "30", "5"]),
        ("个数（对 指标 中 分值 > 本行 分值）", ["1", "0", "2"]),
        ("合计（分值 − 本行 分值 对 指标）", ["5", "-25", "20"]),
        ("合计（合计（分值 − 本行 分值 对 指标） 对 指标）", ["0", "0", "0"]),
        ("合计（合计（本行 分值 对 指标） 对 指标）", ["105", "105", "105"]),
    ],
)
def test_this_row_is_the_row_in_which_the_gathering_stands(award: str, awards: list[str]) -> None:
    """A name after 本行 is of the next row outside, however deep gatherings lie in each other."""
    derivation = scored(rule(f"  得分 {award}"), *ROWS)
    assert [shown(row.awarded) for row in derivation.rows] == awards


def test_a_local_quantity_speaks_of_its_own_row_inside_a_gathering() -> None:
    """其中 is visible in gatherings within the rule, however deep, and keeps its value there."""
    small = rule("  其中 线 = 分值 + 5\n  得分 合计（个数（对 指标 中 分值 < 线） 对 指标 中 分值 < 线）")
    assert [shown(row.awarded) for row in scored(small, *ROWS).rows] == ["4", "9", "1"]


def test_a_field_of_the_rows_gathered_goes_before_a_local_quantity() -> None:
    """A local quantity hides no field of the rows that are gathered."""
    small = rule("  其中 全年执行数 = 3\n  得分 合计（全年执行数 对 资金） ÷ 1万元")
    derivation = scored(small, ROWS[0], funds={"executed": "7"})
    assert shown(derivation.rows[-1].awarded) == "7"


def test_a_definition_of_rows_may_ask_the_row_it_is_made_for() -> None:
    """A definition for rows is worked out at each row, and 本行 is that row."""
    small = policy(
        "定义 同级 [表] 对 指标 = 合计（分值 对 指标 中 一级指标 = 本行 一级指标）\n"
        "规则 甲 [表] 对 指标 得分 同级 + 合计（本行 同级 对 指标）"
    )
    assert [shown(row.awarded) for row in scored(small, *ROWS).rows] == ["120", "120", "20"]


def test_the_derivation_says_which_row_was_asked() -> None:
    """A step outside names the row, so that it can be told from the rows gathered."""
    derivation = scored(rule("  得分 个数（对 指标 中 分值 > 本行 分值）"), *ROWS)
    for row in derivation.rows:
        asked = {step.row for step in steps_of_row(row) if isinstance(step, Outside)}
        assert asked == {(row.section, row.index)}
