"""A small world of rows in which every question that the generated conditions can ask has every answer.

The conditions compare with 10, with two words and with each other, so cells below, at and above each, of
each kind, are enough: if any row meets some conditions, one of these does.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import product
from types import MappingProxyType

from attrs import evolve
from hypothesis import strategies as st

from evalrules.language.policy.form import Cell, Form, FormRow
from evalrules.language.policy.policy import CheckedPolicy
from evalrules.language.policy.schema import Schema
from evalrules.meaning.derivation import RowDerivation
from evalrules.meaning.derive.rows import Rows
from evalrules.meaning.derive.world import World
from evalrules.meaning.facts import FactRow, Facts, facts_from_form

CELLS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "一级指标": ("", "甲", "乙", "丙"),
        "年度指标值": (
            *("", "长期", "短期", "9", "10", "12", "≤9", "≤10", "≤12", "≥9", "≥10", "≥12", "9-11"),
            *("2022年12月30日", "2022年12月31日", "2023年1月2日"),
        ),
        "实际完成值": (
            *("", "长期", "短期", "8", "9", "10", "11", "12", "13", "2022年12月29日", "2022年12月30日"),
            *("2022年12月31日", "2023年1月1日", "2023年1月2日", "2023年1月3日"),
        ),
        "分值": ("9", "10", "11"),
    }
)

_OF_TARGETS = (
    "年度指标值 是 文字",
    "年度指标值 是 数",
    "年度指标值 是 上限",
    "年度指标值 不是 下限",
    "年度指标值 是 区间",
    "年度指标值 是 日期",
    "年度指标值 未填",
    "年度指标值 = “长期”",
    "年度指标值 ≥ 10",
    "年度指标值 < 10",
    "年度指标值 = 10",
)
_OF_WORDS = (
    "一级指标 = “甲”",
    "一级指标 ≠ “乙”",
    "一级指标 属于 （“甲”，“乙”）",
    "一级指标 已填",
    "分值 ≥ 10",
    "分值 ≠ 10",
    "分值 < 10",
)
_OF_ACTUALS = (
    "实际完成值 ≥ 年度指标值",
    "实际完成值 < 年度指标值",
    "实际完成值 = 年度指标值",
    "实际完成值 是 文字",
    "实际完成值 > 10",
    "实际完成值 ≤ 2022-12-31",
)
_DEFAULTS: Mapping[str, str] = MappingProxyType(
    {"一级指标": "甲", "年度指标值": "10", "实际完成值": "10", "分值": "10"}
)


def _larger(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.one_of(
        st.builds("（{} 且 {}）".format, inner, inner),
        st.builds("（{} 或 {}）".format, inner, inner),
        st.builds("非 （{}）".format, inner),
    )


def conditions(fewest: int, most: int) -> st.SearchStrategy[list[str]]:
    """Conditions that speak of the same few cells: with all cells at once, the world would be large."""
    worlds = [
        st.lists(st.recursive(st.sampled_from(atoms), _larger, max_leaves=4), min_size=fewest, max_size=most)
        for atoms in (_OF_TARGETS + _OF_WORDS, _OF_TARGETS + _OF_ACTUALS)
    ]
    return st.one_of(worlds)


def rows_of(policy: CheckedPolicy, conditions: Iterable[str]) -> Iterator[RowDerivation]:
    """What becomes of every row of the world that differs where `conditions` look."""
    rows = []
    for at, cells in enumerate(_cells(" ".join(conditions))):
        read = [_row_with(policy.schema, name, printed) for name, printed in cells.items()]
        merged = MappingProxyType({field: datum for row in read for field, datum in row.cells.items()})
        rows.append(evolve(read[0], index=at, cells=merged))
    world = World(policy, Facts("world", MappingProxyType({"indicators": tuple(rows)}), ()), Rows())
    return (Rows().derive(row, world) for row in rows)


_READ: dict[tuple[str, str], FactRow] = {}


def _row_with(schema: Schema, name: str, printed: str) -> FactRow:
    """A row with one cell; reading cells takes longer than all the rest, so each is read once."""
    if (name, printed) not in _READ:
        row = FormRow(MappingProxyType({name: Cell(printed, name)}), "")
        form = Form("world", schema.name, MappingProxyType({}), MappingProxyType({"indicators": (row,)}))
        (_READ[name, printed],) = facts_from_form(form, schema).rows["indicators"]
    return _READ[name, printed]


def _cells(text: str) -> Iterator[dict[str, str]]:
    choices = [values if name in text else (_DEFAULTS[name],) for name, values in CELLS.items()]
    for combination in product(*choices):
        yield dict(zip(CELLS, combination, strict=True))
