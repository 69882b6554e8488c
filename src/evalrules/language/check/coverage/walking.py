"""Walks a formula to the cells it reads, through the names it uses."""

from __future__ import annotations

from collections.abc import Iterator

from evalrules.language.check.coverage.names import Name, Names
from evalrules.language.policy.expression import (
    Apply,
    Arithmetic,
    Choice,
    Compare,
    Connect,
    Constant,
    Expression,
    Gather,
    Given,
    GradeAward,
    IfMissing,
    IsClass,
    IsGiven,
    IsKind,
    IsOneOf,
    IsRead,
    Negate,
    Not,
    Outer,
    RowAward,
    Survey,
    TotalAward,
    Use,
)


def parts_of(node: Expression) -> tuple[Expression, ...]:
    """The operands of `node`; those that other rows are asked for are none."""
    match node:
        case Compare(left=left, right=right) | Arithmetic(left=left, right=right):
            return left, right
        case Connect(left=left, right=right):
            return left, right
        case Not(operand=operand) | Negate(operand=operand):
            return (operand,)
        case IsKind(subject=subject) | IsGiven(subject=subject):
            return (subject,)
        case IfMissing(subject=subject, default=default):
            return subject, default
        case IsOneOf(subject=subject, options=options):
            return (subject, *options)
        case Choice(cases=cases):
            return tuple(part for each in cases for part in (each.condition, each.value) if part is not None)
        case Apply(arguments=arguments):
            return arguments
        case (
            Given()
            | Constant()
            | Use()
            | IsClass()
            | IsRead()
            | Gather()
            | RowAward()
            | TotalAward()
            | GradeAward()
            | Outer()
            | Survey()
        ):
            return ()


def every_part(node: Expression, names: Names) -> Iterator[Expression]:
    """`node`, its parts, theirs, and what the names among them stand for; each name once."""
    stack, met = [node], set[Name]()
    while stack:
        part = stack.pop()
        yield part
        stack += reversed(parts_of(part))
        if isinstance(part, Use) and (part.origin, part.name) not in met:
            met.add((part.origin, part.name))
            value = names.value_of(part)
            stack += [] if value is None else [value]


def cells_read(node: Expression, names: Names) -> Iterator[Given]:
    """The cells that `node` reads of the row at hand, or of records that stand once."""
    return (part for part in every_part(node, names) if isinstance(part, Given))
