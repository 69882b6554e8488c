"""Decodes text that says little or nothing about its encoding: UTF-8, UTF-16 with its mark, or GB18030."""

from __future__ import annotations

import codecs

from evalrules.language.problems import Phrase
from evalrules.readers.problems import FormError, FormProblemKind

_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_CHINESE = {"gb2312", "gbk", "gb18030", "gb_2312-80", "x-gbk", "cp936", "gb2312-80"}
_TEXT = Phrase("UTF-8 或 GB18030 文本", "UTF-8 or GB18030 text")


def decoded(data: bytes, name: str, declared: str = "") -> str:
    """The text of `data`. FormError where it is in neither of the encodings in which forms are kept."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strictly(data[len(mark) :], encoding, name)
    if declared.lower() in _CHINESE:
        return _strictly(data, "gb18030", name)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _strictly(data, "gb18030", name)


def _strictly(data: bytes, encoding: str, name: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        raise FormError((FormProblemKind.DAMAGED_FILE.at(name, "", _TEXT),)) from None
