"""Cases of quantities, readings as enumerations, and rules in order: what the check proves and what it finds."""

from __future__ import annotations

import pytest

from tests.language.check.frame import check, problems_in

READING = """
解读 步数 [注 1]
  可选 按整步 读作 "不足一步的不扣"
  可选 不足算一步 读作 "不足一步的扣一步"
  可选 按比例 读作 "不足一步的按比例扣"
  取 按整步 理由 "原文没有说"
"""


def messages(fragment: str) -> list[str]:
    return [each.message().zh for each in check(fragment).problems]


def by_region(cases: str) -> str:
    """A rule whose bands begin at a line that depends on the region."""
    return f"""
规则 甲 [注 1]
  对 指标
  其中 满分线
{cases}
  得分 分段 实际完成值 ÷ 年度指标值
    ≥ 满分线： 分值
    50% × 满分线（含）至 满分线（不含）： 1
    < 50% × 满分线： 0
"""


def test_a_table_over_a_quantity_by_cases_closes() -> None:
    """Ends that are multiples of one quantity, whatever its case, leave no hole."""
    cases = '    当 一级指标 = "中部"，取 40%\n    当 一级指标 = "西部"，取 30%\n    否则，取 100%'
    assert not problems_in(by_region(cases))


def test_a_missing_case_is_shown_by_a_row() -> None:
    """Without a rest, a text that no case names is the example."""
    cases = '    当 一级指标 = "中部"，取 40%\n    当 一级指标 = "西部"，取 30%'
    assert messages(by_region(cases)) == ["“满分线”的各种情形可能都不成立，例如 一级指标 = “其他”"]


OVERLAP = "    {order}当 分值 ≥ 10，取 40%\n    当 分值 ≥ 5，取 30%\n    否则，取 100%"


def test_two_cases_that_can_hold_at_once_are_shown() -> None:
    """Of cases that overlap, a row in both is the example; in order the first is meant, and nothing is wrong."""
    assert messages(by_region(OVERLAP.format(order=""))) == ["“满分线”的两种情形可能同时成立，例如 分值 = 10"]
    assert not problems_in(by_region(OVERLAP.replace("    {order}", "    依次\n    ")))


def test_a_case_behind_one_that_always_holds_first_is_never_reached() -> None:
    """In order, a narrower condition after a wider one has nothing left."""
    cases = "    依次\n    当 分值 ≥ 5，取 30%\n    当 分值 ≥ 10，取 40%\n    否则，取 100%"
    assert problems_in(by_region(cases)) == [("never-applies", "当 分值 ≥ 10，取 40%")]


def test_a_date_by_cases_is_compared_case_by_case() -> None:
    """Two conditions on one date of several are told apart: no day is before it and not before it."""
    fragment = """
定义 春节 [注 1] 对 指标
  当 一级指标 = "2022"，取 2022-02-01
  否则，取 2023-01-22
规则 甲 [注 1]
  对 指标 中 实际完成值 是 日期
  当 实际完成值 ≤ 春节 得分 分值
  当 实际完成值 > 春节 得分 0
规则 乙 [注 1]
  对 指标 中 实际完成值 不是 日期
  得分 0
"""
    assert not problems_in(fragment)


def test_definitions_and_checks_are_looked_at_too() -> None:
    """A hole in a definition, or in a quantity of a check, is found where nothing else uses it."""
    hole = "    当 总分 ≥ 90，取 1\n    当 总分 < 80，取 2\n"
    definition = f'定义 系数 [注 1]\n{hole}校验 丙 [注 1] 要求 系数 > 0 否则 警告 "无"\n'
    check_ = f'校验 丙 [注 1]\n  其中 系数\n{hole}  要求 系数 > 0 否则 警告 "无"\n'
    assert [code for code, _ in problems_in(definition)] == ["not-decided"]
    assert [code for code, _ in problems_in(check_)] == ["not-decided"]


def asking(*alternatives: str, rest: str = "") -> str:
    """A rule with a case for each alternative."""
    cases = "".join(f"  当 步数 是 {each}，得分 {at}\n" for at, each in enumerate(alternatives))
    return f"{READING}规则 甲 [注 1]\n  对 指标\n{cases}{rest}"


def test_conditions_over_all_alternatives_need_no_rest() -> None:
    """A reading takes one of its alternatives, whatever the form says."""
    assert not problems_in(asking("按整步", "不足算一步", "按比例"))
    neither = "  当 步数 不是 按整步 且 步数 不是 不足算一步，得分 3\n"
    assert not problems_in(asking("按整步", "不足算一步", rest=neither))


def test_an_alternative_without_a_case_is_shown() -> None:
    """The example is the alternative for which no case holds."""
    assert messages(asking("按整步", "不足算一步")) == ["规则“甲”的各种情形可能都不成立，例如 步数 是 按比例"]


def test_a_rest_behind_all_alternatives_is_never_reached() -> None:
    """There is no further alternative for it."""
    found = problems_in(asking("按整步", "不足算一步", "按比例", rest="  否则，得分 9\n"))
    assert found == [("never-applies", "否则，得分 9")]


ORDER = """
规则 特别 {before}[注 1]
  对 指标 中 一级指标 = "特"
  得分 0
规则 一般 [注 1]
  对 指标
  得分 分值
"""


def test_a_rule_that_goes_before_another_may_share_its_rows() -> None:
    """Where both scopes hold the first applies; without the word it is two rules at once."""
    assert [code for code, _ in problems_in(ORDER.format(before=""))] == ["two-rules"]
    assert not problems_in(ORDER.format(before="先于 一般 "))


def test_a_rule_that_always_gives_way_never_applies() -> None:
    """Nothing is left for a rule whose every row another one takes."""
    fragment = ORDER.format(before="").replace("规则 一般", "规则 一般 先于 特别")
    assert problems_in(fragment) == [("never-applies", '对 指标 中 一级指标 = "特"')]


def test_what_remains_is_what_no_other_rule_takes() -> None:
    """`对 其余` makes a cover of any rules; two of them may not share a row."""
    rest = ORDER.format(before="").replace("对 指标\n", "对 其余 指标\n")
    assert not problems_in(rest)
    twice = rest + '规则 又一 [注 1]\n  对 其余 指标 中 二级指标 = "甲"\n  得分 0\n'
    assert [code for code, _ in problems_in(twice)] == ["two-rules"]


def test_precedence_does_not_carry_over() -> None:
    """甲 before 乙 and 乙 before 丙 leaves 甲 and 丙 to be told apart where 乙 does not hold."""
    fragment = """
规则 甲 先于 乙 [注 1]
  对 指标 中 一级指标 = "甲"
  得分 0
规则 乙 先于 丙 [注 1]
  对 指标 中 二级指标 = "乙"
  得分 1
规则 丙 [注 1]
  对 指标
  得分 分值
"""
    assert [code for code, _ in problems_in(fragment)] == ["two-rules"]
    assert not problems_in(fragment.replace("先于 乙", "先于 乙、丙"))


@pytest.mark.parametrize(
    ("fragment", "code", "underlined"),
    [
        (ORDER.format(before="先于 一班 "), "unknown-rule", "一班"),
        (ORDER.format(before="先于 资金得分 "), "rule-of-other-rows", "资金得分"),
        (ORDER.format(before="先于 一般 ").replace("规则 一般", "规则 一般 先于 特别"), "cycle", "一般"),
        (ORDER.format(before="先于 特别 "), "cycle", "特别"),
    ],
)
def test_what_cannot_go_before_is_reported(fragment: str, code: str, underlined: str) -> None:
    """A rule goes before a rule of the same rows, and in no circle."""
    assert (code, underlined) in problems_in(fragment)


def test_rules_in_order_take_the_first_case() -> None:
    """The word before the cases of a rule makes overlapping conditions exclusive."""
    rule = "规则 甲 [注 1]\n  对 指标\n  {order}当 分值 ≥ 10 得分 分值\n  当 分值 ≥ 5 得分 1\n  否则 得分 0\n"
    assert [code for code, _ in problems_in(rule.format(order=""))] == ["two-cases"]
    assert not problems_in(rule.format(order="依次\n  "))
