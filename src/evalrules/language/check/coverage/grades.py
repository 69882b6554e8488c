"""The grade as the proof sees it: a cell that holds the name of one of the grades."""

from __future__ import annotations

import attrs
from attrs import evolve

from evalrules.language.policy.definition import Consequence, Local
from evalrules.language.policy.expression import Expression, Given, GradeAward
from evalrules.language.policy.schema import Field, FieldType

GRADE_CELL = Field("", "等级", "grade", FieldType.TEXT, None, (), ())


def place_of(consequence: Consequence) -> str:
    """What the place of its local quantities is called; no rule has a name with a blank."""
    return f"结果应用 {consequence.name}"


def locals_of(consequence: Consequence) -> tuple[Local, ...]:
    """The local quantities, with the grade as a cell."""
    return tuple(evolve(each, value=with_grade_cell(each.value)) for each in consequence.locals)


def with_grade_cell(node: Expression) -> Expression:
    """`node` with the grade as a cell, wherever it is asked for."""
    if isinstance(node, GradeAward):
        return Given(GRADE_CELL, node.span)
    changes = {
        attribute.name: _inside(getattr(node, attribute.name))
        for attribute in attrs.fields(type(node))
        if isinstance(getattr(node, attribute.name), Expression | tuple) and attribute.name != "span"
    }
    return evolve(node, **changes) if changes else node  # type: ignore[arg-type]


def _inside(part: object) -> object:
    if isinstance(part, tuple):
        return tuple(_inside(each) for each in part)
    return with_grade_cell(part) if isinstance(part, Expression) else part
