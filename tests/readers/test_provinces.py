"""Layouts of provinces and kinds of forms, each with what is peculiar to it."""

from __future__ import annotations

from typing import TypeAlias

from evalrules.readers import read_document_bytes
from evalrules.readers.reading import ReadForm, Reading
from tests.readers.test_layouts import filled

Cell: TypeAlias = "str | tuple[str, int] | tuple[str, int, int]"
"""a cell; a tuple says how many columns and rows it covers"""

Cells: TypeAlias = "list[list[Cell]]"

LEVELS = ("一级指标", "二级指标", "三级指标")
HEAD: list[Cell] = ["三级指标", "年度指标值", "实际完成值", "分值", "得分"]


def page(rows: Cells, before: str = "") -> str:
    """A web page with one table."""
    lines = ["<tr>" + "".join(map(_cell, row)) + "</tr>" for row in rows]
    return f"{before}<table>{''.join(lines)}</table>"


def _cell(cell: Cell) -> str:
    text, width, height = (cell, 1, 1) if isinstance(cell, str) else (*cell, 1)[:3]
    return f"<td colspan={width} rowspan={height}>{text}</td>"


def reading(html: str) -> Reading:
    return read_document_bytes(html.encode(), "html", "f")


def the_form(rows: Cells, before: str = "") -> ReadForm:
    (form,) = reading(page(rows, before)).forms
    return form


def rows(read: ReadForm, record: str = "indicators") -> list[dict[str, str]]:
    return [filled(row.cells) for row in read.form.records.get(record, ())]


def test_sichuan_has_comparator_and_unit_in_columns_that_stay() -> None:
    """The form of 四川 has fields for 指标性质 and 度量单位; a full-width sign becomes a plain one."""
    read = the_form([
        [("四川省项目支出绩效自评表（报表编号：510000_0013zp）", 9)],
        [("项目名称", 2), ("51000022Y000000000001-某项目", 7)],
        [("绩效指标", 1, 3), *LEVELS, "指标性质", "指标值", "度量单位", "完成值", "权重", "得分"],
        ["产出指标", "数量指标", "培训人数", "≥", "50", "人", "55", "45", "45"],
        ["产出指标", "质量指标", "合格率", "＝", "100", "%", "100", "45", "45"],
        [("合计", 8), "90", "90"],
    ])  # fmt: skip
    assert read.form.schema == "project-sichuan"
    first, second = rows(read)
    assert (first["operator"], first["target"], first["measured_in"], first["actual"]) == ("≥", "50", "人", "55")
    assert second["operator"] == "="
    assert rows(read, "total") == [{"points": "90", "self_score": "90"}]


def test_comparator_and_unit_join_the_numbers_where_the_form_has_no_fields_for_them() -> None:
    """重庆: a column each for unit and sign, an initial and a revised target, one row of funds without a label."""
    read = the_form([
        [("2021年度项目绩效自评表", 8)],
        ["项目名称", ("某项目", 3), "自评总分", ("98.5", 3)],
        ["", "年初预算数", "全年（调整）预算数", "全年执行数", "执行率", "执行率权重", "执行率得分", ""],
        ["项目资金（万元）", "100", "90", "72.74", "80.82%", "10", "8.08", ""],
        ["指标名称", "计量单位", "指标性质", "年初指标值", "调整指标值", "全年完成值", "指标权重", "指标得分"],
        ["培训场次", "场", "≥", "10", "8", "9", "30", "30"],
    ])  # fmt: skip
    (row,) = rows(read)
    assert (row["original_target"], row["target"], row["actual"]) == ("≥10场", "≥8场", "9场")
    assert read.form.records["indicators"][0].cells["target"].address == "表 1 第 6 行 第 3 列+第 5 列+第 2 列"
    (fund,) = rows(read, "funds")
    assert (fund["source"], fund["executed"], fund["self_score"]) == ("年度资金总额", "72.74", "8.08")
    assert rows(read, "total") == [{"self_score": "98.5"}]


def test_a_department_form_has_criteria_and_no_targets() -> None:
    """岳阳: 评分标准 instead of targets; the points of a level are no part of its name."""
    read = the_form([
        ["一级指标", "二级指标", "三级指标", "评分标准", "分值", "自评得分", "扣分原因和其他说明"],
        [("投入（15分）", 1, 2), ("目标设定", 1, 2), "在职人员控制率", "以100%为标准", "5", "5", ""],
        ["三公经费变动率", "≤0得5分", "5", "4.5", "增加"],
        [("总分", 4), "10", "9.5", ""],
    ], "<h1>2020年度部门整体支出绩效自评表</h1><p>单位名称：岳阳市某局</p>")  # fmt: skip
    assert read.form.schema == "department"
    assert filled(read.form.header) == {"department": "岳阳市某局", "year": "2020"}
    assert [row["level1"] for row in rows(read)] == ["投入", "投入"]
    assert rows(read)[1]["reason"] == "增加"


def test_a_transfer_form_has_no_points() -> None:
    """衡山: no 分值 and no 得分; 说明 and 注 end the table."""
    read = the_form([
        [("县级专项资金绩效目标自评表", 7)],
        ["专项资金名称", ("救灾资金", 6)],
        [("项目资金（万元）", 1, 3), "", "全年预算数（A）", "全年执行数（B）", ("执行率（B/A）", 3)],
        ["年度资金总额：", "90", "89.974", ("99.97%", 3)],
        ["其中：中央、省、市补助", "90", "89.974", ("99.97%", 3)],
        [("绩效指标", 1, 3), "一级指标", "二级指标", "三级指标", "年度指标值", "全年完成值", "未完成原因和改进措施"],
        ["产出指标", "数量指标", "指标1：储备粮轮换", "≥100%", "无", "没有轮换、动用库存"],
        ["产出指标", "质量指标", "指标1：安全事故", "0起", "0起", ""],
        ["说明", ("无", 6)],
        [("注：1.其他资金包括……", 7)],
    ])  # fmt: skip
    assert read.form.schema == "transfer"
    assert filled(read.form.header)["fund"] == "救灾资金"
    assert [row["name"] for row in rows(read)] == ["储备粮轮换", "安全事故"]
    assert [row["source"] for row in rows(read, "funds")] == ["年度资金总额", "其中：中央、省、市补助"]


def test_parts_of_a_row_are_kept_apart_from_the_rows() -> None:
    """其中 rows have no points of their own, be the cell blank or merged with that of the row above."""
    read = the_form([
        ["一级指标", "二级指标", *HEAD],
        [("产出指标", 1, 4), ("数量指标", 1, 4), "★补助种植面积", "29.5亩", "29.5亩", ("20", 1, 3), ("20", 1, 3)],
        ["其中桃树种植面积", "1.5亩", "1.5亩"],
        ["其中苹果树种植面积", "5亩", "5亩"],
        ["★补助鱼塘面积", "3亩", "3亩", "10", "10"],
        [("总分", 5), "30", "30"],
    ])  # fmt: skip
    assert [(row["name"], row["points"]) for row in rows(read)] == [("★补助种植面积", "20"), ("★补助鱼塘面积", "10")]
    assert [row.cells["name"].text for row in read.parts] == ["其中桃树种植面积", "其中苹果树种植面积"]
    assert not read.form.problems


def test_points_that_several_rows_share_count_once() -> None:
    """One cell merged over two indicators is told, and is not counted twice."""
    read = the_form([HEAD, ["甲", "1", "1", ("20", 1, 2), ("20", 1, 2)], ["乙", "1", "1"]])
    assert [row.get("points") for row in rows(read)] == ["20", None]
    assert [each.code for each in read.form.problems] == ["shared-cell"]


def test_a_template_in_a_name_is_the_comparator_of_its_target() -> None:
    """（≥**人） behind a name makes 100 into ≥100人; a target with another comparator is not read."""
    read = the_form([HEAD, ["培训人数（≥**人）", "100", "101", "10", "10"], ["成本≤**万元", "≥5", "4", "10", "10"]])
    first, _ = rows(read)
    assert (first["name"], first["target"], first["actual"]) == ("培训人数", "≥100人", "101人")
    assert [each.code for each in read.form.problems] == ["signs-differ"]


def test_two_forms_of_one_document_are_two_forms() -> None:
    """A title, or another project, begins another form."""
    one = page([["项目名称", "甲项目"], HEAD, ["a", "1", "1", "10", "10"]], "<p>项目支出绩效自评表</p>")
    two = page([["项目名称", "乙项目"], HEAD, ["b", "2", "1", "10", "5"]], "<p>项目支出绩效自评表</p>")
    found = reading(one + two).forms
    assert [filled(each.form.header)["project"] for each in found] == ["甲项目", "乙项目"]
    assert [rows(each)[0]["name"] for each in found] == ["a", "b"]


def test_amounts_in_pairs_of_label_and_amount_are_one_row_of_funds() -> None:
    """全年预算数 | 10 | 全年执行数 | 9 | 执行率 | 90%, without a table of funds."""
    read = the_form(
        [["全年预算数（元）", "10", "全年执行数（元）", "9", "执行率", "90%"], HEAD, ["a", "1", "1", "10", "10"]]
    )
    assert rows(read, "funds") == [
        {"source": "年度资金总额", "revised_budget": "10元", "executed": "9元", "rate": "90%"}
    ]


def test_the_place_and_the_year_are_read_from_the_title() -> None:
    """上海市普陀区项目支出绩效自评表（2022年度）; amounts in 元 say so."""
    read = the_form([
        ["", "年初预算数（元）", "全年预算数（元）", "全年执行数（元）", "分值", "执行率", "得分"],
        ["年度资金总额", "250000.00", "250000.00", "215,457.6", "10", "86.19%", "8.62"],
        HEAD, ["a", "=100%", "100%", "10", "10"],
    ], "<p>上海市普陀区项目支出绩效自评表（2022年度）</p>")  # fmt: skip
    assert filled(read.form.header) == {"year": "2022", "place": "上海市普陀区"}
    assert rows(read, "funds")[0]["executed"] == "215,457.6元"


def test_a_row_that_lacks_a_cell_is_not_read() -> None:
    """Where a cell is missing, the others have moved: a comparator as a name says so, and nothing is taken from it."""
    head: list[Cell] = ["二级指标", "三级指标", "符号", *HEAD[1:]]
    read = the_form([head, ["数量指标", "甲", "≥", "1", "1", "10", "10"], ["乙", "≥", "1", "1", "10", "10"]])
    assert [row["name"] for row in rows(read)] == ["甲"]
    assert [each.code for each in read.form.problems] == ["unaligned-row"]


def codes(read: ReadForm) -> list[str]:
    return [each.code for each in read.form.problems]


def test_a_column_that_stands_twice_is_told() -> None:
    """Of two columns 得分, the first is read, and a person is asked."""
    assert codes(the_form([[*HEAD, "得分"], ["甲", "1", "1", "10", "9", "8"]])) == ["column-twice"]


def test_a_fact_that_is_given_twice_and_differently_is_not_read() -> None:
    """Two names of the project: neither counts."""
    read = the_form([["项目名称", "甲"], ["项目名称", "乙"], HEAD, ["a", "1", "1", "10", "9"]])
    assert codes(read) == ["fact-twice"]
    assert read.form.header["project"].problem


def test_amounts_in_two_units_are_not_read() -> None:
    """万元 beside the table and 元 in its head: every amount is unreadable."""
    funds: Cells = [
        [("项目资金（万元）", 1, 2), "", "年初预算数", "全年预算数（元）", "全年执行数", "执行率"],
        ["年度资金总额", "10", "10", "10", "100%"],
    ]
    read = the_form([*funds, [*HEAD, ""], ["a", "1", "1", "10", "9", ""]])
    assert set(codes(read)) == {"two-money-units"}
    assert read.form.records["funds"][0].cells["executed"].problem


def test_a_total_over_both_columns_is_told_apart_by_its_label_or_not_read() -> None:
    """自评总分 says that it is the score; 合计 does not."""
    row: list[Cell] = ["甲", "1", "1", "10", "9"]
    assert rows(the_form([HEAD, row, [("自评总分", 3), ("96", 2)]]), "total") == [{"self_score": "96"}]
    assert codes(the_form([HEAD, row, [("合计", 3), ("96", 2)]])) == ["unclear-total"]


def test_a_total_of_another_column_is_no_total_of_the_score() -> None:
    """The sum of the reviewer's scores stands beside the total, and is kept apart."""
    read = the_form([[*HEAD, "复核分"], ["甲", "1", "1", "10", "9", "8"], [("合计", 3), "10", "9", "8"]])
    assert rows(read, "total") == [{"points": "10", "self_score": "9"}]
    assert not read.form.problems
    assert [each.text for each in read.aside] == ["8"]


def test_notes_and_goals_are_kept_beside_the_form() -> None:
    """What no field takes up is listed with what it is; what is not understood is marked."""
    read = the_form([
        ["年度总体目标", ("预期目标：完成维护", 4)],
        ["奇怪的话", ("别的", 4)],
        HEAD, ["甲", "1", "1", "10", "9"],
        [("注：得分不超过分值", 5)],
    ])  # fmt: skip
    assert [(each.what.zh, each.known) for each in read.aside] == [
        ("总体目标", True), ("总体目标", True), ("没有读懂", False), ("没有读懂", False), ("注", True),
    ]  # fmt: skip
