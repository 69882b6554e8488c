"""Cuts a text into words.

One regular expression; what a word means is decided later, by the parser's state, because a keyword
is a keyword only where the grammar allows one.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from evalrules.language.keywords import TOKEN_OF_WORD


class Word(NamedTuple):
    """A word of the text: its token, its canonical text, and where it stands.

    `type` is the name Lark's parser expects on a token. A word that may be a keyword or a name has
    type `WORD` until the parser asks.
    """

    type: str
    text: str
    start: int
    end: int


WORD = "WORD"
UNKNOWN = "UNKNOWN"
UNCLOSED = "UNCLOSED"

# A hyphen joins words of Latin letters and digits (`yanchi-2022`, `at-least`). Beside any other letter it is a minus:
# Chinese is written without spaces, so 完成率-60% can only be a difference. The ids of files are in no formula: there a
# hyphen joins any letters (`政策 盐池-2022`).
WORD_SHAPE = r"[A-Za-z_][A-Za-z0-9_]*(?:-[A-Za-z0-9_]+)+(?!\w)|[^\W\d]\w*"

_PATTERN = re.compile(
    rf"""
      (?P<space>[\s\u3000]+)
    | (?P<comment>[#＃][^\n]*)
    | (?P<mark>[（(]\s*(?:不含|含|incl|excl)\s*[)）])
    | (?P<date>\d{{4}}(?:-\d{{1,2}}-\d{{1,2}}|年\d{{1,2}}月\d{{1,2}}日))
    | (?P<number>\d+(?:[.．]\d+)?)
    | (?P<word>{WORD_SHAPE})
    | (?P<string>"(?:[^"\\\n]|\\.)*"|“[^”\n]*”|「[^」\n]*」)
    | (?P<cite>\[[^\]\n]*\]|【[^】\n]*】|［[^］\n]*］)
    | (?P<sign><=|>=|!=|=<|=>|[≤≥≦≧≠=＝<＜>＞+＋\-−－×*＊÷/／%％‰()（）,，、:：;；。])
    | (?P<open>["“「\[【［])
    """,
    re.VERBOSE,
)

_SIGNS = {
    "<=": "LE", "≤": "LE", "≦": "LE", "=<": "LE", ">=": "GE", "≥": "GE", "≧": "GE", "=>": "GE",
    "!=": "NE", "≠": "NE", "=": "EQ", "＝": "EQ", "<": "LT", "＜": "LT", ">": "GT", "＞": "GT",
    "+": "PLUS", "＋": "PLUS", "-": "MINUS", "−": "MINUS", "－": "MINUS",
    "×": "TIMES", "*": "TIMES", "＊": "TIMES", "÷": "DIVIDE", "/": "DIVIDE", "／": "DIVIDE",
    "%": "PERCENT", "％": "PERCENT", "‰": "PER_MILLE",
    "(": "LPAR", "（": "LPAR", ")": "RPAR", "）": "RPAR",
    ",": "COMMA", "，": "COMMA", "、": "COMMA", ":": "COLON", "：": "COLON",
}  # fmt: skip
_SEPARATORS = frozenset(";；。")
_ISO = re.compile(r"(\d{4})\D(\d{1,2})\D(\d{1,2})")
_ASCII_DIGITS = {ord(full): ord("0") + at for at, full in enumerate("０１２３４５６７８９")} | {ord("．"): "."}


_BEFORE_ID = frozenset({"POLICY", "SCHEMA", "EXAMPLE_SET", "APPLIES", "AMENDS", "EXTENDS"})
_REST_OF_ID = re.compile(r"(?:-\w+)+")


def _end_of_id(words: list[Word], text: str, end: int) -> int:
    """Where an id ends of which the first letters end at `end`; any other word ends there."""
    before = TOKEN_OF_WORD.get(words[-1].text) if words and words[-1].type == WORD else None
    rest = _REST_OF_ID.match(text, end) if before in _BEFORE_ID else None
    return rest.end() if rest else end


def words_of(text: str) -> tuple[list[Word], list[Word]]:
    """The words of `text`, and its comments (type `comment`), both in order."""
    words: list[Word] = []
    comments: list[Word] = []
    # Where the line ends on which an opening mark is never closed. The next one of its kind is not closed there
    # either, and to look for its partner again each time would take time in the square of the line.
    unclosed: dict[str, int] = {}
    at = 0
    while at < len(text):
        known = at < unclosed.get(text[at], 0)
        match = None if known else _PATTERN.match(text, at)
        end = at + 1 if match is None else match.end()
        kind = "open" if known else UNKNOWN if match is None else str(match.lastgroup)
        if kind == "open" and not known:
            line_end = text.find("\n", at)
            unclosed[text[at]] = len(text) if line_end < 0 else line_end
        if kind == "word":
            end = _end_of_id(words, text, end)
        if kind == "comment":
            comments.append(Word(kind, text[at:end], at, end))
        elif kind != "space" and text[at] not in _SEPARATORS:
            words.append(_word(kind, text[at:end], at, end))
        at = end
    return words, comments


def _word(kind: str, text: str, start: int, end: int) -> Word:
    match kind:
        case "word":
            return Word(WORD, text, start, end)
        case "mark":
            including = ("含" in text and "不含" not in text) or "incl" in text
            return Word("INCLUDING" if including else "EXCLUDING", text, start, end)
        case "number":
            return Word("NUMBER", text.translate(_ASCII_DIGITS), start, end)
        case "date":
            return Word("DATE", _iso(text), start, end)
        case "string":
            return Word("STRING", _unquoted(text), start, end)
        case "cite":
            return Word("CITE", text[1:-1].strip(), start, end)
        case "sign":
            return Word(_SIGNS.get(text, UNKNOWN), text, start, end)
        case "open":
            return Word(UNCLOSED, text, start, end)
        case _:
            return Word(UNKNOWN, text, start, end)


def _iso(text: str) -> str:
    match = _ISO.match(text)
    assert match is not None  # the token pattern has just matched the same shape
    year, month, day = match.groups()
    return f"{year}-{int(month):02}-{int(day):02}"


def _unquoted(text: str) -> str:
    inner = text[1:-1]
    return re.sub(r"\\(.)", r"\1", inner) if text[0] == '"' else inner


def keyword_of(word: Word) -> str | None:
    """The keyword token that `word` spells, if it spells one."""
    return TOKEN_OF_WORD.get(word.text)
