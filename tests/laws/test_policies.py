"""The laws of the language, over generated policies and generated forms."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from evalrules.language.policy.form import Form
from evalrules.language.policy.policy import CheckedPolicy
from evalrules.language.source import Source
from evalrules.testing import exact_forms_for, laws, policies, policy_texts
from evalrules.testing.forms import forms
from evalrules.testing.kit import LAWS, Law, any_form_for
from evalrules.testing.policies import library, policy_from_text, rewritten

Case = tuple[CheckedPolicy, Form, tuple[object, ...]]


def some() -> settings:
    """Half as many examples as usual: each is a policy compiled and a form scored several times."""
    usual = settings.get_profile(settings.get_current_profile_name())
    return settings(usual, max_examples=usual.max_examples // 2, suppress_health_check=list(HealthCheck))


@st.composite
def cases(draw: st.DrawFn, asked_with: tuple[st.SearchStrategy[object], ...]) -> Case:
    """A policy, a form for it, and what else a law is asked with."""
    policy = draw(policies())
    return policy, draw(any_form_for(policy)), draw(st.tuples(*asked_with))


@pytest.mark.parametrize("law", LAWS, ids=lambda law: str(law.name))
def test_a_law_of_the_language_holds(law: Law) -> None:
    """Whatever a policy says and a form holds."""

    @some()
    @given(cases(law.asked_with))
    def holds(case: Case) -> None:
        policy, form, more = case
        law.holds(policy, form, *more)

    holds()


@some()
@given(st.data())
def test_any_form_is_scored(data: st.DataObject) -> None:
    """A form that nobody made for the policy, with hardly a cell that can be read, is scored all the same."""
    policy = data.draw(policies())
    laws.law_scoring_is_total(policy, data.draw(forms(policy.schema)))


@some()
@given(policies())
def test_a_kept_policy_is_the_same(policy: CheckedPolicy) -> None:
    """What is written to the cache and read back is the policy that was written."""
    laws.law_kept_policy_is_the_same(policy)


@some()
@given(st.data())
def test_the_keyword_language_is_no_matter(data: st.DataObject) -> None:
    """A policy says the same in Chinese and in English keywords."""
    text = data.draw(policy_texts())
    chinese, english = policy_from_text(text), policy_from_text(rewritten(text, "en"))
    laws.law_same_scores(chinese, english, data.draw(any_form_for(chinese)))


@some()
@given(st.data())
def test_the_order_of_factors_is_no_matter(data: st.DataObject) -> None:
    """B ÷ A × W is B × W ÷ A, is W × (B ÷ A), for a target and an actual in one unit."""
    formulas = ("实际完成值 ÷ 年度指标值 × 分值", "实际完成值 × 分值 ÷ 年度指标值", "分值 × (实际完成值 ÷ 年度指标值)")
    first, *others = [policy_from_text(RATIO.format(formula=formula)) for formula in formulas]
    form = data.draw(exact_forms_for(first))
    for other in others:
        laws.law_same_scores(first, other, form)


RATIO = """\
政策 ratio
  名称 "比例" 适用 project 年度 2022 语言版本 1
依据 表 官方 "表"
规则 比例 [表]
  对 指标
  得分 {formula}
每行
  不低于 0
  不高于 分值
  四舍五入 至 0.01
总分 合计（得分）
  不舍入
"""


def test_the_laws_can_fail() -> None:
    """A law that is asked about two policies that differ says so."""
    form = Form("", "project", {}, {})
    one = policy_from_text(RATIO.format(formula="分值"))
    capped = policy_from_text(RATIO.format(formula="分值").replace("合计（得分）", "合计（得分） + 1"))
    with pytest.raises(AssertionError, match="changes the outcome"):
        laws.law_same_scores(one, capped, form)


def test_the_library_serves_generated_policies() -> None:
    """Generated policies rest on the shipped `project` form."""
    assert isinstance(library().schema_source("project"), Source)
