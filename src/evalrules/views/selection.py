"""Which row of a form a person means."""

from __future__ import annotations

from collections import Counter

from evalrules.language.policy.schema import Schema
from evalrules.language.problems.problem import Phrase
from evalrules.meaning.derivation import Derivation, RowDerivation

_MOST_LISTED = 12


def rows_named(derivation: Derivation, name: str, schema: Schema) -> tuple[RowDerivation, ...]:
    """The rows that `name` may mean: those with that label, path or address, else those whose label or path holds it.

    A path is written with slashes: 满意度指标/服务对象满意度指标/群众满意度. An address is written as
    messages print it, in either language, and counts from 0: 指标[3], indicators[3].
    """
    wanted = name.strip()
    exact = tuple(row for row in derivation.rows if wanted in (row.label, row_path(row)))
    exact = exact or tuple(row for row in derivation.rows if wanted in _ways_to_write(row, schema))
    if exact or not wanted:
        return exact
    return tuple(row for row in derivation.rows if wanted in row.label or wanted in row_path(row))


def _ways_to_write(row: RowDerivation, schema: Schema) -> tuple[str, ...]:
    """The address, alone or after the name, as explanations print it where names repeat: 目标质量 指标[3]."""
    record = schema.record_named(row.section)
    sections = (row.section,) if record is None else (record.zh, record.en)
    addresses = tuple(f"{section}[{row.index}]" for section in sections)
    return (*addresses, *(f"{row.label} {address}" for address in addresses))


def row_path(row: RowDerivation) -> str:
    """The row's label with everything it stands under."""
    return "/".join((*row.path, row.label))


def why_not_one(derivation: Derivation, name: str, schema: Schema) -> Phrase | None:
    """What to tell a person whose `name` means no row, or several; None if it means one."""
    found = rows_named(derivation, name, schema)
    if len(found) == 1:
        return None
    if found:
        zh, en = _choices(found, derivation, schema)
        return Phrase(
            f"“{name}”可以指 {len(found)} 行：{zh}。请照写其中一个（方括号里的数从 0 起）",
            f"`{name}` may mean {len(found)} rows: {en}; write one of these as it stands (numbers in brackets "
            "count from 0)",
        )
    zh, en = _choices(derivation.rows, derivation, schema)
    return Phrase(f"没有名为“{name}”的行。表中的行有：{zh}", f"no row is called `{name}`; the rows are: {en}")


def _choices(rows: tuple[RowDerivation, ...], derivation: Derivation, schema: Schema) -> tuple[str, str]:
    """What to write for each of `rows`, in Chinese and in English."""
    labels = Counter(row.label for row in derivation.rows)
    paths = Counter(row_path(row) for row in derivation.rows)
    written = [_shortest(row, labels, paths, schema) for row in rows[:_MOST_LISTED]]
    more = " …" if len(rows) > _MOST_LISTED else ""
    return "、".join(each.zh for each in written) + more, ", ".join(each.en for each in written) + more


def _shortest(row: RowDerivation, labels: Counter[str], paths: Counter[str], schema: Schema) -> Phrase:
    """The label if no other row has it, else the path, else the label and the address."""
    path = row_path(row)
    if labels[row.label] == 1 or paths[path] == 1:
        name = row.label if labels[row.label] == 1 else path
        return Phrase(name, name)
    record = schema.record_named(row.section)
    zh, en = (row.section, row.section) if record is None else (record.zh, record.en)
    return Phrase(f"{row.label} {zh}[{row.index}]".lstrip(), f"{row.label} {en}[{row.index}]".lstrip())
