"""What changed between two policies: told part by part, and by what it may change."""

from __future__ import annotations

import pytest
from hypothesis import given

from evalrules.language.policy.policy import CheckedPolicy
from evalrules.language.syntax.parse import parse
from evalrules.language.syntax.print import print_document
from evalrules.study.difference import Change, Weight, differences
from evalrules.testing import policies
from evalrules.views.compose.change import change_said
from evalrules.views.page import plain
from tests.study.shipped import SHELF, changed, checked, policy, text_of

YANCHI = "yanchi-2022"

CHANGED: tuple[tuple[str, tuple[tuple[str, str], ...], Weight, str], ...] = (
    ("platform-common", (("= 120%", "= 130%"),), Weight.MEANING, "参数 超额线：120% → 130%"),
    (
        YANCHI,
        (("否则                          得分 实际完成值 ÷ 年度指标值 × 分值", "否则 得分 分值 × 50%"),),
        Weight.MEANING,
        "规则 定量正向：“否则”一支，得分由“实际完成值 ÷ 年度指标值 × 分值”改为“分值 × 50%”",
    ),
    (
        YANCHI,
        (("0%（含）至 50%（不含）", "10%（含）至 50%（不含）"),),
        Weight.MEANING,
        (
            "规则 定性三档：“未达成预期指标且效果较差”一档，可以给的分由“0%（含）至 50%（不含） × 分值”"
            "改为“10%（含）至 50%（不含） × 分值”"
        ),
    ),
    (
        YANCHI,
        (("四舍五入 至 0.01", "四舍五入 至 0.1"),),
        Weight.MEANING,
        "每行由“四舍五入 至 0.01”改为“四舍五入 至 0.1”",
    ),
    (YANCHI, (("  不低于 0\n", ""),), Weight.MEANING, "每行：删去一步：不低于 0"),
    (
        YANCHI,
        (('二级指标 = "成本指标"', '三级指标 = "成本指标"'),),
        Weight.MEANING,
        (
            '分类 指标：“反向”一类，条件由“年度指标值 是 上限 或 二级指标 = "成本指标"”'
            '改为“年度指标值 是 上限 或 三级指标 = "成本指标"”'
        ),
    ),
    (
        YANCHI,
        (("要求 分值之和 = 100", "要求 分值之和 = 99"),),
        Weight.MEANING,
        "校验 分值合计：条件由“分值之和 = 100”改为“分值之和 = 99”",
    ),
    (YANCHI, (("否则 警告", "否则 错误"),), Weight.MEANING, "校验 偏差原因：轻重由“警告”改为“错误”"),
    (
        YANCHI,
        (("校验 偏差原因 [注 4]", "校验 偏差原因 [注 5]"),),
        Weight.BASIS,
        "校验 偏差原因：依据由“注 4”改为“注 5”",
    ),
    (
        YANCHI,
        (("成本以少为宜；其余指标以多为宜", "成本以少为宜"),),
        Weight.BASIS,
        "解读 成本以指标值为上限：理由由“成本以少为宜；其余指标以多为宜”改为“成本以少为宜”",
    ),
    (YANCHI, (("定量正向", "正向指标"),), Weight.NAME, "规则 定量正向只改了名称，现在叫“正向指标”"),
    (YANCHI, (("反向  当", "成本类  当"), ("对 反向", "对 成本类"), ("是 反向", "是 成本类")), Weight.NAME, ""),
    (YANCHI, (("{分值之和}，不是 100", "{分值之和}，应为 100"),), Weight.WORDING, ""),
    (YANCHI, (('示例 "成本超支"', '示例 "成本超出"'),), Weight.EXAMPLE, "示例 成本超支只改了名称，现在叫“成本超出”"),
    (
        YANCHI,
        (("年度指标值 100%  实际完成值 95%  分值 10  应得", "年度指标值 100%  实际完成值 95.0%  分值 10  应得"),),
        Weight.EXAMPLE,
        "示例 满意度 95%，目标 100%由“actual “95%””改为“actual “95.0%””",
    ),
)


@pytest.mark.parametrize("name", SHELF.policy_ids())
def test_a_policy_does_not_differ_from_itself(name: str) -> None:
    assert differences(policy(name), policy(name)) == ()


@pytest.mark.parametrize("name", [YANCHI, "guangxi-platform"])
def test_comments_layout_and_the_language_of_keywords_are_no_change(name: str) -> None:
    document = parse(next(each for each in policy(name).texts if each.text == text_of(name))).document
    other = checked(print_document(document, "en"), f"{name}.rules")
    assert differences(policy(name), other) == ()


def said(change: Change) -> str:
    return plain(change_said(change, "zh"))


@pytest.mark.parametrize(("name", "edits", "weight", "sentence"), CHANGED)
def test_a_change_is_told_once_and_weighed(
    name: str, edits: tuple[tuple[str, str], ...], weight: Weight, sentence: str
) -> None:
    """A change of meaning, of basis, of a name, of words: each by one sentence, in the author's words."""
    found = differences(policy(name), changed(name, *edits))
    assert found
    assert {each.weight for each in found} == {weight}
    if sentence:
        assert [said(each) for each in found] == [sentence]


def test_a_grade_is_told_by_its_range() -> None:
    """Both grades that share the edge are told, each with the range it had and the range it has."""
    edits = (("良：80（含）", "良：75（含）"), ("至 80（不含）  [通用版 等级]", "至 75（不含）  [通用版 等级]"))
    found = differences(policy("platform-common"), changed("platform-common", *edits))
    assert [said(each) for each in found if each.weight is Weight.MEANING] == [
        "等级：良，范围由“80（含）至 90（不含）”改为“75（含）至 90（不含）”",
        "等级：中，范围由“60（含）至 80（不含）”改为“60（含）至 75（不含）”",
    ]


def test_layers_are_resolved_before_they_are_compared() -> None:
    """An amendment differs from what it amends by what it adds and replaces, and by nothing it inherits."""
    found = differences(policy("platform-common"), policy("guangxi-platform"))
    assert {(each.section, each.name) for each in found if each.section == "rules"} == {("rules", "定性指标")}
    assert [each.name for each in found if each.section == "parameters"] == ["须说明的超额", "零指标的超额"]


def test_order_is_a_change_only_where_it_matters() -> None:
    """Two rules may change places; two steps may not, nor two classes that are tried in order."""
    cap, floor = "  不高于 分值       [注 1]\n", "  不低于 0\n"
    steps = differences(policy(YANCHI), changed(YANCHI, (floor + cap, cap + floor)))
    assert [each.kind for each in steps] == ["reordered"]
    text = text_of(YANCHI)
    start, end = text.index("规则 分项资金"), text.index("规则 定量正向")
    moved = text[:start] + text[end:].replace("每行\n", text[start:end] + "每行\n", 1)
    assert differences(policy(YANCHI), checked(moved)) == ()


@given(policies(), policies())
def test_two_policies_without_a_difference_say_the_same(one: CheckedPolicy, other: CheckedPolicy) -> None:
    """Nothing is told of a policy and itself; whatever is told of two others goes away the other way round."""
    assert differences(one, one) == ()
    there, back = differences(one, other), differences(other, one)
    assert bool(there) == bool(back)
    for change in (*there, *back):
        assert said(change)
        assert plain(change_said(change, "en"))
