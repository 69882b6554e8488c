"""Each kind of step, made by hand: it is valid as it follows from its premises, and found when it does not."""

from __future__ import annotations

import pytest

from evalrules.meaning.certificate import verify
from tests.meaning.certificate.records import (
    BASIS,
    NOTHING,
    Json,
    Record,
    actual,
    adjusted,
    admitted,
    between,
    changed,
    check_of,
    chosen,
    computed,
    concluded,
    fault,
    findings_in,
    found,
    number,
    points,
    stated,
    step,
    stretch,
    total,
    tried,
    truth,
)

TARGET = found("年度指标值", "100%", number("1", "%"), type_="target")
RATE = computed("÷", "实际完成值 ÷ 年度指标值", number("19/20"), actual("95%", number("19/20", "%")), TARGET)
AWARD = computed("×", "实际完成值 ÷ 年度指标值 × 分值", number("19/2"), RATE, points())
AT_LEAST_90 = actual("≥90%", between("9/10", None, "[)", "%"), "floor")
MET = computed("≥", "实际完成值 ≥ 年度指标值", truth(False), actual("95%", number("19/20", "%")), TARGET)
OPEN = computed(
    "≥", "实际完成值 ≥ 95%", truth(None), AT_LEAST_90, stated("95%", number("19/20", "%"))
)  # fmt: skip
PARAMETER = step(
    "named", "及格线", number("3/5", "%"), name="及格线", origin="parameter", layer="p-1",
    premise=stated("60%", number("3/5", "%")),
)  # fmt: skip
CHOSEN = chosen(
    [tried(MET, False, "当 实际完成值 ≥ 年度指标值 得分 分值"), tried(None, True, f"否则 得分 {AWARD['text']}")],
    [concluded(AWARD, number("19/2"))],
    number("19/2"),
)
REGION = found("地区类别", "西部", {"text": "西部"}, "text", "text")
WESTERN = computed("=", '地区类别 = "西部"', truth(True), REGION, stated('"西部"', {"text": "西部"}))
SELECTED = step(
    "selected", '依次 当 地区类别 = "西部"，取 30%', number("3/10", "%"), name="达标线", in_order=True,
    tried=[tried(WESTERN, True, '当 地区类别 = "西部"，取 30%')], outcomes=[stated("30%", number("3/10", "%"))],
)  # fmt: skip
INTERPRETED = step(
    "interpreted", "步数 不是 按比例", truth(True),
    reading="步数", alternative="按比例", negated=True, chosen="按整步", layer="p-1",
)  # fmt: skip
HALF = computed("×", "50%（含）至 80%（不含） × 分值", number("5"), stated("50%", number("1/2", "%")), points())
MOST = computed("×", "50%（含）至 80%（不含） × 分值", number("8"), stated("80%", number("4/5", "%")), points())
MIDDLE = admitted("50%（含）至 80%（不含） × 分值", HALF, MOST, "[)", between("5", "8", "[)"), "中")
LOW = admitted(
    "0（含）至 5（不含）", stated("0", number("0")), stated("5", number("5")), "[)", between("0", "5", "[)"), "下"
)
TIERED = step(
    "tiered", "按档 中：50%（含）至 80%（不含） × 分值 下：0（含）至 5（不含）", between("0", "8", "[)"),
    tier_cell=found("档次", None, NOTHING, "absent", "text"), tiers=[MIDDLE, LOW], open=[0, 1], basis=BASIS,
)  # fmt: skip
PLACED = step(
    "placed", "分段 实际完成值", number("8"), subject=actual("85%", number("17/20", "%")),
    stretches=[
        stretch("≥ 90%", stated("90%", number("9/10", "%")), None, "[)", False),
        stretch(
            "80%（含）至 90%（不含）", stated("80%", number("4/5", "%")), stated("90%", number("9/10", "%")), "[)", True
        ),
        stretch("其余", None, None, "()", False),
    ],
    outcomes=[
        step("concluded", "80%（含）至 90%（不含）：8", number("8"), premise=stated("8", number("8")), basis=BASIS)
    ],
    basis=BASIS,
)  # fmt: skip
REFERRED = step(
    "referred", "同 一", number("9"), rule="一", layer="p-1", premise=CHOSEN,
    adjustments=[adjusted("cap", "不高于 9", number("19/2"), number("9"), stated("9", number("9")))],
    basis=BASIS, rule_basis=BASIS,
)  # fmt: skip
SUM = step(
    "gathered", "合计（分值 对 指标 中 分值 > 5）", number("10"),
    function="sum", record="indicators", class_wanted=None,
    members=[{"row": ["indicators", 0], "label": "甲", "yields": points()}],
    looked_at=[
        {
            "row": ["indicators", at],
            "label": label,
            "yields": computed(
                ">", "分值 > 5", truth(worth > 5), points(str(worth)), stated("5", number("5"))
            ),
        }
        for at, label, worth in ((0, "甲", 10), (1, "乙", 3))
    ],
)  # fmt: skip
SUM["looked_at"][1]["yields"]["of"][0]["address"] = "indicators[1].分值"  # type: ignore[index,call-overload]
CLASS: dict[str, Json] = {"class": "正向", "negated": False, "actual": "正向"}
OF_CLASS = step("of-class", "指标 是 正向", truth(True), **CLASS)
SCORED = step("scored", "得分", number("9"), row=["indicators", 0], label="甲", view="judged")
REASON = found("偏差原因", "部分功能需要优化", {"text": "部分功能需要优化"}, "text", "text")
GIVEN = computed("given", "偏差原因 已填", truth(True), REASON)
EITHER = computed("or", "实际完成值 ≥ 95% 或 偏差原因 已填", truth(True), OPEN, GIVEN)

VALID: dict[str, Record] = {
    "stated": stated("80%", number("4/5", "%")),
    "stated money": stated("1.5 万元", number("15000", "万元")),
    "stated string": stated('"年度资金总额"', {"text": "年度资金总额"}),
    "stated day": stated("2022年12月31日", {"day": "2022-12-31", "to": "2022-12-31"}),
    "found": actual("95%", number("19/20", "%")),
    "found bound": AT_LEAST_90,
    "found people": actual("1,200人", number("1200", "人")),
    "found nothing": found("偏差原因", None, NOTHING, "absent", "text"),
    "named": PARAMETER,
    "scored": SCORED,
    "of-class": OF_CLASS,
    "computed": AWARD,
    "compared": MET,
    "undecided": OPEN,
    "connected": EITHER,
    "gathered": SUM,
    "chosen": CHOSEN,
    "selected": SELECTED,
    "named by cases": step(
        "named", "达标线", number("3/10", "%"), name="达标线", origin="definition", layer="p-1", premise=SELECTED
    ),
    "interpreted": INTERPRETED,
    "admitted": MIDDLE,
    "tiered": TIERED,
    "placed": PLACED,
    "referred": REFERRED,
}


@pytest.mark.parametrize("name", VALID)
def test_a_step_that_follows_is_valid(name: str) -> None:
    """Every kind of step, as the engine writes it, is accepted."""
    assert not [each.message("en") for each in findings_in(VALID[name])]


WRONG: list[tuple[str, str, Json]] = [
    # constants and cells
    ("stated", "value.number", "17/20"),
    ("stated", "text", "85%"),
    ("stated", "value.dimension", "point"),
    ("stated money", "value.number", "150000"),
    ("stated money", "value.unit", "亿元"),
    ("stated string", "value.text", "年度资金"),
    ("stated day", "value.to", "2023-12-31"),
    ("found", "printed", "96%"),
    ("found", "value.number", "24/25"),
    ("found", "kind", "ceiling"),
    ("found", "text", "年度指标值"),
    ("found bound", "value.low", "4/5"),
    ("found bound", "value.low_closed", False),
    ("found bound", "printed", "≤90%"),
    ("found people", "value.number", "12"),
    ("found people", "value.scale", "10"),
    ("found nothing", "printed", "优化"),
    # names, classes, rows
    ("named", "value.number", "1/2"),
    ("named", "premise.value.number", "1/2"),
    ("named", "name", "优秀线"),
    ("named", "layer", ""),
    ("of-class", "value.truth", False),
    ("of-class", "actual", "反向"),
    ("of-class", "class", "反向"),
    ("of-class", "negated", True),
    ("scored", "row", None),
    # operators
    ("computed", "value.number", "10"),
    ("computed", "operator", "÷"),
    ("computed", "of.1.value.number", "9"),
    ("computed", "of.0.operator", "×"),
    ("computed", "of.0.value.dimension", "percent"),
    ("compared", "value.truth", True),
    ("compared", "operator", "<"),
    ("compared", "operator", ">"),
    ("undecided", "value.truth", True),
    ("undecided", "of.0.value.low", "19/20"),
    ("connected", "value.truth", None),
    ("connected", "operator", "and"),
    ("connected", "of.1.operator", "missing"),
    ("connected", "of.1.value.truth", False),
    # rows gathered
    ("gathered", "value.number", "13"),
    ("gathered", "function", "max"),
    ("gathered", "record", None),
    ("gathered", "members", []),
    ("gathered", "members.0.row.1", 1),
    ("gathered", "looked_at.1.yields.value.truth", True),
    # cases
    ("selected", "value.number", "2/5"),
    ("selected", "in_order", False),
    ("selected", "tried.0.held", None),
    ("selected", "outcomes", []),
    ("selected", "outcomes.0.text", "40%"),
    ("named by cases", "premise.name", "满分线"),
    ("interpreted", "value.truth", False),
    ("interpreted", "negated", False),
    ("interpreted", "chosen", "按比例"),
    ("interpreted", "alternative", "按整步"),
    ("interpreted", "reading", "舍入"),
    ("chosen", "value.number", "10"),
    ("chosen", "in_order", True),
    ("chosen", "tried.0.held", True),
    ("chosen", "tried.1.held", None),
    ("chosen", "outcomes", []),
    ("chosen", "outcomes.0.text", "得分 分值"),
    ("chosen", "tried.0.condition.value.truth", None),
    # admitted numbers, tiers, bands
    ("admitted", "value.high_closed", True),
    ("admitted", "high_closed", True),
    ("admitted", "low_closed", False),
    ("admitted", "value.low", "4"),
    ("tiered", "open", [0]),
    ("tiered", "value.low", "5"),
    ("tiered", "tier_cell.printed", "中"),
    ("tiered", "tiers.1.tier", "中下"),
    ("placed", "stretches.1.held", False),
    ("placed", "stretches.0.held", True),
    ("placed", "stretches.2.held", True),
    ("placed", "stretches.0.low_closed", False),
    ("placed", "stretches.1.high_closed", True),
    ("placed", "stretches.2.rest", False),
    ("placed", "stretches.1.low.value.number", "9/10"),
    ("placed", "outcomes.0.text", "≥ 90%：10"),
    ("placed", "value.number", "10"),
    # references
    ("referred", "rule", "二"),
    ("referred", "value.number", "19/2"),
    ("referred", "adjustments.0.before.number", "9"),
    ("referred", "adjustments", []),
]


@pytest.mark.parametrize(("name", "path", "value"), WRONG, ids=lambda each: str(each)[:40])
def test_a_step_that_does_not_follow_is_found(name: str, path: str, value: Json) -> None:
    """One change anywhere in a step, and what it was is found."""
    assert findings_in(changed(VALID[name], path, value))


# Faults -------------------------------------------------------------------------------------------

EMPTY = actual("", NOTHING, "absent")
ZERO = found("年度指标值", "0%", number("0", "%"), type_="target")
PEOPLE = found("年度指标值", "90人", number("90", "人"), type_="target")

WORDS = actual("按时完成", {"text": "按时完成"}, "text")
ROUGH = actual("约90%", {"unread": "约90%", "reason": "approximate"}, "unread")
DAY = actual("2022-12-31", {"day": "2022-12-31", "to": "2022-12-31"}, "date")
RATE_95 = actual("95%", number("19/20", "%"))

FAULTS: dict[str, tuple[str, Record, Record, tuple[str, ...]]] = {
    "missing-value": ("÷", EMPTY, TARGET, ("实际完成值",)),
    "not-a-number": ("÷", WORDS, TARGET, ("实际完成值", "按时完成")),
    "unreadable-cell": ("÷", ROUGH, TARGET, ("实际完成值", "约90%", "只写了大约数", "an approximate number")),
    "division-by-zero": ("÷", RATE_95, ZERO, ("年度指标值",)),
    "units-differ": ("+", RATE_95, PEOPLE, ("实际完成值", "%", "年度指标值", "人")),
    "not-a-date": ("<", DAY, TARGET, ("年度指标值",)),
}


def faulty(code: str) -> Record:
    operator, left, right, details = FAULTS[code]
    return computed(operator, f"{left['text']} {operator} {right['text']}", fault(code, *details), left, right)


@pytest.mark.parametrize("code", FAULTS)
def test_a_fault_follows_too(code: str) -> None:
    """A fault is what follows where there is no value; another fault, or a value, does not follow."""
    valid = faulty(code)
    assert not findings_in(valid)
    assert findings_in(changed(valid, "value.fault", "no-case"))
    assert findings_in(changed(valid, "value.details.0", "别的"))
    assert findings_in(changed(valid, "value", number("1")))


def test_a_fault_of_a_premise_is_handed_on() -> None:
    """What is computed from a fault is that fault, word for word."""
    rate = faulty("division-by-zero")
    award = computed("×", f"{rate['text']} × 分值", fault("division-by-zero", "年度指标值"), rate, points())
    assert not findings_in(award)
    assert findings_in(changed(award, "value", fault("division-by-zero", "别的")))


# Adjustments --------------------------------------------------------------------------------------

EXCESS = computed(
    "−",
    "年度指标值 − 实际完成值",
    number("7/200", "pp"),
    TARGET,
    actual("96.5%", number("193/200", "%")),
)
BY_STEPS = (EXCESS, stated("1 个百分点", number("1/100", "pp")), stated("0.5", number("1/2")))
ADJUSTED: dict[str, Record] = {
    "raise": adjusted("raise", "不低于 0", number("-1"), number("0"), stated("0", number("0"))),
    "cap": adjusted("cap", "不高于 分值", number("12"), number("10"), points()),
    "credit": adjusted(
        "credit", "加分 3 最多 2", number("7"), number("9"), stated("3", number("3")), stated("2", number("2"))
    ),
    "deduct": adjusted("deduct", "扣分 3", between("5", "8", "[)"), between("2", "5", "[)"), stated("3", number("3"))),
    "half-up": adjusted(
        "round",
        "四舍五入 至 0.01",
        number("379/40"),
        number("237/25"),
        stated("0.01", number("1/100")),
        mode="half-up",
    ),
    "down": adjusted(
        "round", "舍去 至 1", between("19/2", "10", "[)"), number("9"), stated("1", number("1")), mode="down"
    ),
    "up": adjusted("round", "进一 至 0.1", number("-1/20"), number("-1/10"), stated("0.1", number("1/10")), mode="up"),
    "half-even": adjusted(
        "round", "四舍六入五成双 至 1", number("5/2"), number("2"), stated("1", number("1")), mode="half-even"
    ),
    "unrounded": adjusted("unrounded", "不舍入", number("20/3"), number("20/3")),
    "whole": adjusted(
        "deduct-by-steps",
        "扣分 年度指标值 − 实际完成值 每 1 个百分点 扣 0.5 按整步",
        number("10"),
        number("17/2"),
        *BY_STEPS,
        counting="whole",
    ),
    "started": adjusted(
        "deduct-by-steps",
        "扣分 年度指标值 − 实际完成值 每 1 个百分点 扣 0.5 不足一步按一步",
        number("10"),
        number("8"),
        *BY_STEPS,
        counting="started",
    ),
    "pro-rata": adjusted(
        "deduct-by-steps",
        "扣分 年度指标值 − 实际完成值 每 1 个百分点 扣 0.5 按比例 最多 1",
        number("10"),
        number("9"),
        *BY_STEPS,
        stated("1", number("1")),
        counting="pro-rata",
    ),
    "not applied": adjusted(
        "cap",
        f"不高于 9 当 {MET['text']}",
        number("10"),
        number("10"),
        stated("9", number("9")),
        condition=MET,
        applied=False,
    ),
    "perhaps applied": adjusted(
        "cap",
        f"不高于 9 当 {OPEN['text']}",
        number("10"),
        between("9", "10"),
        stated("9", number("9")),
        condition=OPEN,
        applied=None,
    ),
}


def of_adjustment(step_: Record) -> list[str]:
    """What is found in an adjustment of a total."""
    before, value = step_["before"], step_["value"]
    assert isinstance(before, dict)
    assert isinstance(value, dict)
    award = step("scored", "得分", before, row=["indicators", 0], label="甲", view="judged")
    record = total(award, value if "number" in value else NOTHING, value, step_)
    return [each.message("en") for each in verify(record) if each.path.startswith("$.adjustments")]


@pytest.mark.parametrize("name", ADJUSTED)
def test_an_adjustment_that_follows_is_valid(name: str) -> None:
    """Every kind of adjustment, mode of rounding and manner of counting is understood."""
    assert not of_adjustment(ADJUSTED[name])


@pytest.mark.parametrize("name", ADJUSTED)
def test_an_adjustment_to_another_number_is_found(name: str) -> None:
    """The number after a step is the one that follows."""
    assert of_adjustment(changed(ADJUSTED[name], "value", number("1/7")))


@pytest.mark.parametrize(
    ("name", "path", "value"),
    [
        ("cap", "kind", "raise"),
        ("raise", "kind", "cap"),
        ("deduct", "kind", "credit"),
        ("half-up", "mode", "half-even"),
        ("half-even", "mode", "down"),
        ("whole", "counting", "started"),
        ("pro-rata", "counting", "whole"),
        ("credit", "of.1.value.number", "3"),
        ("pro-rata", "of", [*BY_STEPS]),
        ("not applied", "applied", True),
        ("not applied", "condition", None),
        ("perhaps applied", "applied", True),
        ("cap", "mode", "half-up"),
        ("cap", "of", []),
    ],
)
def test_an_adjustment_that_does_not_follow_is_found(name: str, path: str, value: Json) -> None:
    """Its kind, mode and manner are what its words say, its operands as many as it takes."""
    assert of_adjustment(changed(ADJUSTED[name], path, value))


# Checks -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("condition", "required", "due"), [(MET, True, True), (MET, False, False), (OPEN, True, None)])
def test_a_message_is_due_exactly_where_it_follows(condition: Record, required: bool, due: bool | None) -> None:
    """A requirement that fails, or a report that holds, is due; an undecided condition leaves it open."""
    valid = check_of(condition, due, required=required)
    assert not verify(valid)
    for other in {True, False, None} - {due}:
        assert verify(changed(valid, "due", other))


@pytest.mark.parametrize(
    ("path", "value"),
    [("severity", "ERROR"), ("required", False), ("in_scope", None), ("name", "乙"), ("class_wanted", "正向")],
)
def test_a_check_is_what_its_words_say(path: str, value: Json) -> None:
    """Severity, name and whether it requires or reports stand in the author's words."""
    assert verify(changed(check_of(MET, True), path, value))
