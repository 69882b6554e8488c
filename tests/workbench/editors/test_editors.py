"""The grammars for editors know every keyword, and follow the table of keywords."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from pygments import token as tokens

from evalrules.language.keywords import KEYWORDS
from evalrules.language.source import Source
from evalrules.language.syntax.parse import parse
from evalrules.workbench.editors.classes import Kind, kind_of, spellings
from evalrules.workbench.editors.generate import texts
from evalrules.workbench.editors.pygments_lexer import RulesLexer
from evalrules.workbench.editors.textmate import grammar

REPOSITORY = Path(__file__).parents[3]
VSCODE = REPOSITORY / "editors" / "vscode"
POLICIES = sorted((REPOSITORY / "policies").rglob("*.rules"))


def test_the_shipped_grammar_follows_the_keywords() -> None:
    """`make editors` has been run since the table of keywords was last changed."""
    for path, text in texts().items():
        assert (REPOSITORY / path).read_text(encoding="utf-8") == text, "run `make editors`"


def test_every_keyword_has_a_colour() -> None:
    """Both spellings of each are among the words of one kind."""
    for row in KEYWORDS:
        assert {row.zh, row.en} <= set(spellings(kind_of(row.token)))


def patterns_of(name: str) -> list[re.Pattern[str]]:
    """The patterns under one name of the grammar, as Python reads them."""
    repository = json.loads(json.dumps(grammar()))["repository"]
    rules = repository[name].get("patterns", [repository[name]])
    return [re.compile(rule["match"], re.MULTILINE) for rule in rules if "match" in rule]


WORDS = [word for row in KEYWORDS if kind_of(row.token) is not Kind.MARK for word in (row.zh, row.en)]


@pytest.mark.parametrize("word", WORDS)
def test_a_keyword_is_coloured_and_a_longer_word_is_not(word: str) -> None:
    """当 is a keyword, 当年财政拨款 is not; `rule` is one, `rule-3` is not."""
    patterns = patterns_of("keyword")
    assert any(pattern.fullmatch(word) for pattern in patterns)
    assert not any(pattern.search(f"x{word}") or pattern.search(f"{word}x") for pattern in patterns)


def test_a_declaration_shows_its_name() -> None:
    (pattern,) = patterns_of("declaration")
    match = pattern.search("替换 规则 定量正向 [注 3]")
    assert match is not None
    assert match.groups() == ("替换 规则", "定量正向")


@pytest.mark.parametrize("name", ["package.json", "language-configuration.json", "snippets/evalrules.json"])
def test_the_extension_is_whole(name: str) -> None:
    """Its files are JSON, and those it names are there."""
    text = (VSCODE / name).read_text(encoding="utf-8")
    data = json.loads(text)
    if name == "package.json":
        for each in re.findall(r'"\./([^"]+)"', text):
            assert (VSCODE / each).is_file()
        assert data["contributes"]["grammars"][0]["scopeName"] == grammar()["scopeName"]


def test_snippets_are_policies() -> None:
    """With its placeholders as they are, each snippet is read without a problem."""
    for name, snippet in json.loads((VSCODE / "snippets/evalrules.json").read_text(encoding="utf-8")).items():
        text = "\n".join(snippet["body"]).replace("$0", "")
        while (plain := re.sub(r"\$\{\d+:((?:[^{}]|\{[^{}]*\})*)\}", r"\1", text)) != text:
            text = plain
        assert not parse(Source(name, text)).problems, f"{name}\n{text}"


# ---- Pygments ------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", POLICIES, ids=lambda path: path.stem)
def test_the_lexer_keeps_every_character(path: Path) -> None:
    """What is coloured is the text, and nothing in a shipped file is an error."""
    text = path.read_text(encoding="utf-8")
    found = list(RulesLexer(stripnl=False).get_tokens(text))
    assert "".join(value for _, value in found) == text
    assert not any(kind in tokens.Error for kind, _ in found)


def kinds(text: str) -> list[tuple[str, str]]:
    found = RulesLexer().get_tokens(text)
    return [(value, str(kind).removeprefix("Token.")) for kind, value in found if kind not in tokens.Text]


def test_a_word_is_a_keyword_only_where_one_may_stand() -> None:
    """得分 begins an outcome, and is a name in a formula."""
    assert kinds("规则 得分\n  对 指标\n  得分 得分 × 80%  # 注\n") == [
        ("规则", "Keyword.Declaration"),
        ("得分", "Name"),
        ("对", "Keyword"),
        ("指标", "Name"),
        ("得分", "Keyword"),
        ("得分", "Name"),
        ("×", "Operator"),
        ("80", "Literal.Number"),
        ("%", "Operator"),
        ("# 注", "Comment.Single"),
    ]


def test_a_declaration_with_a_problem_is_coloured_word_by_word() -> None:
    """Half a declaration has colours, and what belongs to no word is an error."""
    assert kinds("规则 甲 对 @") == [
        ("规则", "Keyword.Declaration"),
        ("甲", "Name"),
        ("对", "Keyword"),
        ("@", "Error"),
    ]
