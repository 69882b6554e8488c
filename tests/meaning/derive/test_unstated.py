"""Where the text does not say what a row earns, the row has a fault with the author's reason."""

from __future__ import annotations

from evalrules.meaning.derivation import Unstated
from evalrules.meaning.fault import Fault, FaultKind
from evalrules.views.grounds import steps_of_row
from tests.meaning.derive.frame import LIMITED, earned, row_of, rule, shown

REASON = "节录没有这一段"
MONTHS = rule(
    f"""\
  得分 分段 实际完成值
    ≤ 6：分值
    6（不含）至 9（含）：未规定 "{REASON}" [表 拨付时间]
    > 9：0
""",
    LIMITED,
)
OTHERWISE = rule(f'  当 年度指标值 是 下限，得分 分值\n  否则，未规定 "{REASON}"\n', LIMITED)
ALTOGETHER = rule(f'  未规定 "{REASON}"\n', LIMITED)


def test_only_the_band_that_is_unstated_has_the_fault() -> None:
    """At 6 and beyond 9 the text speaks; between them it does not."""
    found = {actual: earned(MONTHS, actual=actual) for actual in ("6", "6.01", "7", "9", "9.01")}
    assert found == {"6": "10", "6.01": "unstated", "7": "unstated", "9": "unstated", "9.01": "0"}


def test_the_fault_gives_the_reason_and_the_step_the_clause() -> None:
    """A reader learns what is missing, and where."""
    row = row_of(MONTHS, actual="7")
    assert row.awarded == Fault(FaultKind.UNSTATED, (REASON,))
    assert REASON in row.awarded.message("zh")
    step = next(each for each in steps_of_row(row) if isinstance(each, Unstated))
    assert [cite.text for cite in step.basis.cites] == ["表 拨付时间"]


def test_a_case_and_a_whole_rule_may_be_unstated() -> None:
    """As an outcome it stands wherever an award may."""
    assert earned(OTHERWISE, target="≥5", actual="5") == "10"
    assert earned(OTHERWISE, target="5", actual="5") == "unstated"
    assert earned(ALTOGETHER, target="5", actual="5") == "unstated"


def test_the_row_keeps_its_rule_and_its_bounds() -> None:
    """Only the award is unknown: the rule is, and so are the limits that every row keeps to."""
    row = row_of(ALTOGETHER, actual="7")
    assert (row.status, row.rule, shown(row.admitted)) == ("fault", "甲", "0至10")


def test_what_may_be_unstated_has_the_fault_too() -> None:
    """Of 5 to 7 months, part lies where the text says nothing: then there is no stretch to offer."""
    assert earned(MONTHS, actual="5至7") == "unstated"


def test_an_entry_does_not_fill_the_gap() -> None:
    """A person cannot choose where the text leaves nothing to choose from."""
    assert row_of(MONTHS, actual="7", self_score="5").status == "fault"
