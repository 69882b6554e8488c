"""A name stands for one thing at each place, the innermost there is."""

from __future__ import annotations

import pytest

from evalrules.language.policy.definition import AwardExactly
from evalrules.language.policy.expression import (
    Arithmetic,
    Compare,
    Expression,
    Gather,
    Given,
    IsClass,
    Origin,
    RowAward,
    Scope,
    TotalAward,
    Use,
)
from tests.language.check.frame import check, policy_of, problem_in, problems_in

RULE = "规则 甲 [注 1]\n  对 指标\n  "
CLASSES = "分类 指标\n  定性 当 年度指标值 是 文字 [注 2]\n  定量 其余 [注 3]\n"


def award_of(fragment: str) -> Expression:
    """What the first case of the first rule awards."""
    outcome = policy_of(fragment).rules[0].cases[0].outcome
    assert isinstance(outcome, AwardExactly)
    return outcome.award


def condition_of(fragment: str) -> Expression:
    """The condition of the first check."""
    return policy_of(fragment).checks[0].condition


@pytest.mark.parametrize("name", ["分值", "points", "权重"])
def test_a_field_is_known_by_all_its_names(name: str) -> None:
    """Chinese, English and other names of a field stand for the same field."""
    award = award_of(f"{RULE}得分 {name}")
    assert isinstance(award, Given)
    assert (award.field.record, award.field.en) == ("indicators", "points")
    assert award.span.text == name


@pytest.mark.parametrize("record", ["指标", "indicators"])
def test_a_part_of_the_form_is_known_by_both_its_names(record: str) -> None:
    """A scope holds the English name, whichever was written."""
    scope = policy_of(f"校验 查 [注 1] 对 {record} 要求 偏差原因 已填 否则 提示 “缺”").checks[0].scope
    assert scope is not None
    assert scope == Scope("indicators", None, None, scope.span)


def test_a_local_quantity_hides_a_field() -> None:
    """What a rule names itself comes before what the form calls so."""
    award = award_of("规则 甲 [注 1]\n  对 资金\n  其中 执行率 = 全年执行数 ÷ 全年预算数\n  得分 执行率 × 分值")
    assert isinstance(award, Arithmetic)
    assert isinstance(award.left, Use)
    assert award.left.origin is Origin.LOCAL


def test_a_local_quantity_sees_those_before_it_only() -> None:
    """Local quantities are named in order."""
    fragment = f"{RULE[:-2]}  其中 一 = 二\n  其中 二 = 分值\n  得分 一 + 二"
    assert problems_in(fragment) == [("unknown-name", "二")]


def test_a_row_comes_before_what_stands_once() -> None:
    """A field of the row at hand hides the field of that name in another part of the form."""
    inside = condition_of("校验 查 [注 1] 对 指标 要求 分值 > 0 否则 错误 “分值”")
    outside = condition_of("校验 查 [注 1] 要求 分值 = 100 否则 错误 “分值”")
    assert isinstance(inside, Compare)
    assert isinstance(inside.left, Given)
    assert isinstance(outside, Compare)
    assert isinstance(outside.left, Given)
    assert (inside.left.field.record, outside.left.field.record) == ("indicators", "total")


def test_a_parameter_named_like_a_field_is_ambiguous_once() -> None:
    """However often the name is used, its double meaning is reported once."""
    fragment = f"参数 实际完成值 = 5 [注 1]\n{RULE}当 实际完成值 > 3 得分 实际完成值\n  否则 得分 实际完成值"
    assert problems_in(fragment) == [("ambiguous-name", "实际完成值")]


def test_an_award_belongs_to_a_row() -> None:
    """得分 is the award of the row at hand, and 总分 that of the form."""
    condition = condition_of("校验 查 [注 1] 对 指标 要求 得分 < 总分 否则 提示 “多”")
    assert isinstance(condition, Compare)
    assert isinstance(condition.left, RowAward)
    assert isinstance(condition.right, TotalAward)
    assert problems_in("校验 查 [注 1] 要求 得分 > 0 否则 提示 “零”") == [("row-needed", "得分")]


@pytest.mark.parametrize("words", ["合计（得分）", "sum(award)"])
def test_a_function_of_rows_alone_gathers_over_all_that_are_scored(words: str) -> None:
    """Where no row is at hand, 合计（得分） adds up all rows that are scored."""
    condition = condition_of(f"校验 查 [注 1] 要求 {words} = 总分 否则 错误 “不等”")
    assert isinstance(condition, Compare)
    assert isinstance(condition.left, Gather)
    assert (condition.left.function, condition.left.scope.record) == ("sum", None)
    assert isinstance(condition.left.body, RowAward)


def test_a_field_of_any_scored_row_belongs_to_no_part() -> None:
    """合计（分值） asks each scored row for its own points, of whichever part it is."""
    condition = condition_of("校验 查 [注 1] 要求 合计（分值） = 100 否则 错误 “分值”")
    assert isinstance(condition, Compare)
    assert isinstance(condition.left, Gather)
    assert isinstance(condition.left.body, Given)
    assert (condition.left.body.field.record, condition.left.body.field.en) == ("", "points")


def test_a_field_that_some_scored_rows_lack_needs_a_part() -> None:
    """Only what all scored rows have can be gathered without saying which."""
    assert problems_in("校验 查 [注 1] 要求 合计（年度指标值） > 0 否则 错误 “零”") == [("row-needed", "年度指标值")]


def test_at_a_row_a_gathering_says_which_rows_it_means() -> None:
    """合计（分值） inside a rule could mean all rows or rows like this one: it must say."""
    assert problems_in(f"{RULE}得分 合计（分值）") == [("wrong-arguments", "合计（分值）")]
    assert problems_in(f"{RULE}得分 分值 ÷ 合计（分值 对 指标）") == []


def test_a_field_of_the_row_outside_is_asked_for_as_such() -> None:
    """Where rows of another part are gathered, the help says how to speak of the row outside."""
    fragment = f"{RULE[:-2]}  得分 分值 ÷ 个数（对 资金 中 资金来源 = 一级指标）"
    assert problem_in(fragment).help().zh.startswith("“一级指标”是外面那一行的")


def test_a_row_is_asked_for_its_class() -> None:
    """指标 是 定性 asks the row at hand; the name is that of its part of the form."""
    condition = condition_of(f"{CLASSES}校验 查 [注 1] 对 指标 要求 指标 不是 定性 否则 提示 “定性”")
    assert isinstance(condition, IsClass)
    assert (condition.class_name, condition.negated) == ("定性", True)


@pytest.mark.parametrize(
    ("fragment", "code", "underlined"),
    [
        ("校验 查 [注 1] 要求 指标 是 定性 否则 提示 “”", "row-needed", "指标"),
        ("校验 查 [注 1] 对 资金 要求 指标 是 定性 否则 提示 “”", "row-needed", "指标"),
        ("校验 查 [注 1] 对 资金 要求 资金 是 定性 否则 提示 “”", "unknown-class", "定性"),
        ("校验 查 [注 1] 对 定性的 指标 要求 偏差原因 已填 否则 提示 “”", "unknown-class", "定性的"),
    ],
)
def test_a_class_is_of_the_row_at_hand(fragment: str, code: str, underlined: str) -> None:
    """A class is asked of a row that has classes."""
    assert problems_in(CLASSES + fragment) == [(code, underlined)]


@pytest.mark.parametrize(
    ("award", "said"),
    [
        ("定性", "“定性”是“指标”的分类"),
        ("合计", "“合计”是函数"),
        ("资金", "“资金”是表式的一部分"),
        ("资金得分", "“资金得分”是规则"),
    ],
)
def test_a_name_of_another_kind_is_recognised(award: str, said: str) -> None:
    """Where a name is no quantity but something else, the help says what it is."""
    assert problem_in(f"{CLASSES}{RULE}得分 {award}").help().zh.startswith(said)


@pytest.mark.parametrize(
    ("written", "apart"),
    [("points-5", "points - 5"), ("points-5-self_score", "points - 5 - self_score")],
)
def test_hyphens_between_names_are_taken_apart(written: str, apart: str) -> None:
    """A word whose parts are all known is a difference without its spaces."""
    fix = problem_in(f"{RULE}得分 {written}").fix()
    assert fix is not None
    assert fix.replacement == apart


def test_a_name_with_a_hyphen_is_a_name() -> None:
    """A parameter may have a hyphen; a difference with it is still found."""
    fragment = f"参数 a-b = 5 [注 1]\n{RULE}得分 a-b-points"
    fix = problem_in(fragment).fix()
    assert fix is not None
    assert fix.replacement == "a-b - points"


@pytest.mark.parametrize("written", ["分值-5", "分值-自评得分", "points-自评得分", "分值-self_score", "分值-60"])
def test_beside_a_chinese_word_a_hyphen_is_a_minus(written: str) -> None:
    """Chinese is written without spaces, and so is a difference."""
    left, right = written.split("-")
    apart, joined = (check(f"{RULE}得分 {each}").policy for each in (f"{left} - {right}", written))
    assert apart is not None
    assert joined is not None
    assert apart.rules == joined.rules


def test_what_could_not_be_parsed_is_not_missed() -> None:
    """A declaration with a mistake is reported as that; uses of its name are not reported as well."""
    fragment = f"参数 门槛 = \n{RULE}当 分值 > 门槛 得分 门槛\n  否则 得分 分值"
    assert [code for code, _ in problems_in(fragment)] == ["unexpected-word"]
    assert check(fragment).policy is None


def test_a_wrong_definition_is_reported_where_it_is_wrong() -> None:
    """What a wrong formula yields is not known, so nothing more is said where it is used."""
    fragment = f"定义 比 [注 1] 对 指标 = 实际 ÷ 年度指标值\n{RULE}当 比 得分 比\n  否则 得分 分值"
    assert [code for code, _ in problems_in(fragment)] == ["unknown-name"]


def test_a_citation_without_a_space_is_taken_apart() -> None:
    """[注1] names no source, and is probably meant as 注 1."""
    problem = problem_in("规则 甲 [注1]\n  对 指标\n  得分 分值")
    assert problem.code == "unknown-source"
    assert problem.help().zh == "是否想写“注 1”？"


def test_all_mistakes_are_found_at_once() -> None:
    """A file with five mistakes has five problems."""
    fragment = (
        "参数 甲 = 乙\n"
        "规则 丙 [住 1] 据 丁\n  对 指标\n  当 一级指标 > 3 得分 分数\n  否则 得分 分值\n"
        "校验 戊 [注 1] 对 指标 要求 分值 否则 提示 “{己}”"
    )
    assert [code for code, _ in problems_in(fragment)] == [
        "unknown-name", "unknown-source", "unknown-reading", "wrong-type", "unknown-name", "wrong-type",
        "unknown-placeholder",
    ]  # fmt: skip


def test_the_parts_of_a_message_are_resolved() -> None:
    """A message is text and the quantities that fill it, each pointing at its own braces."""
    fragment = "校验 查 [注 1]\n  对 指标\n  其中 差 = 分值 − 得分\n  当 差 > 1 提示 “{ 指标名称 }少 {差} 分”"
    first, middle, second, last = policy_of(fragment).checks[0].message
    assert isinstance(first, Given)
    assert first.span.text == " 指标名称 "
    assert isinstance(second, Use)
    assert (middle, last) == ("少 ", " 分")


def test_a_backslash_hides_a_quotation_mark_in_a_message() -> None:
    """Between straight quotes, a backslash takes the next sign as it is."""
    fragment = '校验 查 [注 1] 对 指标 当 分值 > 1 提示 "\\"{分值}\\" 分"'
    before, value, after = policy_of(fragment).checks[0].message
    assert (before, after) == ('"', '" 分')
    assert isinstance(value, Given)


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("全年支出数", "是否想写“全年预算数”、“全年执行数”或“年初预算数”？"),
        ("本年花费金额", "是否想写“年初预算数”、“全年预算数”或“全年执行数”？"),
        ("全年执行", "是否想写“全年执行数”？"),
        ("自评打分", "是否想写“自评得分”？"),
        ("weight_set", "是否想写“points”？"),
    ],
)
def test_names_are_proposed_by_their_letters_and_by_what_they_speak_of(name: str, meant: str) -> None:
    """Where the letters do not settle it, fields of the kind that the words name are proposed too, three at most."""
    problem = problem_in(f"规则 甲 [注 1]\n  对 资金\n  得分 {name} ÷ 全年预算数 × 分值")
    assert problem.help().zh == meant
    assert (problem.fix() is None) == ("或" in meant)


def test_a_class_may_be_called_like_a_kind_of_cell() -> None:
    """Asked of a row, 等值 is the class of that name; asked of a cell, the kind."""
    classes = "分类 指标 依次\n  等值 当 年度指标值 是 等值\n  区间 其余\n"
    fragment = (
        f"{classes}规则 甲 [注 1]\n  对 等值 指标\n  得分 分值\n规则 乙 [注 1]\n  对 指标 中 指标 是 区间\n  得分 0"
    )
    assert problems_in(fragment) == []
