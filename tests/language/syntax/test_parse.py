"""Parsing: what is a keyword where, what a mistake costs, what is too much."""

from __future__ import annotations

import pytest

from evalrules.language.source import Source
from evalrules.language.syntax import tree
from evalrules.language.syntax.parse import Parsed, parse


def read(text: str) -> Parsed:
    return parse(Source("text.rules", text))


def only(text: str) -> tree.Declaration:
    """The one declaration of `text`."""
    parsed = read(text)
    assert not parsed.problems, [problem.message().en for problem in parsed.problems]
    (declaration,) = parsed.document.declarations
    return declaration


def value_of(expression: str) -> tree.Expression:
    """The tree of `expression`."""
    declaration = only(f"参数 x = {expression}")
    assert isinstance(declaration, tree.ParameterDecl)
    return declaration.value


# ---- spellings -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("规则 甲\n  对 指标\n  得分 分值", "rule 甲\n  for 指标\n  award 分值"),
        ("参数 x = 最大（1，2）", "参数 x = 最大(1, 2)"),
        ("参数 x = （a ≥ 80％）", "参数 x = (a >= 80%)"),
        ("参数 x = ８０．５", "参数 x = 80.5"),
        ("参数 x = a－b＋c＊d／e", "参数 x = a − b + c × d ÷ e"),
        ("等级 总分\n  优：90（含）至 100", "grade 总分\n  优: 90 (incl) to 100"),
        ("参数 x = 1 【注 3】", "parameter x = 1 [注 3]"),
        ("参数 x = 「甲」；", "参数 x = \"甲\""),
        ("参数 x = 2022年1月5日", "参数 x = 2022-01-05"),
    ],
)  # fmt: skip
def test_two_spellings_are_one_tree(one: str, other: str) -> None:
    """Chinese or English keywords, full or half width, this or that quotation mark: the tree is the same."""
    assert only(one) == only(other)


@pytest.mark.parametrize("name", ["当年财政拨款", "得分率", "awarded", "对口支援", "非税收入", "year-end", "总分值"])
def test_a_keyword_inside_a_word_is_part_of_the_word(name: str) -> None:
    """当 in 当年财政拨款 opens no condition."""
    node = value_of(name)
    assert isinstance(node, tree.Name)
    assert node.name == name


@pytest.mark.parametrize("name", ["得分", "年度", "award", "总分", "档次", "说明", "rule"])
def test_a_keyword_is_a_name_where_only_a_name_may_stand(name: str) -> None:
    """A form may have a field called 年度, and a rule may use it."""
    assert value_of(f"{name} + 1") == value_of(f"({name}) + (1)")


def test_a_hyphen_inside_a_word_is_no_minus() -> None:
    """`a-b` is a name, `a - b` a difference."""
    assert isinstance(value_of("a-b"), tree.Name)
    assert isinstance(value_of("a - b"), tree.Binary)


@pytest.mark.parametrize(
    ("written", "grouped"),
    [
        ("a + b × c", "a + (b × c)"),
        ("a − b − c", "(a − b) − c"),
        ("a ÷ b × c", "(a ÷ b) × c"),
        ("−a × b", "(−a) × b"),
        ("a ≥ 1 或 b ≥ 1 且 非 c ≥ 1", "(a ≥ 1) 或 ((b ≥ 1) 且 (非 (c ≥ 1)))"),
        ("a + 1 > b × 2", "(a + 1) > (b × 2)"),
    ],
)
def test_operators_bind_as_in_arithmetic(written: str, grouped: str) -> None:
    """× before +, + before >, 非 before 且 before 或, and from the left."""
    assert value_of(written) == value_of(grouped)


def test_factors_behind_a_mark_multiply_both_ends() -> None:
    """In `80%（含）至 100%（含） × 分值` the factor stands behind the stretch, and so belongs to both ends."""
    rule = only("规则 甲 对 指标 得分 80%（含）至 100%（含） × 分值")
    assert isinstance(rule, tree.RuleDecl)
    outcome = rule.cases[0].outcome
    assert isinstance(outcome, tree.Admit)
    assert [each.closed for each in (outcome.admitted.low, outcome.admitted.high)] == [True, True]
    assert len(outcome.admitted.factors) == 1


# ---- mistakes ------------------------------------------------------------------------------------

FIVE_MISTAKES = """\
政策 甲
  名称 盐池

参数 x = (1 + 2

规则 r
  对 指标
  得分 分值
  得分 @

总分 合计（得分）
  四舍五入 0.01

参数 y = 3

校验 “甲
"""


def test_five_mistakes_are_five_problems_each_at_its_place() -> None:
    """The parser begins anew at each declaration, so that no mistake hides another."""
    parsed = read(FIVE_MISTAKES)
    assert [(problem.code, problem.span.line, problem.span.text) for problem in parsed.problems] == [
        ("unquoted-text", 2, "盐池"),
        ("unclosed", 4, "("),
        ("unknown-character", 9, "@"),
        ("mark-missing", 12, "0.01"),
        ("unclosed", 16, "“"),
    ]
    assert [type(each) for each in parsed.document.declarations] == [tree.ParameterDecl]


def test_a_declaration_that_ends_too_early_is_a_problem_at_its_end() -> None:
    """Where words are missing, the problem stands on the last one and says what could follow."""
    (problem,) = read("每行\n  不低于").problems
    assert (problem.code, problem.span.text) == ("unexpected-word", "不低于")
    assert "一个数" in problem.help().zh or "数字" in problem.help().zh


@pytest.mark.parametrize(("word", "meant"), [("规那", "规则"), ("rul", "rule"), ("校检", "校验")])
def test_a_misspelt_declaration_is_told_what_was_meant(word: str, meant: str) -> None:
    """At the margin stands a declaration: the nearest word that begins one is offered."""
    (problem,) = read(f"{word} 甲 对 指标 得分 分值").problems
    assert problem.code == "stray-text"
    assert meant in problem.help().zh


# ---- too much ------------------------------------------------------------------------------------


@pytest.mark.parametrize("bracket", ["(", "（"])
def test_ten_thousand_brackets_are_one_problem(bracket: str) -> None:
    """Brackets deeper than any clause needs are refused where the first is too many."""
    (problem,) = read(f"参数 x = {bracket * 10_000}1{')' * 10_000}").problems
    assert problem.code == "too-deep"
    assert problem.span.start == len("参数 x = ") + 64


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\x00",
        "参数 x = \x00 1",
        "参数 x = " + "− " * 50_000 + "1",
        "参数 x = " + "非 " * 50_000 + "y",
        "参数 x = 1" + " + 1" * 50_000,
        "参数 x = " + "9" * 1_000_000,
        "参数 " + "x" * 1_000_000 + " = 1",
        "# " + "注" * 1_000_000,
        "参数 x = “" + "甲" * 1_000_000,
        "校验 x\n" * 1000,
        "\r\n\r\n",
        "\ufeff政策 甲",
    ],
    ids=range(13),
)
def test_no_text_is_too_odd_to_parse(text: str) -> None:
    """Emptiness, control characters and endless lines are parsed, or are problems within the text."""
    for problem in read(text).problems:
        assert 0 <= problem.span.start <= problem.span.end <= len(text)
