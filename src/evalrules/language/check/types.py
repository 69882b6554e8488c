"""Types: what can be known of a value before there is a form."""

from __future__ import annotations

from enum import Enum
from fractions import Fraction

from attrs import frozen

from evalrules.language.node import Node
from evalrules.language.policy.expression import Expression
from evalrules.language.policy.schema import Field, FieldType
from evalrules.language.problems import Phrase
from evalrules.language.source import Span
from evalrules.language.values import PURE, YUAN, Day, Dimension, Quantity, Text, Unit, is_bare_zero


class Shape(Enum):
    """The kinds of value; the names of the first four are those of everyday speech."""

    NUMBER = Phrase("数", "a number")
    TEXT = Phrase("文字", "a text")
    DAY = Phrase("日期", "a date")
    TRUTH = Phrase("条件", "a condition")
    CELL = Phrase("单元格的内容", "what a cell holds")
    """a target or an actual: a number in any unit, a date or a text, as the form will say"""
    UNKNOWN = Phrase("未知", "unknown")
    """a problem has been reported of it: nothing more is said about it"""


@frozen(eq=False, repr=False)
class Type(Node):
    """The shape of a value, and the unit of a number where it is known."""

    shape: Shape
    unit: Unit | None = None


SCORE = Unit(Dimension.PURE, "分", Fraction(1))
"""Points, told apart from other bare numbers while a policy is checked: 60% is not 60 of them."""

ZERO = Unit(Dimension.PURE, "0", Fraction(1))
"""The unit of a written 0 while a policy is checked: nothing of anything is nothing, so it fits every unit."""

ANY_NUMBER = Type(Shape.NUMBER)
BARE_NUMBER = Type(Shape.NUMBER, PURE)
POINTS = Type(Shape.NUMBER, SCORE)
TEXT = Type(Shape.TEXT)
DAY = Type(Shape.DAY)
TRUTH = Type(Shape.TRUTH)
CELL = Type(Shape.CELL)
UNKNOWN = Type(Shape.UNKNOWN)


@frozen(eq=False, repr=False)
class Typed(Node):
    """A checked expression and its type."""

    expression: Expression
    type: Type

    @property
    def span(self) -> Span:
        return self.expression.span


_DIMENSIONS = {
    Dimension.PURE: Phrase("没有单位的数", "a bare number"),
    Dimension.PERCENT: Phrase("百分数", "a percentage"),
    Dimension.POINT: Phrase("百分点", "a number of percentage points"),
    Dimension.MONEY: Phrase("金额", "an amount of money"),
    Dimension.UNSTATED: Phrase("没有单位的数", "a bare number"),
    Dimension.DAYS: Phrase("天数", "a number of days"),
}


def described(type_: Type) -> Phrase:
    """What a value of `type_` is, in words that a message can use."""
    if type_.unit is None:
        return type_.shape.value
    return described_unit(type_.unit)


def described_unit(unit: Unit) -> Phrase:
    """What a number in `unit` is."""
    if unit == SCORE:
        return Phrase("分数", "a number of points")
    if unit.dimension is Dimension.NAMED:
        return Phrase(f"以“{unit.symbol}”计的数", f"a number of {unit.symbol}")
    return _DIMENSIONS[unit.dimension]


def type_of_field(field: Field) -> Type:
    """What the cells of `field` hold, as far as their form is declared."""
    match field.type:
        case FieldType.TEXT:
            return TEXT
        case FieldType.NUMBER:
            return BARE_NUMBER
        case FieldType.POINTS:
            return POINTS
        case FieldType.MONEY:
            return Type(Shape.NUMBER, YUAN)
        case FieldType.DATE:
            return DAY
        case FieldType.TARGET | FieldType.MEASURED:
            return CELL


def fitted_units(a: Unit, b: Unit) -> tuple[Unit, Unit]:
    """The units of two numbers that are to be one of a kind: a written 0 takes that of the other."""
    return (b if a == ZERO else a), (a if b == ZERO else b)


def type_of_constant(value: Quantity | Text | Day) -> Type:
    """The type of what is written in a policy."""
    match value:
        case Quantity():
            return Type(Shape.NUMBER, ZERO if is_bare_zero(value) else value.unit)
        case Text():
            return TEXT
        case Day():
            return DAY
