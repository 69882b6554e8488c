"""Bytes are text if they are UTF-8; otherwise the file is told what it looks like."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evalrules.language.decode import LARGEST_POLICY, decode
from evalrules.language.problems.not_utf8 import Encoding, NotUtf8
from evalrules.language.problems.too_large import TooLarge
from evalrules.language.source import Source

POLICY = "政策 yanchi-2022\n  名称 “盐池县本级部门项目支出绩效自评”\n"


def not_utf8(data: bytes, name: str = "a.rules") -> NotUtf8:
    """The problem that `data` has."""
    problem = decode(data, name)
    assert isinstance(problem, NotUtf8)
    return problem


@given(st.text(st.characters(codec="utf-8", exclude_characters="\r\ufeff")))
def test_utf8_is_read_as_it_is(text: str) -> None:
    """Nothing is added, dropped or normalised."""
    assert decode(text.encode(), "a.rules") == Source("a.rules", text)


def test_a_byte_order_mark_is_dropped() -> None:
    """Notepad writes one; it is no part of the text."""
    assert decode(codecs.BOM_UTF8 + POLICY.encode(), "a.rules") == Source("a.rules", POLICY)


def test_windows_line_ends_are_normalised() -> None:
    """Lines end in one character; a carriage return elsewhere stays."""
    assert decode(b"a\r\nb\r\r\nc\rd\n", "a.rules") == Source("a.rules", "a\nb\r\nc\rd\n")


@pytest.mark.parametrize(
    ("codec", "encoding"),
    [
        ("gb18030", Encoding.GB18030),
        ("gbk", Encoding.GB18030),
        ("utf-16", Encoding.UTF_16),
        ("utf-32", Encoding.UTF_32),
    ],
)
def test_the_encoding_is_recognised(codec: str, encoding: Encoding) -> None:
    """What Windows and Excel write in China is told by its name, and the text is still shown."""
    problem = not_utf8(POLICY.encode(codec))
    assert problem.encoding is encoding
    assert problem.span.source.text == POLICY


@pytest.mark.parametrize(
    "data",
    [
        "été à Noël".encode("latin-1"),
        "政策條例規則".encode("big5"),
        b"\xff",
        bytes(range(256)),
    ],
)
def test_what_cannot_be_told_is_not_guessed(data: bytes) -> None:
    """Almost any bytes can be decoded as GB18030; that alone does not make them Chinese."""
    assert not_utf8(data).encoding is Encoding.UNKNOWN


def test_a_damaged_file_is_not_taken_for_another_encoding() -> None:
    """One bad byte in UTF-8 is one bad byte."""
    problem = not_utf8(POLICY.encode() + b"\xff" + POLICY.encode())
    assert problem.encoding is Encoding.DAMAGED
    assert problem.message().zh == "文件大体是 UTF-8 编码，但第 3 行（第 81 个字节）已损坏"
    assert problem.help().zh == "用编辑器打开，重新输入这一行里变成乱码的文字，再按 UTF-8 保存"


def test_the_problem_stands_where_the_file_stops_being_utf8() -> None:
    """The span quotes the first character that is not; byte and line are counted from 1."""
    problem = not_utf8(b"a\r\nb: " + "政策".encode("gb18030"))
    assert (problem.at, problem.span.line, problem.span.column, problem.span.text) == (6, 2, 4, "政")
    assert problem.message().zh == ("文件不是 UTF-8 编码：第 2 行（第 7 个字节）读不出文字；看起来是 GB18030（GBK）")
    assert problem.message().en == (
        "the file is not UTF-8: line 2 (byte 7) cannot be read; it looks like GB18030 (GBK)"
    )


@pytest.mark.parametrize(
    ("name", "command"),
    [
        ("a.rules", "iconv -f GB18030 -t UTF-8 a.rules > a.utf8.rules"),
        ("dir/我的 表.json", "iconv -f GB18030 -t UTF-8 'dir/我的 表.json' > 'dir/我的 表.utf8.json'"),
        ("$(reboot).json", "iconv -f GB18030 -t UTF-8 '$(reboot).json' > '$(reboot).utf8.json'"),
    ],
)
def test_the_command_can_be_typed_as_it_stands(name: str, command: str) -> None:
    """It converts this file to a new one beside it, and quotes what a shell would read."""
    problem = not_utf8(POLICY.encode("gb18030"), name)
    assert problem.command == command
    assert problem.help().zh == f"转成 UTF-8：{command}；或用记事本打开，另存为 → 编码 UTF-8"


@given(st.binary(max_size=40))
def test_any_bytes_are_a_text_or_a_problem_with_a_place(data: bytes) -> None:
    """The span lies in the text that is shown, and both languages have words."""
    decoded = decode(data, "a.rules")
    if isinstance(decoded, Source):
        return
    assert isinstance(decoded, NotUtf8)
    assert 0 <= decoded.span.start <= decoded.span.end <= len(decoded.span.source.text)
    assert decoded.message().zh
    assert decoded.help().en


def test_a_policy_has_a_largest_size() -> None:
    """One mebibyte is read, one byte more is not."""
    assert decode(b" " * LARGEST_POLICY, "a.rules") == Source("a.rules", " " * LARGEST_POLICY)
    problem = decode(b" " * (LARGEST_POLICY + 1), "a.rules")
    assert isinstance(problem, TooLarge)
    assert problem.message().zh == "文件有 1048577 个字节，政策文件最多 1048576 个字节"
