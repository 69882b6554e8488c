"""A policy hangs together: heads, cases, ends, rounding, circles, duplicates, and what is never used."""

from __future__ import annotations

from fractions import Fraction

import pytest

from evalrules.language.policy.definition import AwardByBand, AwardWithin, DeductBySteps, End
from evalrules.language.policy.expression import Arithmetic, Constant
from evalrules.language.problems.cycle import Cycle
from evalrules.language.values import PERCENT, Quantity
from tests.language.check.frame import HEAD, PROJECT, check, check_file, policy_of, problem_in, problems_in

RULE = "规则 甲 [注 1]\n  对 指标\n"


# Heads -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "code", "underlined"),
    [
        ("", "head-missing", ""),
        ("政策 p-1\n", "head-incomplete", "p-1"),
        (HEAD + "  年度 2022\n  年度 2023\n", "duplicate-name", "年度 2023"),
        (HEAD + "  地区 “宁夏//盐池”\n", "malformed-head", "“宁夏//盐池”"),
        (HEAD + "  年度 2022.5\n", "malformed-head", "2022.5"),
        (HEAD + "多行 甲 a\n  乙 b 文字\n", "misplaced-declaration", "多行"),
        (HEAD + "表式 x\n  语言版本 1\n", "second-head", "x"),
    ],
)
def test_a_head_says_what_a_file_is(text: str, code: str, underlined: str) -> None:
    """A file is one policy, whose head is complete and well formed."""
    first = check_file(text).problems[0]
    assert (first.code, first.span.text) == (code, underlined)


@pytest.mark.parametrize(
    ("text", "code", "underlined"),
    [
        ("参数 甲 = 3", "misplaced-declaration", "参数"),
        ("多行 指标 list\n  甲 a 文字\n", "duplicate-name", "指标"),
        ("多行 表 list\n  甲 a 文字\n  乙 a 文字\n", "duplicate-name", "a"),
        ("多行 表 list\n  甲 a 文字\n  乙 b 文字 又名 “甲”\n", "duplicate-name", "乙"),
        ("多行 表 list\n  甲 a 文字 标识\n  乙 b 文字 标识\n", "duplicate-name", "乙"),
        ("多行 表 list\n  甲 a 金额 万元 自评\n", "role-misplaced", "甲"),
    ],
)
def test_a_form_is_declared_without_contradictions(text: str, code: str, underlined: str) -> None:
    """Names are given once in either language, roles once in a part, to a field that can fill them."""
    form = PROJECT[PROJECT.index("表式") :] + text
    assert [(each.code, each.span.text) for each in check_file(form).problems] == [(code, underlined)]


def test_a_field_may_have_one_name_in_both_languages() -> None:
    """It is still one name."""
    form = PROJECT[PROJECT.index("表式") :] + "多行 表 list\n  KPI KPI 文字\n"
    assert check_file(form).problems == ()


# Cases and ends ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("cases", "messages"),
    [
        ("  否则 得分 分值", ["“否则”之前没有“当”"]),
        ("  当 分值 > 3 得分 1\n  得分 分值", ["有几种情形，这一种没有写“当”什么条件"]),
        ("  当 分值 > 3 得分 1\n  否则 得分 2\n  否则 得分 3", ["写了两个“否则”"]),
        ("  否则 得分 2\n  当 分值 > 3 得分 1", ["“否则”之后还有别的情形"]),
    ],
)
def test_otherwise_stands_last(cases: str, messages: list[str]) -> None:
    """否则 is the last of several cases, and all others have a condition."""
    assert [each.message().zh for each in check(RULE + cases).problems] == messages


def test_each_end_that_says_nothing_is_a_problem_of_its_own() -> None:
    """The author must choose, so no change is offered."""
    fragment = RULE + "  得分 分段 分值\n    0 至 50： 1 [注 1]\n    > 50： 2 [注 1]\n    < 0： 0 [注 1]"
    assert problems_in(fragment) == [("end-not-stated", "0"), ("end-not-stated", "50")]


def test_ends_are_multiplied_by_the_factors_behind_them() -> None:
    """`50%（含）至 80%（不含） × 分值` admits from half to four fifths of the points."""
    outcome = policy_of(RULE + "  得分 50%（含）至 80%（不含） × 分值 × 2").rules[0].cases[0].outcome
    assert isinstance(outcome, AwardWithin)
    low, high = outcome.admission.low, outcome.admission.high
    assert (low.closed, high.closed) == (True, False)
    assert isinstance(low.value, Arithmetic)
    assert low.value.operator == "×"
    assert isinstance(low.value.left, Arithmetic)
    assert isinstance(low.value.left.left, Constant)
    assert low.value.left.left.value == Quantity(Fraction(1, 2), PERCENT)


@pytest.mark.parametrize(
    ("sign", "low", "high"),
    [
        ("=", True, True),
        ("<", None, False),
        ("≤", None, True),
        (">", False, None),
        ("≥", True, None),
    ],
)
def test_a_sign_is_a_stretch_with_one_end_or_two(sign: str, low: bool | None, high: bool | None) -> None:
    """The sign says which side is open, and whether the number itself is in."""
    fragment = RULE + f"  得分 分段 分值\n    {sign} 50： 1 [注 1]\n    其余： 0 [注 1]"
    outcome = policy_of(fragment).rules[0].cases[0].outcome
    assert isinstance(outcome, AwardByBand)
    first, rest = outcome.bands
    assert (closed(first.stretch.low), closed(first.stretch.high)) == (low, high)
    assert rest.stretch.is_rest


def closed(end: End | None) -> bool | None:
    """Whether an end is in; None where there is none."""
    return end.closed if end else None


def test_steps_say_how_they_count() -> None:
    """A deduction by steps keeps its excess, size, amount, counting and limit."""
    steps = (
        "  得分 分值\n  扣分 100% − 实际完成值 每 1 个百分点 扣 0.5 不足一步按一步 最多 5 当 实际完成值 是 数 [注 3]"
    )
    (step,) = policy_of(RULE + steps).rules[0].adjustments
    assert isinstance(step, DeductBySteps)
    assert step.counting.value == "STARTED_STEPS"
    assert step.up_to is not None
    assert step.condition is not None
    assert step.basis.cites[0].text == "注 3"


# Rounding, totals, citations ---------------------------------------------------------------------


def test_rounding_is_stated_for_rows_and_for_the_total() -> None:
    """Two stages, two problems; each is reported once, with all rules that are silent."""
    fragment = "每行 不高于 分值 [注 1]\n总分 合计（得分） 不高于 100\n" + RULE + "  得分 分值"
    assert problems_in(fragment) == [("rounding-not-stated", "甲"), ("rounding-not-stated", "总分")]


@pytest.mark.parametrize("step", ["四舍五入 至 0.1", "不舍入", "四舍六入五成双 至 0.01 当 分值 > 3"])
def test_a_rule_may_round_itself(step: str) -> None:
    """Where a rule says how it rounds, each row need not."""
    rules = f"{RULE}  得分 分值\n  {step}\n规则 乙 [注 1]\n  对 资金\n  得分 分值\n  {step}"
    assert problems_in(f"每行 不高于 分值 [注 1]\n{rules}") == []


def test_steps_for_some_rows_round_those() -> None:
    """每行 对 指标 rounds the indicators and leaves the funds unsaid."""
    assert problems_in("每行 对 指标 四舍五入 至 0.01 [注 1]") == [("rounding-not-stated", "资金得分")]


def test_rules_that_award_nothing_need_no_rounding() -> None:
    """不计分 leaves nothing to round, and its rows are not among those that are scored."""
    fragment = "规则 乙 [注 1] 对 资金 不计分 “只看指标”\n每行\n  不高于 年度指标值 × 2 [注 1]\n  不舍入"
    assert problems_in(fragment) == []


def test_a_rule_is_cited_by_its_cases() -> None:
    """A rule without a citation of its own rests on those of its cases."""
    assert problems_in("规则 甲 对 指标 得分 分值 [注 1]") == []
    assert problems_in("规则 甲 对 指标 得分 分值") == [("uncited-rule", "甲")]


def test_omissions_are_not_held_against_a_file_that_could_not_be_parsed() -> None:
    """What is missing may stand in what could not be read."""
    assert [code for code, _ in problems_in("总分 合计（得分 不舍入")] == ["unclosed"]


# Circles -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("fragment", "message"),
    [
        ("参数 甲 = 甲 + 1", "循环引用：参数“甲” → 参数“甲”"),
        (f"{RULE}  得分 得分 × 2", "循环引用：规则“甲” → 规则“甲”"),
        (f"{RULE}  得分 分值\n  不高于 5 当 得分 > 5", "循环引用：规则“甲” → 规则“甲”"),
        (f"{RULE}  得分 总分 ÷ 10", "循环引用：规则“甲” → 总分 → 规则“甲”"),
        ("每行 四舍五入 至 0.01 当 得分 > 3", "循环引用：每行 → 每行"),
        ("总分 合计（得分）\n  不高于 总分 [注 1]\n  不舍入", "循环引用：总分 → 总分"),
        (
            "规则 甲 [注 1] 对 指标 中 分值 > 5 得分 同 乙\n规则 乙 [注 1] 对 指标 中 分值 ≤ 5 得分 同 甲",
            "循环引用：规则“甲” → 规则“乙” → 规则“甲”",
        ),
        (
            f"定义 差 [注 1] 对 指标 = 分值 − 得分\n{RULE}  得分 差",
            "循环引用：定义“差” → 规则“甲” → 定义“差”",
        ),
        (
            "作废 低分 [注 1] 对 指标 中 得分 < 1",
            "循环引用：作废“低分” → 规则“指标得分” → 作废“低分”",
        ),
        (
            (
                "分类 指标\n  好 当 得分 > 5 [注 1]\n  差 其余 [注 1]\n"
                "规则 甲 [注 1] 对 好 指标 得分 分值\n规则 乙 [注 1] 对 差 指标 得分 0"
            ),
            "循环引用：分类“指标” → 规则“甲” → 分类“指标”",
        ),
        (
            "规则 甲 [注 1] 对 指标 得分 合计（得分 对 资金）\n规则 乙 [注 1] 对 资金 得分 最大（得分 对 指标）",
            "循环引用：规则“甲” → 规则“乙” → 规则“甲”",
        ),
    ],
)
def test_a_circle_is_shown_once(fragment: str, message: str) -> None:
    """Whatever it goes through, a circle is one problem that names its members."""
    assert problem_in(fragment).message().zh == message


def test_a_circle_shows_where_each_member_needs_the_next() -> None:
    """All places are shown, with the words that stand there."""
    problem = problem_in("定义 甲 [注 1] = 乙\n定义 乙 [注 1] = 丙 + 1\n定义 丙 [注 1] = 甲 × 2\n定义 丁 [注 1] = 甲")
    assert isinstance(problem, Cycle)
    assert [(span.text, words.zh) for span, words in problem.related()] == [
        ("乙", "定义“甲”在这里用到定义“乙”"),
        ("丙", "定义“乙”在这里用到定义“丙”"),
        ("甲", "定义“丙”在这里用到定义“甲”"),
    ]


@pytest.mark.parametrize(
    "fragment",
    [
        "规则 甲 [注 1] 对 资金 得分 合计（得分 对 指标）÷ 10",
        "定义 差 [注 1] 对 指标 = 分值 − 得分\n校验 查 [注 1] 对 指标 当 差 > 总分 提示 “{差}”",
        "定义 均分 [注 1] = 总分 ÷ 个数（对 指标）\n等级 均分\n  高： > 5 [注 1]\n  低： ≤ 5 [注 1]",
        "定义 满分 [注 1] = 合计（分值）\n规则 甲 [注 1] 对 指标 得分 分值 ÷ 满分 × 100",
    ],
)
def test_awards_of_other_rows_may_be_used(fragment: str) -> None:
    """What is worked out before can be used after."""
    assert problems_in(fragment) == []


def test_an_award_may_use_those_of_another_class() -> None:
    """Rows of one class may be scored by those of another."""
    fragment = (
        "分类 指标\n  主 当 一级指标 = “主” [注 1]\n  从 其余 [注 1]\n"
        "规则 甲 [注 1] 对 主 指标 得分 分值\n规则 乙 [注 1] 对 从 指标 得分 合计（得分 对 主 指标）"
    )
    assert problems_in(fragment) == []


def test_definitions_stand_after_what_they_need() -> None:
    """Whatever order they were written in."""
    fragment = "定义 甲 [注 1] = 乙 + 丙\n定义 乙 [注 1] = 丙\n定义 丙 [注 1] = 1\n校验 查 [注 1] 当 甲 > 0 提示 “”"
    assert [each.name for each in policy_of(fragment).definitions] == ["丙", "乙", "甲"]


# Duplicates and the unused -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("fragment", "message"),
    [
        ("参数 甲 = 1\n定义 甲 = 2", "名称“甲”（参数）已经声明过"),
        ("每行 不舍入\n每行 四舍五入 至 1", "每行已经声明过"),
        ("总分 合计（得分） 不舍入\n总分 合计（得分） 不舍入", "总分已经声明过"),
        ("小计 按 一级指标\n小计 按 level1", "小计“一级指标”已经声明过"),
        ("小计 按 一级指标\n依据 注 官方 “甲”\n依据 注 官方 “乙”", "依据“注”已经声明过"),
        ("作废 甲 对 指标 中 不适用说明 已填\n不适用 甲 对 指标 中 分值 = 0 不计入", "名称“甲”（作废）已经声明过"),
        (
            "分类 指标\n  甲 当 分值 > 3 [注 1]\n  甲 其余 [注 1]",
            "分类“甲”已经声明过",
        ),
        (f"{RULE}  其中 一 = 1\n  其中 一 = 2\n  得分 一", "其中的量“一”已经声明过"),
        ("等级 总分\n  优： ≥ 90 [注 1]\n  优： < 90 [注 1]", "等级“优”已经声明过"),
        ("示例 “例”\n  行 指标 分值 1 points 2", "字段“分值”已经声明过"),
        (
            f"{RULE}  得分 按档\n    上： 0（含）至 5（含）\n    中 又名 “上”： 5（不含）至 9（含）",
            "档次“上”已经声明过",
        ),
    ],
)
def test_names_are_given_once(fragment: str, message: str) -> None:
    """A second declaration of a name is a problem that shows the first."""
    problem = problem_in(fragment)
    assert problem.message().zh == message
    assert problem.related()


@pytest.mark.parametrize(
    ("fragment", "underlined"),
    [
        ("定义 甲 [注 1] = 1", "甲"),
        ("小计 按 一级指标\n依据 办法 官方 “某办法”", "办法"),
        ("解读 甲\n  读作 “乙”\n  理由 “丙”", "甲"),
        (f"{RULE}  其中 一 = 1\n  得分 分值", "一"),
    ],
)
def test_what_is_never_used_is_a_warning(fragment: str, underlined: str) -> None:
    """It does not stop the policy."""
    assert problems_in(fragment) == [("unused-name", underlined)]
    policy_of(fragment)


def test_use_in_a_message_or_a_note_is_use() -> None:
    """Placeholders use what they show, notes use the readings and sources they name."""
    fragment = (
        "参数 甲 = 1\n解读 乙\n  读作 “丙”\n  理由 “丁”\n"
        "校验 查 据 乙\n  对 指标\n  其中 戊 = 2\n  当 分值 > 1 提示 “{甲} {戊}”"
    )
    assert problems_in(fragment) == []


def test_nothing_is_called_unused_while_there_are_errors() -> None:
    """The mistake may be why it is not used."""
    assert problems_in("参数 门槛 = 60\n校验 查 [注 1] 当 门坎 > 1 提示 “”") == [("unknown-name", "门坎")]


# Examples ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("row", "code", "underlined"),
    [
        ("行 指标们 分值 10", "unknown-record", "指标们"),
        ("行 指标 分直 10", "unknown-field", "分直"),
        ("行 指标 分值 10 应得 分值", "not-constant", "分值"),
        ("行 指标 分值 10 应得 合计（得分）", "not-constant", "合计（得分）"),
        ("行 指标 分值 10 应得 5（含）至 8", "end-not-stated", "8"),
        ("行 指标 分值 10 应得 5 依 没有", "unknown-rule", "没有"),
        ("行 指标 分值 10 应得 50%", "award-not-points", "50%"),
        ("总分 得分", "row-needed", "得分"),
        ("等级 优", "unknown-grade", "优"),
    ],
)
def test_an_example_speaks_of_what_there_is(row: str, code: str, underlined: str) -> None:
    """Its parts, fields, rules and grades exist; what it expects is written out."""
    assert problems_in(f"示例 “例”\n  {row}") == [(code, underlined)]


def test_an_example_holds_cells_by_their_english_names() -> None:
    """Whichever name was written; numbers are kept as they would be printed."""
    fragment = "示例 “例”\n  行 指标 权重 10 完成值 −95.50% 指标值 “≥90%” 应得 出错 依 指标得分\n  总分 9.5"
    (example,) = policy_of(fragment).examples
    (row,) = example.rows
    assert next((each.field, each.printed) for each in row.entries) == ("points", "10")
    assert row.record == "indicators"
    assert row.expected is not None
    assert (row.expected.award, row.expected.rule) == ("FAULT", "指标得分")
    assert example.total is not None
    assert isinstance(example.total.award, Constant)
    assert isinstance(example.total.award.value, Quantity)
