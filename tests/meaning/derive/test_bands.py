"""Tables of bands: which band holds a number, at its ends and where a bound leaves it open."""

from __future__ import annotations

import pytest

from tests.meaning.derive.frame import earned, row_of, rule, shown

PRIORITY = rule(
    """\
  得分 分段 实际完成值
    ≥ 90%：5
    80%（含）至 90%（不含）：4
    70%（含）至 80%（不含）：3
    60%（含）至 70%（不含）：2
    < 60%：0
"""
)
ADJUSTMENT = rule(
    """\
  得分 分段 实际完成值
    ≤ 0%：3
    0%（不含）至 10%（含）：2
    10%（不含）至 20%（含）：1
    20%（不含）至 30%（含）：0.5
    > 30%：0
"""
)
EXECUTION = rule(
    """\
  得分 分段 实际完成值 ÷ 年度指标值
    ≥ 100%：分值
    80%（含）至 100%（不含）：70% × 分值
    60%（含）至 80%（不含）：50% × 分值
    其余：0
"""
)
MONTHS = rule(
    """\
  得分 分段 实际完成值
    ≤ 1：10
    1（不含）至 2（含）：8（含）至 9（含）
    2（不含）至 3（含）：6（含）至 7（含）
    其余：0
"""
)


@pytest.mark.parametrize(
    ("rate", "award"), [("90%", "5"), ("89.99%", "4"), ("80%", "4"), ("79.99%", "3"), ("60%", "2"), ("59.9%", "0")]
)
def test_bands_closed_below(rate: str, award: str) -> None:
    """重点支出安排率: 80%（含）to 90% is 4."""
    assert earned(PRIORITY, actual=rate) == award


@pytest.mark.parametrize(
    ("rate", "award"), [("0%", "3"), ("10%", "2"), ("10.01%", "1"), ("20%", "1"), ("30%", "0.5"), ("30.01%", "0")]
)
def test_bands_closed_above(rate: str, award: str) -> None:
    """预算调整率: 10% is still 2, 10.01% is 1."""
    assert earned(ADJUSTMENT, actual=rate) == award


@pytest.mark.parametrize(
    ("executed", "award"), [("99.99", "7"), ("80", "7"), ("79.99", "5"), ("59.9", "0"), ("100", "10"), ("120", "10")]
)
def test_a_share_of_the_points_by_band(executed: str, award: str) -> None:
    """99.99% of the budget is not all of it: 7 of 10; what no other band holds is for 其余."""
    assert earned(EXECUTION, target="100", actual=executed) == award


@pytest.mark.parametrize(
    ("months", "award"), [("1", "10"), ("1.5", "8至9"), ("2", "8至9"), ("2.1", "6至7"), ("7", "0")]
)
def test_a_band_may_leave_the_number_to_a_person(months: str, award: str) -> None:
    """Allocated within one and a half months: 8 or 9, as a person finds."""
    assert earned(MONTHS, actual=months) == award


def test_an_entry_within_the_band_counts() -> None:
    """In the band of 8 to 9 an entry of 8.5 is lawful, one of 9.5 is not."""
    assert row_of(MONTHS, actual="1.5", self_score="8.5").status == "judged"
    assert row_of(MONTHS, actual="1.5", self_score="9.5").status == "undecided"


@pytest.mark.parametrize(
    ("rate", "award"),
    [("≥90%", "5"), ("≥85%", "4至5"), ("70%-95%", "3至5"), ("<60%", "0"), ("≤60%", "0至2"), (">50%", "0至5")],
)
def test_a_bound_admits_every_band_it_reaches(rate: str, award: str) -> None:
    """An actual printed as ≥85% lies in the band of 4 or in that of 5."""
    assert earned(PRIORITY, actual=rate) == award


@pytest.mark.parametrize(
    ("actual", "fault"),
    [("", "missing-value"), ("很高", "not-a-number"), ("0.9", "units-differ"), ("9元", "units-differ")],
)
def test_what_is_no_number_of_the_kind_falls_into_no_band(actual: str, fault: str) -> None:
    """A bare 0.9 may be 0.9% or 90%: it is not guessed into a band of percentages."""
    assert earned(PRIORITY, actual=actual) == fault


def test_bands_may_be_of_dates() -> None:
    """Half a year earns the points, the year half of them."""
    dated = rule(
        "  得分 分段 实际完成值\n"
        "    ≤ 2022-06-30：分值\n"
        "    2022-06-30（不含）至 2022-12-31（含）：50% × 分值\n"
        "    > 2022-12-31：0\n"
    )
    days = ("2022年6月30日", "2022年7月1日", "2023年1月1日", "2022年")
    assert [earned(dated, actual=day) for day in days] == ["10", "5", "0", "5至10"]
    assert shown(row_of(dated, actual="2022年6月").admitted) == "10"
