"""What is known beforehand of the numbers of a formula holds of every number that it yields."""

from __future__ import annotations

from fractions import Fraction
from types import MappingProxyType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evalrules.language.check.coverage.bounds import ANY, NOT_NEGATIVE, Bounds, Reach
from evalrules.language.check.coverage.cells import State
from evalrules.language.check.coverage.names import names_of
from evalrules.language.check.coverage.trial import Content, Trial
from evalrules.language.policy.expression import (
    Apply,
    Arithmetic,
    ArithmeticOperator,
    Constant,
    Expression,
    Given,
    Negate,
    RowAward,
    TotalAward,
)
from evalrules.language.policy.policy import CheckedPolicy
from evalrules.language.policy.schema import Field
from evalrules.language.source import Source, Span
from evalrules.language.values import PURE, Amount, Interval, Quantity, contains
from tests.language.check.frame import policy_of

SPAN = Span(Source("formula", "formula"), 0, 7)
POLICY = policy_of("")


def field(record: str, name: str) -> Field:
    found = POLICY.schema.record_named(record)
    assert found is not None
    named = found.field_named(name)
    assert named is not None
    return named


POINTS, DEDUCTION, BUDGET = field("指标", "分值"), field("指标", "扣减"), field("资金", "全年预算数")
CELLS = (POINTS, DEDUCTION)
OPERATORS: tuple[ArithmeticOperator, ...] = ("+", "−", "×", "÷")
numbers = st.sampled_from([Fraction(n, 2) for n in range(-4, 5)])


def _larger(inner: st.SearchStrategy[Expression]) -> st.SearchStrategy[Expression]:
    return st.one_of(
        st.builds(lambda o, a, b: Arithmetic(o, a, b, SPAN), st.sampled_from(OPERATORS), inner, inner),
        st.builds(lambda a: Negate(a, SPAN), inner),
        st.builds(lambda f, a, b: Apply(f, (a, b), SPAN), st.sampled_from(("max", "min")), inner, inner),
        st.builds(lambda a: Apply("abs", (a,), SPAN), inner),
        st.builds(
            lambda f, a: Apply(f, (a, Constant(Quantity(Fraction(1, 2), PURE), SPAN)), SPAN),
            st.sampled_from(("half-up", "truncate", "round-up", "half-even")),
            inner,
        ),
    )


leaves: st.SearchStrategy[Expression] = st.one_of(
    st.sampled_from([Given(each, SPAN) for each in CELLS]),
    st.builds(lambda n: Constant(Quantity(n, PURE), SPAN), numbers),
)
formulas = st.recursive(leaves, _larger, max_leaves=5)


@given(formulas, numbers.map(abs), numbers.map(abs))
def test_a_formula_yields_no_number_beyond_its_bounds(
    formula: Expression, points: Fraction, deduction: Fraction
) -> None:
    """Points are not negative; whatever they are, the value lies within the bounds and on the step."""
    cells = zip(("indicators.points", "indicators.deduction"), (points, deduction), strict=True)
    row = MappingProxyType({name: Content(State.PLAIN, Quantity(n, PURE)) for name, n in cells})
    value = Trial(row, None).value(formula, names_of(POLICY))
    reach = Bounds(POLICY, names_of(POLICY)).reach(formula)
    if isinstance(value, Quantity):
        assert isinstance(value.amount, Fraction)
        assert contains(reach.amount, value.amount)
        assert reach.step is None or not value.amount or (value.amount / reach.step).denominator == 1


@pytest.mark.parametrize(("cell", "amount"), [(POINTS, NOT_NEGATIVE), (BUDGET, ANY)])
def test_points_are_not_negative_and_money_may_be(cell: Field, amount: Amount) -> None:
    """A budget may be cut below nothing; points may not."""
    assert Bounds(POLICY, names_of(POLICY)).amount(Given(cell, SPAN)) == amount


def reach_of(fragment: str, of: Expression) -> Reach:
    policy: CheckedPolicy = policy_of(fragment)
    return Bounds(policy, names_of(policy)).reach(of)


AWARD, TOTAL = RowAward(SPAN), TotalAward(SPAN)
RULES = "规则 甲 [注 1]\n  对 指标\n  得分 {}\n规则 乙 [注 1]\n  对 资金\n  不计分\n"


@pytest.mark.parametrize(
    ("award", "steps", "amount", "step"),
    [
        ("5", "不舍入", Fraction(5), Fraction(5)),
        ("分值 − 5", "不舍入", Interval(Fraction(-5), None, True, False), None),
        ("分值 − 5", "不低于 0\n  不舍入", NOT_NEGATIVE, None),
        ("分值", "不高于 10\n  四舍五入 至 0.5", Interval(Fraction(0), Fraction(10), True, True), Fraction(1, 2)),
        ("5", "加分 2 最多 1\n  不舍入", Fraction(6), Fraction(1)),
        ("5", "扣分 分值 最多 2\n  不舍入", Interval(Fraction(3), Fraction(5), True, True), None),
        ("5", "扣分 2 当 分值 > 3\n  不舍入", Interval(Fraction(3), Fraction(5), True, True), Fraction(1)),
        ("5", "扣分 分值 每 1 扣 1 按整步 最多 3\n  不舍入", Interval(Fraction(2), Fraction(5), True, True), None),
        ("0（含）至 100%（含） × 分值", "四舍五入 至 1", NOT_NEGATIVE, None),
    ],
)
def test_an_award_is_bounded_by_its_rule_and_its_steps(
    award: str, steps: str, amount: Amount, step: Fraction | None
) -> None:
    """Floors, caps, bonuses, deductions and roundings, each as it stands. A person's entry is on no step."""
    fragment = f"{RULES.format(award)}每行\n  {steps}\n"
    assert reach_of(fragment, AWARD) == Reach(amount, step)


def test_a_total_adds_up_any_number_of_awards() -> None:
    """Awards from 0 add up to 0 and more, on the step of the awards; the total's own steps come after."""
    rows = RULES.format("分值") + "每行\n  四舍五入 至 0.01\n"
    assert reach_of(rows + "总分 合计（得分）\n  不舍入", TOTAL) == Reach(NOT_NEGATIVE, Fraction(1, 100))
    capped = Reach(Interval(Fraction(0), Fraction(100), True, True), Fraction(1))
    assert reach_of(rows + "总分 合计（得分）\n  不高于 100\n  四舍五入 至 1", TOTAL) == capped


def test_a_rule_by_reference_awards_what_the_other_does() -> None:
    """An award by reference has the bounds of the rule it refers to, after that rule's own steps."""
    fragment = """
规则 甲 [注 1]
  对 指标 中 分值 > 5
  得分 8
规则 乙 [注 1]
  对 指标 中 分值 ≤ 5
  得分 同 甲
  加分 1
规则 丙 [注 1]
  对 资金
  不计分
每行
  不舍入
"""
    assert reach_of(fragment, AWARD) == Reach(Interval(Fraction(8), Fraction(9), True, True), Fraction(1))


def test_an_exempt_row_may_have_all_points_or_none() -> None:
    """Rows to which the assessment does not apply have what the policy says, not what a rule awards."""
    exempt = "不适用 免 [注 1]\n  对 指标 中 不适用说明 已填\n  {}\n" + RULES.format("5") + "每行\n  不舍入\n"
    assert reach_of(exempt.format("记满分"), AWARD).amount == NOT_NEGATIVE
    assert reach_of(exempt.format("记零分"), AWARD) == Reach(
        Interval(Fraction(0), Fraction(5), True, True), Fraction(5)
    )
    assert reach_of(exempt.format("不计入"), AWARD) == Reach(Fraction(5), Fraction(5))
