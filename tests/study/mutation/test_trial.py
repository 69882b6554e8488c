"""What examples notice: a policy whose examples pin it down, and one whose examples do not."""

from __future__ import annotations

import pytest

from evalrules.language.source import Source
from evalrules.meaning.examples import check_example
from evalrules.study.mutation import Fate, Kind, Study, Subject, example_text, study_mutants
from evalrules.study.trials import trials_of
from tests.study.shipped import SHELF, checked, text_of

POLICY = """政策 p-1
  适用 project
  语言版本 1

依据 注 官方 "表下注"

规则 指标得分 [注 1]
  对 指标
  当 实际完成值 ≥ 60   得分 分值
  否则                 得分 0

每行 四舍五入 至 0.01 [注 1]

总分 合计（得分） 不舍入 [注 1]

校验 满分 [注 1]
  当 总分 = 10
  提示 "满分"
"""
EDGES = """
示例 "线上、线下"
  行 指标 实际完成值 60 分值 10 应得 10
  行 指标 实际完成值 59 分值 10 应得 0
  应报 满分

示例 "三位小数"
  行 指标 实际完成值 60 分值 0.333 应得 0.33
  行 指标 实际完成值 60 分值 0.336 应得 0.34
  不报 满分

示例 "十分上下"
  行 指标 实际完成值 70 分值 11 应得 11
  行 指标 实际完成值 50 分值 11 应得 0
  不报 满分

示例 "九分"
  行 指标 实际完成值 70 分值 9 应得 9
  不报 满分
"""


def studied(text: str, most: int | None = None) -> Study:
    policy = checked(text, "p-1.rules")
    trials = tuple(each for each in trials_of(policy, None))
    return study_mutants(Subject(Source("p-1.rules", text), SHELF, policy, trials), most)  # type: ignore[arg-type]


def test_examples_on_both_sides_of_every_line_notice_every_change() -> None:
    study = studied(POLICY + EDGES)
    assert [each.mutant.lines for each in study.of(Fate.MISSED)] == []
    assert study.caught == study.total > 10


def test_without_examples_whatever_compiles_goes_unnoticed() -> None:
    study = studied(POLICY)
    assert study.of(Fate.NOTICED) == ()
    kinds = {each.mutant.kind for each in study.of(Fate.MISSED)}
    assert kinds >= {Kind.NUMBER, Kind.COMPARISON, Kind.ROUNDING_UNIT, Kind.ROUNDING_MODE, Kind.CHECK}


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_example_shown_for_a_missed_change_notices_it(lang: str) -> None:
    """Pasted into the policy it holds; pasted into the mutant it does not."""
    missed = studied(POLICY).of(Fate.MISSED)
    assert missed
    for each in missed:
        assert each.form is not None
        assert each.policy is not None
        own = checked(POLICY)
        pasted = example_text(own, each.policy, each.form, "一例", "zh" if lang == "zh" else "en")
        example = checked(f"{POLICY}\n\n{pasted}\n").examples[-1]
        assert check_example(own, example) == ()
        assert check_example(each.policy, example)


def test_a_limit_spreads_over_the_text_and_says_what_is_left() -> None:
    study = studied(POLICY, 3)
    assert len(study.verdicts) <= 3
    assert study.left > 5


def test_every_change_to_yanchi_is_noticed() -> None:
    """The founding example is pinned down by its own examples."""
    text = text_of("yanchi-2022")
    policy = checked(text, "yanchi-2022.rules")
    trials = tuple(each for each in trials_of(policy, None))
    study = study_mutants(Subject(Source("yanchi-2022.rules", text), SHELF, policy, trials))  # type: ignore[arg-type]
    assert [each.mutant.lines for each in (*study.of(Fate.MISSED), *study.of(Fate.ALIKE))] == []
