"""An award that is worked out and may be changed by hand: the entry counts where it may be entered, and only there."""

from __future__ import annotations

import pytest

from evalrules.meaning.derivation import RowDerivation
from tests.meaning.derive.frame import LIMITED, earned, policy, row_of, rule, shown

OPENED = rule(
    """\
  当 实际完成值 ≥ 120% × 年度指标值，得分 分值，可改为 20%（含）至 60%（不含） × 分值
  否则，得分 最小（实际完成值 ÷ 年度指标值，1） × 分值
""",
    LIMITED,
)


def told(row: RowDerivation) -> tuple[str, str, str]:
    """Status, what counts, and what would have been possible."""
    return row.status, shown(row.awarded), shown(row.admitted)


@pytest.mark.parametrize(
    ("entry", "status", "awarded"),
    [
        ("", "computed", "10"),
        ("—", "computed", "10"),
        ("2", "judged", "2"),
        ("5.99", "judged", "5.99"),
        ("10", "judged", "10"),
        ("6", "computed", "10"),
        ("9.5", "computed", "10"),
        ("1.99", "computed", "10"),
        ("11", "computed", "10"),
        ("六分", "computed", "10"),
    ],
)
def test_an_entry_counts_within_what_may_be_entered_or_as_the_award(entry: str, status: str, awarded: str) -> None:
    """From 2 to below 6, or 10 itself; between them nothing may be entered, though the hull holds it."""
    row = row_of(OPENED, target="100", actual="120", self_score=entry)
    assert told(row) == (status, awarded, "2至10")


def test_elsewhere_the_award_is_fixed() -> None:
    """Below 120% nobody may change it, whatever the entry."""
    row = row_of(OPENED, target="100", actual="119", self_score="5")
    assert told(row) == ("computed", "10", "10")


def test_a_bound_may_open_the_award_or_not() -> None:
    """≥110 may reach 120: then any entry could become lawful, but which case holds is not known."""
    row = row_of(OPENED, target="100", actual="≥110", self_score="5")
    assert told(row) == ("undecided", "—", "2至10")


def test_the_award_may_be_a_stretch_itself() -> None:
    """What is worked out of a bound is no one number; a lawful entry is."""
    opened = rule("  得分 实际完成值 × 分值，可改为 0（含）至 1（含）\n", LIMITED)
    assert told(row_of(opened, actual="≥90%")) == ("undecided", "—", "0至10")
    assert told(row_of(opened, actual="≥90%", self_score="9.5")) == ("undecided", "—", "0至10")
    assert told(row_of(opened, actual="≥90%", self_score="1")) == ("judged", "1", "0至10")


def test_the_steps_are_taken_from_what_counts() -> None:
    """A deduction comes off the entry, as it comes off the award."""
    opened = rule("  得分 分值，可改为 0（含）至 5（含）\n  扣分 1\n", LIMITED)
    assert {entry: earned(opened, self_score=entry) for entry in ("", "4", "7")} == {"": "9", "4": "3", "7": "9"}


def test_another_rule_opens_the_award_for_those_that_refer_to_it() -> None:
    """The award has taken the other rule's own steps; what may be entered stands as it is written."""
    declarations = (
        "规则 甲 [表]\n  对 指标 中 类别 = “甲”\n  得分 分值，可改为 0（含）至 5（含）\n  扣分 1\n"
        "规则 乙 [表]\n  对 指标 中 类别 ≠ “甲”\n  得分 同 甲\n"
    )
    referring = policy(declarations, LIMITED)
    assert told(row_of(referring, **{"class": "乙"})) == ("computed", "9", "0至9")
    assert told(row_of(referring, **{"class": "乙", "self_score": "4"})) == ("judged", "4", "0至9")
    assert told(row_of(referring, **{"class": "乙", "self_score": "9"})) == ("judged", "9", "0至9")
    assert told(row_of(referring, **{"class": "乙", "self_score": "10"})) == ("computed", "9", "0至9")


def test_without_ends_there_is_no_award() -> None:
    """Where what may be entered cannot be worked out, the row says so, and does not pretend that all is closed."""
    opened = rule("  得分 分值，可改为 0（含）至 实际完成值（含）\n", LIMITED)
    assert earned(opened) == "missing-value"
    assert earned(opened, actual="5人") == "units-differ"
