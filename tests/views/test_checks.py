"""A check can be worked out again from what is printed of it."""

from __future__ import annotations

import pytest

from evalrules.views.page import Lang
from tests.views.scoring import Scene, scored

RULES = """\
定义 最高系数 [办法 第2条] 对 指标 = 实际完成值 ÷ 年度指标值
规则 指标 [办法 第1条] 对 指标 得分 分值
校验 系数过高 [办法 第3条]
  对 指标
  当 自评得分 ÷ 分值 > 最高系数
  错误 "自评高于 {最高系数}"
"""


def _row(target: str, actual: str, name: str = "里程") -> dict[str, str]:
    return {"name": name, "target": target, "actual": actual, "points": "10", "self_score": "10"}


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_definition_that_a_check_uses_is_worked_out_under_it(lang: Lang) -> None:
    """In the brief explanation, in the words of the definition."""
    lines = scored(RULES, _row("20", "18")).told(lang).splitlines()
    at = next(i for i, line in enumerate(lines) if "系数过高）：" in line or "(系数过高):" in line)
    assert lines[at + 1].strip().startswith("最高系数 = 实际完成值 ÷ 年度指标值 = 18 ÷ 20 = 0.9")


def test_a_definition_that_a_check_of_the_form_uses_is_worked_out() -> None:
    """The check stands after the rows."""
    rules = """\
规则 指标 [办法 第1条] 对 指标 得分 分值
定义 各行分值 [办法 第2条] = 合计（分值 对 指标）
校验 满分 [办法 第3条]
  要求 各行分值 = 100
  否则 错误 "分值合计 {各行分值}"
"""
    told = scored(rules, _row("20", "18")).told("zh")
    assert "错误（满分）：分值合计 10" in told
    assert "各行分值 = 合计（分值 对 指标） = 10" in told


def _undecided() -> Scene:
    return scored(RULES, _row("20", "约18", "读不出"), _row("20", "18", "里程"))


def test_an_undecided_check_names_its_row_and_the_reason() -> None:
    """What cannot be read is quoted."""
    (line,) = (line for line in _undecided().told("zh").splitlines() if line.startswith("· 系数过高"))
    assert line.startswith("· 系数过高（读不出）：不能判断")
    assert "约18" in line


def test_an_undecided_check_names_its_row_in_english() -> None:
    """As in Chinese."""
    (line,) = (line for line in _undecided().told("en").splitlines() if line.startswith("· 系数过高"))
    assert line.startswith("· 系数过高 (读不出): ")
    assert "cannot be judged" in line


def test_a_check_that_a_bound_leaves_open_says_which_cells() -> None:
    """At least 18 may be 20 or not."""
    (line,) = (
        line for line in scored(RULES, _row("20", "≥18")).told("zh").splitlines() if line.startswith("· 系数过高")
    )
    assert line.startswith("· 系数过高（里程）：现有内容不能断定“自评得分 ÷ 分值 > 最高系数”")


@pytest.mark.parametrize(
    ("target", "zh", "en"),
    [
        ("≤10", "实际完成值 12 不低于 年度指标值 10，", "12 is at least "),
        ("≥10", "实际完成值 12 达到 年度指标值 10，", "12 reaches "),
    ],
)
def test_only_a_target_to_be_attained_is_reached(target: str, zh: str, en: str) -> None:
    """A limit that is overstepped is not called attained."""
    rules = """\
规则 指标 [办法 第1条] 对 指标
  依次
  当 实际完成值 < 年度指标值，得分 分值
  否则，得分 0
"""
    scene = scored(rules, _row(target, "12"))
    assert zh in scene.told("zh")
    assert en in scene.told("en")
