"""What to put into cells, drawn from the policy's own constants: the edges that it speaks of, and their neighbours."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from attrs import frozen

from evalrules.language.policy import definition as d
from evalrules.language.policy import expression as ex
from evalrules.language.policy.policy import CheckedPolicy
from evalrules.language.policy.schema import Field
from evalrules.language.values import Quantity, Text
from evalrules.study.rewriting import nodes_in

_USUAL_RATIOS = tuple(Fraction(each, 10000) for each in (10000, 9500, 5000, 11000, 0, 3333, 9985, 13000, 20000, -500))
_USUAL_NUMBERS = tuple(map(Fraction, (100, 10, 1, 0, 50, 2, -1)))
_WRITTEN = re.compile(r"[0-9０-９]+(?:[.．]([0-9０-９]+))?")


@frozen
class Pools:
    """Numbers, shares and words worth trying, the policy's own first."""

    ratios: tuple[Fraction, ...]
    numbers: tuple[Fraction, ...]
    tiers: tuple[str, ...]
    texts: tuple[tuple[str, tuple[str, ...]], ...]

    def texts_of(self, field: Field) -> tuple[str, ...]:
        """The words with which the policy compares cells of `field`."""
        return next((texts for name, texts in self.texts if name == field.en), ())


def pools_of(policy: CheckedPolicy) -> Pools:
    """What the constants of `policy` suggest."""
    ratios: list[Fraction] = []
    numbers: list[Fraction] = []
    parts = (
        policy.parameters,
        policy.definitions,
        policy.classifications,
        policy.withdrawals,
        policy.exemptions,
        policy.rules,
        policy.each_row,
        policy.total,
        policy.grading,
        policy.consequences,
        policy.checks,
    )
    for node in nodes_in(parts):
        if isinstance(node, ex.Constant) and isinstance(node.value, Quantity):
            pool = ratios if "%" in node.span.text or "％" in node.span.text else numbers
            pool += _around(node.value, node.span.text)
    return Pools(
        tuple(dict.fromkeys((*ratios, *_USUAL_RATIOS))),
        tuple(dict.fromkeys((*numbers, *_USUAL_NUMBERS))),
        tuple(dict.fromkeys(each.name for each in nodes_in(parts) if isinstance(each, d.Tier))),
        tuple(_texts(parts)),
    )


def _around(value: Quantity, written: str) -> Iterator[Fraction]:
    """The number, and its neighbours at one step of the last written digit and at half of one."""
    digits = _WRITTEN.search(written)
    if isinstance(value.amount, Fraction) and digits is not None:
        step = Fraction(1, 10 ** len(digits[1] or "")) * value.unit.scale
        yield from (value.amount, value.amount - step, value.amount + step, value.amount - step / 2)


def _texts(parts: object) -> Iterator[tuple[str, tuple[str, ...]]]:
    found: dict[str, list[str]] = {}
    for node in nodes_in(parts):
        match node:
            case ex.Compare(left=ex.Given(field=field), right=ex.Constant(value=Text(text=text))):
                found.setdefault(field.en, []).append(text)
            case ex.IsOneOf(subject=ex.Given(field=field), options=options):
                found.setdefault(field.en, []).extend(text for each in options if (text := _text_of(each)))
            case _:
                pass
    return ((name, tuple(dict.fromkeys(texts))) for name, texts in found.items())


def _text_of(option: ex.Expression) -> str:
    return option.value.text if isinstance(option, ex.Constant) and isinstance(option.value, Text) else ""
