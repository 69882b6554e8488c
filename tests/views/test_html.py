"""HTML: one page that needs nothing, is well formed, and says what the form says and no more."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest

from evalrules.views.draw.html import draw_html
from evalrules.views.page import (
    Block,
    Column,
    Entry,
    Excerpt,
    Figure,
    Figures,
    Fold,
    Heading,
    Lang,
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
from tests.views.scoring import yanchi

VOID = {"meta"}


class Outline(HTMLParser):
    """Reads a page: which elements it has, which attributes, and whether each is closed."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.words = ""
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open[-1:] != ["style"]:
            self.words += data

    def named(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.elements if name == tag]


def outline(*blocks: Block, lang: Lang = "zh") -> Outline:
    return Outline(draw_html(Page("说明", lang, blocks)))


EVIL = '<script>alert(1)</script> & "x" \x1b'
STEP = WorkedLine(Role.NOTE, (Run(EVIL),), (Run(EVIL),), EVIL, (WorkedLine(Role.FAULT, (Run(EVIL),)),))
EVERYTHING: tuple[Block, ...] = (
    Heading((Run(EVIL),)),
    Sentence(tuple(Run(EVIL, tone) for tone in Tone)),
    Points(((Run(EVIL),),)),
    Figures((Figure(EVIL, (Run(EVIL),)),)),
    Table(
        (Column(EVIL), Column(EVIL, "right")),
        (
            TableRow(((Run(EVIL),), ()), "group"),
            TableRow(((Run(EVIL),), (Run(EVIL),))),
            TableRow(((Run(EVIL),), (Run(EVIL),)), "sum"),
        ),
        EVIL,
    ),
    Steps((STEP,)),
    Entry(EVIL, EVIL, (Figure(EVIL, (Run(EVIL),)),), Mark.FAULT, (Steps((STEP,)),)),
    Fold((Run(EVIL),), (Steps((STEP,)),)),
    Excerpt(EVIL, 1, EVIL, 0, 3, (Run(EVIL),), is_primary=True),
)


@pytest.mark.parametrize("block", EVERYTHING, ids=lambda block: type(block).__name__)
def test_words_are_escaped_wherever_they_stand(block: Block) -> None:
    """A script in a cell is shown, not run, and what is inside closes nothing."""
    page = outline(block)
    assert page.open == []
    assert page.named("script") == []
    assert "<script>alert(1)</script>" in page.words
    assert "\x1b" not in page.words


def test_the_title_is_escaped() -> None:
    """A policy's title cannot end the head of the page."""
    page = Outline(draw_html(Page("</title><script>", "zh", ())))
    assert page.named("script") == []


def test_nothing_is_loaded() -> None:
    """The real page has no link, image, script or frame, and its style refers to nothing."""
    scene = yanchi()
    text = draw_html(scene.page("zh", "full"))
    page = Outline(text)
    assert {name for name, _ in page.elements} & {"link", "img", "script", "iframe", "object", "a"} == set()
    assert all({"src", "href", "style"}.isdisjoint(attributes) for _, attributes in page.elements)
    style = text.partition("<style>")[2].partition("</style>")[0]
    assert "url(" not in style
    assert "@import" not in style
    assert page.open == []


@pytest.mark.parametrize(("lang", "expected"), [("zh", "zh-CN"), ("en", "en")])
def test_the_page_says_its_language(lang: Lang, expected: str) -> None:
    """A screen reader is told how to pronounce it."""
    assert outline(lang=lang).named("html") == [{"lang": expected}]


def test_rows_that_need_attention_are_open() -> None:
    """What agrees is folded, what differs, is open or failed is not."""
    entries = tuple(Entry("甲", "", (), mark, ()) for mark in Mark)
    opened = {
        str(attributes["class"]).split()[-1]
        for attributes in outline(*entries).named("details")
        if "open" in attributes
    }
    assert opened == {"differs", "open", "fault"}


def test_each_part_is_a_section() -> None:
    """A heading begins a section; rows of a table and columns are named for those who cannot see them."""
    page = outline(*EVERYTHING, Heading((Run("二"),)))
    assert len(page.named("section")) == 2
    assert [each.get("scope") for each in page.named("th")] == ["col", "col", "rowgroup", "row", "row"]
