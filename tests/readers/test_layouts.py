"""A form is read back as the same form, whatever the layout in which it is printed and the format it is kept in."""

from __future__ import annotations

import os
from collections.abc import Mapping

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from evalrules.language.policy.form import Cell, Form
from evalrules.readers import read_document_bytes
from evalrules.readers.reading import ReadForm
from tests.readers.printing import Filled, Indicator, Layout, Source, Value, expected, printed
from tests.readers.writing import FORMATS, PLAIN_FORMATS, read_as, write

NAMES = {
    "project": ("项目名称", "项目名称：", "项目 名称", "专项名称"),
    "department": ("主管部门", "主管部门及代码", "预算主管部门"),
    "unit": ("实施单位", "项目实施单位", "填报单位"),
    "original_budget": ("年初预算数", "年初预算数（A）", "年初预算"),
    "revised_budget": ("全年预算数", "调整后预算数", "全年（调整）预算数"),
    "executed": ("全年执行数", "预算执行数", "全年执行数\n(B)"),
    "fund_points": ("分值", "分值（10分）", "权重"),
    "rate": ("执行率", "预算执行率", "执行率（B/A）"),
    "fund_score": ("得分", "自评得分"),
    "money": ("万元", "元", ""),
    "level1": ("一级指标", "一级\n指标"),
    "level2": ("二级指标", "二级指标名称"),
    "name": ("三级指标", "指标名称", "三级指标名称"),
    "operator": ("指标性质", "计算符号"),
    "target": ("年度指标值", "年度指标值（A）", "指标值", "目标值", "年初目标值（A）"),
    "measured_in": ("度量单位", "计量单位"),
    "actual": ("全年实际值", "全年实际值（B）", "实际完成值", "完成值", "全年完成值"),
    "points": ("分值", "权重", "指标分值", "分 值"),
    "self_score": ("得分", "自评得分", "指标得分"),
    "reason": ("偏差原因分析及改进措施", "未完成原因分析", "偏差原因", "未完成原因和改进措施"),
    "method": ("得分计算方法",),
}

LEVELS = (
    ("产出指标", "数量指标"), ("产出指标", "质量指标"), ("产出指标", "时效指标"), ("产出指标", "成本指标"),
    ("效益指标", "社会效益指标"), ("效益指标", "可持续影响指标"), ("满意度指标", "服务对象满意度指标"),
)  # fmt: skip

QUANTITIES = (
    ("36", "个"),
    ("1", "次"),
    ("100", "%"),
    ("95", "%"),
    ("12.5", "万元"),
    ("0", "起"),
    ("2000", "户"),
    ("7", ""),
)
WORDS = ("按时完成", "长期", "显著提升", "2022年12月底前", "是", "≥90%")
EXAMPLES = 500 if os.environ.get("EVALRULES_LAWS") else 20
"""layouts that are tried in each format: a workbook is slow to write"""

SUBJECTS = ("公众号数量", "网站维护", "检测完成率", "合同履约", "群众满意度", "培训人数", "养护里程", "印刷手册")

quantities = st.builds(
    lambda sign, number: Value(sign, *number), st.sampled_from(("", "≥", "≤", "=")), st.sampled_from(QUANTITIES)
)
texts = st.sampled_from(WORDS).map(lambda each: Value("", each, ""))


@st.composite
def indicators(draw: st.DrawFn) -> tuple[Indicator, ...]:
    """Rows in the order of their levels, each with a name of its own."""
    levels = sorted(draw(st.lists(st.sampled_from(range(len(LEVELS))), min_size=1, max_size=6)))
    rows = []
    for at, level in enumerate(levels):
        target = draw(st.one_of(quantities, texts))
        number = draw(st.sampled_from(("30", "36", "98", "0.5")))
        actual = target if target.number in WORDS else Value("", number, target.unit)
        rows.append(
            Indicator(
                *LEVELS[level],
                f"{draw(st.sampled_from(SUBJECTS))}之{'甲乙丙丁戊己'[at]}",
                target,
                actual,
                draw(st.sampled_from(("10", "15", "12.5", "9"))),
                draw(st.sampled_from(("10", "9.5", "6", "0"))),
                draw(st.sampled_from(("", "", "部分功能需要优化。"))),
            )
        )
    return tuple(rows)


@st.composite
def forms(draw: st.DrawFn) -> Filled:
    """Forms that are filled in."""
    amount = draw(st.sampled_from(("13", "250000", "64.8", "215457.6")))
    facts = {
        "project": "政务新媒体运行维护费",
        "department": "某县人民政府",
        "unit": "某县人民政府办公室",
        "year": "2022",
    }
    total = Source("年度资金总额：", (amount, amount, amount), "10", "100%", "10")
    parts = (
        Source("其中：当年财政拨款", (amount, amount, amount), "—", "—", "—"),
        Source("上年结转资金", ("", "", ""), "—", "—", "—"),
        Source("其他资金", ("", "", ""), "—", "—", "—"),
    )
    return Filled(facts, (total, *parts[: draw(st.integers(0, 3))]), draw(indicators()), ("100", "96.5"))


@st.composite
def layouts(draw: st.DrawFn) -> Layout:
    """Layouts of every kind."""
    names = {name: draw(st.sampled_from(words)) for name, words in NAMES.items()}
    flags = {
        name: draw(st.booleans())
        for name in ("pieces", "numbered", "side_label", "two_rows", "method", "spare", "weights", "notes", "report")
    }
    return Layout(
        names,
        draw(st.sampled_from(("above", "below", "beside"))),
        draw(st.sampled_from(("merged", "repeated", "blank"))),
        **flags,
    )


def said(form: Form) -> dict[str, list[dict[str, str]]]:
    """The records of a form as it was read, empty cells left out."""
    records = {name: [filled(row.cells) for row in rows] for name, rows in form.records.items()}
    return records | {"header": [{name: text for name, text in filled(form.header).items() if name != "place"}]}


def filled(cells: Mapping[str, Cell]) -> dict[str, str]:
    return {name: cell.text for name, cell in cells.items() if cell.text}


def read(data: bytes, format: str) -> ReadForm:
    """The only form in `data`."""
    (form,) = read_document_bytes(data, read_as(format), "f").forms
    return form


@pytest.mark.parametrize("format", FORMATS)
@settings(max_examples=EXAMPLES)
@given(form=forms(), layout=layouts())
def test_a_form_is_read_back_from_any_layout(format: str, form: Filled, layout: Layout) -> None:
    """Merged, repeated or blank levels, pieces or whole values, funds anywhere: the same form."""
    found = read(write(printed(form, layout), format), format)
    assert said(found.form) == expected(form, layout)
    assert not found.form.problems


@pytest.mark.parametrize("format", PLAIN_FORMATS)
@settings(max_examples=EXAMPLES)
@given(form=forms(), layout=layouts())
def test_a_form_without_merged_cells_is_read_back(format: str, form: Filled, layout: Layout) -> None:
    """Where the merged cells have gone, what is read is what was printed."""
    layout = evolve(layout, two_rows=False)
    if format == "txt":  # what stands beside a table, or in pieces, has lost its place in flattened text
        layout = evolve(layout, pieces=False, funds="below" if layout.funds == "beside" else layout.funds)
    found = read(write(printed(form, layout), format), format)
    assert said(found.form) == expected(form, layout)
    assert not found.form.problems
