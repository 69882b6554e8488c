"""Which row of a form a person means."""

from __future__ import annotations

from evalrules.language.problems.problem import Phrase
from evalrules.meaning.derivation import Derivation, RowDerivation

_MOST_LISTED = 12


def rows_named(derivation: Derivation, name: str) -> tuple[RowDerivation, ...]:
    """The rows that `name` may mean: those with that label, else those whose label or path holds it.

    A path is written with slashes: 满意度指标/服务对象满意度指标/群众满意度.
    """
    wanted = name.strip()
    exact = tuple(row for row in derivation.rows if wanted in (row.label, row_path(row)))
    if exact or not wanted:
        return exact
    return tuple(row for row in derivation.rows if wanted in row.label or wanted in row_path(row))


def row_path(row: RowDerivation) -> str:
    """The row's label with everything it stands under."""
    return "/".join((*row.path, row.label))


def why_not_one(derivation: Derivation, name: str) -> Phrase | None:
    """What to tell a person whose `name` means no row, or several; None if it means one."""
    found = rows_named(derivation, name)
    if len(found) == 1:
        return None
    if found:
        which = _listed(found)
        return Phrase(
            f"“{name}”可以指 {len(found)} 行：{which}。请写全名称，或写出路径（如 {row_path(found[0])}）",
            f"`{name}` may mean {len(found)} rows: {which}; write the whole name, or the path "
            f"(such as {row_path(found[0])})",
        )
    which = _listed(derivation.rows)
    return Phrase(f"没有名为“{name}”的行。表中的行有：{which}", f"no row is called `{name}`; the rows are: {which}")


def _listed(rows: tuple[RowDerivation, ...]) -> str:
    names = [row.label for row in rows[:_MOST_LISTED]]
    return "、".join(names) + (" …" if len(rows) > _MOST_LISTED else "")
