"""A slip that beginners make is called what it is: one message, on its words, with what to write instead."""

from __future__ import annotations

import pytest

from evalrules.language.problems import Problem
from tests.language.check.frame import check

RULE = "规则 甲 [注 1]\n  对 指标\n  "
OTHERWISE = "\n  否则 得分 0"
CLASSES = "分类 指标 依次\n  定性 当 年度指标值 是 文字\n  定量 其余\n"
HEAD = "政策 p-1\n  适用 project\n  语言版本 1\n依据 注 官方 “注”\n"


def only_problem(fragment: str) -> Problem:
    found = check(fragment).problems
    assert len(found) == 1, [each.message().zh for each in found]
    return found[0]


def mended(fragment: str, problem: Problem) -> str:
    """The fragment with the fix of a problem applied."""
    fix = problem.fix()
    assert fix is not None
    text = fix.span.source.text
    return text[: fix.span.start] + fix.replacement + text[fix.span.end :]


CONDITIONS = [
    ("实际完成值 95%以上", "comparison-in-words", "95%以上", "≥ 95%"),
    ("实际完成值 不低于95%", "comparison-in-words", "不低于95%", "≥ 95%"),
    ("实际完成值不低于95%", "comparison-in-words", "实际完成值不低于95%", "实际完成值 ≥ 95%"),
    ("实际完成值大于95", "comparison-in-words", "实际完成值大于95", "实际完成值 > 95"),
    ("实际完成值大于等于95", "comparison-in-words", "实际完成值大于等于95", "实际完成值 ≥ 95"),
    ("实际完成值 大于等于 年度指标值", "other-word", "大于等于", "≥"),
    ("实际完成值 小于 年度指标值", "other-word", "小于", "<"),
    ("实际完成值 等于 年度指标值", "other-word", "等于", "="),
    ("实际完成值 不等于 年度指标值", "other-word", "不等于", "≠"),
    ("实际完成值 超过 年度指标值", "other-word", "超过", ">"),
    ("实际完成值 == 年度指标值", "other-word", "==", "="),
    ("实际完成值 <> 年度指标值", "other-word", "<>", "≠"),
    ("实际完成值 95%", "mark-missing", "95%", None),
    ("二级指标 = 成本指标", "unquoted-text", "成本指标", '"成本指标"'),
    ("二级指标 属于 （成本指标，“质量指标”）", "unquoted-text", "成本指标", '"成本指标"'),
    ("偏差原因 ≠ 空", "blank-comparison", "偏差原因 ≠ 空", "偏差原因 已填"),
    ("偏差原因 = 空", "blank-comparison", "偏差原因 = 空", "偏差原因 未填"),
    ("偏差原因 为空", "blank-comparison", "偏差原因 为空", "偏差原因 未填"),
    ("偏差原因 不为空", "blank-comparison", "偏差原因 不为空", "偏差原因 已填"),
    ("分值 > 5 和 偏差原因 未填", "other-word", "和", "且"),
    ("分值 > 5 或者 偏差原因 未填", "other-word", "或者", "或"),
]


@pytest.mark.parametrize(("condition", "code", "words", "instead"), CONDITIONS)
def test_a_slip_in_a_condition(condition: str, code: str, words: str, instead: str | None) -> None:
    problem = only_problem(f"{RULE}当 {condition} 得分 分值{OTHERWISE}")
    fix = problem.fix()
    assert (problem.code, problem.span.text) == (code, words)
    assert (fix.replacement if fix else None) == instead


RULES = [
    (f"{RULE}得分 10分", "unknown-unit", "分", ""),
    (f"{RULE}得分 分值\n  扣分 实际完成值 每 1百分点 扣 1 按整步", "unknown-unit", "百分点", "个百分点"),
    (f"{RULE}得分 实际完成值 ÷ 年度指标值 x 分值", "other-word", "x", "×"),
    (f"{RULE}得分 实际完成值 除以 年度指标值 × 分值", "other-word", "除以", "÷"),
    (f"{RULE}得分 60%分值", "mark-missing", "分值", "× 分值"),
    (f"{RULE}如果 分值 > 5 那么 得分 分值{OTHERWISE}", "other-word", "如果", "当"),
    (f"{RULE}当 分值 > 5 那么 得分 分值{OTHERWISE}", "other-word", "那么", ""),
    (f"{RULE}当 分值 > 5 得分 分值\n  其他 得分 0", "other-word", "其他", "否则"),
    (f"{RULE}得分 = 分值", "sign-not-needed", "=", " "),
    (f"{RULE}得分：分值", "sign-not-needed", "：", " "),
    (f"{RULE}得分 分值\n  最高 10", "other-word", "最高", "不高于"),
    (f"{RULE}得分 分值\n  四舍五入 0.01", "mark-missing", "0.01", "至 0.01"),
    (f"{RULE}得分 最大（分值 10）", "mark-missing", "10", "， 10"),
    (f"{RULE}得分 （分值 + 1", "unclosed", "（", None),
    (f"{RULE}得分 分值）", "other-word", "）", ""),
    (f"{RULE}得分 分段 实际完成值\n    95%以上：分值\n    其余：0", "comparison-in-words", "95%以上", "≥ 95%"),
    (f"{RULE}得分 分段 实际完成值\n    80%-95%：分值\n    其余：0", "other-word", "-", "至"),
    (f"{RULE}得分 分段 实际完成值\n    ≥ 95% 分值\n    其余：0", "mark-missing", "分值", "： 分值"),
    (f"{RULE}得分 分段 实际完成值\n    80%（含）到95%（含）：1\n    其余：0", "other-word", "到95", "至 95"),
    ("等级 总分\n  优 ≥ 90\n  良：其余\n", "mark-missing", "≥", "： ≥"),
    ("等级 总分\n  优：90～100\n  良：其余\n", "unknown-character", "～", None),
    ("规则 甲 [注 1]\n  指标\n  得分 分值", "mark-missing", "指标", "对 指标"),
    ("规则：甲 [注 1]\n  对 指标\n  得分 分值", "sign-not-needed", "：", " "),
    ("规则甲 [注 1]\n  对 指标\n  得分 分值", "stray-text", "规则甲", "规则 甲"),
    (f"{CLASSES}规则 甲 [注 1]\n  对 定量\n  得分 分值", "unknown-record", "定量", "定量 指标"),
    (f"{CLASSES}规则 甲 [注 1]\n  对 定量指标\n  得分 分值", "unknown-record", "定量指标", "定量 指标"),
    ("规则 甲 [第三条]\n  对 指标\n  得分 分值", "unknown-source", "第三条", None),
    ("规则 甲 [注3]\n  对 指标\n  得分 分值", "unknown-source", "注3", "注 3"),
    ("总分 = 合计（得分） 不舍入 [注 1]\n", "sign-not-needed", "=", " "),
    ("校验 甲 [注 4]\n  当 总分 > 5 提示 过高\n", "unquoted-text", "过高", '"过高"'),
]


@pytest.mark.parametrize(("fragment", "code", "words", "instead"), RULES)
def test_a_slip_in_a_declaration(fragment: str, code: str, words: str, instead: str | None) -> None:
    problem = only_problem(fragment)
    fix = problem.fix()
    assert (problem.code, problem.span.text) == (code, words)
    assert (fix.replacement if fix else None) == instead


FILES = [
    (f"{HEAD}参数 门槛 60%\n", "mark-missing", "60%", "= 60%"),
    (f"{HEAD}参数 门槛：60%\n", "other-word", "：", "="),
    (f"{HEAD}参数 门-槛 = 60%\n", "hyphen-in-name", "门-槛", "门_槛"),
    (HEAD.replace("语言", "名称 盐池\n  语言"), "unquoted-text", "盐池", '"盐池"'),
    (HEAD.replace("语言", '名称 “盐池"\n  语言'), "unclosed", "“", None),
    (HEAD.replace("语言", '名称 "盐池”\n  语言'), "unclosed", '"', None),
    (HEAD.replace("语言", "名称 '盐池'\n  语言"), "unknown-character", "'", None),
    (HEAD.replace("语言", "年度 2022年\n  语言"), "unknown-unit", "年", ""),
    (HEAD.replace("\n  ", "\n"), "stray-text", "适用", None),
    (f"{HEAD}规则 甲 [注 1]\n对 指标\n得分 分值\n不低于 0\n", "stray-text", "对", None),
    (f"{HEAD}参数 甲 = 1 [注 1]\n  规则 乙 [注 1]\n    对 指标 得分 甲\n", "indented-declaration", "规则", ""),
    (f"{HEAD}规则 甲 注3\n  对 指标 得分 分值\n", "citation-without-brackets", "注3", "[注 3]"),
    (f"{HEAD}规则 甲 注 3\n  对 指标 得分 分值\n", "citation-without-brackets", "注 3", "[注 3]"),
    (f"{HEAD}规则 甲 据 注 3\n  对 指标 得分 分值\n", "citation-without-brackets", "据 注 3", "[注 3]"),
]


@pytest.mark.parametrize(("text", "code", "words", "instead"), FILES)
def test_a_slip_in_a_file(text: str, code: str, words: str, instead: str | None) -> None:
    problem = only_problem(text)
    fix = problem.fix()
    assert (problem.code, problem.span.text) == (code, words)
    assert (fix.replacement if fix else None) == instead


SAID = [
    (f"{RULE}当 实际完成值 95%以上 得分 1{OTHERWISE}", "“95%以上”要用符号写",
     "写成：≥ 95%（≥ ≤ 含本数，> < 不含本数）"),
    (f"{RULE}得分 10分", "“10”之后不写“分”", "分数没有单位，只写数字"),
    (f"{RULE}得分 10个", "“10”之后不写“个”", "可写的单位：%、‰、元、万元、亿元、个百分点、天；其他的数不写单位"),
    (f"{RULE}如果 分值 > 5 得分 1{OTHERWISE}", "这里不写“如果”，写“当”", "改为“当”"),
    (f"{RULE}当 分值 > 5 则 得分 1{OTHERWISE}", "这里不用写“则”", "删去“则”"),
    (f"{RULE}得分 = 分值", "“得分”之后不写“=”", "删去“=”，空一格，接着写"),
    (f"{HEAD}参数 甲 60%\n", "“甲”和“60%”之间缺少“=”", "写成：甲 = 60%"),
    (f"{RULE}当 分值 5 得分 1{OTHERWISE}", "“分值”和“5”之间缺少“≥ ≤ > < =”", "按意思补上其中一个"),
    (f"{HEAD}规则 甲 注 3 对 指标\n  得分 1\n", "引用“注 3”没有写在方括号里", "写成：[注 3]"),
    ("规则 甲 [第三条] 对 指标 得分 1", "没有叫“第三条”的依据", "条款之前要写依据的短名，例如 [注 第三条]"),
    (f"{HEAD}参数 门-槛 = 6\n", "“门-槛”不是一个名称：汉字旁边的“-”是减号",
     "改用下划线：门_槛；连字符只连接英文字母和数字，例如 yanchi-2022"),
    (f"{HEAD}参数 甲 = 1\n  规则 乙 对 指标\n", "“规则”前面有空格，成了上一条声明的一部分",
     "声明要顶格写：删去行首的空格"),
    (HEAD.replace("语言", '名称 "盐池”\n  语言'), '开头用的是 " ，末尾用的是 ” ，不是一对', '把末尾的 ” 改为 "'),
    (f"{RULE}得分 （分值", "“（”没有配对", "在后面补上 ）"),
    (f"{RULE}当 偏差原因 = 空 得分 1{OTHERWISE}", "“偏差原因 = 空”：空白没有值，不能比较", "写成：偏差原因 未填"),
    (f"{RULE}当 二级指标 = 成本 得分 1{OTHERWISE}", "“成本”是文字，要写在引号里", '写成："成本"'),
]  # fmt: skip


@pytest.mark.parametrize(("text", "message", "help_"), SAID)
def test_a_slip_is_told_in_words(text: str, message: str, help_: str) -> None:
    problem = only_problem(text)
    assert (problem.message().zh, problem.help().zh) == (message, help_)


@pytest.mark.parametrize(
    "fragment",
    [
        *(f"{RULE}当 {each[0]} 得分 分值{OTHERWISE}" for each in CONDITIONS if each[3]),
        *(each[0] for each in RULES if each[3] is not None and each[2] not in ("如果", "-", "到95")),
    ],
)
def test_what_is_proposed_is_right(fragment: str) -> None:
    """The file with the fix applied has not the same problem in the same place, and mostly none at all."""
    problem = only_problem(fragment)
    again = check(mended(fragment, problem)).problems
    assert problem.code not in {each.code for each in again}


def test_no_word_of_a_sound_policy_is_a_slip() -> None:
    """What beginners write by mistake may still be the name of a rule, a field or a parameter."""
    fragment = (
        "参数 超过 = 5 [注 1]\n参数 x = 2 [注 1]\n参数 空 = 1 [注 1]\n规则 如果 [注 1]\n  对 指标\n"
        "  当 分值 = 空 得分 x\n  否则 得分 超过"
    )
    assert check(fragment).problems == ()
