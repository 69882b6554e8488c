"""What a text leaves open can be read otherwise in a line, and the other number comes out."""

from __future__ import annotations

import pytest

from evalrules.language.policy.policy import CheckedPolicy
from evalrules.language.source import Source
from evalrules.library.shelf import Shelf, shipped
from evalrules.meaning.examples import disagreements
from evalrules.pipeline import compile_policy


def amending(policy: str, changes: str) -> CheckedPolicy:
    """The policy `policy` of the library with `changes`; its examples are those of the changes alone."""
    text = f"政策 read-otherwise\n  修订 {policy}\n  语言版本 1\n\n依据 异读 未核实 “另一种读法”\n\n{changes}"
    compiled = compile_policy(Source("read-otherwise.rules", text), Shelf(shipped()))
    assert compiled.policy is not None, [each.message().zh for each in compiled.problems]
    return compiled.policy


def holds(policy: str, changes: str) -> None:
    failing = [(each.wanted, each.derived) for each in disagreements(amending(policy, changes))]
    assert failing == []


YUEYANG = """
示例 "在职 1034 人，编制 1000 人"
  行 基础数据  在职人员数 1034  编制数 1000
  行 指标  三级指标 "财政供养人员控制率"  分值 5  应得 {award}
"""


@pytest.mark.parametrize(("counting", "award"), [("按整步", "3.50"), ("不足一步按一步", "3.00"), ("按比例", "3.30")])
def test_yueyang_counts_the_steps_of_103_4_percent(counting: str, award: str) -> None:
    """3.4 percentage points over, at half a point each: three steps, four begun, or 3.4 of them, out of 5."""
    holds("yueyang-department", f"设 步数怎样数 = {counting}\n{YUEYANG.format(award=award)}")


@pytest.mark.parametrize(("counting", "award"), [("按整步", "9"), ("不足一步按一步", "8"), ("按比例", "8.60")])
def test_jiangxi_counts_steps_of_five(counting: str, award: str) -> None:
    """83% lies 7 points below 90%: one step, two begun, or 1.4 of them."""
    holds(
        "jiangxi-platform",
        f"""
设 步数怎样数 = {counting} [异读]
示例 "满意率 83%"
  行 指标  三级指标 "群众满意率"  实际完成值 83%  分值 10  应得 {award}
""",
    )


@pytest.mark.parametrize(("rate", "award"), [("先取整", "5.00"), ("不取整", "4.99")])
def test_haidian_rounds_the_rate_or_the_score(rate: str, award: str) -> None:
    """154.74 of 310.2 is 0.49884: half of the points if that is rounded first."""
    holds(
        "beijing-haidian-2016",
        f"""
设 执行率取整 = {rate} 理由 "另一种读法"
示例 "执行率"
  行 资金  资金来源 "年度资金总额"  年初预算数 310.2  全年执行数 154.74  分值 10  应得 {award}
""",
    )


@pytest.mark.parametrize(("order", "total"), [("先折算", "82.44"), ("先加减", "82.22")])
def test_yunnan_rescales_before_the_penalty_or_after(order: str, total: str) -> None:
    """76 of an applicable 90, less 2."""
    holds(
        "yunnan-2022",
        f"""
设 折算与加减 = {order}
示例 "减 2 分"
  行 指标  三级指标 "资源配置"  分值 40  自评得分 36
  行 指标  三级指标 "成效"  分值 50  自评得分 40
  行 加减分  项目 "违规违纪"  减分 2
  总分 {total}
""",
    )


@pytest.mark.parametrize(("order", "grade"), [("先舍入", "优"), ("先定等", "良")])
def test_mof_2020_grades_the_rounded_total_or_the_exact_one(order: str, grade: str) -> None:
    """89.995 is 90.00 once rounded, and below 90 before."""
    holds(
        "mof-2020",
        f"""
设 定等先后 = {order}
示例 "总分 89.995"
  行 指标  年度指标值 100  实际完成值 89.995  分值 100
  总分 90.00
  等级 {grade}
""",
    )
