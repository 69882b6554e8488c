"""The formatter: it changes the look of a text and nothing else, and what it has laid out it leaves alone."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from evalrules.language.formatting.layout import format_text
from evalrules.language.source import Source, display_width
from evalrules.language.syntax import tree
from evalrules.language.syntax.lexer import words_of
from evalrules.language.syntax.parse import parse
from evalrules.language.syntax.print import Lang, print_document
from evalrules.testing.layouts import commented, respaced
from evalrules.testing.policies import library, policy_texts
from evalrules.testing.texts import any_texts
from evalrules.testing.trees import documents

POLICY = library().policy_source("yanchi-2022")
assert POLICY is not None
LANGS = st.sampled_from(["zh", "en"])


def formatted(text: str, keywords: Lang | None = None) -> str:
    """`text` laid out; it can be read."""
    laid_out = format_text(Source("text.rules", text), keywords)
    assert isinstance(laid_out, str), [problem.message().en for problem in laid_out]
    return laid_out


def comments_of(text: str) -> list[str]:
    return [comment.text[1:].rstrip() for comment in words_of(text)[1]]


def assert_settled(text: str, before: str) -> None:
    """`text`, which came of `before`, says the same, has lost no comment, and is left alone."""
    assert parse(Source("text.rules", text)).document == parse(Source("text.rules", before)).document
    assert comments_of(text) == comments_of(before)
    assert formatted(text) == text
    assert not any(line != line.rstrip() for line in text.split("\n") if '"' not in line and "#" not in line)


@given(documents(), LANGS)
def test_a_document_is_laid_out(document: tree.Document, lang: Lang) -> None:
    """Every declaration the language has, in either keyword language."""
    before = print_document(document, lang)
    assert_settled(formatted(before), before)


@given(st.data(), LANGS)
def test_comments_may_stand_anywhere(data: st.DataObject, lang: Lang) -> None:
    """A comment between any two words, at the end of a line or on lines of its own, stays between them."""
    before = data.draw(commented(print_document(data.draw(documents()), lang)))
    assert_settled(formatted(before), before)


@given(st.data())
def test_a_policy_keeps_its_comments(data: st.DataObject) -> None:
    """The same for policies as they are written."""
    before = data.draw(commented(data.draw(policy_texts())))
    assert_settled(formatted(before), before)


@given(st.data(), LANGS)
def test_white_space_does_not_matter(data: st.DataObject, lang: Lang) -> None:
    """However the words of a declaration were parted, in whatever lines, the text looks the same afterwards."""
    before = print_document(data.draw(documents()), lang)
    assert formatted(data.draw(respaced(before))) == formatted(before)


@given(documents())
def test_keywords_are_translated_without_loss(document: tree.Document) -> None:
    """Into English and back is the same text, and each is what the printer's text becomes."""
    chinese = formatted(print_document(document, "zh"), "zh")
    english = formatted(chinese, "en")
    assert formatted(english, "zh") == chinese
    assert parse(Source("text.rules", english)).document == document


@given(any_texts(POLICY.text))
def test_whatever_can_be_read_is_laid_out(text: str) -> None:
    """Any text at all: either it has problems, the same as for the parser, or it is laid out and settled."""
    laid_out = format_text(Source("text.rules", text))
    if isinstance(laid_out, str):
        assert_settled(laid_out, text)
    else:
        assert laid_out == parse(Source("text.rules", text)).problems


@given(st.lists(st.sampled_from(["甲", "本年预算数", "x"]), min_size=2, max_size=60))
def test_long_formulas_are_broken(names: list[str]) -> None:
    """What can be broken is no wider than a line."""
    text = formatted(f"参数 合计数 = {' + '.join(names)}")
    assert all(display_width(line) <= 120 for line in text.splitlines())
