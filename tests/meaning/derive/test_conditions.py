"""Conditions: what is asked of cells, what is equal, what is left open, when the other side is looked at."""

from __future__ import annotations

import pytest

from evalrules.meaning.derivation import Chosen, Computed
from tests.meaning.derive.frame import row_of, rule, shown


def answer(condition: str, **cells: str) -> str:
    """Whether `condition` holds of a row: yes, no, open, or the code of a fault."""
    award = row_of(rule(f"  当 {condition} 得分 1\n  否则 得分 0\n"), **cells).award
    assert isinstance(award, Chosen)
    step = award.tried[0].condition
    assert step is not None
    return shown(step.value)


# ---- kinds of cells ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kind", "cells"),
    [
        ("文字", ["长期", "按时完成", "效果明显"]),
        ("数", ["36", "95%", "10万元", "24人/次", "-3"]),
        ("上限", ["≤10", "<5", "不超过10万元", "50人以下"]),
        ("严格上限", ["<5", "＜10%", "少于5起"]),
        ("严格下限", [">5", "＞10%", "多于5起"]),
        ("下限", ["≥90%", ">3", "不低于95%", "90%以上"]),
        ("等值", ["=100%"]),
        ("区间", ["80%-90%", "10至20人"]),
        ("日期", ["2022-12-31", "2022年6月", "2022年12月31日前"]),
    ],
)  # fmt: skip
def test_a_target_is_of_the_kind_that_is_printed(kind: str, cells: list[str]) -> None:
    """Each of the cells is of its kind, and 不是 says the opposite."""
    for cell in cells:
        assert answer(f"年度指标值 是 {kind}", target=cell) == "yes", cell
        assert answer(f"年度指标值 不是 {kind}", target=cell) == "no", cell


@pytest.mark.parametrize("kind", ["文字", "数", "上限", "下限", "严格上限", "严格下限", "等值", "区间", "日期"])
def test_an_empty_cell_is_of_no_kind(kind: str) -> None:
    """Nothing is neither text nor number."""
    for cell in ("", "—", "无"):
        assert answer(f"年度指标值 是 {kind}", target=cell) == "no"


@pytest.mark.parametrize("cell", ["≤10", "不超过10万元", "≥90%", "=5", "5"])
def test_only_a_strict_sign_makes_a_bound_strict(cell: str) -> None:
    """≤ is a ceiling that may be reached, < one that may not."""
    assert answer("年度指标值 是 严格上限 或 年度指标值 是 严格下限", target=cell) == "no"


def test_a_cell_that_cannot_be_read_is_of_no_known_kind() -> None:
    """Whether 约36 is a number is not guessed."""
    assert answer("年度指标值 是 数", target="约36") == "unreadable-cell"


@pytest.mark.parametrize(("cell", "given"), [("道路中断", "yes"), ("—", "no"), ("", "no"), ("  ", "no")])
def test_a_text_is_given_unless_it_is_blank_or_dashed(cell: str, given: str) -> None:
    """A dash says that there is nothing to say."""
    assert answer("偏差原因 已填", reason=cell) == given
    assert answer("非 偏差原因 未填", reason=cell) == given


@pytest.mark.parametrize(("cell", "given"), [("36", "yes"), ("0", "yes"), ("说不清1", "yes"), ("—", "no"), ("", "no")])
def test_a_number_is_given_unless_it_is_blank_or_dashed(cell: str, given: str) -> None:
    """0 is given, and so is what cannot be read; a dash is not."""
    assert answer("实际完成值 已填", actual=cell) == given


# ---- comparisons ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("condition", "cells", "holds"),
    [
        ('一级指标 = "产出指标"', {"level1": "产出指标"}, "yes"),
        ('一级指标 = "产出指标"', {"level1": " 产出指标 "}, "yes"),
        ('一级指标 = "产出指标"', {}, "no"),
        ('一级指标 ≠ "产出指标"', {}, "yes"),
        ("一级指标 = 二级指标", {"level1": "甲", "level2": "甲"}, "yes"),
        ('一级指标 属于 ("甲"， "乙")', {"level1": "乙"}, "yes"),
        ('一级指标 属于 ("甲"， "乙")', {"level1": "丙"}, "no"),
        ("实际完成值 ≥ 年度指标值", {"target": "90%", "actual": "≥90%"}, "yes"),
        ("实际完成值 > 年度指标值", {"target": "90%", "actual": "≥90%"}, "open"),
        ("实际完成值 < 年度指标值", {"target": "90%", "actual": "≥90%"}, "no"),
        ("实际完成值 = 年度指标值", {"target": "90%", "actual": "≥90%"}, "open"),
        ("实际完成值 = 年度指标值", {"target": "80%", "actual": "≥90%"}, "no"),
        ("实际完成值 ≥ 90%", {"actual": "900‰"}, "yes"),
        ("实际完成值 ≥ 90%", {"actual": "0.95"}, "units-differ"),
        ("实际完成值 ≥ 年度指标值", {"target": "10万元", "actual": "100000元"}, "yes"),
        ("实际完成值 ≥ 年度指标值", {"target": "10万元", "actual": "10人"}, "units-differ"),
        ("实际完成值 ≥ 年度指标值", {"target": "2022-12-31", "actual": "2022年"}, "open"),
        ("实际完成值 ≥ 年度指标值", {"target": "2022-12-31", "actual": "36"}, "not-a-date"),
        ("年度指标值 = 0", {"target": "10万元"}, "no"),
        ("年度指标值 ≠ 0", {"target": "3万人"}, "yes"),
        ("年度指标值 > 0", {"target": "2公里"}, "yes"),
        ("年度指标值 = 0", {"target": "0万元"}, "yes"),
        ("年度指标值 > 1", {"target": "10万元"}, "units-differ"),
        ("实际完成值 ≥ 年度指标值", {"target": "10万元", "actual": "0"}, "no"),
        ("实际完成值 ≥ 年度指标值", {"target": "90%", "actual": "0"}, "no"),
        ("实际完成值 < 年度指标值", {"target": "0", "actual": "≥3万元"}, "no"),
        ("实际完成值 ÷ 年度指标值 = 0", {"target": "10万元", "actual": "0"}, "yes"),
        ("实际完成值 ÷ 年度指标值 = 0", {"target": "0", "actual": "10万元"}, "division-by-zero"),
        ("最大（0，实际完成值） = 3 万元", {"actual": "3万元"}, "yes"),
        ("最小（实际完成值，0，年度指标值） = 0", {"actual": "3公里", "target": "2公里"}, "yes"),
        ("最大（0，实际完成值，年度指标值） > 0", {"actual": "3公里", "target": "2人"}, "units-differ"),
        ("最大（0，实际完成值 − 年度指标值） = 5 个百分点", {"target": "90%", "actual": "95%"}, "yes"),
        ("实际完成值 + 0 = 3 万元", {"actual": "3万元"}, "yes"),
        ("0 − 实际完成值 = −3 天", {"actual": "3天"}, "yes"),
        ("字数（偏差原因） = 5", {"reason": "项目 延期。"}, "yes"),
        ("字数（偏差原因） > 100", {"reason": "延" * 100}, "no"),
        ("字数（偏差原因） > 100", {"reason": "延" * 101}, "yes"),
        ("字数（偏差原因） > 100", {"reason": "—"}, "missing-value"),
        ("偏差原因 已填 且 字数（偏差原因） ≤ 100", {}, "no"),
        ("字数（“十个字的说明”） = 6", {}, "yes"),
        ("实际完成值 未填作 0 = 0", {}, "yes"),
        ("实际完成值 未填作 0 = 0", {"actual": "—"}, "yes"),
        ("实际完成值 未填作 0 = 0", {"actual": "3万元"}, "no"),
        ("实际完成值 未填作 0 = 0", {"actual": "约3"}, "unreadable-cell"),
        ("实际完成值 未填作 0 > 0", {"actual": "按时完成"}, "not-a-number"),
        ("实际完成值 未填作 年度指标值 = 5", {"target": "5"}, "yes"),
        ("实际完成值 未填作 年度指标值 = 5", {}, "missing-value"),
        ("年度指标值 + 实际完成值 未填作 0 = 3 万元", {"target": "3万元"}, "yes"),
        ("−实际完成值 未填作 2 = −2", {}, "yes"),
        ("偏差原因 未填作 “无” = “无”", {}, "yes"),
        ("字数（偏差原因 未填作 “”） > 2", {"reason": "延期。"}, "yes"),
        ("实际完成值 ≥ 1", {}, "missing-value"),
        ("实际完成值 ≥ 1", {"actual": "很高"}, "not-a-number"),
        ("实际完成值 ÷ 年度指标值 ≥ 1", {"target": "0", "actual": "5"}, "division-by-zero"),
        ("实际完成值 ÷ 年度指标值 ≥ 1", {"target": "5", "actual": "≥0"}, "open"),
        ("最大（实际完成值，年度指标值） = 5", {"target": "5", "actual": "3"}, "yes"),
        ("绝对值（实际完成值 − 年度指标值） ≤ 10%", {"target": "100%", "actual": "108%"}, "units-differ"),
        ("绝对值（实际完成值 − 年度指标值） ≤ 10 个百分点", {"target": "100%", "actual": "108%"}, "yes"),
    ],
)
def test_comparisons_are_yes_no_open_or_a_fault(condition: str, cells: dict[str, str], holds: str) -> None:
    """An empty cell equals no text; a bound leaves a question open or settles it; units are not guessed."""
    assert answer(condition, **cells) == holds


# ---- and, or, not --------------------------------------------------------------------------------

YES, NO, OPEN, FAULT = "分值 = 10", "分值 = 11", "实际完成值 > 90%", "年度指标值 > 1"


@pytest.mark.parametrize(
    ("condition", "holds"),
    [
        (f"{NO} 且 {FAULT}", "no"),
        (f"{YES} 且 {FAULT}", "missing-value"),
        (f"{OPEN} 且 {FAULT}", "missing-value"),
        (f"{FAULT} 且 {NO}", "missing-value"),
        (f"{YES} 或 {FAULT}", "yes"),
        (f"{NO} 或 {FAULT}", "missing-value"),
        (f"{OPEN} 且 {YES}", "open"),
        (f"{OPEN} 且 {NO}", "no"),
        (f"{OPEN} 或 {YES}", "yes"),
        (f"{OPEN} 或 {NO}", "open"),
        (f"{YES} 且 {OPEN}", "open"),
        (f"非 {OPEN}", "open"),
        (f"非 {YES}", "no"),
        (f"非 {FAULT}", "missing-value"),
    ],
)
def test_logic_is_three_valued_and_looks_left_first(condition: str, holds: str) -> None:
    """The right side matters only where the left leaves the answer open; open and no is no."""
    assert answer(condition, actual="≥90%") == holds


def test_what_is_not_looked_at_is_not_recorded() -> None:
    """Where the left side settles the answer, the derivation holds the left side alone."""
    award = row_of(rule(f"  当 {NO} 且 {FAULT} 得分 1\n  否则 得分 0\n")).award
    assert isinstance(award, Chosen)
    step = award.tried[0].condition
    assert isinstance(step, Computed)
    assert len(step.operands) == 1
