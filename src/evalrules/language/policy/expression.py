"""Typed expressions: what a checked policy computes with. A closed set of node kinds."""

from __future__ import annotations

from enum import Enum
from typing import Literal, TypeAlias

import attrs
from attrs import frozen

from evalrules.language.node import Node
from evalrules.language.policy.basis import Basis
from evalrules.language.policy.schema import Field
from evalrules.language.source import Span
from evalrules.language.values import Day, Quantity, Text

ArithmeticOperator: TypeAlias = Literal["+", "−", "×", "÷"]
ComparisonOperator: TypeAlias = Literal["=", "≠", "<", "≤", ">", "≥"]


class CellKind(Enum):
    """What `是` can ask of a cell; the values are the keyword tokens."""

    TEXT = "TEXT"
    NUMBER = "NUMBER_KIND"
    CEILING = "CEILING"
    FLOOR = "FLOOR"
    STRICT_CEILING = "STRICT_CEILING"
    STRICT_FLOOR = "STRICT_FLOOR"
    EXACT = "EXACT"
    DATE = "DATE_KIND"
    RANGE = "RANGE"


class Origin(Enum):
    """Where a named quantity comes from."""

    PARAMETER = "PARAMETER"
    DEFINITION = "DEFINITION"
    LOCAL = "LOCAL"


@frozen(eq=False, repr=False)
class Constant(Node):
    """A number, text or date written in the policy."""

    value: Quantity | Text | Day
    span: Span = attrs.field(eq=False, repr=False)


@frozen(eq=False, repr=False)
class Given(Node):
    """A cell of the row at hand, or of a record that stands once on the form.

    Where the row at hand may be of any scored record (每行 without 对), the field's record is "".
    """

    field: Field
    span: Span = attrs.field(eq=False, repr=False)


@frozen(eq=False, repr=False)
class Use(Node):
    """A parameter, definition or local quantity, by name."""

    name: str
    origin: Origin
    span: Span = attrs.field(eq=False, repr=False)


@frozen(eq=False, repr=False)
class RowAward(Node):
    """`得分` of the row at hand, after the steps that every row takes."""

    span: Span = attrs.field(eq=False, repr=False)


@frozen(eq=False, repr=False)
class TotalAward(Node):
    """`总分` of the form."""

    span: Span = attrs.field(eq=False, repr=False)


@frozen(eq=False, repr=False)
class GradeAward(Node):
    """`等级` of the form, a text."""

    span: Span = attrs.field(eq=False, repr=False)


@frozen(eq=False, repr=False)
class Negate(Node):
    """`−x`."""

    operand: Expression
    span: Span = attrs.field(eq=False, repr=False)


@frozen(eq=False, repr=False)
class Arithmetic(Node):
    """`实际完成值 ÷ 年度指标值`."""

    operator: ArithmeticOperator
    left: Expression
    right: Expression
    span: Span = attrs.field(eq=False, repr=False)


@frozen(eq=False, repr=False)
class Compare(Node):
    """`实际完成值 ≥ 年度指标值`."""

    operator: ComparisonOperator
    left: Expression
    right: Expression
    span: Span = attrs.field(eq=False, repr=False)


@frozen(eq=False, repr=False)
class Not(Node):
    """`非 x`."""

    operand: Expression
    span: Span = attrs.field(eq=False, repr=False)


@frozen(eq=False, repr=False)
class Connect(Node):
    """`且`/`或`: the right side is looked at only where the left leaves the answer open."""

    operator: Literal["and", "or"]
    left: Expression
    right: Expression
    span: Span = attrs.field(eq=False, repr=False)


@frozen(eq=False, repr=False)
class IsKind(Node):
    """`年度指标值 是 文字`."""

    subject: Given
    kind: CellKind
    negated: bool
    span: Span = attrs.field(eq=False, repr=False)


@frozen(eq=False, repr=False)
class IsClass(Node):
    """`指标 是 正向`: the class of the row at hand."""

    class_name: str
    negated: bool
    span: Span = attrs.field(eq=False, repr=False)


@frozen(eq=False, repr=False)
class IsGiven(Node):
    """`偏差原因 已填` or `未填`."""

    subject: Given
    given: bool
    span: Span = attrs.field(eq=False, repr=False)


@frozen(eq=False, repr=False)
class IfMissing(Node):
    """`其他资金 未填作 0`: what a cell holds, or `default` where it is empty."""

    subject: Given
    default: Expression
    span: Span = attrs.field(eq=False, repr=False)


@frozen(eq=False, repr=False)
class IsOneOf(Node):
    """`一级指标 属于 ("产出指标", "效益指标")`."""

    subject: Expression
    options: tuple[Expression, ...]
    span: Span = attrs.field(eq=False, repr=False)


@frozen(eq=False, repr=False)
class IsRead(Node):
    """`步数怎样数 是 按整步`: which alternative of a reading is chosen."""

    reading: str
    alternative: str
    negated: bool
    span: Span = attrs.field(eq=False, repr=False)


@frozen(eq=False, repr=False)
class ValueCase(Node):
    """A value and when it is taken; `condition` None means: when no other case holds."""

    condition: Expression | None
    value: Expression
    basis: Basis
    span: Span = attrs.field(eq=False, repr=False)


@frozen(eq=False, repr=False)
class Choice(Node):
    """A quantity given by cases. It is the whole of what a definition or a local quantity stands for.

    Exactly one case holds, unless `in_order`: then it is the first that does.
    """

    name: str
    in_order: bool
    cases: tuple[ValueCase, ...]
    span: Span = attrs.field(eq=False, repr=False)


@frozen(eq=False, repr=False)
class Apply(Node):
    """A function of values; `function` is its English name."""

    function: str
    arguments: tuple[Expression, ...]
    span: Span = attrs.field(eq=False, repr=False)


@frozen(eq=False, repr=False)
class Scope(Node):
    """Rows of a record (its English name), of one class if named, that satisfy a condition.

    `record` is None for all rows that are scored.
    """

    record: str | None
    class_name: str | None
    condition: Expression | None
    span: Span = attrs.field(eq=False, repr=False)


@frozen(eq=False, repr=False)
class Gather(Node):
    """A function of rows: `合计（得分 对 指标 中 …）`; without a body, of the rows themselves."""

    function: str
    body: Expression | None
    scope: Scope
    span: Span = attrs.field(eq=False, repr=False)


@frozen(eq=False, repr=False)
class Survey(Node):
    """A function of the forms of a population: `名次（总得分 对 各表 中 …）`; without a body, of the forms."""

    function: str
    body: Expression | None
    condition: Expression | None
    over: Span = attrs.field(eq=False, repr=False)
    """`对 各表 中 …`"""
    span: Span = attrs.field(eq=False, repr=False)


@frozen(eq=False, repr=False)
class Outer(Node):
    """`本行 F`, `本表 X`, inside a gathering: `operand` where the gathering stands, not at what is gathered.

    A local quantity that is used inside a gathering is one too, though no word says so.
    """

    operand: Expression
    span: Span = attrs.field(eq=False, repr=False)


Expression: TypeAlias = (
    Constant
    | Given
    | Use
    | RowAward
    | TotalAward
    | GradeAward
    | Negate
    | Arithmetic
    | Compare
    | Not
    | Connect
    | IsKind
    | IsClass
    | IsGiven
    | IfMissing
    | IsOneOf
    | IsRead
    | Choice
    | Apply
    | Gather
    | Survey
    | Outer
)
