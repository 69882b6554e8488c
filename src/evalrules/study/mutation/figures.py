"""Mutants of numbers, comparisons, ends and operands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from evalrules.language.keywords import TOKEN_OF_WORD, spelling
from evalrules.language.source import Span
from evalrules.language.syntax import tree
from evalrules.language.values import show_fixed
from evalrules.study.mutation.mutant import Edit, Kind, Mutant
from evalrules.study.mutation.written import Written, part, span_of

ROUNDINGS = ("HALF_UP", "TRUNCATE", "ROUND_UP", "HALF_EVEN")
_DIGITS = re.compile(r"[0-9０-９]+(?:[.．]([0-9０-９]+))?")
_SIGN = re.compile(r"<=|>=|=<|=>|[≤≥≦≧<＜>＞]")
_MARK = re.compile(r"[（(]\s*(不含|含|incl|excl)\s*[)）]$")
_OTHER_SIGN = {"<": "≤", "＜": "≤", ">": "≥", "＞": "≥", "≤": "<", "≦": "<", "<=": "<", "=<": "<"} | {
    "≥": ">", "≧": ">", ">=": ">", "=>": ">"
}  # fmt: skip
_OTHER_MARK = {"含": "（不含）", "不含": "（含）", "incl": "(excl)", "excl": "(incl)"}


def numbers(written: Written) -> Iterator[Mutant]:
    """A number one step of its last written digit higher, and lower. Units of rounding have mutants of their own."""
    node, parent = written.node, written.parent
    rounds = isinstance(parent, tree.Step) and parent.kind in ROUNDINGS and node is parent.operand
    if not isinstance(node, tree.Number) or rounds:
        return
    digits = _DIGITS.match(node.span.text)
    if digits is None:
        return
    places = len(digits[1] or "")
    step = Fraction(1, 10**places)
    span = part(node.span, 0, digits.end())
    for value in (Fraction(node.digits) + step, Fraction(node.digits) - step):
        if value >= 0:
            yield Mutant(Kind.NUMBER, (Edit(span, show_fixed(value, places)),))


def comparisons(written: Written) -> Iterator[Mutant]:
    """`<` for `≤`, `≥` for `>`, and so on: in conditions and at the head of bands."""
    node = written.node
    if isinstance(node, tree.Binary) and node.operator in ("<", "≤", ">", "≥"):
        left, right = span_of(node.left), span_of(node.right)
        assert left is not None
        assert right is not None
        yield from _other_sign(Span(left.source, left.end, right.start))
    elif isinstance(node, tree.From) and node.operator != "=":
        yield from _other_sign(node.span)


def _other_sign(span: Span) -> Iterator[Mutant]:
    sign = _SIGN.search(span.text)
    if sign is not None:
        yield Mutant(Kind.COMPARISON, (Edit(part(span, *sign.span()), _OTHER_SIGN[sign[0]]),))


def ends(written: Written) -> Iterator[Mutant]:
    """`（含）` for `（不含）` and the other way round."""
    node = written.node
    mark = _MARK.search(node.span.text) if isinstance(node, tree.Bound) else None
    if mark is not None and isinstance(node, tree.Bound):
        yield Mutant(Kind.END, (Edit(part(node.span, *mark.span()), _OTHER_MARK[mark[1]]),))


def operands(written: Written) -> Iterator[Mutant]:
    """The two sides of − and ÷ exchanged, each in brackets if it needs them."""
    node = written.node
    if isinstance(node, tree.Binary) and node.operator in ("−", "÷"):
        left, right = span_of(node.left), span_of(node.right)
        assert left is not None
        assert right is not None
        # Brackets stand outside the span of what is no operation; they stay where they are.
        yield Mutant(Kind.OPERANDS, (Edit(left, _bracketed(node.right)), Edit(right, _bracketed(node.left))))


def _bracketed(node: tree.Expression) -> str:
    text = node.span.text
    needs = isinstance(node, tree.Binary | tree.Negative) and text[0] not in "(（"
    return f"（{text}）" if needs else text


def directions(written: Written) -> Iterator[Mutant]:
    """`是 上限` for `是 下限` and the other way round."""
    node = written.node
    if isinstance(node, tree.IsKind) and not node.named and node.kind in ("CEILING", "FLOOR"):
        word = node.span.text.split()[-1]
        lang = "zh" if spelling(node.kind, "zh") == word else "en"
        if TOKEN_OF_WORD.get(word) == node.kind:
            at = part(node.span, len(node.span.text) - len(word), len(node.span.text))
            yield Mutant(Kind.DIRECTION, (Edit(at, spelling("FLOOR" if node.kind == "CEILING" else "CEILING", lang)),))
