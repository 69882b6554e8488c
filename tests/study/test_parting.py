"""Where an example and the policy part, the first step that leads elsewhere is shown."""

from __future__ import annotations

from evalrules.meaning.examples import Trial
from evalrules.study.parting import AtAward, AtCheck, AtRule, AtStep, Parting, parting_of
from evalrules.study.trials import trials_of
from tests.study.fixture import POLICY, policy_with
from tests.study.test_coverage import WIDE


def parting(lines: str, text: str = POLICY) -> Parting | None:
    """Where the one expectation of an example that does not hold parts from the policy."""
    (trial,) = trials_of(policy_with(f'示例 "例"\n  {lines}\n', text), None)
    assert isinstance(trial, Trial)
    (found,) = trial.disagreements
    return parting_of(found, trial.derivation)


def test_another_rule_was_expected() -> None:
    """It is told that this rule was looked at, and did not apply."""
    found = parting('行 指标 年度指标值 100 实际完成值 100 分值 10 偏差原因 "无" 应得 10 依 定性', WIDE)
    assert isinstance(found, AtRule)
    assert (found.scoping.rule, found.scoping.applies) == ("定性", False)


def test_a_rule_of_other_rows_was_expected() -> None:
    """It is not even looked at: there is no step to show."""
    assert parting("行 指标 年度指标值 100 实际完成值 100 分值 10 应得 10 依 资金") is None


def test_the_award_is_another_from_the_beginning() -> None:
    """No step on the way has the number that was expected."""
    assert isinstance(parting("行 指标 年度指标值 100 实际完成值 50 分值 10 应得 5"), AtAward)


def test_a_cap_makes_another_number() -> None:
    """The award was as expected, and the cap took something off."""
    found = parting("行 资金 全年预算数 100 全年执行数 120 分值 10 应得 12")
    assert isinstance(found, AtStep)
    assert found.step.span.text.startswith("不高于 分值")


def test_a_rounding_makes_another_number() -> None:
    """The expectation is the number before it was rounded."""
    found = parting("行 资金 全年预算数 3 全年执行数 1 分值 10 应得 10 ÷ 3")
    assert isinstance(found, AtStep)
    assert found.step.kind == "round"


def test_a_check_comes_out_otherwise() -> None:
    """The check is shown with what it asked."""
    found = parting("行 指标 年度指标值 100 实际完成值 50 分值 10 不报 偏差原因")
    assert isinstance(found, AtCheck)
    assert found.check.name == "偏差原因"
    assert found.check.due is True
