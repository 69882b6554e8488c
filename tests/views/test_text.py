"""Plain text: columns align, nothing escapes, long things give way."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evalrules.language.source import display_width
from evalrules.views.draw.text import draw_text
from evalrules.views.page import (
    Block,
    Column,
    Entry,
    Figure,
    Fold,
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
    WorkedLine,
)

COLUMNS = (Column("项目", wraps=True), Column("得分", "right"), Column("clause", wraps=True))


def drawn(*blocks: Block, width: int = 60) -> list[str]:
    return draw_text(Page("", "zh", blocks), width).splitlines()


def table(*rows: tuple[str, str, str], width: int = 60) -> list[str]:
    cells = tuple(TableRow(tuple((Run(cell),) for cell in row)) for row in rows)
    return drawn(Table(COLUMNS, cells), width=width)


def gaps(rule: str) -> list[int]:
    """The cells that lie between two columns, by the rule above the table."""
    return [at for at, char in enumerate(rule) if char == " "]


def cells_of(line: str) -> str:
    """The line with one character a cell: a wide character is followed by a mark for its second cell."""
    return "".join(char + "\0" * (display_width(char) - 1) for char in line)


def assert_aligned(lines: list[str]) -> None:
    """No line is wider than the rule, and between columns every line is blank."""
    rule = lines[0]
    assert set(rule) == {"-", " "}
    for line in lines:
        assert display_width(line) <= len(rule)
        padded = cells_of(line).ljust(len(rule))
        assert all(padded[at] == " " for at in gaps(rule)), line


CELL = st.text(alphabet="得分满意度“”，（）Ab3%≥ ", min_size=1, max_size=30)


@given(st.lists(st.tuples(CELL, CELL, CELL), min_size=1, max_size=5), st.integers(min_value=20, max_value=90))
def test_columns_align_whatever_is_in_them(rows: list[tuple[str, str, str]], width: int) -> None:
    """Columns line up by display width, wrapped or not."""
    assert_aligned(table(*rows, width=width))


def test_lines_of_a_table_without_wrapping_are_equally_wide() -> None:
    """With full last columns, every line of a table has the display width of its rule."""
    lines = table(("群众满意度", "9.50", "注 3 第一款"), ("cost", "10", "注 3 第二款"))
    assert {display_width(line) for line in lines[:1] + lines[3:]} == {display_width(lines[0])}


def test_a_right_column_ends_flush() -> None:
    """Numbers end below each other, also below a Chinese title."""
    lines = table(("甲", "9.50", "a"), ("乙", "10", "a"))
    found = [match for line in lines for match in re.finditer(r"9\.50|10|得分", line)]
    assert len(found) == 3
    assert len({display_width(match.string[: match.end()]) for match in found}) == 1


def test_a_wide_table_is_narrowed() -> None:
    """A long clause is broken inside its column; the rule keeps within the width."""
    lines = table(("群众满意度", "9.50", "方法栏 " + "完成值达到指标值" * 6))
    assert len(lines[0]) <= 60
    assert_aligned(lines)


def test_an_empty_table_is_not_drawn() -> None:
    """Titles without rows say nothing."""
    assert drawn(Table(COLUMNS, ())) == []


def test_sums_stand_below_a_line() -> None:
    """The first of several sums is set off, the others follow it."""
    row = TableRow(((Run("甲"),), (Run("1"),), ()))
    total = TableRow(((Run("总分"),), (Run("1"),), ()), "sum")
    lines = drawn(Table(COLUMNS, (row, total, total)))
    rules = [at for at, line in enumerate(lines) if line.startswith("--")]
    assert rules == [0, 2, 4, 7]


def test_a_worked_line_keeps_its_support_beside_it() -> None:
    """The clause and the place stand behind the words, or below them where there is no room."""
    line = WorkedLine(Role.CONCLUSION, (Run("得分 = 9.5"),), (Run("依据 注 3"),), "a.rules:3")
    assert drawn(Steps((line,))) == ["  得分 = 9.5      依据 注 3  a.rules:3"]
    assert drawn(Steps((line,)), width=30) == ["  得分 = 9.5", "      依据 注 3  a.rules:3"]


def test_lines_below_a_line_are_set_in() -> None:
    """What belongs to a step stands below it."""
    inner = WorkedLine(Role.NOTE, (Run("甲：10"),))
    assert drawn(Steps((WorkedLine(Role.PREMISE, (Run("合计"),), under=(inner,)),))) == ["  合计", "    甲：10"]


def test_a_row_has_its_numbers_beside_its_name() -> None:
    """Name, place and numbers are one line where it is wide enough, two where it is not."""
    figures = (Figure("分值", (Run("10"),)), Figure("按规则", (Run("9.50"),)))
    entry = Entry("满意度", "效益 / 满意", figures, Mark.DIFFERS, ())
    (line,) = drawn(entry, width=110)
    assert line.split() == ["满意度", "效益", "/", "满意", "分值", "10", "按规则", "9.50"]
    assert drawn(entry, width=60) == ["满意度    效益 / 满意", "  分值 10    按规则 9.50"]


def test_a_fold_is_open_on_paper() -> None:
    """What can be folded elsewhere is simply there, set in."""
    lines = drawn(Fold((Run("经过"),), (Steps((WorkedLine(Role.NOTE, (Run("甲"),)),)),)))
    assert lines == ["  经过", "    甲"]


@pytest.mark.parametrize("found", ["\x1b[31m红\x1b[0m", "甲\u202e乙", "甲\x00乙", "甲\r\n乙", "甲\u2028乙"])
def test_what_a_form_says_cannot_steer_a_terminal(found: str) -> None:
    """Escape sequences, reordering marks and line breaks of a cell arrive as harmless characters."""
    blocks = (Sentence((Run(found),)), Points(((Run(found),),)), Heading((Run(found),)))
    text = "".join(drawn(*blocks))
    assert text.isprintable()
    assert "红" in text or "乙" in text
