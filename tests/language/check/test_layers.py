"""A policy is laid over the one it amends, by name and with a verb; nothing is inherited by accident."""

from __future__ import annotations

import pytest
from attrs import evolve

from evalrules.language.policy.definition import AwardByBand, AwardByTier
from evalrules.language.policy.expression import Constant
from evalrules.language.policy.policy import CheckedPolicy
from evalrules.language.problems import Severity
from tests.language.check.frame import BASE, LIBRARY, Texts, check, check_file, policy_of, problem_in, problems_in

HEAD = "政策 p-1\n  修订 base-1\n  语言版本 1\n"
MIDDLE = (
    "政策 middle-1\n  修订 base-1\n  地区 “宁夏”\n  语言版本 1\n"
    "替换 参数 过完成 = 140% [注 3] 不得改动\n"
    "新增 校验 偏差原因 [注 4]\n  对 指标 中 得分 < 分值\n  要求 偏差原因 已填\n  否则 警告 “缺原因”\n"
)
THREE = evolve(LIBRARY, policies={**LIBRARY.policies, "middle-1": MIDDLE})


def amended(declarations: str, library: Texts = LIBRARY) -> CheckedPolicy:
    """The policy that `declarations` make of the base."""
    return policy_of(HEAD + declarations, library)


def test_what_is_not_amended_is_inherited_and_remembers_its_layer() -> None:
    """Rules, parameters and checks of the base are there, as the base's."""
    policy = amended("")
    assert policy.layers == ("base-1", "p-1")
    assert [(rule.name, rule.layer) for rule in policy.rules] == [("指标得分", "base-1"), ("资金得分", "base-1")]
    assert [text.name for text in policy.texts] == ["project.rules", "base-1.rules", "p-1.rules"]
    assert policy.rules[0].span.source.name == "base-1.rules"


def test_lines_of_the_head_are_inherited_unless_given_anew() -> None:
    """The upper head prevails, line by line."""
    policy = policy_of("政策 p-1\n  修订 base-1\n  年度 2024\n  语言版本 1\n")
    assert (policy.id, policy.title, policy.year, policy.schema.name) == ("p-1", "平台通用规则", "2024", "project")


def test_a_parameter_is_set() -> None:
    """A set parameter is the upper layer's, keeps its sources unless others are given, and stays in its place."""
    policy = amended("设 过完成 = 130%")
    first = policy.parameters[0]
    assert (first.name, first.layer, first.span.text) == ("过完成", "p-1", "设 过完成 = 130%")
    assert isinstance(first.value, Constant)
    assert first.value.span.text == "130%"
    assert [cite.text for cite in first.basis.cites] == ["注 3"]


def test_a_parameter_is_set_with_a_source_of_its_own() -> None:
    """A layer declares its own sources without a verb and cites them."""
    policy = amended("依据 办法 官方 “本级办法”\n设 过完成 = 130% [办法 第三条]")
    assert [cite.text for cite in policy.parameters[0].basis.cites] == ["办法 第三条"]
    assert [source.name for source in policy.sources] == ["注", "办法"]


def test_a_rule_is_replaced_in_its_place() -> None:
    """The order of the rules is the base's."""
    policy = amended("替换 规则 指标得分 [注 1] 对 指标 得分 分值")
    assert [(rule.name, rule.layer) for rule in policy.rules] == [("指标得分", "p-1"), ("资金得分", "base-1")]


def test_checks_are_added_and_removed() -> None:
    """What is removed is gone, what is added comes last."""
    policy = amended(
        "删除 校验 过完成\n新增 校验 偏差 [注 4] 对 指标 要求 偏差原因 已填 否则 警告 “缺”\n设 过完成 = 125%"
    )
    assert [(each.name, each.layer) for each in policy.checks] == [("满分", "base-1"), ("偏差", "p-1")]


def test_what_has_no_name_is_replaced_by_its_kind() -> None:
    """There is one 每行 for all rows, and one 总分."""
    policy = amended("替换 每行 四舍五入 至 0.1 [注 1]\n替换 总分 合计（得分） 四舍五入 至 1 [注 1]")
    assert [each.layer for each in policy.each_row] == ["p-1"]
    assert policy.total is not None
    assert policy.total.layer == "p-1"


def test_parts_of_the_form_are_known_by_both_names() -> None:
    """What was declared for 指标 is removed for indicators."""
    text = BASE + "分类 指标\n  定性 当 年度指标值 是 文字 [注 2]\n  定量 其余 [注 3]\n小计 按 一级指标\n"
    library = evolve(LIBRARY, policies={"base-1": text})
    policy = amended("删除 分类 indicators\n删除 小计 level1", library)
    assert (policy.classifications, policy.subtotals) == ((), ())


def test_other_names_are_their_own() -> None:
    """A parameter may have the name of a part of the form, in one language, and is set by that name."""
    library = evolve(LIBRARY, policies={"base-1": BASE + "参数 funds = 3\n参数 资金 = 4\n"})
    policy = amended("设 funds = 5", library)
    assert [(each.name, each.layer) for each in policy.parameters[2:]] == [("funds", "p-1"), ("资金", "base-1")]


def test_examples_are_not_inherited() -> None:
    """An example shows what its own policy does."""
    policy = amended("示例 “满分”\n  行 指标 年度指标值 10 实际完成值 10 分值 10 应得 10")
    assert [each.title for each in policy.examples] == ["满分"]


def test_three_layers() -> None:
    """A policy amends one that amends another; each element knows its layer."""
    policy = policy_of("政策 p-1\n  修订 middle-1\n  语言版本 1\n删除 校验 偏差原因", THREE)
    assert policy.layers == ("base-1", "middle-1", "p-1")
    assert (policy.place, policy.parameters[0].layer) == ("宁夏", "middle-1")
    assert [each.name for each in policy.checks] == ["过完成", "满分"]


def test_what_any_layer_below_makes_final_is_final() -> None:
    """The problem names the layer that said so, and shows where."""
    problem = problem_in("政策 p-1\n  修订 middle-1\n  语言版本 1\n设 过完成 = 150%", THREE)
    assert problem.message().zh == "政策 middle-1 规定参数“过完成”不得改动"
    ((place, _),) = problem.related()
    assert (place.source.name, place.text) == ("middle-1.rules", "过完成")


@pytest.mark.parametrize(
    ("declaration", "code", "underlined"),
    [
        ("替换 规则 资金得分 [注 1] 对 资金 得分 分值", "final-amended", "资金得分"),
        ("删除 参数 满分线", "final-amended", "满分线"),
        ("替换 规则 没有 [注 1] 对 指标 得分 分值", "amended-name-missing", "没有"),
        ("删除 校验 满分数", "amended-name-missing", "满分数"),
        ("删除 等级", "amended-name-missing", "删除 等级"),
        ("删除 规则", "amended-name-missing", "删除 规则"),
        ("替换 定义 过完成 = 3", "amended-name-missing", "过完成"),
        ("新增 规则 指标得分 [注 1] 对 指标 得分 分值", "already-there", "指标得分"),
        ("依据 注 官方 “别的注”", "already-there", "注"),
        ("规则 指标得分 [注 1] 对 指标 得分 分值", "verb-missing", "规则"),
        ("设 过完成 = 5 元", "unit-mismatch", "5 元"),
        ("设 过完成 = “多”", "types-differ", "“多”"),
        ("设 过完成 = 年度", "not-constant", "年度"),
        ("设 过完成 = 130%\n设 过完成 = 140%", "duplicate-name", "过完成"),
        ("新增 定义 过完成 = 3", "duplicate-name", "过完成"),
    ],
)
def test_an_amendment_that_cannot_be_made(declaration: str, code: str, underlined: str) -> None:
    """One mistake is one problem, in the layer that makes it."""
    assert problems_in(HEAD + declaration) == [(code, underlined)]


def test_a_plain_declaration_is_told_its_verb() -> None:
    """What is there would be replaced, what is not would be added; in the language of the declaration."""
    fixes = [
        problem_in(HEAD + text).fix()
        for text in ("规则 指标得分 [注 1] 对 指标 得分 分值", "check new [注 1] 对 指标 当 分值 > 1 提示 “”")
    ]
    assert [fix.replacement for fix in fixes if fix] == ["替换 ", "add "]


def test_what_an_amendment_breaks_is_one_problem_for_the_file_it_breaks() -> None:
    """All places below that no longer hold are shown with the line that names the amended policy."""
    text = BASE + "校验 再查 [注 3]\n  对 指标\n  当 实际完成值 > 年度指标值 × 过完成 警告 “{过完成}”\n"
    library = evolve(LIBRARY, policies={"base-1": text})
    problem = problem_in(HEAD + "删除 参数 过完成", library)
    assert problem.message().zh.startswith("修订之后，base-1.rules 中有 3 处不再成立，第一处：“过完成”")
    assert [place.text for place, _ in problem.related()] == ["过完成", "过完成", "{过完成}"]


def test_a_layer_below_is_checked_by_itself() -> None:
    """A mistake below is reported as one problem that says how many there are and where the first is."""
    problem = problem_in("政策 p-1\n  修订 broken-1\n  语言版本 1\n替换 参数 甲 = 3")
    ((place, _),) = problem.related()
    assert (problem.code, place.place) == ("amended-policy-broken", "broken-1.rules:4")


def test_a_layer_below_that_cannot_be_parsed_is_reported_too() -> None:
    """The problems of the parser count."""
    library = evolve(LIBRARY, policies={"base-1": BASE + "参数 甲 =\n"})
    assert problem_in(HEAD, library).message().zh == "政策 base-1 自身有 1 个问题"


def test_a_form_with_problems_is_reported_where_it_is_named() -> None:
    """Nothing is said of the policy while its form is not known."""
    text = LIBRARY.schemas["project"] + "单项 附表 annex\n  分值 points 文字 满分\n"
    problem = problem_in("参数 甲 = 乙", evolve(LIBRARY, schemas={"project": text}))
    assert (problem.span.text, problem.message().zh) == ("project", "表式 project 自身有 1 个问题")


def test_warnings_below_are_no_concern_above() -> None:
    """An unused parameter of the base is reported when the base is checked."""
    library = evolve(LIBRARY, policies={"base-1": BASE + "参数 闲置 = 3\n"})
    assert problems_in(HEAD) == check_codes(HEAD, library) == []


def check_codes(text: str, library: Texts) -> list[tuple[str, str]]:
    """The problems of a whole file."""
    return [(each.code, each.span.text) for each in check_file(text, library).problems]


def test_a_policy_that_amends_itself_is_a_circle() -> None:
    """A circle of one is shown as such."""
    problem = problem_in("政策 p-1\n  修订 p-1\n  语言版本 1\n")
    assert problem.message().zh == "循环修订：p-1 → p-1"


def test_a_circle_further_down_is_told_to_whoever_rests_on_it() -> None:
    """The chain names the members of the circle only."""
    problem = problem_in("政策 p-1\n  修订 loop-1\n  语言版本 1\n")
    assert problem.message().zh == "循环修订：loop-1 → loop-2 → loop-1"


def test_an_unknown_policy_below_is_the_problem_of_who_names_it() -> None:
    """The policy in between has a problem of its own."""
    library = evolve(LIBRARY, policies={"middle-1": MIDDLE})
    problem = problem_in("政策 p-1\n  修订 middle-1\n  语言版本 1\n", library)
    assert (problem.code, problem.span.text) == ("amended-policy-broken", "middle-1")


def test_an_amendment_is_sound_only_as_a_whole() -> None:
    """A policy that breaks what it amends is no policy."""
    assert check(HEAD + "删除 参数 过完成").policy is None
    assert check(HEAD + "删除 校验 过完成\n删除 参数 过完成").policy is not None


OPEN = (
    BASE
    + """
解读 步数 [注 3]
  可选 按整步 读作 "不足一步的不扣"
  可选 按比例 读作 "不足一步的按比例扣"
  取 按整步 理由 "对单位有利"
校验 步数 [注 3]
  当 步数 是 按比例 提示 "按比例扣"
"""
)
OPEN_BASE = evolve(LIBRARY, policies={**LIBRARY.policies, "base-1": OPEN})


def test_another_alternative_of_a_reading_is_set() -> None:
    """The reading stays where it stands; what is chosen, and why, is the upper layer's."""
    (reading,) = amended('设 步数 = 按比例 [注 5] 理由 "本县另有规定"', OPEN_BASE).readings
    assert (reading.chosen, reading.read_as, reading.layer) == ("按比例", "不足一步的按比例扣", "p-1")
    assert (reading.because, [cite.text for cite in reading.basis.cites]) == ("本县另有规定", ["注 5"])
    (silent,) = amended("设 步数 = 按比例", OPEN_BASE).readings
    assert (silent.because, [cite.text for cite in silent.basis.cites]) == ("", ["注 3"])


def test_an_alternative_that_the_reading_does_not_name_is_not_set() -> None:
    """The problem is at the word, with what was probably meant."""
    problem = problem_in(HEAD + "设 步数 = 按比列", OPEN_BASE)
    assert (problem.code, problem.span.text) == ("unknown-alternative", "按比列")
    assert problem.help().zh == "是否想写“按比例”？"


def test_a_reading_needs_no_verb() -> None:
    """A new reading changes nothing below; one of a name that is there already is replaced with the verb."""
    reading = '解读 新读 [注 3]\n  读作 "甲"\n  理由 "乙"\n校验 新 据 新读\n  当 总分 > 1 提示 "无"\n'
    assert [each.code for each in check(HEAD + reading.replace("校验", "新增 校验")).problems] == []
    again = OPEN[OPEN.index("解读") : OPEN.index("校验 步数")]
    assert [each.code for each in check(HEAD + again, OPEN_BASE).problems] == ["already-there"]
    assert amended("替换 " + again, OPEN_BASE).readings[0].layer == "p-1"


FINAL = BASE.replace("base-1", "strict-1") + (
    "定义 率 [注 1] 不得改动 = 合计（全年执行数 对 资金） ÷ 合计（全年预算数 对 资金）\n"
    "分类 指标 依次 不得改动\n  定性 当 年度指标值 是 文字\n  定量 其余\n"
    "作废 撤销 不得改动 对 指标 中 三级指标 = “撤销”\n"
    "不适用 免评 不得改动 对 指标 中 三级指标 = “免评” 不计入\n"
    "等级 总分 不得改动\n  优： ≥ 90\n  良： 其余\n"
    "校验 率 [注 1] 不得改动\n  当 率 > 1 提示 “超支”\n"
)
STRICT = evolve(
    LIBRARY,
    policies={
        **LIBRARY.policies,
        "strict-1": FINAL.replace("每行 四舍五入", "每行 不得改动 四舍五入").replace(
            "总分 合计（得分） 不舍入 [注 1]", "总分 合计（得分） [注 1] 不得改动 不舍入"
        ),
        "part-1": BASE.replace("base-1", "part-1").replace("每行 四舍五入", "每行 不得改动 对 指标 四舍五入")
        + "每行 对 乙类 资金 四舍五入 至 0.01\n分类 资金 依次\n  甲类 当 分值 > 0\n  乙类 其余\n"
        + "分类 指标 依次\n  甲类 当 分值 > 0\n  乙类 其余\n",
    },
)


@pytest.mark.parametrize(
    ("amendment", "underlined"),
    [
        ("替换 定义 率 [注 1] = 1", "率"),
        ("删除 定义 率", "率"),
        ("替换 分类 指标\n  定性 当 年度指标值 是 文字\n  定量 其余", "指标"),
        ("删除 分类 indicators", "indicators"),
        ("删除 作废 撤销", "撤销"),
        ("替换 不适用 免评 对 指标 中 三级指标 = “免评” 记满分", "免评"),
        ("替换 等级 总分\n  优： ≥ 80\n  良： 其余", "等级"),
        ("删除 等级", "删除 等级"),
        ("替换 总分 合计（得分） + 5 不舍入 [注 1]", "总分"),
        ("替换 每行 四舍五入 至 1 [注 1]", "每行"),
        ("删除 每行", "删除 每行"),
        ("新增 每行 对 指标 加分 5", "每行"),
        ("删除 校验 率", "率"),
        ("替换 校验 率 [注 1] 当 率 > 2 提示 “超支”", "率"),
    ],
)
def test_whatever_has_weight_may_be_final(amendment: str, underlined: str) -> None:
    """A definition, classes, exemptions, steps, the total, grades and checks as well as rules and parameters."""
    text = f"政策 p-1\n  修订 strict-1\n  语言版本 1\n{amendment}\n"
    found = [(each.code, each.span.text) for each in check_file(text, STRICT).problems]
    assert found == [("final-amended", underlined)]


@pytest.mark.parametrize(("scope", "allowed"), [("", False), ("对 甲类 indicators ", False), ("对 资金 ", True)])
def test_behind_final_steps_come_no_others_for_these_rows(scope: str, allowed: bool) -> None:
    """What raises an award after a cap undoes the cap; other rows may have steps of their own."""
    text = f"政策 p-1\n  修订 part-1\n  语言版本 1\n新增 每行 {scope}加分 5\n"
    found = [each.code for each in check_file(text, STRICT).problems]
    assert found == ([] if allowed else ["final-amended"])


def test_a_citation_stands_before_a_formula_or_behind_it() -> None:
    """Parameters and definitions take it in both places, and in both at once."""
    policy = amended(
        "新增 参数 甲 [注 1] = 5\n新增 参数 乙 [注 1] = 甲 [注 2]\n新增 定义 丙 = 乙 [注 3]\n"
        "新增 校验 丁 [注 4] 当 总分 > 丙 提示 “多”"
    )
    parameters = {each.name: [cite.text for cite in each.basis.cites] for each in policy.parameters}
    assert (parameters["甲"], parameters["乙"]) == (["注 1"], ["注 1", "注 2"])
    assert [[cite.text for cite in each.basis.cites] for each in policy.definitions] == [["注 3"]]


@pytest.mark.parametrize(
    ("setting", "found"),
    [
        ("设 过完成 = 130%", []),
        ("设 过完成 = 130", ["unit-changed"]),
        ("设 过完成 = 1.3", ["unit-changed"]),
        ("设 过完成 = 0", []),
        ("设 过完成 = 1 + 30%", []),
        ("替换 参数 过完成 = 1.3 [注 3]", []),
    ],
)
def test_a_parameter_set_in_another_unit_is_a_warning(setting: str, found: list[str]) -> None:
    """A formula and 0 need no unit; who replaces the parameter says all of it anew."""
    problems = check_file(f"{HEAD}{setting}\n").problems
    assert [each.code for each in problems] == found
    assert all(each.severity is Severity.WARNING for each in problems)


OVER_TIERS = "政策 p-1\n  修订 tiers-1\n  语言版本 1\n依据 通知 官方 “本级通知”\n"


def touched(declarations: str) -> CheckedPolicy:
    return policy_of(OVER_TIERS + declarations, LIBRARY)


def test_one_edge_of_bands_is_moved_on_both_sides() -> None:
    """The bands still close; those that changed cite the new clause too, the others do not."""
    rule = touched("设 规则 资金得分 90% = 95% [通知 二]\n").rules[1]
    outcome = rule.cases[0].outcome
    assert isinstance(outcome, AwardByBand)
    ends = [(each.low and each.low.value.span.text, each.high and each.high.value.span.text) for each in
            (band.stretch for band in outcome.bands)]  # fmt: skip
    assert ends == [("95%", None), ("60%", "95%"), (None, None)]
    assert [[cite.text for cite in band.basis.cites] for band in outcome.bands] == [["通知 二"], ["通知 二"], []]


def test_an_edge_of_tiers_and_of_grades_is_moved() -> None:
    policy = touched("设 规则 定性 80% = 85% [通知 二]\n设 规则 定性 50% = 60% [通知 二]\n设 等级 90 = 88 [通知 三]\n")
    outcome = policy.rules[0].cases[0].outcome
    assert isinstance(outcome, AwardByTier)
    lows = [tier.admission.low.value.span.source.name for tier in outcome.tiers]
    assert len(lows) == 3
    assert policy.grading is not None
    assert [each.stretch.low and each.stretch.low.value.span.text for each in policy.grading.grades] == [
        "88",
        "80",
        None,
    ]


def test_a_moved_edge_that_leaves_a_hole_is_a_problem() -> None:
    """What is laid over is checked as a whole."""
    text = f"{OVER_TIERS}设 等级 90 = 75 [通知 二]\n"
    assert check_file(text).problems != ()


def test_a_tier_has_further_words() -> None:
    outcome = touched("又名 档次 达成 “完成”, “实现”\n").rules[0].cases[0].outcome
    assert isinstance(outcome, AwardByTier)
    assert [each.also for each in outcome.tiers] == [("完成", "实现"), (), ()]


def test_edges_and_tiers_of_final_rules_stay() -> None:
    """Moving an edge is an amendment."""
    final = LIBRARY.policies["tiers-1"].replace("规则 定性 [注 2]", "规则 定性 [注 2] 不得改动")
    library = evolve(LIBRARY, policies={**LIBRARY.policies, "tiers-1": final})
    for declaration in ("设 规则 定性 80% = 85%", "又名 档次 达成 “完成”"):
        text = f"政策 p-1\n  修订 tiers-1\n  语言版本 1\n{declaration}\n"
        assert [each.code for each in check_file(text, library).problems] == ["final-amended"]
