"""Puts into words what a message shows: a made-up row, the line of a declaration."""

from __future__ import annotations

from fractions import Fraction

from evalrules.language.check.coverage.cells import READINGS, State
from evalrules.language.check.coverage.ground import Ground
from evalrules.language.check.coverage.reasoning import Found
from evalrules.language.check.coverage.trial import Content
from evalrules.language.policy.schema import FieldType
from evalrules.language.problems import Phrase
from evalrules.language.source import Span
from evalrules.language.values import YUAN, Absent, Day, Quantity, Text, Unread, show_quantity

_SIGNS = {
    State.CEILING: "≤",
    State.FLOOR: "≥",
    State.STRICT_CEILING: "<",
    State.STRICT_FLOOR: ">",
    State.EXACT: "=",
}
_HUNDREDTHS = 10**2


def first_line(span: Span) -> Span:
    """The first line of a declaration that goes over several."""
    line = span.text.partition("\n")[0].rstrip()
    return Span(span.source, span.start, span.start + len(line))


def example_of(found: Found, ground: Ground) -> Phrase:
    """The cells of the row that matter, in the order of the form, as they would be printed."""
    zh, en = [], []
    for cell, content in found.row.items():
        field = ground.cells[cell]
        if isinstance(content.value, Absent):
            zh.append(f"{field.zh} 未填")
            en.append(f"{field.en} missing")
        else:
            printed = _printed(content, is_target=field.type is FieldType.TARGET)
            if field.record == READINGS and isinstance(content.value, Text):
                zh.append(f"{field.zh} 是 {content.value.text}")
                en.append(f"{field.en} is {content.value.text}")
                continue
            zh.append(f"{field.zh} = {printed}")
            en.append(f"{field.en} = {printed}")
    zh, en = zh or ["任何一行"], en or ["any row"]
    if found.sender:
        zh.append(f"由规则“{found.sender}”转来")
        en.append(f"sent by rule `{found.sender}`")
    return Phrase("，".join(zh), ", ".join(en))


def _printed(content: Content, *, is_target: bool) -> str:
    match content.value:
        case Text(text=text):
            return f"“{text}”"
        case Day() as day:
            return day.show()
        case Quantity() as quantity:
            sign = _SIGNS.get(content.state, "") if is_target or content.state is State.EXACT else ""
            return sign + show_quantity(_readable(quantity))
        case Unread(text=text):
            return text
        case Absent():
            return ""


def _readable(quantity: Quantity) -> Quantity:
    """`quantity`, in 元 where it would be a tiny part of 万元."""
    amount, unit = quantity.amount, quantity.unit
    if isinstance(amount, Fraction) and unit.symbol == YUAN.symbol:
        return quantity if (amount / unit.scale * _HUNDREDTHS).denominator == 1 else Quantity(amount, YUAN)
    return quantity
