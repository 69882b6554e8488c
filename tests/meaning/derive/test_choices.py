"""What quantities by cases, open readings and rules in order are worth."""

from __future__ import annotations

from fractions import Fraction

import pytest
from attrs import evolve

from evalrules.language.policy.policy import CheckedPolicy
from evalrules.language.values import PURE, Interval, Quantity
from evalrules.meaning.derivation import Chosen, Interpreted, Named, RowDerivation, Selected
from evalrules.meaning.fault import Fault, FaultKind
from evalrules.views.grounds import steps_of_row
from tests.meaning.certificate.scenes import Cells, derived, form_of, indicator, policy_of


def rows(declarations: str, *indicators: Cells) -> tuple[RowDerivation, ...]:
    return derived(policy_of(declarations), form_of(*indicators)).derivation.rows


def row(declarations: str, **cells: str) -> RowDerivation:
    return rows(declarations, indicator(**cells))[0]


def points(text: str) -> Quantity:
    return Quantity(Fraction(text), PURE)


LINE = """
规则 甲 [办法 1]
  对 指标
  其中 线
    {order}当 实际完成值 ≥ 90%，取 100%
    当 一级指标 = "除零"，取 1 ÷ 0%
    {rest}
  得分 线 × 分值
"""


def line(*, order: str = "依次\n    ", rest: str = "否则，取 50%", **cells: str) -> RowDerivation:
    text = LINE.format(order=order, rest=rest).replace("1 ÷ 0%", "1 ÷ （分值 − 分值）")
    return row(text, **cells)


def test_the_value_is_that_of_the_case_that_holds() -> None:
    """Each case in turn; the rest where none holds."""
    assert line(actual="95%").awarded == points("10")
    assert line(actual="80%").awarded == points("5")


def test_a_fault_in_a_case_that_is_not_taken_does_not_arise() -> None:
    """The value of an untaken case is not worked out; of a taken one it is the fault of the row."""
    assert line(actual="95%", level1="除零").awarded == points("10")
    found = line(actual="80%", level1="除零").awarded
    assert isinstance(found, Fault)
    assert found.kind is FaultKind.DIVISION_BY_ZERO


def test_a_bound_that_leaves_the_case_open_leaves_the_value_between() -> None:
    """The value is the stretch over all cases that may hold, and no later one than the first that does."""
    found = line(actual="≥80%").admitted
    assert isinstance(found, Quantity)
    assert found.amount == Interval(Fraction(5), Fraction(10), True, True)


def test_the_cases_looked_at_are_part_of_the_derivation() -> None:
    """In order, none is looked at behind the first that holds; otherwise all are, with why not."""
    steps = {len(step.tried) for step in steps_of_row(line(actual="95%")) if isinstance(step, Selected)}
    assert steps == {1}
    (step,) = {step for step in steps_of_row(line(actual="80%")) if isinstance(step, Selected)}
    assert [tried.held for tried in step.tried] == [False, False, True]


OPEN = """
解读 舍入 [办法 2]
  可选 先舍 读作 "执行率先四舍五入到 1%"
  可选 不舍 读作 "执行率不舍入"
  取 先舍 理由 "表上印到 1%"
定义 率 [办法 2] 对 指标
  当 舍入 是 先舍，取 四舍五入（实际完成值 ÷ 年度指标值，1%）
  当 舍入 是 不舍，取 实际完成值 ÷ 年度指标值
规则 甲 [办法 2]
  对 指标
  得分 率 × 分值
"""


def under(policy: CheckedPolicy, alternative: str) -> CheckedPolicy:
    return evolve(policy, readings=tuple(each.taken(alternative) for each in policy.readings))


@pytest.mark.parametrize(("alternative", "award"), [("先舍", "5.00"), ("不舍", "4.99")])
def test_a_reading_decides(alternative: str, award: str) -> None:
    """310.2 planned and 154.74 spent are 4.99 points, or 5.00 if the rate is rounded first."""
    scene = derived(under(policy_of(OPEN), alternative), form_of(indicator(target="310.2", actual="154.74")))
    found = scene.derivation.rows[0]
    assert found.awarded == points(award)
    asked = [step for step in steps_of_row(found) if isinstance(step, Interpreted)]
    assert {step.chosen for step in asked} == {alternative}


def test_a_name_for_a_quantity_by_cases_has_its_value() -> None:
    """The name is a step over the cases."""
    found = rows(OPEN, indicator(target="310.2", actual="154.74"))[0]
    assert any(isinstance(step, Named) and isinstance(step.premise, Selected) for step in steps_of_row(found))


ORDER = """
规则 特别 先于 一般 [办法 3]
  对 指标 中 实际完成值 ≥ 90%
  得分 0
规则 一般 [办法 3]
  对 指标 中 分值 > 5
  得分 分值
规则 其他 [办法 3]
  对 其余 指标
  得分 1
"""


@pytest.mark.parametrize(
    ("cells", "rule"),
    [({"actual": "95%"}, "特别"), ({"actual": "80%"}, "一般"), ({"actual": "80%", "points": "5"}, "其他")],
)
def test_the_rule_that_goes_before_applies(cells: dict[str, str], rule: str) -> None:
    """Where two scopes hold, the one that goes before; what no scope holds is left to the rest."""
    found = row(ORDER, **cells)
    assert found.rule == rule
    given_way = {each.rule: each.gives_way_to for each in found.scopings if each.applies is False}
    assert rule not in given_way


def test_why_a_rule_gives_way_is_kept() -> None:
    """The rules to which it gives way, where its own scope holds."""
    found = {each.rule: (each.in_scope, each.gives_way_to) for each in row(ORDER, actual="95%").scopings}
    assert found == {"特别": (True, ()), "一般": (True, ("特别",)), "其他": (True, ("特别", "一般"))}


def test_a_scope_that_is_open_leaves_open_what_gives_way() -> None:
    """It cannot be said whether the general rule applies where it cannot be said of the special one."""
    found = row(ORDER, actual="≥80%")
    assert found.awarded == Fault(FaultKind.RULE_UNDECIDED, ("特别",))


def test_the_first_case_of_a_rule_in_order_is_due() -> None:
    """Later cases are not looked at, even where they hold too."""
    text = "规则 甲 [办法 1]\n  对 指标\n  依次\n  当 分值 ≥ 10 得分 3\n  当 分值 ≥ 5 得分 2\n  否则 得分 1\n"
    found = row(text)
    assert found.awarded == points("3")
    assert isinstance(found.award, Chosen)
    assert len(found.award.tried) == 1
    assert row(text, points="5").awarded == points("2")
