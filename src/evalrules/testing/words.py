"""Names, texts and digits as they stand in policies."""

from __future__ import annotations

import re
from functools import cache

from hypothesis import strategies as st

from evalrules.language.keywords import KEYWORDS, TOKEN_OF_WORD, spelling
from evalrules.language.syntax.lexer import WORD_SHAPE

_NAME = re.compile(WORD_SHAPE)

_INSIDE = [
    "当年财政拨款",
    "得分率",
    "中央资金",
    "对口支援人数",
    "非税收入",
    "总分值",
    "不低于下限",
    "或有负债",
    "每亩成本",
    "规则三",
    "是否完成",
    "扣分原因",
    "最多三项",
    "同比增幅",
    "执行率",
    "年度指标值",
    "实际完成值",
    "达成预期指标",
    "yanchi-2022",
    "level1",
    "awarded",
    "forward",
    "at-least-once",
    "rule-3",
    "not_applicable",
    "or-else",
    "total_points",
    "x",
    "甲",
    "Ⅱ类",
]
_CHARACTERS = "当对中得分年度非或且是同按档甲乙率值abXy_019"

FREE = tuple(word for row in KEYWORDS for word in (row.zh, row.en) if _NAME.fullmatch(word))
"""Every keyword that could be a name."""


def _is_plain(word: str) -> bool:
    # Between brackets (含) is a mark, so the words of marks name nothing either.
    taken = word in TOKEN_OF_WORD or word in ("含", "不含", "incl", "excl")
    return not taken and _NAME.fullmatch(word) is not None


def _words_of(*tokens: str) -> frozenset[str]:
    return frozenset(spelling(token, lang) for token in tokens for lang in ("zh", "en"))


OPERATORS = _words_of("NOT", "FOR")
"""Words that are keywords wherever an expression may begin, and so name nothing in one."""


@cache
def plain_names() -> st.SearchStrategy[str]:
    """Names that are no keywords, many with a keyword inside: 当年财政拨款, 得分率, awarded."""
    return st.sampled_from(_INSIDE) | st.text(_CHARACTERS, min_size=1, max_size=8).filter(_is_plain)


@cache
def free_names() -> st.SearchStrategy[str]:
    """Names for a place where nothing but a name may stand: there a rule may be called 得分, or `rule`."""
    return plain_names() | st.sampled_from(FREE)


def names_but(*tokens: str) -> st.SearchStrategy[str]:
    """Names for a place where the keywords `tokens` may stand as well as a name."""
    taken = _words_of(*tokens)
    return plain_names() | st.sampled_from([word for word in FREE if word not in taken])


@cache
def texts() -> st.SearchStrategy[str]:
    """What may stand in quotation marks: anything on one line, quotation marks and backslashes included."""
    return st.text(st.characters(exclude_characters="\n", exclude_categories=["Cs"]), max_size=12) | st.sampled_from(
        ["说“完成”", 'a "b"', "c:\\d", '“”"', "{得分} 分", "# 不是注释", "规则 甲"]
    )


def digits() -> st.SearchStrategy[str]:
    """Numbers as written: whole or decimal, without a sign."""
    return st.from_regex(r"\A[0-9]{1,4}(\.[0-9]{1,3})?\Z")


def iso_dates() -> st.SearchStrategy[str]:
    """Days as written."""
    return st.dates().map(lambda day: day.isoformat())
