"""What a form earns under two policies: which rows moved, how far, through what."""

from __future__ import annotations

import pytest

from evalrules.meaning.examples import form_from_example
from evalrules.readers import read_form_text
from evalrules.study.difference import Cause, compare_form, difference
from tests.study.shipped import changed, policy

YANCHI = "yanchi-2022"
ROW = (
    '{{"schema": "project", "indicators": [{{"level1": "产出指标", "name": "甲", "target": "{target}", '
    '"actual": "{actual}", "points": "10"}}]}}'
)

CAUSES: tuple[tuple[tuple[tuple[str, str], ...], str, str, Cause], ...] = (
    ((("实际完成值 ÷ 年度指标值 × 分值", "实际完成值 ÷ 年度指标值 × 分值 × 50%"),), "100", "80", "award"),
    ((("  不高于 分值       [注 1]", "  不高于 分值 × 50%"),), "100", "80", "step"),
    ((('或 二级指标 = "成本指标"', '或 三级指标 = "甲"'),), "100", "80", "class"),
    (
        (
            ('一级指标 ≠ "满意度指标"', '三级指标 ≠ "甲"'),
            ('一级指标 = "满意度指标"', '三级指标 = "甲"'),
            ("得分 同 定量正向", "得分 分值 × 10%"),
        ),
        "100",
        "80",
        "rule",
    ),
)


@pytest.mark.parametrize(("edits", "target", "actual", "cause"), CAUSES)
def test_the_first_difference_is_the_cause(
    edits: tuple[tuple[str, str], ...], target: str, actual: str, cause: Cause
) -> None:
    """A class decides before a rule, a rule before its award, an award before the steps after it."""
    form = read_form_text(ROW.format(target=target, actual=actual), "json", "form.json")
    found = compare_form(policy(YANCHI), changed(YANCHI, *edits), form)
    (shift,) = found.rows
    assert shift.cause == cause
    assert found.total_moved


def test_a_form_moves_by_the_difference_of_its_totals() -> None:
    form = read_form_text(ROW.format(target="100", actual="80"), "json", "form.json")
    found = compare_form(
        policy(YANCHI), changed(YANCHI, ("× 分值\n\n规则 定量反向", "× 分值 − 1\n\n规则 定量反向")), form
    )
    assert found.size == -1
    assert [each.size for each in found.rows] == [-1]


def test_a_fault_under_one_policy_only_is_told() -> None:
    new = changed(YANCHI, ("× 分值\n\n规则 定量反向", "× 分值 ÷ （实际完成值 − 80）\n\n规则 定量反向"))
    form = read_form_text(ROW.format(target="100", actual="80"), "json", "form.json")
    found = compare_form(policy(YANCHI), new, form)
    assert found.faults_under_one
    assert found.size is None


def test_a_form_does_not_move_under_one_policy() -> None:
    """Over the examples of a policy, turned into forms: no row, no total, no grade."""
    one = policy("platform-common")
    for example in one.examples:
        assert not compare_form(one, one, form_from_example(one, example)).moved


def test_what_moved_most_stands_first() -> None:
    forms = [read_form_text(ROW.format(target="100", actual=actual), "json", actual) for actual in ("99", "20", "100")]
    found = difference(policy(YANCHI), changed(YANCHI, ("× 分值\n\n规则 定量反向", "× 5\n\n规则 定量反向")), forms)
    assert [each.form for each in found.forms] == ["99", "20", "100"]
    assert [each.form for each in found.moved] == ["99", "20"]
