"""Checks: whose message is due, for which rows, and what cannot be decided."""

from __future__ import annotations

import pytest

from evalrules.meaning.derivation import Checked
from tests.meaning.derive.frame import Cells, policy, scored

FULL = "规则 甲 [表]\n  对 指标\n  得分 实际完成值 ÷ 年度指标值 × 分值\n"
REASONS = '校验 原因 [表 4]\n  对 指标 中 得分 < 分值\n  要求 偏差原因 已填 否则 警告 "{三级指标} 得 {得分} 分"\n'


def checked(declaration: str, *rows: Cells, **records: Cells) -> list[Checked]:
    return list(scored(policy(FULL + declaration), *rows, **records).checks)


@pytest.mark.parametrize(
    ("actual", "reason", "in_scope", "due", "message"),
    [
        ("10", "", False, False, ""),
        ("9", "", True, True, "甲 得 9 分"),
        ("9", "道路中断", True, False, ""),
        ("≥9", "", None, None, "甲 得 ≥9 分"),
        ("≥9", "道路中断", None, False, ""),
        ("说不清", "", None, None, "甲 得 任意数 分"),
    ],
)
def test_a_requirement_of_rows(actual: str, reason: str, in_scope: bool, due: bool, message: str) -> None:
    """A row below its points needs a reason; where it is open whether it is below, so is the message."""
    row = {"points": "10", "target": "10", "actual": actual, "reason": reason, "name": "甲"}
    (check,) = checked(REASONS, row)
    assert (check.in_scope, check.due, check.message) == (in_scope, due, message)
    assert (check.severity, check.row, check.basis.cites[0].text) == ("WARNING", ("indicators", 0), "表 4")


def test_a_report_is_due_where_its_condition_holds() -> None:
    """当 … 警告 is the reverse of 要求 … 否则."""
    report = '校验 文字\n  对 指标\n  当 年度指标值 是 文字 提示 "{年度指标值}"\n'
    rows = ({"points": "10", "target": "长期"}, {"points": "10", "target": "36"}, {"points": "10", "target": "约36"})
    assert [(check.due, check.message) for check in checked(report, *rows)] == [
        (True, "长期"),
        (False, ""),
        (None, "约36"),
    ]


@pytest.mark.parametrize(("points", "due"), [(("60", "40"), False), (("60", "30"), True), (("60", "说不清"), None)])
def test_a_check_of_the_form(points: tuple[str, str], due: bool | None) -> None:
    """The points of all rows make 100, or a message says what they make."""
    sums = '校验 合计\n  其中 和 = 合计（分值）\n  要求 和 = 100 否则 错误 "和是 {和}"\n'
    (check,) = checked(sums, *({"points": each, "target": "1", "actual": "1"} for each in points))
    assert (check.row, check.due) == (None, due)
    assert check.message == {False: "", True: "和是 90", None: "和是 —"}[due]


def test_a_check_may_ask_the_total() -> None:
    """总分 is the total that counts, after its steps."""
    low = '校验 过低\n  当 总分 < 60 警告 "总分 {总分}"\n'
    row = {"points": "100", "target": "10", "actual": "5"}
    assert [(check.due, check.message) for check in checked(low, row)] == [(True, "总分 50")]


def test_a_check_may_ask_a_part_that_stands_once() -> None:
    """The printed total is compared with the sum of the claims."""
    printed = '校验 合计\n  要求 自评得分 = 合计（自评得分） 否则 错误 "自评总分 {自评得分}"\n'
    row = {"points": "10", "target": "1", "actual": "1", "self_score": "9"}
    assert [check.due for check in checked(printed, row, total={"self_score": "9"})] == [False]
    assert [check.message for check in checked(printed, row, total={"self_score": "9.5"})] == ["自评总分 9.5"]


def test_a_number_in_a_message_is_shown_as_it_is_or_as_nearly_so() -> None:
    """A decimal that ends is shown whole; a third is not."""
    (check,) = checked(REASONS, {"points": "10", "target": "3", "actual": "1", "name": "甲"})
    assert check.message == "甲 得 ≈3.33 分"
