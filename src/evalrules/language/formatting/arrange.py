"""Settles what the author was free to leave out: the comma after a condition, and which cases make a table."""

from __future__ import annotations

from itertools import chain

from evalrules.language.formatting.style import IN_COLUMNS, ON_NAME, STYLE
from evalrules.language.syntax.concrete import Group, Part
from evalrules.language.syntax.lexer import Word


def arranged(declaration: Group) -> Group:
    """`declaration` with the commas of the house style.

    Several cases that take a line each stand in columns: 当 …，  得分 …. A case that goes on below, in bands or
    tiers, would tear the columns apart; then all are written on: 当 …，得分 分段 ….
    """
    if declaration.rule == "example":
        return _with_cells_as_printed(declaration)
    if declaration.rule == "amendment":
        verb, plain = declaration.parts
        return Group("amendment", (verb, arranged(plain) if isinstance(plain, Group) else plain))
    declaration = _with_early_notes_inline(declaration)
    in_columns = frozenset(rule for rule in IN_COLUMNS if _make_a_table(rule, declaration))
    return Group(declaration.rule, tuple(_arranged_part(part, in_columns) for part in declaration.parts))


def _with_early_notes_inline(declaration: Group) -> Group:
    """`declaration` with the notes on what it is called beside the name; those on the value have a column."""
    equals = [at for at, part in enumerate(declaration.parts) if isinstance(part, Word) and part.type == "EQ"]
    early = declaration.parts[: equals[0]] if equals else ()
    moved = (Group(ON_NAME, p.parts) if isinstance(p, Group) and p.rule == "notes" else p for p in early)
    return Group(declaration.rule, (*moved, *declaration.parts[len(early) :]))


def _make_a_table(rule: str, declaration: Group) -> bool:
    cases = [part for part in declaration.parts if isinstance(part, Group) and part.rule == rule]
    return len(cases) > 1 and not any(_goes_on_below(case) for case in cases)


def _with_cells_as_printed(group: Group) -> Group:
    """`group` with the units of its cells among the words that are copied from a form."""
    if group.rule == "printed":
        words = (part.parts if isinstance(part, Group) else (part,) for part in group.parts)
        return Group("printed", tuple(chain.from_iterable(words)))
    if group.rule not in ("example", "example_row", "other_form", "other_row", "entry"):
        return group
    return Group(group.rule, tuple(_with_cells_as_printed(p) if isinstance(p, Group) else p for p in group.parts))


def _arranged_part(part: Part, in_columns: frozenset[str]) -> Part:
    match part:
        case Group(rule=rule) if rule in IN_COLUMNS:
            return _arranged_case(part, rule in in_columns)
        case Group(rule="require" | "report"):
            return _without_comma(part)  # a new line follows
        case _:
            return part


def _goes_on_below(case: Group) -> bool:
    outcome = case.parts[-1]
    return isinstance(outcome, Group) and outcome.rule in STYLE and bool(STYLE[outcome.rule].lines)


def _arranged_case(case: Group, in_columns: bool) -> Group:
    guard, *rest = case.parts
    if isinstance(guard, Group) and guard.rule == "guard":
        guard = _without_comma(guard)
        if not in_columns or len(guard.parts) > 1:  # 否则 stands by itself in its column
            guard = Group("guard", (*guard.parts, _COMMA))
    rest = [_with_comma_before_editing(part) for part in rest]
    return Group(IN_COLUMNS[case.rule] if in_columns else case.rule, (guard, *rest))


def _with_comma_before_editing(outcome: Part) -> Part:
    """An award that people may change, with a comma before 可改为."""
    if not isinstance(outcome, Group) or outcome.rule != "editable":
        return outcome
    parts = _without_comma(outcome).parts
    at = next(at for at, part in enumerate(parts) if isinstance(part, Word) and part.type == "EDITABLE")
    return Group(outcome.rule, (*parts[:at], _COMMA, *parts[at:]))


_COMMA = Word("COMMA", ",", -1, -1)
"""A comma that the author may have left out; where it stands follows from what stands before it."""


def _without_comma(group: Group) -> Group:
    return Group(group.rule, tuple(part for part in group.parts if isinstance(part, Group) or part.type != "COMMA"))
