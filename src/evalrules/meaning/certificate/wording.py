"""Whether the author's words for a step say what the step claims to have done."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from evalrules.meaning.certificate.finding import Finding
from evalrules.meaning.certificate.node import Node, shown
from evalrules.meaning.certificate.phrase import neutral, quoted

# Every way of writing what a step does. Signs that begin like another sign are told apart by length.
_BETWEEN: Mapping[str, tuple[str, ...]] = {
    "+": ("+", "＋"),
    "−": ("-", "−", "－"),
    "×": ("×", "*", "＊"),
    "÷": ("÷", "/", "／"),
    "=": ("=", "＝"),
    "≠": ("≠", "!="),
    "<": ("<", "＜"),
    "≤": ("≤", "≦", "<=", "=<"),
    ">": (">", "＞"),
    "≥": ("≥", "≧", ">=", "=>"),
    "and": ("且", "and"),
    "or": ("或", "or"),
    "if-missing": ("未填作", "if-missing"),
}
_BEFORE: Mapping[str, tuple[str, ...]] = {"not": ("非", "not"), "negate": ("-", "−", "－")}
_BEHIND: Mapping[str, tuple[str, ...]] = {
    "given": ("已填", "given"),
    "missing": ("未填", "missing"),
    "TEXT": ("文字", "text"),
    "NUMBER_KIND": ("数", "number"),
    "CEILING": ("上限", "ceiling"),
    "FLOOR": ("下限", "floor"),
    "STRICT_CEILING": ("严格上限", "strict-ceiling"),
    "STRICT_FLOOR": ("严格下限", "strict-floor"),
    "EXACT": ("等值", "exact"),
    "DATE_KIND": ("日期", "date"),
    "RANGE": ("区间", "range"),
}
_FUNCTIONS: Mapping[str, tuple[str, ...]] = {
    "sum": ("合计", "sum"),
    "count": ("个数", "count"),
    "mean": ("平均", "mean"),
    "max": ("最大", "max"),
    "min": ("最小", "min"),
    "rank": ("名次", "rank"),
    "rank-from-least": ("升序名次", "rank-from-least"),
    "abs": ("绝对值", "abs"),
    "days-between": ("天数", "days-between"),
    "length": ("字数", "length"),
    "half-up": ("四舍五入", "half-up"),
    "truncate": ("舍去", "truncate"),
    "round-up": ("进一", "round-up"),
    "half-even": ("四舍六入五成双", "half-even"),
}
_ADJUSTMENTS: Mapping[str, tuple[str, ...]] = {
    "raise": ("不低于", "at-least"),
    "cap": ("不高于", "at-most"),
    "credit": ("加分", "bonus"),
    "deduct": ("扣分", "deduct"),
    "deduct-by-steps": ("扣分", "deduct"),
    "round": ("四舍五入", "舍去", "进一", "四舍六入五成双", "half-up", "truncate", "round-up", "half-even"),
    "unrounded": ("不舍入", "unrounded"),
}
_MODES: Mapping[str, tuple[str, ...]] = {
    "half-up": ("四舍五入", "half-up"),
    "down": ("舍去", "truncate"),
    "up": ("进一", "round-up"),
    "half-even": ("四舍六入五成双", "half-even"),
    "whole": ("按整步", "whole-steps"),
    "started": ("不足一步按一步", "started-steps"),
    "pro-rata": ("按比例", "pro-rata"),
}
_NEGATIONS = ("不是", "is-not")

_COMMENT = re.compile(r"[#＃][^\n]*")
_BLANK = " \t\r\n\u3000()（）;；。,，、"


def plain(text: str) -> str:
    """Words without comments, and without the blanks, brackets and stops at their ends."""
    return _COMMENT.sub("", text).strip(_BLANK)


def check_mentions(node: Node, *parts: str) -> Iterator[Finding]:
    """The words of a node contain the words of its parts."""
    words = node.text("text")
    for part in parts:
        if plain(part) not in words:
            yield Finding(node.at("text"), neutral(quoted(words)), neutral(f"… {quoted(part)} …"))


def names_in(node: Node, *fields: str) -> tuple[str, ...]:
    """The names that a node states in some of its fields, as far as it does."""
    return tuple(name for field in fields if (name := node.text_or_none(field)) is not None)


def conditions_in(node: Node) -> tuple[str, ...]:
    """The words of the condition of a node, if it has one."""
    condition = node.node_or_none("condition")
    return () if condition is None else (condition.text("text"),)


def check_basis(basis: Node) -> Iterator[Finding]:
    """A citation names its source and clause in its own words: `[注 3]`."""
    basis.expect_fields("cites readings")
    basis.texts("readings")
    for cite in basis.nodes("cites"):
        cite.expect_fields("source clause text at")
        yield from check_mentions(cite, cite.text("source"), cite.text("clause"))


OUTSIDE = ("本行", "this-row", "本表", "this-form")
IN_ORDER = ("依次", "in-order")
OF_ROWS = re.compile(r"(?:^|[\s（(])(?:对|for)\s")


def begins_in_order(words: str, first: str) -> bool:
    """Whether the word for order stands right before the first case."""
    before = _COMMENT.sub("", words.partition(first)[0]).rstrip(_BLANK)
    return before.endswith(IN_ORDER)


_HEADING = re.compile(
    r"(?:规则|rule)\s+\S+\s+(?:先于|before)\s+(?P<names>.*?)\s*(?:[\[【［]|据\s|resting-on\s|$)", re.DOTALL
)
_FINAL = ("不得改动", "final")
_NAMES = re.compile(r"[^\s,，、]+")
_FOR_REST = re.compile(r"(?:^|\s)(?:对|for)\s+(?:其余|else)\s")


def check_precedence(scoping: Node) -> Iterator[Finding]:
    """The words of a rule name those that give way to it, and say whether it is for what remains."""
    words = _COMMENT.sub("", scoping.text("text"))
    scope = OF_ROWS.search(words)
    heading = _HEADING.match(words if scope is None else words[: scope.start()])
    said = _NAMES.findall(heading.group("names")) if heading else []
    names = [name for name in said if name not in _FINAL]
    if list(scoping.texts("before")) != names:
        yield Finding(scoping.at("before"), neutral("、".join(scoping.texts("before"))), neutral("、".join(names)))
    remains = scope is not None and _FOR_REST.match(words, scope.start()) is not None
    if scoping.holds("remaining") is not remains:
        yield Finding(scoping.at("remaining"), shown(scoping.holds("remaining")), shown(remains))


def check_said(node: Node, name: str, claimed: bool, spelt: tuple[str, ...]) -> Iterator[Finding]:
    """The words of a node have one of the spellings if and only if it claims so."""
    said = any(word in node.text("text") for word in spelt)
    if said is not claimed:
        yield Finding(node.at(name), shown(claimed), shown(said))


# Operators ----------------------------------------------------------------------------------------


def check_operator(step: Node, operator: str, operands: tuple[Node, ...]) -> Iterator[Finding]:
    """The words of a step have the operator that it claims, at its place among the operands."""
    words = plain(step.text("text"))
    parts = [plain(operand.text("text")) for operand in operands]
    if not _spells(words, operator, parts):
        yield Finding(step.at("operator"), neutral(operator), neutral(quoted(words)))


def _spells(words: str, operator: str, parts: list[str]) -> bool:
    if not all(part and part in words for part in parts):
        return False
    if operator in _BETWEEN:
        return _stands_between(words, operator, parts)
    if operator in _BEFORE:
        return words.startswith(_BEFORE[operator])
    if operator in _FUNCTIONS:
        return words.startswith(_FUNCTIONS[operator])
    if operator == "in":
        return words.startswith(parts[0]) and any(word in words for word in ("属于", "in"))
    return _asks(words, operator)


def _asks(words: str, operator: str) -> bool:
    """Whether the words end with a question: given, missing, or the kind of a cell."""
    verb, _, kind = operator.rpartition(" ")
    ending = next((word for word in _BEHIND.get(kind, ()) if words.endswith(word)), None)
    if ending is None:
        return False
    before = words.removesuffix(ending).rstrip(_BLANK)
    return not verb or before.endswith(_NEGATIONS) == (verb == "is-not")


def _stands_between(words: str, operator: str, parts: list[str]) -> bool:
    """The right operand ends the words, the sign stands before it, the left operand before that.

    Where the left operand settles `and` or `or`, the right one was not looked at.
    """
    if len(parts) == 1:
        behind = words.partition(parts[0])[2].lstrip(_BLANK)
        return behind.startswith(_BETWEEN[operator])
    if not words.endswith(parts[-1]):
        return False
    before = words.removesuffix(parts[-1]).rstrip(_BLANK)
    return _sign_at_end(before) == operator and parts[0] in before


def _sign_at_end(words: str) -> str | None:
    found = [(len(word), sign) for sign, spelt in _BETWEEN.items() for word in spelt if words.endswith(word)]
    return max(found)[1] if found else None


def check_function(step: Node, function: str, *, of_record: bool) -> Iterator[Finding]:
    """The words of a gathering begin with its function, and name a record if it is of one."""
    words = plain(step.text("text"))
    if not words.startswith(_FUNCTIONS.get(function, ())):
        yield Finding(step.at("function"), neutral(function), neutral(quoted(words)))
    if bool(OF_ROWS.search(words)) is not of_record:
        yield Finding(step.at("record"), shown(step.get("record")), neutral(quoted(words)))


def check_class(step: Node, name: str, *, negated: bool) -> Iterator[Finding]:
    """The words ask for the class: they end with it, and deny it if that is asked; or they are a scope of it."""
    words = plain(step.text("text"))
    denies = words.removesuffix(name).rstrip(_BLANK).endswith(_NEGATIONS)
    asks = words.endswith(name) and denies is negated
    names = OF_ROWS.match(words) is not None and name in words.split() and not negated
    if not asks and not names:
        yield Finding(step.at("class"), neutral(name), neutral(quoted(words)))


def check_read(step: Node, reading: str, alternative: str, *, negated: bool) -> Iterator[Finding]:
    """The words ask a reading for one of its alternatives: the one name first, the other last."""
    words = plain(step.text("text"))
    denies = words.removesuffix(alternative).rstrip(_BLANK).endswith(_NEGATIONS)
    if not (words.startswith(reading) and words.endswith(alternative) and denies is negated):
        yield Finding(step.at("alternative"), neutral(f"{reading} {alternative}"), neutral(quoted(words)))


def check_adjustment(step: Node, kind: str, manner: str | None) -> Iterator[Finding]:
    """The words of an adjustment name it, how it rounds or counts, and each of its operands."""
    words = plain(step.text("text"))
    if not words.startswith(_ADJUSTMENTS[kind]):
        yield Finding(step.at("kind"), neutral(kind), neutral(quoted(words)))
    if manner is not None and not any(word in words for word in _MODES[manner]):
        yield Finding(step.path, neutral(manner), neutral(quoted(words)))
    operands = (operand.text("text") for operand in step.nodes("of"))
    yield from check_mentions(step, *operands, *conditions_in(step))


# Stretches ----------------------------------------------------------------------------------------

_INCLUDING, _EXCLUDING = r"[（(]\s*(?:含|incl)\s*[)）]", r"[（(]\s*(?:不含|excl)\s*[)）]"
_MARK = re.compile(rf"\s*(?:(?P<incl>{_INCLUDING})|(?P<excl>{_EXCLUDING}))")
_SIGNED = re.compile(r"\s*(<=|>=|=<|=>|[≤≥≦≧=＝<＜>＞])")
_CLOSED_BY_SIGN = {"low": ("≥", "="), "high": ("≤", "=")}


def end_by_words(stretch: Node, name: str) -> bool | None:
    """Whether the words of a stretch say that its `low` or `high` end belongs to it; None: they do not.

    A sign says it of the one end it makes; otherwise each end is followed by its mark: `80%（含）至 90%（不含）`.
    """
    words = _COMMENT.sub("", stretch.text("text")).strip()
    signed = _SIGNED.match(words)
    if signed is not None:
        sign = next(sign for sign, spelt in _BETWEEN.items() if signed.group(1) in spelt)
        return sign in _CLOSED_BY_SIGN[name]
    marks = [mark.group("incl") is not None for mark in _MARK.finditer(words)]
    return marks[name == "high"] if len(marks) == 2 else None
