"""Whatever a form holds, it is told, in every medium, without an exception and without control characters."""

from __future__ import annotations

import json
from typing import get_args

from hypothesis import given
from hypothesis import strategies as st

from evalrules.views.compose.telling import Detail
from evalrules.views.data import derivation_data
from evalrules.views.draw.html import draw_html
from evalrules.views.draw.markdown import draw_markdown
from evalrules.views.draw.text import draw_text
from evalrules.views.page import Lang
from tests.views.scoring import Cells, Scene, form_of, scene, scored, yanchi
from tests.views.test_explanation import BANDS, GRADES, MET, STANDINGS, TIERS

STEPS = """规则 指标 [办法 第1条] 对 指标
  其中 差 = 年度指标值 - 实际完成值
  当 实际完成值 是 文字   得分 0（含）至 分值（含）
  否则                  得分 分值
  加分 扣减 最多 2 当 扣减 已填
  扣分 差 每 1 个百分点 扣 0.5 按比例 最多 3
  不低于 0
"""
RULES = {"met": MET, "bands": BANDS, "tiers": TIERS, "standings": STANDINGS, "steps": STEPS}
POLICIES = {
    "yanchi": yanchi().policy,
    **{name: scored(f"{rules}{GRADES}小计 按 一级指标\n").policy for name, rules in RULES.items()},
}

PRINTED = st.sampled_from(
    [
        "", "—", "0", "10", "-3", "95%", "≥90%", "<5", "90%-95%", "1/3", "3个", "3万元", "5个百分点", "长期",
        "按时完成", "约95%", "2022年12月31日前", "1e999", "9" * 70, "\x1b[2J", "甲\u202e乙", "a|b", "`*_", "<b>",
        "取消", "免考", "剔除", "好", "达成预期指标", "产出指标", "满意度指标", "成本指标", "长" * 3000,
    ]
)  # fmt: skip
WHERE = ("level1", "level2", "name", "not_applicable")
WHAT = ("target", "actual", "points", "self_score", "reason", "tier", "deduction")
ROWS = st.lists(st.dictionaries(st.sampled_from(WHERE + WHAT), PRINTED), max_size=4)
TOTALS = st.dictionaries(st.sampled_from(("points", "self_score")), PRINTED)


@given(st.sampled_from(tuple(POLICIES)), ROWS, TOTALS)
def test_every_form_is_told(policy: str, rows: list[Cells], total: Cells) -> None:
    """Text, Markdown, HTML and JSON are made of it, in both languages, briefly and in full."""
    told = scene(POLICIES[policy], form_of(*rows, total=total))
    json.dumps(derivation_data(told.derivation, told.policy))
    for lang in get_args(Lang):
        for detail in get_args(Detail):
            check_page(told, lang, detail)


def check_page(told: Scene, lang: Lang, detail: Detail) -> None:
    """The page is drawn in each medium, and nothing of Python shows through."""
    page = told.page(lang, detail)
    for drawn in (draw_text(page), draw_markdown(page), draw_html(page)):
        assert drawn.replace("\n", "").isprintable()
        assert "Fraction(" not in drawn
        assert "None" not in drawn
