"""Brings printed words into the spelling in which they are compared: without blanks, brackets and closing colons."""

from __future__ import annotations

import re

_WIDE = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: " "}
_SIGNS = str.maketrans("≧≦⩾⩽﹦═﹤﹥〔〕【】[]", "≥≤≥≤==<>()()()")
_BRACKETS = re.compile(r"\([^()]*\)")
_EDGES = "::;,.、。*★☆-—_"
_BETWEEN_CHINESE = re.compile(r"(?<=[^\x00-\x7f])\s+(?=[^\x00-\x7f])")

PLAIN_NUMBER = re.compile(r"[-+−]?\d[\d,，]*(?:\.\d+)?")
_DASHES = "-—–―－一/／\\ "


def narrow(text: str) -> str:
    """`text` with full-width letters, digits and punctuation in half width."""
    return text.translate(_WIDE).translate(_SIGNS)


def key(text: str) -> str:
    """What two headings have in common that say the same: 年初预算数（万元）： is 年初预算数."""
    spelt = re.sub(r"\s+", "", narrow(text))
    bare = _BRACKETS.sub("", spelt)
    return (bare or spelt.strip("()")).strip(_EDGES)


def one_line(text: str) -> str:
    """`text` on one line: a break inside Chinese is where the column ended, and means nothing."""
    return " ".join(_BETWEEN_CHINESE.sub("", text.strip()).split())


def label(text: str) -> str:
    """A name as it stands, on one line and without a closing colon."""
    return one_line(text).rstrip(":：").strip()


def is_number(text: str) -> bool:
    """Whether `text` is a number and nothing else."""
    return PLAIN_NUMBER.fullmatch(narrow(text).strip()) is not None


def is_blank(text: str) -> bool:
    """Whether nothing is filled in: nothing at all, or a dash."""
    return not text.strip(_DASHES).strip()


def is_score(text: str) -> bool:
    """Whether `text` may stand where points stand: a number, perhaps with its unit, or nothing."""
    return is_blank(text) or is_number(text.strip().removesuffix("分").removesuffix("%"))
