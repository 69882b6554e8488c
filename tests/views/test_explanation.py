"""What a reader is told: the conclusion first, every number with its reason, nothing hidden."""

from __future__ import annotations

import re

import pytest

from evalrules.views.page import Entry, Heading, Lang, Points, Table, plain
from tests.views.scoring import Scene, form_of, policy_from, scene, scored, yanchi

ROW = {"name": "甲", "target": "100%", "actual": "95%", "points": "10", "self_score": "6"}
RATIO = "规则 指标 [办法 第1条] 对 指标\n  得分 实际完成值 ÷ 年度指标值 × 分值\n"
MET = """规则 指标 [办法 第1条] 对 指标
  当 实际完成值 ≥ 年度指标值   得分 分值
  否则                      得分 实际完成值 ÷ 年度指标值 × 分值
"""
TIERS = """规则 指标 [办法 第1条] 对 指标
  得分 按档
    好： 8（含）至 10（含）
    中： 5（含）至 8（不含）
    差： 0（含）至 5（不含）
"""
BANDS = """规则 指标 [办法 第1条] 对 指标
  得分 分段 实际完成值 ÷ 年度指标值
    90%（含）至 100%（含）：分值
    60%（含）至 90%（不含）：分值 × 80%
    其余：0
"""


def row(rules: str, lang: Lang = "zh", **cells: str) -> str:
    """How a row is told in brief: the first row of a form, 甲, with some of its cells changed."""
    return scored(rules, {**ROW, **cells}).row("甲", lang)


def headings(scene: Scene, lang: Lang = "zh") -> list[str]:
    return [plain(block.words) for block in scene.page(lang).blocks if isinstance(block, Heading)]


def entries(scene: Scene) -> list[str]:
    return [block.name for block in scene.page().blocks if isinstance(block, Entry)]


# 盐池's form --------------------------------------------------------------------------------------


def test_the_conclusion_comes_first() -> None:
    """Totals, what differs, what rests on judgement, what failed, readings, the table, the rows."""
    told = yanchi().told()
    order = [
        "总分按规则 99.50    自评总分 96    差异 少计 3.50    满分 100",
        "总分可能是 79.50–99.50，取决于：维护工作开展期间（0.00–10.00）、新媒体运行维护合同履约进度（0.00–10.00）",
        "与自评不一致的行（1）",
        "按人的认定计的行（2）",
        "没有通过的校验（1）",
        "得分所依的解读",
        "各行得分",
        "需要过目的各行",
    ]
    places = [told.index(words) for words in order]
    assert places == sorted(places)


def test_the_worked_line_of_yanchi() -> None:
    """Words before symbols, the author's words before the values, one number at the end."""
    lines = [line.strip() for line in yanchi().row("群众满意度").splitlines()]
    assert lines[0].split() == [
        "群众满意度", "满意度指标", "/", "服务对象满意度指标",
        "分值", "10", "自评", "6", "按规则", "9.50", "差异", "少计", "3.50",
    ]  # fmt: skip
    fact, formula, *rest = (line.split("      ") for line in lines[2:])
    assert fact[0] == "实际完成值 95% 未达到 年度指标值 100%，不记满分"
    assert formula[0] == "得分 = 实际完成值 ÷ 年度指标值 × 分值 = 95% ÷ 100% × 10 = 9.5"
    assert re.fullmatch(r"依据 注 3（定量正向）  yanchi-2022\.rules:\d+", formula[1])
    assert [rest[0][0], rest[1][0]] == ["不高于 分值 10：9.5", "四舍五入至 0.01：9.50"]
    assert "未适用：定性三档（年度指标值 100% 不是文字）" in [line[0] for line in rest]


def test_a_claim_that_another_rule_would_bear_out_is_said_to_be_so() -> None:
    """Read as qualitative, tier two, 6 would be lawful."""
    told = yanchi().row("群众满意度")
    assert "若按定性三档“部分达成预期指标并具有一定效果”计，可得 5–8（不含），自评 6 在其中" in told


def test_an_interval_that_meets_the_target_does_so_whatever_it_is() -> None:
    """≥90% against 90% is met, although nobody knows the number."""
    told = yanchi().row("数据检测合格率")
    assert "实际完成值 ≥90% 达到 年度指标值 90%，不论具体是多少，记满分" in told


def test_a_judged_row_says_what_it_rests_on() -> None:
    """All tiers with their ends, where the entry lies, and what would be possible without it."""
    told = yanchi().row("维护工作开展期间")
    assert "未注明档次，由人认定" in told
    assert "部分达成预期指标并具有一定效果：可得 5–8（不含）" in told
    assert "自评 10 在“达成预期指标”8–10 分之内，按人的认定计" in told
    assert "不作认定，本行可得 0.00–10.00" in told


def test_named_quantities_are_worked_out_before_they_are_used() -> None:
    """The rate first, in the money of the form, then the score."""
    lines = yanchi().row("年度资金总额").splitlines()
    assert lines[1].startswith("  执行率 = 全年执行数 ÷ 全年预算数 = 13 万元 ÷ 13 万元 = 1 ")
    assert lines[2].startswith("  得分 = 执行率 × 分值 = 1 × 10 = 10 ")


def test_a_brief_explanation_shows_what_a_person_must_act_on() -> None:
    """The row with a printed bound, the one with a failed check, the one that differs; in full, every row."""
    assert entries(yanchi()) == ["数据检测合格率", "新媒体运行维护合同履约进度", "群众满意度", "总分"]
    scene = yanchi()
    full = [block.name for block in scene.page("zh", "full").blocks if isinstance(block, Entry)]
    assert full == [*(each.label for each in scene.derivation.rows), "总分"]


def test_brevity_is_a_view() -> None:
    """Every worked line of the brief explanation stands in the full one."""
    scene = yanchi()
    for name in ("群众满意度", "新媒体运行维护合同履约进度"):
        full = {line.strip().split("      ")[0] for line in scene.row(name, detail="full").splitlines()}
        brief = {line.strip().split("      ")[0] for line in scene.row(name).splitlines()}
        assert brief <= full


def test_what_was_not_taken_is_told_in_full() -> None:
    """Each class and each rule that was looked at, and why it does not apply."""
    told = yanchi().row("群众满意度", detail="full")
    assert "不属“反向”：年度指标值 100% 不是上限，且二级指标“服务对象满意度指标”不是“成本指标”" in told
    assert "规则“定量正向”不适用（一级指标“满意度指标”是“满意度指标”）" in told


def test_every_row_of_the_form_is_in_the_table_or_named_beside_it() -> None:
    """Nothing that stands on the form is missing from the explanation."""
    scene = yanchi()
    told = scene.told()
    assert all(each.label in told for each in scene.derivation.rows)
    (table,) = (block for block in scene.page().blocks if isinstance(block, Table))
    assert all(len(each.cells) == len(table.columns) for each in table.rows)


def test_both_languages_tell_the_same_numbers() -> None:
    """No number is said in one language only."""
    scene = yanchi()
    told = scene.told("zh", "full"), scene.told("en", "full")
    chinese, english = (set(re.findall(r"\d+(?:\.\d+)?", text)) for text in told)
    assert chinese == english


# Differences --------------------------------------------------------------------------------------


def test_a_claim_that_is_too_high_is_said_to_be_so() -> None:
    """10 claimed, 9.5 by rule: half a point too much; and the row is listed with its formula."""
    scene = scored(RATIO, {**ROW, "self_score": "10"})
    formula = "得分 = 实际完成值 ÷ 年度指标值 × 分值 = 95% ÷ 100% × 10 = 9.5"
    assert f"甲：自评 10，按规则 9.50，多计 0.50。{formula}" in scene.told()
    assert "−0.50" in scene.told()


def test_a_form_without_differences_has_no_such_part() -> None:
    """What is as claimed needs no heading and no entry."""
    scene = scored(RATIO, {**ROW, "self_score": "9.5"})
    assert headings(scene) == ["各行得分", "需要过目的各行"]
    assert entries(scene) == ["总分"]


# Numbers ------------------------------------------------------------------------------------------


def test_decimals_follow_the_rounding_of_the_policy() -> None:
    """One decimal where the policy rounds to 0.1; none where it rounds to 1."""
    assert "按规则 9.5 " in row(f"{RATIO}每行 四舍五入 至 0.1 [办法 第2条]") + " "
    assert "按规则 10 " in row(f"{RATIO}每行 四舍五入 至 1 [办法 第2条]").replace("    ", " ")


def test_a_number_without_end_is_a_fraction_with_a_decimal_beside_it() -> None:
    """2 ÷ 3 × 10 is 20/3, near 6.6667, and nothing is rounded in silence."""
    told = row(f"{RATIO}每行 不舍入 [办法 第2条]", target="3", actual="2")
    assert "按规则 20/3（≈6.6667）" in told
    assert "2 ÷ 3 × 10 = 20/3（≈6.6667）" in told


def test_brackets_stand_where_they_matter() -> None:
    """A ÷ (B × C) keeps its brackets, and a negative number beside an operator gets some."""
    rules = "规则 指标 [办法 第1条] 对 指标\n  其中 差 = 实际完成值 - 年度指标值\n  得分 分值 ÷ （2 × 5） + 差 ÷ 1%"
    told = row(rules)
    assert "= 10 ÷ （2 × 5） + （-5 个百分点） ÷ 1% = " in told


def test_units_of_the_language_are_spelled_in_english() -> None:
    """万元 is wan-yuan, a percentage point is pp."""
    assert "13 wan-yuan ÷ 13 wan-yuan" in yanchi().row("年度资金总额", "en")


# Cases, bands, tiers ------------------------------------------------------------------------------


def test_a_band_names_the_number_and_the_band() -> None:
    """The quotient is worked out, then put into its band, in the author's words."""
    told = row(BANDS, actual="85%")
    assert "实际完成值 ÷ 年度指标值 = 85% ÷ 100% = 0.85，在“60%（含）至 90%（不含）”一段内" in told
    assert "得分 = 分值 × 80% = 10 × 80% = 8" in told


def test_several_possible_bands_are_told_one_by_one() -> None:
    """≥80% may lie in three bands; each stands with its award, and the way to decide is named."""
    told = row(BANDS, actual="≥80%")
    assert "可能在不止一段内" in told
    assert told.count("若在“") == 2 + ("若在“其余”一段内" in told)
    assert "按规则 " in told
    assert "须写明“实际完成值”（现为 ≥80%）的确切数" in told


def test_a_row_that_a_step_leaves_open_names_the_cell() -> None:
    """The award is plain, and whether a point is taken off depends on a bound: the cell is named all the same."""
    rules = "规则 指标 [办法 第1条] 对 指标 得分 分值 扣分 1 当 实际完成值 ≥ 年度指标值"
    told = row(rules, target="95%", actual="≥90%")
    assert "须写明“实际完成值”（现为 ≥90%）的确切数" in told


def test_a_row_that_a_date_leaves_open_asks_for_the_day() -> None:
    """December holds days before and after the twentieth."""
    rules = "规则 指标 [办法 第1条] 对 指标 得分 分值 扣分 1 当 实际完成值 > 2022-12-20"
    told = row(rules, target="2022年12月20日", actual="2022年12月")
    assert "须写明“实际完成值”（现为 2022年12月）是哪一天" in told


def test_an_undecided_condition_tells_both_outcomes() -> None:
    """≥90% against 95% may or may not reach it: both awards are shown, each below its condition."""
    told = row(MET, target="95%", actual="≥90%")
    assert "未定：现有内容不能断定“实际完成值 ≥ 年度指标值”：实际完成值 ≥90%、年度指标值 95%" in told
    assert "未定：其余情形也不能排除" in told
    assert "状态 待定" in told


def test_a_row_without_a_judgement_says_who_must_decide() -> None:
    """No tier, no entry: the row is open, and a person has to choose."""
    scene = scored(TIERS, {**ROW, "self_score": ""})
    assert "甲：按规则 0.00–10.00。须由人认定档次，并在该档之内给分" in scene.told()
    assert "没有自评分可以采用" in scene.row("甲")


def test_an_entry_outside_what_is_possible_is_not_taken() -> None:
    """12 of at most 10 is refused, not cut to 10."""
    told = row(TIERS, self_score="12")
    assert "自评 12 不在任何一档之内：可得 0–10" in told
    assert "状态 待定" in told


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("zh", "甲：自评 8 不在“中”之内：该档可得 5–8（不含）。须由人更正自评，或更正档次"),
        ("en", "甲: the self-given 8 lies outside tier “中”, which admits 5–8 (excl.); a person must correct"),
    ],
)
def test_an_entry_outside_its_stated_tier_is_said_to_be_so(lang: Lang, said: str) -> None:
    """8 belongs to the tier above 中: the entry and the tier contradict each other."""
    assert said in scored(TIERS, {**ROW, "tier": "中", "self_score": "8"}).told(lang)


def test_an_entry_inside_its_stated_tier_contradicts_nothing() -> None:
    """6 lies in 中, so that nothing has to be corrected."""
    assert "更正" not in scored(TIERS, {**ROW, "tier": "中"}).told()


def test_an_entry_that_a_later_step_cuts_is_said_to_exceed_the_limit() -> None:
    """6 is admissible, but a cap of 5 follows: it is not said to lie within what the cap leaves."""
    told = scored(f"{TIERS}每行\n  不高于 5 [办法 第2条]\n  四舍五入 至 0.01 [办法 第2条]\n", ROW).told()
    assert "甲：自评 6 超过上限 5，按 5.00 计" in told
    assert "规则允许" not in told


def test_an_entry_that_a_deduction_changes_is_told_with_what_it_counts() -> None:
    """Two points off the 6 that a person gave."""
    told = scored(f"{TIERS}  扣分 2 [办法 第2条]\n", ROW).told()
    assert "甲：自评 6，经认定之后的步骤，按 4.00 计" in told


def test_a_stated_tier_closes_the_others() -> None:
    """With the tier on the form, only that one is open."""
    told = row(TIERS, tier="中")
    assert "表中写明的档次是 “中”" in told
    assert "未适用：好，8–10" in told
    assert "自评 6 在“中”5–8（不含） 分之内，按人的认定计" in told


def test_a_deduction_by_steps_says_how_it_counts() -> None:
    """The excess, the size of a step, the number of steps, and the subtraction."""
    rules = """规则 指标 [办法 第1条] 对 指标
  得分 分值
  扣分 年度指标值 - 实际完成值 每 2 个百分点 扣 0.5 不足一步按一步 最多 3 [办法 第3条]
"""
    told = row(rules)
    assert "年度指标值 - 实际完成值（5 个百分点），每 2 个百分点 扣 0.5，" in told
    assert "不足一步按一步计 3 步（最多 3），10 − 1.5 = 8.5" in told
    assert "没有超出，不扣：10" in row(rules, actual="101%")


def test_a_cap_that_bites_shows_both_numbers() -> None:
    """13 is cut to 10, and the clause that says so is cited."""
    told = row(f"{RATIO}每行\n  不高于 分值 [办法 第2条]\n  不舍入 [办法 第2条]", actual="130%")
    assert "不高于 分值 10，由 13 减少：10      依据 办法 第2条" in told


def test_parameters_are_shown_with_their_clause() -> None:
    """A threshold that another layer could change is named before it is used."""
    told = row("参数 门槛 = 90% [办法 第2条]\n" + MET.replace("≥ 年度指标值", "≥ 门槛"))
    assert "参数 门槛 = 90%      依据 办法 第2条" in told
    assert "实际完成值 95% 不低于 门槛 90%，记满分" in told


BASE = """政策 base-1
  名称 "上级办法"
  适用 project
  语言版本 1
依据 通知 官方 "上级通知"
参数 门槛 = 90% [通知 3]
规则 指标得分 [通知 1]
  对 指标
  当 实际完成值 ≥ 门槛   得分 分值
  否则                 得分 实际完成值 ÷ 年度指标值 × 分值
规则 资金得分 [通知 2] 对 资金 得分 分值
每行 四舍五入 至 0.01 [通知 1]
总分 合计（得分） 不舍入 [通知 1]
"""
COUNTY = """政策 county-1
  名称 "县办法"
  修订 base-1
  语言版本 1
依据 县办法 官方 "县办法"
设 门槛 = 97% [县办法 2]
"""


def test_layers_are_told() -> None:
    """Which policies lie over each other, from which one a rule comes, and who set the threshold."""
    told = scene(policy_from(COUNTY, {"base-1": BASE}), form_of(ROW)).told("zh", "full")
    assert "政策由上而下：base-1 → county-1。" in told
    assert "指标得分（base-1）" in told
    assert "参数 门槛 = 97%      依据 县办法 2  p-1.rules:6" in told
    assert "依据 通知 1（指标得分）" in told


def test_a_definition_of_several_rows_is_added_up() -> None:
    """The addends of a sum are shown, in full also the rows they come from."""
    rules = f'{RATIO}校验 合计 [办法 第5条]\n  其中 共 = 合计（分值）\n  要求 共 = 100\n  否则 错误 "共 {{共}} 分"\n'
    scene = scored(rules, ROW)
    assert "错误 合计：共 10 分  依据 办法 第5条" in scene.told()


# Rows that do not count ---------------------------------------------------------------------------

STANDINGS = f"""作废 取消 [办法 第6条] 对 指标 中 不适用说明 = "取消"
不适用 免考 [办法 第7条] 对 指标 中 不适用说明 = "免考" 记满分
不适用 剔除 [办法 第7条] 对 指标 中 不适用说明 = "剔除" 不计入
{RATIO}"""


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("取消", "本行作废：取消（不适用说明“取消”是“取消”）      依据 办法 第6条"),
        ("免考", "本行不适用：免考（不适用说明“免考”是“免考”），记满分      依据 办法 第7条"),
        ("剔除", "本行不适用：剔除（不适用说明“剔除”是“剔除”），不计入总分      依据 办法 第7条"),
    ],
)
def test_void_and_not_applicable_say_why_and_what_follows(cell: str, expected: str) -> None:
    """Two different things, with the declaration that says so and its clause."""
    assert expected in row(STANDINGS, not_applicable=cell)


# Faults -------------------------------------------------------------------------------------------


def test_a_fault_says_what_was_found_what_to_do_and_what_else_is_known() -> None:
    """The cell is quoted with its address, and the other cells of the row are still told."""
    told = row(RATIO, actual="约95%")
    assert "不能计分：“实际完成值”的内容“约95%”读不出数值：" in told
    assert "indicators[0].actual" in told
    assert "办法：" in told
    assert "本行其余已知：年度指标值 100%" in told


def test_a_form_with_a_fault_says_that_its_total_is_incomplete() -> None:
    """The rows that have a score are added up, and said to be not all."""
    told = scored(RATIO, ROW, {**ROW, "name": "乙", "target": "0"}).told()
    assert "没有算出的行（1）" in told
    assert "有 1 行没有算出，总分因此不完整；已算出的各行合计 9.50。" in told


def test_a_long_cell_is_shown_in_part() -> None:
    """A cell of a million characters does not drown the page."""
    told = scored(MET, {**ROW, "actual": "很长" * 500_000}).told()
    assert len(told) < 10_000
    assert "很长很长" in told


# Checks, readings, sources, grades ----------------------------------------------------------------


def test_an_undecided_check_is_told_apart_from_a_failed_one() -> None:
    """A row without a score leaves a check of it open; nothing is claimed to have failed."""
    rules = f'{RATIO}校验 说明 [办法 第5条] 对 指标\n  当 得分 < 分值 警告 "低于分值"\n'
    scene = scored(rules, {**ROW, "target": "0"})
    told = scene.told()
    assert "说明（甲）：现有内容不能断定“得分 < 分值”：得分 任意数、分值 10；本行没有算出得分：" in told
    assert not any(each.startswith("没有通过的校验") for each in headings(scene))


def test_readings_are_told_with_the_rows_that_rest_on_them() -> None:
    """What the text leaves open is named; in full with its wording and its reason."""
    scene = yanchi()
    assert "执行率按比例计分：预算执行得分 = 全年执行数 ÷ 全年预算数 × 分值。涉及 年度资金总额" in scene.told()
    assert "理由：" not in scene.told()
    assert "理由：表中只印执行率和得分，未印算式" in scene.told("zh", "full")


READING = """解读 保留两位
  读作 "保留两位"
  理由 "表中所见"
"""


def test_a_reading_is_told_only_where_a_step_that_rests_on_it_had_an_effect() -> None:
    """Of 20/3 the rounding makes 6.67, of 9.5 it makes nothing else; in full the idle step is told too."""
    rules = f"{READING}{RATIO}每行 四舍五入 至 0.01 据 保留两位\n"
    near, even = {**ROW, "name": "乙", "target": "3", "actual": "2"}, ROW
    assert "保留两位：保留两位。涉及 乙" in scored(rules, even, near).told()
    assert "保留两位" not in scored(rules, even).told()
    assert "据解读“保留两位”" in scored(rules, even).told("zh", "full")


def test_a_void_row_does_not_rest_on_the_reading_of_its_class() -> None:
    """It has no score that the class could have decided."""
    rules = f"""{READING}分类 指标
  数字 当 年度指标值 是 数 据 保留两位
  其他 其余
作废 取消 [办法 第6条] 对 指标 中 不适用说明 = "取消"
{RATIO}"""
    assert "涉及 甲" in scored(rules, ROW).told()
    assert "保留两位" not in scored(rules, {**ROW, "not_applicable": "取消"}).told()


def test_the_table_cites_the_rule_and_its_case_alone() -> None:
    """What the steps after it rest on stands at the worked lines."""
    told = scored(f"{RATIO}每行\n  不高于 分值 [办法 第2条]\n  四舍五入 至 0.01 [办法 第8条]\n", ROW).told()
    (line,) = (line for line in told.splitlines() if line.startswith("  甲 "))
    assert line.split()[-2:] == ["办法", "第1条"]


def test_a_rounding_before_another_rounding_is_left_out_where_it_changes_nothing() -> None:
    """9.5 is rounded by the rule and by every row: told briefly once, in full twice."""
    rules = f"{RATIO}  四舍五入 至 0.01 [办法 第3条]\n"
    assert scored(rules, ROW).row("甲").count("四舍五入至 0.01：9.50") == 1
    assert scored(rules, ROW).row("甲", detail="full").count("四舍五入至 0.01：9.50") == 2


@pytest.mark.parametrize(
    ("total", "is_shown"),
    [("合计（得分）", True), ("合计（得分） ÷ 合计（分值） × 100", False), ("合计（得分 对 指标）", False)],
)
def test_points_stand_beside_a_total_that_is_a_plain_sum(total: str, is_shown: bool) -> None:
    """A total of a hundred is not out of the ninety points that its rows bear."""
    told = scored(f"{RATIO}总分 {total} 四舍五入 至 0.01 [办法 第8条]\n", ROW).told()
    assert ("满分 10" in told) is is_shown


def test_sources_that_are_not_official_are_said_to_be_so() -> None:
    """Once, in a part of its own; of official sources nothing is said."""
    sources = '依据 传闻 未核实 "转述的通知"\n依据 样表 所见 "在用的表"\n'
    told = scored(sources + RATIO.replace("[办法 第1条]", "[传闻 二] [样表 注]"), ROW).told()
    assert "不是正式文本的来源" in told
    assert "传闻（转述的通知）：未核实，没有读到原文" in told
    assert "样表（在用的表）：见于使用中的表格或系统，未见正式文本" in told
    assert told.count("未核实") == 1
    assert "不是正式文本的来源" not in yanchi().told()


GRADES = "等级 总分\n  优： ≥ 9\n  良： 5（含）至 9（不含）\n  差： < 5\n"


def test_a_grade_is_part_of_the_headline() -> None:
    """One grade, with the band in which the total lies."""
    scene = scored(RATIO + GRADES, ROW)
    assert "等级 优" in scene.told()
    assert "等级“优”：总分 9.50 在“≥ 9”之内" in scene.told()


def test_an_open_grade_lists_what_is_possible() -> None:
    """While the total is open, every grade that it may earn is named."""
    told = scored(TIERS + GRADES, {**ROW, "self_score": ""}).told()
    assert "等级可能是 优 或 良 或 差。" in told


def test_a_grade_that_does_not_depend_on_the_open_rows_is_said_not_to() -> None:
    """The total lies between 9.5 and 10, 优 either way."""
    rules = f"{MET}{GRADES}每行\n  不高于 分值 [办法 第2条]\n  四舍五入 至 0.01 [办法 第2条]"
    told = scored(rules, {**ROW, "target": "100%", "actual": "≥95%"}).told()
    assert "总分可能是 9.50–10.00，取决于：甲（9.50–10.00）。不论如何，等级都是 优。" in told


def test_a_check_of_a_row_stands_in_its_entry() -> None:
    """Its severity, its name, its message, its clause."""
    told = yanchi().row("履约进度")
    assert "警告（目标不可计算）：年度指标值“长期”是文字" in told


def test_the_rows_alone_can_be_told() -> None:
    """One row is told without the conclusion of the form."""
    told = yanchi().row("群众满意度")
    assert "各行得分" not in told
    assert told.splitlines()[0].startswith("群众满意度")


def test_a_form_without_rows_is_told() -> None:
    """Nothing to score is no reason to fail."""
    scene = scored(RATIO)
    assert scene.told().startswith("试行办法")
    assert not [block for block in scene.page().blocks if isinstance(block, Table | Points)]
