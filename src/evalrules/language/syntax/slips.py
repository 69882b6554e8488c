"""Recognises the slips of beginners, so that each is called what it is and not an unexpected word.

A slip is looked for where the parser cannot go on. What it proposes was tried: the words would go on from there.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence

from attrs import frozen

from evalrules.language.keywords import DECLARATION_TOKENS, ROW_OF_TOKEN, TOKEN_OF_WORD
from evalrules.language.problems import Phrase, Problem
from evalrules.language.problems.blank_comparison import BlankComparison
from evalrules.language.problems.citation_without_brackets import CitationWithoutBrackets
from evalrules.language.problems.comparison_in_words import ComparisonInWords
from evalrules.language.problems.hyphen_in_name import HyphenInName
from evalrules.language.problems.indented_declaration import IndentedDeclaration
from evalrules.language.problems.mark_missing import MarkMissing
from evalrules.language.problems.other_word import OtherWord
from evalrules.language.problems.sign_not_needed import SignNotNeeded
from evalrules.language.problems.unclosed import Unclosed
from evalrules.language.problems.unknown_unit import UnknownUnit
from evalrules.language.problems.unquoted_text import UnquotedText
from evalrules.language.source import Source, Span
from evalrules.language.syntax.lexer import WORD, Word

SIGN_OF_WORD: Mapping[str, str] = {
    "大于等于": "≥", "大于或等于": "≥", "不小于": "≥", "不低于": "≥", "不少于": "≥", "达到": "≥", "至少": "≥",
    "小于等于": "≤", "小于或等于": "≤", "不大于": "≤", "不高于": "≤", "不超过": "≤", "不多于": "≤", "至多": "≤",
    "大于": ">", "高于": ">", "多于": ">", "超过": ">", "超出": ">",
    "小于": "<", "低于": "<", "少于": "<", "不足": "<", "不满": "<", "未达到": "<",
    "不等于": "≠", "等于": "=", "为": "=",
}  # fmt: skip
"""Comparisons in words. 达到 includes the number, 超过 and 不满 do not."""

_SIGN_BEHIND = {"以上": "≥", "及以上": "≥", "以下": "≤", "及以下": "≤", "以内": "≤", "之内": "≤", "以外": ">"}
_TOKEN_OF_SIGN = {
    "≥": "GE", "≤": "LE", ">": "GT", "<": "LT", "≠": "NE", "=": "EQ",
    "×": "TIMES", "÷": "DIVIDE", "+": "PLUS", "-": "MINUS", "：": "COLON", "，": "COMMA",
}  # fmt: skip
_OPERATION = {
    "x": "×", "X": "×", "乘": "×", "乘以": "×", "乘上": "×", "除以": "÷", "除": "÷", "加": "+", "加上": "+",
    "减": "-", "减去": "-",
}  # fmt: skip
_KEYWORD_MEANT = {
    "如果": "WHEN", "若": "WHEN", "如": "WHEN", "假如": "WHEN", "凡": "WHEN", "if": "WHEN",
    "并且": "AND", "而且": "AND", "和": "AND", "与": "AND", "以及": "AND", "同时": "AND",
    "或者": "OR", "或是": "OR", "不是": "NOT", "不": "NOT",
    "其他": "OTHERWISE REST", "其它": "OTHERWISE REST", "其余": "OTHERWISE REST", "其余的": "OTHERWISE REST",
    "其他情况": "OTHERWISE REST", "其余情况": "OTHERWISE REST", "else": "OTHERWISE", "不然": "OTHERWISE",
    "最高": "AT_MOST", "封顶": "AT_MOST", "不超过": "AT_MOST", "不得超过": "AT_MOST", "不得高于": "AT_MOST",
    "最低": "AT_LEAST", "不少于": "AT_LEAST", "不得低于": "AT_LEAST", "扣减": "DEDUCT", "减分": "DEDUCT",
    "到": "TO", "按照": "BY", "根据": "RESTS_ON", "每个": "PER", "警示": "WARNING", "报错": "ERROR",
    "得": "AWARD", "记": "AWARD", "计": "AWARD", "给": "AWARD", "计分": "AWARD", "得满分": "AWARD",
    "包含": "INCLUDING", "不包含": "EXCLUDING",
}  # fmt: skip
"""Words that are nearly keywords, with the keywords that may be meant."""

_CONDITIONAL = frozenset({"如果", "若", "假如", "if"})

_NEEDLESS = frozenset({"那么", "则", "就", "的", "时", "的话", "then", "为", "是", "到", "按", "即"})
_BLANKS = {"为空": False, "是空": False, "空白": False, "空缺": False, "不为空": True, "非空": True, "不空": True}
_UNITS = frozenset(
    {"分", "个", "次", "件", "人", "名", "项", "户", "家", "台", "套", "年", "月", "日", "公里", "米", "亩", "吨"}
    | {"万", "亿", "百分点", "倍", "条", "份", "期", "场", "篇", "人次"}
)
_COMPARED = re.compile(
    rf"(?P<left>.+?)??(?P<word>{'|'.join(sorted(SIGN_OF_WORD, key=len, reverse=True))})(?P<right>\d+(?:\.\d+)?)?"
)


HERE, NEXT = "@here", "@next"


@frozen
class Halt:
    """A place where the parser cannot go on: the words of a declaration, and which of them does not fit.

    `fits` says whether words could stand here instead, by their tokens; HERE is the word that does not fit, NEXT the
    one after it.
    """

    source: Source
    words: tuple[Word, ...]
    at: int
    fits: Callable[[tuple[str, ...]], bool]
    sources: frozenset[str]
    """the sources that the file declares"""

    @property
    def word(self) -> Word:
        return self.words[self.at]

    @property
    def before(self) -> Word | None:
        return self.words[self.at - 1] if self.at else None

    @property
    def after(self) -> Word | None:
        return self.words[self.at + 1] if self.at + 1 < len(self.words) else None

    def span(self, first: Word, last: Word) -> Span:
        return Span(self.source, first.start, last.end)

    def text(self, first: Word, last: Word) -> str:
        return self.source.text[first.start : last.end]


def compared_in(name: str) -> tuple[str, str] | None:
    """What stands before a comparison in words and what is written instead: 完成率大于95 is 完成率 > 95."""
    match = _COMPARED.fullmatch(name)
    if match is None or not match["left"] or not match["right"]:
        return None
    return match["left"], f"{match['left']} {SIGN_OF_WORD[match['word']]} {match['right']}"


def slip_at(halt: Halt) -> Problem | None:
    """The slip because of which the parser cannot go on, if it is one that is known."""
    looks = (
        _indented, _doubled_sign, _colon_for_equals, _needless_sign, _hyphen, _unquoted, _bound_behind, _bound_ahead,
        _blank, _unit, _citation, _compared, _conditional, _nearly_keyword, _operation, _stretch, _needless,
        _unbalanced, _missing_mark,
    )  # fmt: skip
    return next((found for look in looks if (found := look(halt)) is not None), None)


def _indented(halt: Halt) -> Problem | None:
    """A declaration that does not begin at the margin."""
    word, text = halt.word, halt.source.text
    line = text.rfind("\n", 0, word.start) + 1
    if TOKEN_OF_WORD.get(word.text) not in DECLARATION_TOKENS or text[line : word.start].strip() or not halt.at:
        return None
    return IndentedDeclaration(halt.span(word, word), word.text, Span(halt.source, line, word.start))


def _doubled_sign(halt: Halt) -> Problem | None:
    """`==`, `<>`, `≥=`."""
    before = halt.before
    if before is None or before.end != halt.word.start:
        return None
    meant = {("EQ", "EQ"): "=", ("LT", "GT"): "≠", ("GE", "EQ"): "≥", ("LE", "EQ"): "≤"}
    sign = meant.get((before.type, halt.word.type))
    return OtherWord(halt.span(before, halt.word), halt.text(before, halt.word), Phrase(sign, sign)) if sign else None


def _colon_for_equals(halt: Halt) -> Problem | None:
    """`参数 及格线：60%`."""
    if halt.word.type != "COLON" or not halt.fits(("EQ", NEXT)) or halt.fits(("GE",)):
        return None
    return OtherWord(halt.span(halt.word, halt.word), halt.word.text, Phrase("=", "="))


def _needless_sign(halt: Halt) -> Problem | None:
    """`得分 = 分值`, `对：指标`."""
    before = halt.before
    if halt.word.type not in ("EQ", "COLON", "COMMA") or before is None or not halt.fits((NEXT,)):
        return None
    return SignNotNeeded(halt.span(halt.word, halt.word), before.text, halt.word.text)


def _hyphen(halt: Halt) -> Problem | None:
    """`政策 盐池-2022`."""
    before, after = halt.before, halt.after
    if halt.word.type != "MINUS" or before is None or after is None or before.type != WORD:
        return None
    if before.end != halt.word.start or halt.word.end != after.start or after.type not in (WORD, "NUMBER"):
        return None
    return HyphenInName(halt.span(before, after), halt.text(before, after))


def _unquoted(halt: Halt) -> Problem | None:
    """`名称 盐池`."""
    if halt.word.type != WORD or not halt.fits(("STRING",)) or halt.fits(("NAME",)) or halt.fits(("NUMBER",)):
        return None
    if TOKEN_OF_WORD.get(halt.word.text) is not None and halt.at + 1 < len(halt.words):
        return None
    return UnquotedText(halt.span(halt.word, halt.word), halt.word.text)


def _bound_behind(halt: Halt) -> Problem | None:
    """`95%以上`."""
    sign = _SIGN_BEHIND.get(halt.word.text)
    number = _number_before(halt)
    if sign is None or number is None:
        return None
    written = f"{sign} {halt.text(number, halt.words[halt.at - 1])}"
    return ComparisonInWords(halt.span(number, halt.word), halt.text(number, halt.word), written)


def _bound_ahead(halt: Halt) -> Problem | None:
    """`实际完成值 95%以上`."""
    rest = halt.words[halt.at : halt.at + 3]
    at = next((at for at, each in enumerate(rest) if each.text in _SIGN_BEHIND), 0)
    if halt.word.type != "NUMBER" or not at:
        return None
    written = f"{_SIGN_BEHIND[rest[at].text]} {halt.text(rest[0], rest[at - 1])}"
    return ComparisonInWords(halt.span(rest[0], rest[at]), halt.text(rest[0], rest[at]), written)


def _number_before(halt: Halt) -> Word | None:
    """The number that ends, unit included, before the word."""
    for word in reversed(halt.words[max(0, halt.at - 2) : halt.at]):
        if word.type == "NUMBER":
            return word
    return None


def _blank(halt: Halt) -> Problem | None:
    """`偏差原因 为空`."""
    given = _BLANKS.get(halt.word.text)
    before = halt.before
    if given is None or before is None or not halt.fits(("GIVEN",)):
        return None
    return BlankComparison(halt.span(before, halt.word), halt.text(before, halt.word), before.text, given)


def _unit(halt: Halt) -> Problem | None:
    """`10分`."""
    number = halt.before
    if number is None or number.type != "NUMBER" or halt.word.text not in _UNITS:
        return None
    return UnknownUnit(halt.span(halt.word, halt.word), number.text, halt.word.text)


def _citation(halt: Halt) -> Problem | None:
    """`规则 甲 注 1`, `规则 甲 注1`, `据 注 1`."""
    word, before, after = halt.word, halt.before, halt.after
    if word.type == "NUMBER" and before is not None and before.text in halt.sources and halt.at > 1:
        first = halt.words[halt.at - 2]
        if TOKEN_OF_WORD.get(first.text) == "RESTS_ON":
            return CitationWithoutBrackets(halt.span(first, word), halt.text(first, word), before.text, word.text)
    if word.type != WORD or not halt.fits(("CITE",)):
        return None
    source = next((each for each in halt.sources if word.text.startswith(each)), None)
    if source is None:
        return None
    clause = word.text.removeprefix(source)
    last = after if not clause and after is not None and after.type == "NUMBER" else word
    said = clause or (last.text if last is not word else "")
    return CitationWithoutBrackets(halt.span(word, last), halt.text(word, last), source, said)


def _compared(halt: Halt) -> Problem | None:
    """`实际完成值 大于等于 95%`, `大于等于95%`, `完成率大于等于95%`."""
    for at in (halt.at, halt.at - 1):
        match = _COMPARED.fullmatch(halt.words[at].text) if at > 0 and halt.words[at].type == WORD else None
        if match is None:
            continue
        joined, sign = bool(match["left"] or match["right"]), SIGN_OF_WORD[match["word"]]
        if at == halt.at and not match["left"] and not halt.fits((_TOKEN_OF_SIGN[sign],)):
            continue
        if (at != halt.at and not joined) or (joined and match["word"] == "为"):
            continue
        word = halt.words[at]
        if not joined:
            return OtherWord(halt.span(word, word), word.text, Phrase(sign, sign))
        return _bound_in_words(halt, at, match, sign)
    return None


def _bound_in_words(halt: Halt, at: int, match: re.Match[str], sign: str) -> Problem:
    word = halt.words[at]
    unit = halt.words[at + 1] if at + 1 < len(halt.words) and halt.words[at + 1].type == "PERCENT" else word
    written = " ".join(filter(None, (match["left"], sign, match["right"])))
    tail = unit.text if unit is not word and match["right"] else ""
    last = unit if tail else word
    return ComparisonInWords(halt.span(word, last), halt.text(word, last), written + tail)


def _conditional(halt: Halt) -> Problem | None:
    """`对 指标 如果 …`, where 如果 has been taken for a part of the form, of the class 指标."""
    before = halt.before
    if before is None or before.text not in _CONDITIONAL:
        return None
    row = ROW_OF_TOKEN["WHEN"]
    return OtherWord(halt.span(before, before), before.text, Phrase(row.zh, row.en))


def _nearly_keyword(halt: Halt) -> Problem | None:
    """`并且`, `其他`, `最高`, `到100`."""
    text, number = halt.word.text, ""
    if halt.word.type == WORD and text[:1] == "到" and text[1:].isdigit():
        text, number = text[:1], f" {text[1:]}"
    tokens = _KEYWORD_MEANT.get(text, "").split()
    token = next((each for each in tokens if halt.fits((each,))), None)
    if token is None:
        return None
    row = ROW_OF_TOKEN[token]
    return OtherWord(halt.span(halt.word, halt.word), halt.word.text, Phrase(row.zh + number, row.en + number))


def _operation(halt: Halt) -> Problem | None:
    """`完成率 x 分值`."""
    sign = _OPERATION.get(halt.word.text)
    if sign is None or not halt.fits((_TOKEN_OF_SIGN[sign],)):
        return None
    return OtherWord(halt.span(halt.word, halt.word), halt.word.text, Phrase(sign, sign))


def _stretch(halt: Halt) -> Problem | None:
    """`80%-90%：8`: a stretch of numbers, its ends joined by a minus."""
    minuses = [each for each in halt.words[max(0, halt.at - 3) : halt.at] if each.type == "MINUS"]
    if halt.word.type != "COLON" or not minuses or not halt.fits(("TO",)):
        return None
    row = ROW_OF_TOKEN["TO"]
    return OtherWord(halt.span(minuses[-1], minuses[-1]), minuses[-1].text, Phrase(row.zh, row.en))


def _needless(halt: Halt) -> Problem | None:
    """`那么`."""
    if halt.word.text not in _NEEDLESS or not halt.fits((NEXT,)):
        return None
    return OtherWord(halt.span(halt.word, halt.word), halt.word.text, Phrase("", ""))


def _missing_mark(halt: Halt) -> Problem | None:
    """`参数 门槛 60%`, `优 ≥ 90`, `60% 分值`, `完成率 95%`."""
    before, word, mark = halt.before, halt.word, next(_marks(halt), None)
    if before is None or mark is None:
        return None
    # A number is quoted with its unit.
    first = _number_before(halt) if before.type == "PERCENT" else before
    last = halt.after if word.type == "NUMBER" and halt.after and halt.after.type == "PERCENT" else word
    return MarkMissing(halt.span(word, last), halt.text(first or before, before), halt.text(word, last), mark)


def _marks(halt: Halt) -> Iterator[Phrase]:
    """The signs and keywords that would let the words go on, the likeliest first."""
    compares = halt.fits(("GE",))
    if halt.fits(("EQ", HERE)) and not compares:
        yield Phrase("=", "=")
    if halt.fits(("COLON", HERE)):
        yield Phrase("：", ":")
    if halt.word.type == "NUMBER" and halt.fits(("COMMA", HERE)):
        yield Phrase("，", ",")
    if halt.word.type == "NUMBER" and compares and halt.fits(("GE", HERE)):
        yield Phrase("≥ ≤ > < =", "≥ ≤ > < =")
    if halt.before is not None and halt.before.type == "PERCENT" and halt.fits(("TIMES", HERE)):
        yield Phrase("×", "×")
    token = "TO" if halt.word.type == "NUMBER" else "FOR"
    if halt.word.type in ("NUMBER", WORD) and not bracket_left_open(halt.words[: halt.at]) and halt.fits((token, HERE)):
        yield Phrase(ROW_OF_TOKEN[token].zh, ROW_OF_TOKEN[token].en)


def _unbalanced(halt: Halt) -> Problem | None:
    """A bracket that is never closed, or one that was never opened."""
    word, opened = halt.word, bracket_left_open(halt.words)
    if word.type == "RPAR" and bracket_left_open(halt.words[: halt.at]) is None:
        return OtherWord(halt.span(word, word), word.text, Phrase("", ""))
    return Unclosed(halt.span(opened, opened), opened.text, "") if opened else None


def bracket_left_open(words: Sequence[Word]) -> Word | None:
    """The first bracket among `words` that is never closed."""
    opened: list[Word] = []
    for word in words:
        if word.type == "LPAR":
            opened.append(word)
        elif word.type == "RPAR" and opened:
            opened.pop()
    return opened[0] if opened else None
