"""Texts laid out, word for word, and what stands guard over the formatter."""

from __future__ import annotations

import json
from importlib.resources import files
from pathlib import Path

import pytest

from evalrules.language.formatting import layout
from evalrules.language.formatting.layout import LayoutError, format_text
from evalrules.language.formatting.style import GRIDS, IN_COLUMNS, INLINE, ON_NAME, STYLE, TABLES, WIDTH
from evalrules.language.keywords import ROW_OF_TOKEN
from evalrules.language.source import Source
from evalrules.language.syntax.print import Lang

GOLDEN = Path(__file__).parent / "golden"
POLICIES = Path(__file__).parents[3] / "policies"


def formatted(text: str, keywords: Lang | None = None) -> str:
    laid_out = format_text(Source("text.rules", text), keywords)
    assert isinstance(laid_out, str), [f"{each.span.place} {each.message().en}" for each in laid_out]
    return laid_out


@pytest.mark.parametrize("before", sorted(GOLDEN.glob("*.before.rules")), ids=lambda path: path.name.split(".")[0])
@pytest.mark.parametrize("keywords", [None, "en"])
def test_a_text_is_laid_out(before: Path, keywords: Lang | None, rewrite: bool) -> None:
    """Each text beside its layout, in its own keywords and in English ones."""
    after = before.with_name(before.name.replace("before", keywords or "after"))
    text = formatted(before.read_text(encoding="utf-8"), keywords)
    if rewrite:
        after.write_text(text, encoding="utf-8")
    assert text == after.read_text(encoding="utf-8")
    assert formatted(text) == text


@pytest.mark.parametrize("path", sorted(POLICIES.rglob("*.rules")), ids=lambda path: path.stem)
def test_shipped_files_are_laid_out(path: Path) -> None:
    """The library is the model: what ships looks as `evalrules fmt policies` leaves it."""
    text = path.read_text(encoding="utf-8")
    assert formatted(text) == text, "run `evalrules fmt policies`"


@pytest.mark.parametrize("path", sorted(POLICIES.rglob("*.rules")), ids=lambda path: path.stem)
def test_shipped_files_can_be_put_into_english_keywords(path: Path) -> None:
    """And back, without a trace."""
    text = path.read_text(encoding="utf-8")
    assert formatted(formatted(text, "en"), "zh") == text


def rules_of_the_grammar() -> dict[str, set[str]]:
    """Each rule of the grammar, or alternative with a name, with the names of what it is made of."""
    tables = json.loads(files("evalrules.grammars").joinpath("rules.tables.json").read_text(encoding="utf-8"))
    found: dict[str, set[str]] = {}
    for rule in tables["rules"].values():
        made_of = {symbol["name"] for symbol in rule["expansion"]}
        found.setdefault(rule["alias"] or rule["origin"]["name"], set()).update(made_of)
    return found


def passed_through() -> set[str]:
    """The rules that leave no trace where they have one part, and never have several without another name."""
    tables = json.loads(files("evalrules.grammars").joinpath("rules.tables.json").read_text(encoding="utf-8"))
    named: dict[str, list[bool]] = {}
    for rule in tables["rules"].values():
        traceless = rule["alias"] is None and (rule["options"]["expand1"] and len(rule["expansion"]) == 1)
        helper = rule["origin"]["name"].startswith("_")
        named.setdefault(rule["alias"] or rule["origin"]["name"], []).append(bool(traceless or helper))
    return {name for name, all_traceless in named.items() if all(all_traceless)}


def test_every_rule_of_the_grammar_has_a_layout() -> None:
    """A new rule is in `STYLE`, with the lines and columns it begins, or in `INLINE`; none that is gone still is."""
    known = {*STYLE, *INLINE} - {*IN_COLUMNS.values(), ON_NAME}  # which are no rules, but how some parts are laid out
    rules = set(rules_of_the_grammar()) - passed_through()
    assert known == rules, "say in language/formatting/style.py where the lines and columns of the rule begin"
    assert not set(STYLE) & INLINE


def test_the_style_speaks_of_words_and_rules_that_are_there() -> None:
    """A part that begins a line or a column is a rule or a token; so is a line that belongs to a table."""
    known = {*rules_of_the_grammar(), *ROW_OF_TOKEN, "NAME", "EQ", *IN_COLUMNS.values(), "after a colon"}
    for style in STYLE.values():
        assert {*style.lines, *style.columns, *style.runs, *style.by_name} <= known
    assert set(TABLES) <= known
    assert set(GRIDS) <= set(TABLES.values())


def test_a_rule_without_a_layout_keeps_its_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    """What nobody has thought about yet is left as its author wrote it, but for the spaces within its lines."""
    text = '校验 甲\n  对 指标\n  要求 a  =  1\n    否则\n    错误 "b"\n'
    for rule in ("check", "require"):
        monkeypatch.delitem(STYLE, rule)
    assert formatted(text) == text.replace("  =  ", " = ")


def test_a_text_with_problems_is_not_laid_out() -> None:
    laid_out = format_text(Source("text.rules", "规泽 甲\n参数 a = \n参数 b = 1"))
    assert not isinstance(laid_out, str)
    assert [problem.code for problem in laid_out] == ["stray-text", "unexpected-word"]


@pytest.mark.parametrize(
    ("spoilt", "said"),
    [
        ("参数 a = 1\n", "a comment has moved"),
        ("参数 a = 2 # 甲\n", "the tree is another"),
        ("参数 a = 1 # 乙\n", "a comment has moved"),
        ("参数 a = # 甲\n 1", "a comment has moved"),
        ("参数 a = \n", "the declaration ends before it is complete"),
    ],
)
def test_another_text_is_never_returned(monkeypatch: pytest.MonkeyPatch, spoilt: str, said: str) -> None:
    """Should the formatter ever spoil a text, it says so instead of returning it."""
    monkeypatch.setattr(layout, "_laid_out", lambda concrete, keywords: spoilt)
    with pytest.raises(LayoutError, match=said):
        format_text(Source("text.rules", "参数 a = 1 # 甲\n"))


def test_a_sum_of_many_terms_is_no_problem() -> None:
    """However deep a tree is: nothing here follows it down by recursion."""
    text = formatted(f"参数 a = {' + '.join(['1'] * 5000)}")
    assert formatted(text) == text
    assert max(map(len, text.splitlines())) <= WIDTH


@pytest.mark.parametrize("text", ["", "\n\n", "  # 只有注释", "；。"])
def test_a_text_without_declarations_is_laid_out(text: str) -> None:
    assert formatted(text) == ("# 只有注释\n" if "#" in text else "")
