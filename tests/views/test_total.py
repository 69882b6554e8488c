"""What is told of the total: its steps, its grade and what follows from it can be worked out again by hand."""

from __future__ import annotations

import pytest

from evalrules.views.compose.telling import Detail
from evalrules.views.draw.markdown import draw_markdown
from evalrules.views.page import Lang
from tests.views.scoring import Cells, scored

ROW = {"name": "甲", "target": "100%", "actual": "95%", "points": "10", "self_score": "6"}
RATIO = "规则 指标 [办法 第1条] 对 指标\n  得分 实际完成值 ÷ 年度指标值 × 分值\n"
SHARE = "定义 自评率 [办法 第2条] = 合计（自评得分 对 指标） ÷ 合计（分值 对 指标）\n"
WORKED_SHARE = "自评率 = 合计（自评得分 对 指标） ÷ 合计（分值 对 指标） = 6 ÷ 10 = 0.6"
TOTAL = "总分 合计（得分）\n"
ROUNDED = "  四舍五入 至 0.01 [办法 第8条]\n"
GRADES = "等级 总分\n  优： ≥ 9\n  良： 5（含）至 9（不含）\n  差： < 5\n"
FOLLOWS = '结果应用 预算 [办法 第9条]\n  当 自评率 < 80%，定为 "压缩"\n  否则，定为 "保障"\n'

LOWERED_TOTAL = f"{SHARE}{TOTAL}  不高于 8 当 自评率 < 80% [办法 第3条]\n{ROUNDED}"
GRADED_BY_DEFINITION = (
    f"定义 定级分 [办法 第2条] = 总分 ÷ 2\n{TOTAL}{ROUNDED}{GRADES.replace('等级 总分', '等级 定级分')}"
)
LOWERED_GRADE = f"{SHARE}{TOTAL}{ROUNDED}{GRADES}  不高于 良 当 自评率 < 80% [办法 第4条]\n"
FOLLOWED = f"{SHARE}{TOTAL}{ROUNDED}{GRADES}{FOLLOWS}"


def total(rules: str, lang: Lang = "zh", detail: Detail = "brief", *rows: Cells) -> str:
    """What is told of the total of a form, the last thing that is told."""
    told = scored(RATIO + rules, *(rows or (ROW,))).told(lang, detail)
    return told.rpartition("\n总分 " if lang == "zh" else "\ntotal ")[2]


# What is worked out -------------------------------------------------------------------------------


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("detail", ["brief", "full"])
@pytest.mark.parametrize(
    ("rules", "worked"),
    [
        (LOWERED_TOTAL, WORKED_SHARE),
        (GRADED_BY_DEFINITION, "定级分 = 总分 ÷ 2 = 9.50 ÷ 2 = 4.75"),
        (LOWERED_GRADE, WORKED_SHARE),
        (FOLLOWED, WORKED_SHARE),
    ],
    ids=["step", "grade", "ceiling", "consequence"],
)
def test_a_definition_of_which_the_result_makes_use_is_worked_out(
    rules: str, worked: str, detail: Detail, lang: Lang
) -> None:
    """Once, with its clause, among the lines of the total."""
    told = total(rules, lang, detail)
    assert told.count(f"{worked}      {'依据' if lang == 'zh' else 'per'} 办法 第2条") == 1


def test_a_definition_is_worked_out_before_the_step_that_asks_for_it() -> None:
    """First what the share is, then that it is too low."""
    told = total(LOWERED_TOTAL)
    assert told.index(WORKED_SHARE) < told.index("自评率 0.6 低于 80%，不高于 8，由 9.5 减少：8")


def test_a_definition_that_serves_twice_is_worked_out_once() -> None:
    """The total and the consequence ask for the same share."""
    assert total(f"{LOWERED_TOTAL}{GRADES}{FOLLOWS}").count(WORKED_SHARE) == 1


def test_markdown_works_definitions_out_too() -> None:
    """What a reader of text can work out again, a reader of markdown can."""
    assert "6 ÷ 10" in draw_markdown(scored(RATIO + LOWERED_TOTAL, ROW).page())


# Ceilings and steps that change nothing -----------------------------------------------------------

CEILING = f"{TOTAL}{ROUNDED}{GRADES}  不高于 良 当 合计（分值） {{0}} 10 [办法 第4条]\n"


@pytest.mark.parametrize(
    ("lang", "expected"),
    [
        ("zh", "是 10；等级已是 良，没有影响"),
        ("en", "; the grade is 良 already, so it has no effect"),
    ],
)
def test_a_ceiling_that_holds_and_changes_nothing_is_not_said_to_be_left_out(lang: Lang, expected: str) -> None:
    """The grade is no better than the ceiling allows."""
    told = total(CEILING.format("="), lang, "full", {**ROW, "actual": "80%"})
    line = next(line for line in told.splitlines() if "不高于“良”" in line or "at most “良”" in line)
    assert "未适用" not in line
    assert "not taken" not in line
    assert ("没有影响" if lang == "zh" else "has no effect") in line
    assert expected.partition("；")[2] in line


@pytest.mark.parametrize(
    ("lang", "expected"), [("zh", "未适用：等级不高于“良”"), ("en", "not taken: grade at most “良”")]
)
def test_a_ceiling_that_does_not_hold_is_left_out(lang: Lang, expected: str) -> None:
    """Its condition says why."""
    assert expected in total(CEILING.format(">"), lang, "full")


@pytest.mark.parametrize(
    ("lang", "expected"),
    [
        ("zh", "未适用：不高于 5（三级指标“甲”不是“乙”）"),
        ("en", "not taken: at most 5 (name “甲” is not “乙”)"),
    ],
)
def test_a_step_for_other_rows_is_left_out_because_of_its_scope(lang: Lang, expected: str) -> None:
    """Its own condition holds and is not the reason."""
    rules = '每行 对 指标 中 指标名称 = "乙"\n  不高于 5 当 分值 = 10 [办法 第3条]\n'
    rules += "每行\n  四舍五入 至 0.01 [办法 第8条]\n"
    assert expected in scored(RATIO + rules, ROW).row("甲", lang, "full")


# Rows that do not count ---------------------------------------------------------------------------

VOID = f'作废 取消 [办法 第6条] 对 指标 中 不适用说明 = "取消"\n{TOTAL}{ROUNDED}'
LEFT_OUT = {**ROW, "name": "乙", "self_score": "7", "not_applicable": "取消"}


@pytest.mark.parametrize(
    ("lang", "lines"),
    [
        (
            "zh",
            (
                "不计入总分的行：乙（作废，分值 10，自评 7）",
                "满分 10，不含这些行的分值 10",
                "差异 −3.50 = 各行差异 +3.50 − 这些行的自评 7.00",
            ),
        ),
        (
            "en",
            (
                "rows that do not count in the total: 乙 (void, points 10, self 7)",
                "points 10, without the 10 of these rows",
                "difference −3.50 = differences of the rows +3.50 − what was claimed for these rows 7.00",
            ),
        ),
    ],
)
def test_the_difference_of_the_total_is_reconciled_with_those_of_the_rows(lang: Lang, lines: tuple[str, ...]) -> None:
    """What was claimed for a void row is part of the difference, and its points are no part of the total's."""
    scene = scored(RATIO + VOID, ROW, LEFT_OUT, total={"points": "20", "self_score": "13"})
    told = scene.told(lang)
    for line in lines:
        assert line in told


def test_what_the_steps_and_the_form_itself_add_to_the_difference_is_named() -> None:
    """A point off the total, and a total claimed that is two more than the claims."""
    rules = RATIO + VOID.replace(ROUNDED, f"  扣分 1 [办法 第3条]\n{ROUNDED}")
    told = scored(rules, ROW, LEFT_OUT, total={"points": "20", "self_score": "15"}).told()
    terms = "各行差异 +3.50 − 这些行的自评 7.00 − 总分各步 1.00 − 自评总分与各行自评之和的差 2.00"
    assert f"差异 −6.50 = {terms}" in told


def test_a_form_whose_rows_all_count_needs_no_reconciliation() -> None:
    """Nothing is left out, so nothing is said."""
    assert "不计入总分的行" not in scored(RATIO + VOID, ROW, total={"points": "10", "self_score": "6"}).told()


# Steps of a per cent ------------------------------------------------------------------------------


@pytest.mark.parametrize(("lang", "expected"), [("zh", "减少 3.5%，每 1% 扣 1，"), ("en", "减少 3.5%, 1 off per 1%,")])
def test_a_proportion_beside_steps_in_per_cent_is_in_per_cent(lang: Lang, expected: str) -> None:
    """Both are measured alike, as a reader counts them."""
    rules = """规则 指标 [办法 第1条] 对 指标
  其中 减少 = （年度指标值 − 实际完成值） ÷ 年度指标值
  得分 分值
  扣分 减少 每 1% 扣 1 按整步
"""
    cells = {**ROW, "target": "10000 亩", "actual": "9650 亩"}
    assert expected in scored(rules, cells).row("甲", lang)


# Written order ------------------------------------------------------------------------------------


@pytest.mark.parametrize(("lang", "award"), [("zh", "得分"), ("en", "award")])
def test_what_a_rule_names_is_worked_out_in_written_order(lang: Lang, award: str) -> None:
    """All, then those that meet the target, though the award asks for these first."""
    rules = """规则 指标 [办法 第1条] 对 指标
  其中 全部 = 个数（对 指标）
  其中 达标 = 个数（对 指标 中 实际完成值 ≥ 90%）
  得分 达标 ÷ 全部 × 10
"""
    told = scored(rules, ROW).row("甲", lang)
    places = [told.index(each) for each in ("全部 = 个数", "达标 = 个数", f"{award} = 达标 ÷ 全部")]
    assert places == sorted(places)
