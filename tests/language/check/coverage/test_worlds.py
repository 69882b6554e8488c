"""What is proved of all rows is so of every row of a small world, and what is shown can be met in it."""

from __future__ import annotations

from collections.abc import Iterable

from hypothesis import given
from hypothesis import strategies as st

from evalrules.language.check.coverage import coverage_problems
from evalrules.language.problems import Problem
from evalrules.language.problems.never_applies import NeverApplies
from evalrules.meaning.derivation import RowDerivation
from evalrules.meaning.fault import FaultKind
from tests.language.check.coverage.frame import fault_of
from tests.language.check.coverage.universe import conditions, rows_of
from tests.language.check.frame import policy_of


def codes(problems: Iterable[Problem]) -> set[str]:
    return {each.code for each in problems}


def faults(rows: Iterable[RowDerivation]) -> set[FaultKind | None]:
    return {fault_of(row) for row in rows}


@given(conditions(1, 3))
def test_two_rules_or_none_are_reported_where_a_row_meets_them(scopes: list[str]) -> None:
    """Some row has two rules, or none, exactly if the check says so; and it always says one or the other."""
    policy = policy_of(
        "\n".join(f"规则 规{at} [注 1]\n  对 指标 中 {scope}\n  得分 分值" for at, scope in enumerate(scopes))
    )
    found, met = codes(coverage_problems(policy)), faults(rows_of(policy, scopes))
    assert "not-decided" not in found
    assert ("two-rules" in found) is (FaultKind.SEVERAL_RULES in met)
    assert ("no-rule" in found) is (FaultKind.NO_RULE in met)


@given(conditions(2, 3), st.booleans(), st.booleans())
def test_two_classes_or_none_are_reported_where_a_row_meets_them(
    conditions: list[str], in_order: bool, rest: bool
) -> None:
    """Some row is of two classes, or of none, exactly if the check says so."""
    cases = [f"  类{at} 当 {condition}" for at, condition in enumerate(conditions)]
    cases += ["  类末 其余"] if rest else []
    names = [case.split()[0] for case in cases]
    rules = [f"规则 规{name} [注 1]\n  对 {name} 指标\n  得分 分值" for name in names]
    policy = policy_of("\n".join([f"分类 指标{' 依次' if in_order else ''}", *cases, *rules]))
    found, met = codes(coverage_problems(policy)), faults(rows_of(policy, conditions))
    assert "not-decided" not in found
    assert ("two-classes" in found) is (FaultKind.SEVERAL_CLASSES in met)
    assert ("no-class" in found) is (FaultKind.NO_CLASS in met)
    assert not {"two-rules", "no-rule"} & found


@given(conditions(3, 5), st.booleans())
def test_two_cases_or_none_are_reported_where_a_row_meets_them(drawn: list[str], otherwise: bool) -> None:
    """Some row of a rule, if it is not void, has two cases or none, exactly if the check says so."""
    scope, void, *conditions = drawn
    cases = [f"  当 {condition} 得分 {at}" for at, condition in enumerate(conditions)]
    cases += ["  否则 得分 分值"] if otherwise else []
    head = [f"作废 无效 [注 1] 对 指标 中 {void}", "规则 甲 [注 1]", f"  对 指标 中 {scope}"]
    rest = ["规则 乙 [注 1]", f"  对 指标 中 非 （{scope}）", "  得分 0"]
    policy = policy_of("\n".join([*head, *cases, *rest]))
    met = faults(rows_of(policy, drawn))
    found = codes(coverage_problems(policy))
    assert "not-decided" not in found
    assert ("two-cases" in found) is (FaultKind.SEVERAL_CASES in met)
    assert ("no-case" in found) is (FaultKind.NO_CASE in met)
    assert not {"two-rules", "no-rule"} & found


@given(conditions(2, 2))
def test_a_rule_that_is_said_never_to_apply_never_does(drawn: list[str]) -> None:
    """What is said never to apply applies to no row; what applies to one is not said so."""
    scope, narrower = drawn
    policy = policy_of(
        f"规则 甲 [注 1]\n  对 指标 中 {scope} 且 {narrower}\n  得分 分值\n"
        f"规则 乙 [注 1]\n  对 指标 中 非 （{scope} 且 {narrower}）\n  得分 0"
    )
    said = {each.what.zh for each in coverage_problems(policy) if isinstance(each, NeverApplies)}
    applied = {row.rule for row in rows_of(policy, drawn)}
    assert ("规则“甲”" in said) is ("甲" not in applied)
    assert ("规则“乙”" in said) is ("乙" not in applied)
