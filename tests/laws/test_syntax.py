"""Text and tree: printing and parsing undo each other, in both keyword languages, and nothing is too odd to parse."""

from __future__ import annotations

import re
from inspect import getmembers, isclass

from attrs import fields, has
from hypothesis import given, settings

from evalrules.language.problems import Problem
from evalrules.language.source import Source, Span
from evalrules.language.syntax import tree
from evalrules.language.syntax.parse import Parsed, parse
from evalrules.language.syntax.print import Lang, print_document
from evalrules.pipeline import compile_policy
from evalrules.testing.policies import library
from evalrules.testing.texts import any_texts, reworded
from evalrules.testing.trees import documents
from evalrules.testing.trees.declarations import DECLARATIONS

LANGS: tuple[Lang, ...] = ("zh", "en")


def read(text: str) -> Parsed:
    return parse(Source("text.rules", text))


# ---- printing and parsing ------------------------------------------------------------------------


def assert_survives(document: tree.Document) -> None:
    """`document` is the same after being printed and parsed, in either language."""
    for lang in LANGS:
        text = print_document(document, lang)
        parsed = read(text)
        assert not parsed.problems, f"{text}\n{[problem.message().en for problem in parsed.problems]}"
        assert parsed.document == document, text


@given(documents())
def test_a_document_survives_printing(document: tree.Document) -> None:
    """Printed in Chinese or in English keywords and parsed, a document is the same document."""
    assert_survives(document)


@given(documents())
def test_the_keyword_language_leaves_no_trace(document: tree.Document) -> None:
    """What was written in English keywords and printed in Chinese ones is the same document, and back again."""
    english = read(print_document(document, "en")).document
    chinese = read(print_document(english, "zh")).document
    assert english == chinese
    assert print_document(chinese, "en") == print_document(document, "en")


def kinds_in(node: object) -> set[type]:
    """The classes of the nodes of a tree."""
    if isinstance(node, tuple):
        return set().union(*map(kinds_in, node))
    kind = type(node)
    if isinstance(node, Span | Source) or not has(kind):
        return set()
    return {kind}.union(*(kinds_in(getattr(node, field.name)) for field in fields(kind)))


def kinds_met(examples: int) -> set[type]:
    """The classes of the nodes that generated declarations hold, each of which survives printing."""
    met: set[type] = set()
    for strategy in DECLARATIONS.values():

        @settings(max_examples=examples, derandomize=False, database=None)
        @given(strategy)
        def holds(declaration: tree.Declaration) -> None:
            met.update(kinds_in(declaration))
            assert_survives(tree.Document(declaration.span.source, (declaration,)))

        holds()
    return met


def test_every_kind_of_declaration_survives_printing() -> None:
    """Each kind by itself, whatever is inside it; together they leave out no class of the tree.

    What is drawn differs from run to run, so what a few examples have left out is looked for with more.
    """
    declared = {kind for _, kind in getmembers(tree, isclass) if kind.__module__ == tree.__name__}
    missing = declared - {tree.Document, tree.Comment}
    for examples in (25, 50, 100, 200):
        missing -= kinds_met(examples)
        if not missing:
            break
    assert not missing


# ---- any text at all -----------------------------------------------------------------------------

POLICY = library().policy_source("yanchi-2022")
assert POLICY is not None

# What Lark calls its terminals, and what nobody else should have to.
TERMINAL = re.compile(r"\b(?:[A-Z]+_[A-Z_]*[A-Z]|NAME|NUMBER|STRING|LPAR|RPAR|COMMA|COLON|CITE|DATE)\b|\$END|__ANON")


def assert_tells(problem: Problem, text: str) -> None:
    """A problem has a place in the text, and words in both languages of which none is Lark's."""
    assert 0 <= problem.span.start <= problem.span.end <= len(text)
    for phrase in (problem.message(), problem.help()):
        for words in phrase:
            assert words.strip()
            assert not TERMINAL.search(words.replace(problem.span.text, "") if problem.span.text else words), words


@given(any_texts(POLICY.text))
def test_any_text_is_parsed(text: str) -> None:
    """Whatever a file holds, parsing ends without an exception, and says what is wrong where."""
    for problem in read(text).problems:
        assert_tells(problem, text)


@given(any_texts(POLICY.text))
def test_what_could_be_parsed_survives_printing(text: str) -> None:
    """Declarations read from any text, however odd, are the same after being printed and parsed."""
    assert_survives(read(text).document)


@given(reworded(POLICY.text))
def test_any_policy_is_checked(text: str) -> None:
    """Whatever a policy says, checking it ends without an exception: it yields a policy, or says why not."""
    compiled = compile_policy(Source("text.rules", text), library())
    assert compiled.policy or compiled.problems
    for problem in compiled.problems:
        assert_tells(problem, problem.span.source.text)
