"""Problems are shown where they are, with marks below the guilty words, also in wide characters."""

from __future__ import annotations

from typing import ClassVar

import pytest
from attrs import frozen

from evalrules.language.problems import Fix, Phrase, Problem, Severity
from evalrules.language.source import Source, Span, display_width
from evalrules.views.compose.problems import compose_problems
from evalrules.views.draw.html import draw_html
from evalrules.views.draw.markdown import draw_markdown
from evalrules.views.draw.text import draw_text
from evalrules.views.page import Lang


@frozen
class Clash(Problem):
    """Two places that disagree."""

    other: Span | None = None
    replacement: str | None = None

    code: ClassVar[str] = "clash"
    number: ClassVar[str] = "E9999"
    title: ClassVar[Phrase] = Phrase("冲突", "a clash")

    def message(self) -> Phrase:
        return Phrase(f"“{self.span.text}”与另一处冲突", f"`{self.span.text}` clashes with another place")

    def help(self) -> Phrase:
        return Phrase("删去其中一处", "remove one of them")

    def related(self) -> tuple[tuple[Span, Phrase], ...]:
        return ((self.other, Phrase("另一处在这里", "the other place")),) if self.other else ()

    def fix(self) -> Fix | None:
        return None if self.replacement is None else Fix(self.span, self.replacement)


@frozen
class Doubt(Clash):
    severity: ClassVar[Severity] = Severity.WARNING


TEXT = "政策 甲\n  得分 分值 × 两倍   # 注\n\t等级 优\n" + "长" * 300 + "此处" + "长" * 300 + "\n"
SOURCE = Source("a.rules", TEXT)


def span(words: str, source: Source = SOURCE) -> Span:
    start = source.text.index(words)
    return Span(source, start, start + len(words))


def told(*problems: Problem, lang: Lang = "zh") -> list[str]:
    return draw_text(compose_problems(problems, lang)).splitlines()


def marked(lines: list[str]) -> str:
    """The characters above the marks, by the cells in which they stand."""
    at = next(at for at, line in enumerate(lines) if "^" in line)
    start, end = lines[at].index("^"), lines[at].rindex("^") + 1
    cells = "".join(char + "\0" * (display_width(char) - 1) for char in lines[at - 1])
    return cells[start:end].replace("\0", "")


@pytest.mark.parametrize("words", ["两倍", "得分 分值", "政策", "×", "# 注"])
def test_marks_stand_below_the_words(words: str) -> None:
    """Counted in cells, not in characters, the marks are exactly below and as wide."""
    assert marked(told(Clash(span(words)))) == words


def test_a_tab_does_not_shift_the_marks() -> None:
    """Blanks stand in for a tab in the line and below it."""
    assert marked(told(Clash(span("优")))) == "优"


def test_a_long_line_is_cut_around_the_place() -> None:
    """Of a line of hundreds of characters only what is near the place is shown."""
    lines = told(Clash(span("此处")))
    assert marked(lines) == "此处"
    assert max(map(display_width, lines)) < 250


def test_an_empty_span_still_has_a_mark() -> None:
    """What is missing is pointed at."""
    end = len("政策 甲")
    assert any(line.rstrip().endswith("^") for line in told(Clash(Span(SOURCE, end, end))))


def test_a_span_of_several_lines_is_marked_on_its_first() -> None:
    """The marks end where the line does."""
    start = SOURCE.text.index("得分")
    lines = told(Clash(Span(SOURCE, start, len(SOURCE.text) - 1)))
    assert marked(lines) == "得分 分值 × 两倍   # 注"


def test_a_problem_is_told_whole() -> None:
    """What it is, where, what to do, and the change that may be made."""
    lines = told(Clash(span("两倍"), replacement="2"))
    assert lines[0] == "错误 E9999 clash：“两倍”与另一处冲突"
    assert lines[1].strip() == "a.rules:2:11"
    assert lines[4:6] == ["  建议：删去其中一处", "  可以改为：2"]
    assert lines[-1] == "1 个错误"


def test_a_removal_is_offered_as_one() -> None:
    """A fix that leaves nothing says so."""
    assert "  可以删去这里的文字" in told(Clash(span("两倍"), replacement=""))


def test_two_places_are_shown_in_their_order() -> None:
    """The other place stands first where it comes first, with its label and lighter marks."""
    lines = told(Clash(span("两倍"), span("甲")))
    places = [line.strip() for line in lines if "a.rules:" in line]
    assert places == ["a.rules:1:4", "a.rules:2:11"]
    assert lines[3].endswith("| " + "     " + "-- 另一处在这里")


def test_problems_stand_in_the_order_of_the_text() -> None:
    """A reader goes through the file once; errors and warnings are counted."""
    lines = told(Doubt(span("两倍")), Clash(span("甲")), lang="en")
    heads = [line for line in lines if "E9999" in line]
    assert [head.split()[0] for head in heads] == ["error", "warning"]
    assert lines[-1] == "errors: 1, warnings: 1"


def test_no_problems_are_an_empty_page() -> None:
    assert compose_problems(()).blocks == ()


def test_other_media_mark_the_same_words() -> None:
    """Markdown keeps the cells in a fence; HTML marks the words themselves."""
    page = compose_problems((Clash(span("两倍")),))
    assert marked(draw_markdown(page).splitlines()) == "两倍"
    assert "<mark>两倍</mark>" in draw_html(page)
