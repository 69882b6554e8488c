"""The head of a file is read without parsing it, and says what the parser would say."""

from __future__ import annotations

from pathlib import Path

import pytest

from evalrules.language.policy.years import Years
from evalrules.language.source import Source
from evalrules.language.syntax import tree
from evalrules.language.syntax.parse import parse
from evalrules.library.header import Header, read_header

SHIPPED = sorted((Path(__file__).parents[2] / "policies").rglob("*.rules"))
_TOKENS = ("TITLE", "APPLIES", "AMENDS", "PLACE", "EXTENDS")


def header_of(text: str) -> Header:
    return read_header(Source("p.rules", text))


def parsed_header(text: str) -> Header:
    """The head as the parser reads it."""
    head = parse(Source("p.rules", text)).document.declarations[0]
    assert isinstance(head, tree.PolicyDecl | tree.SchemaDecl)
    said = {line.token: line.values[0] for line in head.head}
    years = next((Years.from_words(line.values) for line in head.head if line.token == "YEAR"), Years())
    token = "POLICY" if isinstance(head, tree.PolicyDecl) else "SCHEMA"
    title, applies, amends, place, extends = (said.get(each, "") for each in _TOKENS)
    return Header(token, head.name, title, applies, amends, place, extends, years=years)


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_every_shipped_head_is_read_as_it_is_parsed(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert header_of(text) == parsed_header(text)


@pytest.mark.parametrize(
    "text",
    [
        '政策 p\n  名称 "甲"\n  地区 "乙/丙"\n  年度 2022\n规则 r\n  年度 2023\n',
        'policy p\n  title "a"\n  amends q\n  place "b"\n  year 2022\n  language 1\n',
        "# 开头的注释\n\n＃ 另一条\n政策 p  适用 project  年度 2022 # 年度 2023\n",
        "  政策 p\n  适用 project\n年度 2023\n",
        '政策 p\n  名称 "年度 2023" 年度 2022；\n；地区 "甲"\n  # 年度 2024\n\n  适用 project\n总分 1\n',
        '政策 p\n\u3000名称 “全角” ；年度 ２０２２\n依据 x 官方 "y"\n',
        '表式 grant\n  名称 "甲" "a"\n  语言版本 1\n表头 表头 header\n  年度 year 文字\n',
        '\n\n政策 p 名称 "a" 修订 b',
        "政策 p\n  年度 2021 起\n  适用 project\n",
        "policy p\n  year 2021 to 2023\n  year 2024 onward\n",
        "政策 p\n  年度 2021 至\u30002023 # 起\n  修订 q\n",
        "表式 f\n  扩充 project\n",
        "政策 year\n  修订 place\n  地区 “甲”\n",
    ],
)
def test_a_head_is_read_as_it_is_parsed(text: str) -> None:
    """Comments, full-width signs, lines that run on, and words of a head in other places."""
    assert header_of(text) == parsed_header(text)


@pytest.mark.parametrize("text", ["", "\n", "# 政策 p\n", "规则 r\n政策 p\n", "政策", '"政策" p', "p 政策"])
def test_a_file_that_begins_otherwise_has_no_head(text: str) -> None:
    assert header_of(text) == Header("", "")


def test_a_head_is_found_behind_any_number_of_comments() -> None:
    assert header_of("# 说明\n" * 100_000 + "政策 p\n  年度 2022\n") == Header("POLICY", "p", years=Years(2022, 2022))


def test_a_long_file_is_not_read_to_its_end() -> None:
    """What follows the head is not even cut into words: a stray mark there changes nothing."""
    assert header_of("政策 p\n  年度 2022\n" + "规则 “" * 200_000).years == Years(2022, 2022)
