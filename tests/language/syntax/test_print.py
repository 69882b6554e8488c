"""Printing: brackets where they are needed and nowhere else, quotation marks that hold their text."""

from __future__ import annotations

import pytest

from evalrules.language.source import Source
from evalrules.language.syntax.parse import parse
from evalrules.language.syntax.print import Lang, print_document, quoted


def printed(text: str, lang: Lang) -> str:
    parsed = parse(Source("text.rules", text))
    assert not parsed.problems, [problem.message().en for problem in parsed.problems]
    return print_document(parsed.document, lang)


@pytest.mark.parametrize(
    ("written", "spelt"),
    [
        ("((a + (b × c)))", "a + b × c"),
        ("(a + b) × c", "(a + b) × c"),
        ("a − (b − c)", "a − (b − c)"),
        ("(a − b) − c", "a − b − c"),
        ("−(a + b)", "−(a + b)"),
        ("非 (a > 1 且 b > 1)", "非 (a > 1 且 b > 1)"),
        ("(非 a > 1) 且 b > 1", "非 a > 1 且 b > 1"),
        ("(a > 1) = (b > 1)", "(a > 1) = (b > 1)"),
        ("合计(（得分) 对 正向 指标 中 a 已填）", "合计(得分 对 正向 指标 中 a 已填)"),
    ],
)
def test_brackets_stand_where_they_are_needed(written: str, spelt: str) -> None:
    """An operand is in brackets if it would otherwise be grouped in another way."""
    assert printed(f"参数 x = {written}", "zh") == f"参数 x = {spelt}\n"


@pytest.mark.parametrize(
    ("written", "spelt"),
    [
        ("规则 甲 对 指标 得分 (同)", "规则 甲\n  对 指标\n  得分 (同)\n"),
        ("规则 甲 对 指标 得分 (按档) + 1", "规则 甲\n  对 指标\n  得分 (按档 + 1)\n"),
        ("等级 总分 优：(其余) 至 5", "等级 总分\n  优: (其余) 至 5\n"),
        ("示例 “甲” 总分 (作废)", '示例 "甲"\n  总分 (作废)\n'),
    ],
)
def test_a_name_that_is_a_keyword_there_stands_in_brackets(written: str, spelt: str) -> None:
    """A field may be called 同 or 其余; where the keyword could stand, brackets keep it a field."""
    assert printed(written, "zh") == spelt


@pytest.mark.parametrize(
    ("text", "spelt"),
    [
        ("甲", '"甲"'),
        ('说"甲"', '“说"甲"”'),
        ("c:\\d", "“c:\\d”"),
        ('“甲"', '"“甲\\""'),
        ("\\”", '"\\\\”"'),
    ],
)
def test_quotation_marks_hold_their_text(text: str, spelt: str) -> None:
    """Straight marks where they do, Chinese ones where those do not occur, else a backslash."""
    assert quoted(text) == spelt


def test_a_policy_is_printed_in_english_keywords() -> None:
    """Keywords change, names and texts stay."""
    text = """
政策 甲-2022 名称 "甲" 适用 project
规则 正向 [注 3] 据 解读一 不得改动
  对 正向 指标 中 分值 > 0
  其中 率 = 实际完成值 ÷ 年度指标值
  当 率 ≥ 100% 得分 分值
  否则 得分 分段 率
    ≥ 60%：率 × 分值
    其余：0 [注 4]
  扣分 1 每 0.5 扣 1 按整步 最多 3 当 偏差原因 未填
  四舍五入 至 0.01
"""
    assert (
        printed(text, "en")
        == """\
policy 甲-2022
  title "甲"
  applies-to project

rule 正向 [注 3] resting-on 解读一 final
  for 正向 指标 where 分值 > 0
  let 率 = 实际完成值 ÷ 年度指标值
  when 率 ≥ 100% award 分值
  otherwise award by-band 率
    ≥ 60%: 率 × 分值
    else: 0 [注 4]
  deduct 1 per 0.5 take 1 whole-steps up-to 3 when 偏差原因 missing
  half-up to 0.01
"""
    )
