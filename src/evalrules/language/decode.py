"""Makes text of bytes: UTF-8 and nothing else, with a way out for a file that is something else."""

from __future__ import annotations

import codecs

from evalrules.language.problems.not_utf8 import Encoding, NotUtf8
from evalrules.language.problems.problem import Problem
from evalrules.language.problems.too_large import TooLarge
from evalrules.language.source import Source, Span

LARGEST_POLICY = 1 << 20

_MARK = "\ufeff"
_UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_UTF_32 = (codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)
# Two thousand characters say what an encoding is as well as a million do.
_SAMPLE = 2000


def decode(data: bytes, name: str) -> Source | Problem:
    """The text of a policy file, or why there is none: it is `too-large` or `not-utf8`."""
    if len(data) > LARGEST_POLICY:
        return TooLarge(Span(Source(name, ""), 0, 0), len(data), LARGEST_POLICY)
    return decode_utf8(data, name)


def decode_utf8(data: bytes, name: str) -> Source | NotUtf8:
    """The text of a file of any size, or that it is not UTF-8 and what it looks like instead."""
    try:
        return source_from_text(data.decode(), name)
    except UnicodeDecodeError as error:
        return _not_utf8(data, error.start, name)


def source_from_text(text: str, name: str) -> Source:
    r"""`text` as a source: without a byte order mark, lines ending in `\n` where they ended in `\r\n`."""
    return Source(name, text.removeprefix(_MARK).replace("\r\n", "\n"))


def _not_utf8(data: bytes, at: int, name: str) -> NotUtf8:
    """The problem, with the text as it probably reads, so that the guilty line can be quoted."""
    encoding = _encoding_of(data)
    codec = encoding.value or "utf-8"
    source = source_from_text(data.decode(codec, "replace"), name)
    before = source_from_text(data[:at].decode(codec, "ignore"), name).text
    start = min(len(before), len(source.text))
    return NotUtf8(Span(source, start, min(start + 1, len(source.text))), encoding, at)


def _encoding_of(data: bytes) -> Encoding:
    # The mark of little-endian UTF-32 begins with that of UTF-16.
    if data.startswith(_UTF_32):
        return Encoding.UTF_32
    if data.startswith(_UTF_16):
        return Encoding.UTF_16
    if _is_mostly_utf8(data):
        return Encoding.DAMAGED
    return Encoding.GB18030 if _reads_as_chinese(data) else Encoding.UNKNOWN


def _is_mostly_utf8(data: bytes) -> bool:
    foreign = [char for char in data.decode("utf-8", "replace") if char > "\x7f"]
    return 2 * foreign.count("\ufffd") < len(foreign)


def _reads_as_chinese(data: bytes) -> bool:
    """Whether `data`, read as GB18030, is in the everyday characters of GB2312.

    GB18030 has a character for almost any bytes, so that it can be decoded proves nothing.
    """
    text = data.decode("gb18030", "replace")
    foreign = "".join(char for char in text if char > "\x7f")[:_SAMPLE]
    everyday = foreign.encode("gb2312", "ignore").decode("gb2312")
    return 10 * len(everyday) >= 9 * len(foreign)
