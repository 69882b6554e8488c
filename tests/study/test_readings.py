"""Forms under every alternative of a policy's readings: which depend on one, by how much, alone and together."""

from __future__ import annotations

from evalrules.language.policy.form import Form
from evalrules.language.values import Quantity
from evalrules.study.readings import MOST_TOGETHER, Taken, reread, under
from tests.meaning.certificate.scenes import Cells, form_of, indicator, policy_of

READINGS = """
解读 舍入 [办法 2]
  可选 先舍 读作 "比率先四舍五入到 1%"
  可选 不舍 读作 "比率不舍入"
  取 不舍 理由 "原文没有说"
解读 步数 [办法 3]
  可选 整步 读作 "不足一个百分点的不扣"
  可选 比例 读作 "不足一个百分点的按比例扣"
  取 整步 理由 "原文没有说"
定义 率 [办法 2] 对 指标
  当 舍入 是 先舍，取 四舍五入（实际完成值 ÷ 年度指标值，1%）
  当 舍入 是 不舍，取 实际完成值 ÷ 年度指标值
规则 甲 [办法 2]
  对 指标
  得分 率 × 分值
  扣分 100% − 率 每 1 个百分点 扣 0.5 按整步 当 步数 是 整步
  扣分 100% − 率 每 1 个百分点 扣 0.5 按比例 当 步数 是 比例
"""
POLICY = policy_of(READINGS)


def form(name: str, **cells: str) -> Form:
    row: Cells = indicator(**cells)
    return Form(name, "project", {}, form_of(row).records)


def test_each_alternative_is_tried_by_itself_and_with_the_others() -> None:
    """A rate of 95.4%: 2 whole steps or 2.3, of 9.54 or 9.5 points."""
    study = reread(POLICY, [form("a", actual="95.4%"), form("b", actual="100%")])
    first, second = study.forms
    assert (study.combinations, study.is_complete) == (4, True)
    assert [[each.alternative for each in effect.taken] for effect in (*first.alone, *first.together)] == [
        ["先舍"],
        ["比例"],
        ["先舍", "比例"],
    ]
    totals = [str(effect.comparison.size) for effect in (*first.alone, *first.together)]
    assert totals == ["-27/50", "-3/10", "-27/50"]
    assert first.moved
    assert not second.moved


def test_the_effects_of_one_reading_are_found_by_its_name() -> None:
    """Only alternatives that do something are among them."""
    study = reread(POLICY, [form("a", actual="95%")])
    assert not study.forms[0].of("舍入")
    assert not study.forms[0].of("步数")
    study = reread(POLICY, [form("a", actual="95.4%")])
    assert [each.taken for each in study.forms[0].of("步数")] == [(Taken("步数", "比例"),)]


def test_forms_are_read_again_beside_each_other() -> None:
    """Where places count, an alternative that changes the order of the forms moves those it does not touch."""
    placed = """
解读 名次怎样排 [办法 2]
  可选 多者在前 读作 "实绩多的在前"
  可选 少者在前 读作 "实绩少的在前"
  取 多者在前 理由 "原文没有说"
定义 实绩 [办法 2] = 合计（实际完成值 对 指标）
定义 位次 [办法 2]
  当 名次怎样排 是 多者在前，取 名次（实绩 对 各表）
  当 名次怎样排 是 少者在前，取 升序名次（实绩 对 各表）
规则 甲 [办法 2] 对 指标 得分 分值 − 位次
"""
    study = reread(policy_of(placed), [form("a", actual="90%"), form("b", actual="80%")])
    totals = [each.alone[0].comparison.totals[0] for each in study.forms]
    assert [each.amount for each in totals if isinstance(each, Quantity)] == [9, 8]
    assert [str(each.alone[0].comparison.size) for each in study.forms] == ["-1", "1"]


def test_too_many_combinations_are_not_tried() -> None:
    """Every alternative by itself is, however many there are."""
    options = "\n".join(f'  可选 第{at} 读作 "{at}"' for at in range(40))
    more = READINGS + f'解读 多 [办法 4]\n{options}\n  取 第0 理由 "无"\n'
    more += "校验 多 [办法 4]\n  当 " + " 或 ".join(f"多 是 第{at}" for at in range(39)) + ' 提示 "多"\n'
    study = reread(policy_of(more), [form("a", actual="95.4%")])
    assert study.combinations == 160 > MOST_TOGETHER
    assert not study.is_complete
    assert (len(study.forms[0].alone), study.forms[0].together) == (41, ())


def test_a_policy_without_open_readings_has_nothing_to_try() -> None:
    study = reread(policy_of("规则 甲 [办法 1] 对 指标 得分 分值\n"), [form("a")])
    assert (study.readings, study.combinations, study.forms[0].moved) == ((), 1, False)


def test_another_alternative_leaves_the_text_as_it_is() -> None:
    """What is taken changes, with its words; nothing else does."""
    other = under(POLICY, [Taken("步数", "比例")])
    assert [each.chosen for each in other.readings] == ["不舍", "比例"]
    assert other.readings[1].read_as == "不足一个百分点的按比例扣"
    assert other.hash == POLICY.hash
