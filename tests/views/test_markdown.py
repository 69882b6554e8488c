"""Markdown: structure is ours, and the words of forms and policies stay words."""

from __future__ import annotations

import pytest

from evalrules.views.draw.markdown import draw_markdown
from evalrules.views.page import (
    Block,
    Column,
    Entry,
    Excerpt,
    Figure,
    Heading,
    Mark,
    Page,
    Points,
    Role,
    Run,
    Sentence,
    Steps,
    Table,
    TableRow,
    Tone,
    WorkedLine,
)


def drawn(*blocks: Block) -> str:
    return draw_markdown(Page("", "zh", blocks))


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("*重要*", r"\*重要\*"),
        ("<script>", r"\<script\>"),
        ("[链接](x)", r"\[链接\](x)"),
        ("a_b`c`", r"a\_b\`c\`"),
        ("甲|乙", r"甲\|乙"),
        ("# 标题", r"\# 标题"),
        ("&lt;", r"\&lt;"),
        ("- 列表", r"\- 列表"),
        ("1. 列表", r"\1. 列表"),
        ("+ 列表", r"\+ 列表"),
    ],
)
def test_words_are_escaped(words: str, expected: str) -> None:
    """A cell cannot make emphasis, a link, a heading, a list or HTML."""
    assert drawn(Sentence((Run(words),))) == expected


def test_code_holds_any_backticks() -> None:
    """The fence is longer than any run of backticks inside."""
    assert drawn(Sentence((Run("a``b", Tone.CODE),))) == "``` a``b ```"


def test_strong_words_that_markdown_would_not_see_go_without() -> None:
    """Asterisks beside punctuation would be printed, so they are left out."""
    assert drawn(Sentence((Run("9.50", Tone.STRONG), Run("分")))) == "**9.50**分"
    assert drawn(Sentence((Run("（甲）", Tone.STRONG), Run("分")))) == "（甲）分"


def test_a_table_has_as_many_cells_in_each_line() -> None:
    """A pipe inside a cell does not begin another cell, not even in code."""
    cells = ((Run("甲|乙", Tone.CODE),), (Run("a|b"),))
    text = drawn(Table((Column("一"), Column("二", "right")), (TableRow(cells),)))
    assert text.splitlines()[1] == "| :-- | --: |"
    assert {line.replace(r"\|", "").count("|") for line in text.splitlines()} == {3}


def test_steps_are_nested_lists() -> None:
    """A step below a step is an item below an item; what was not taken leans."""
    inner = WorkedLine(Role.NOT_TAKEN, (Run("未适用：乙"),))
    line = WorkedLine(Role.PREMISE, (Run("甲"),), (Run("依据 注 3"),), "a.rules:3", (inner,))
    assert drawn(Steps((line,))) == "- 甲 — 依据 注 3 `a.rules:3`\n  - *未适用：乙*"


def test_headings_go_from_page_to_row() -> None:
    """A page is a first-level heading, a part a second-level one, a row a third-level one."""
    entry = Entry("甲", "乙 / 丙", (Figure("分值", (Run("10"),)),), Mark.AGREES, ())
    text = draw_markdown(Page("说明", "zh", (Heading((Run("各行"),)), Points(((Run("一"),),)), entry)))
    assert text == "# 说明\n\n## 各行\n\n- 一\n\n### 甲\n\n乙 / 丙  \n分值 10"


def test_an_excerpt_cannot_close_its_fence() -> None:
    """A source line with three backticks is fenced by four."""
    text = drawn(Excerpt("a.rules:1:1", 1, "```", 0, 3, (), is_primary=True))
    assert text.startswith("````text\n")
    assert text.endswith("\n````")
