"""What a text leaves open can be read otherwise in a few lines, and the other number comes out."""

from __future__ import annotations

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


def test_yueyang_pro_rata_gives_3_30() -> None:
    """103.4% of the posts: 3.4 percentage points over, at half a point each, leave 3.30 of 5."""
    holds(
        "yueyang-department",
        """
替换 规则 财政供养人员控制率 [异读]
  对 指标 中 三级指标 = "财政供养人员控制率"
  得分 分值
  扣分 在职人员数 ÷ 编制数 − 100% 每 1个百分点 扣 0.5 按比例
示例 "按比例"
  行 基础数据  在职人员数 1034  编制数 1000
  行 指标  三级指标 "财政供养人员控制率"  分值 5  应得 3.30
""",
    )


def jiangxi_satisfaction(counting: str, award: str) -> str:
    return f"""
替换 规则 群众满意率 [异读]
  对 满意率 指标
  得分 10
  扣分 90% − 实际完成值 每 5个百分点 扣 1 {counting}
示例 "另一种计步"
  行 指标  三级指标 "群众满意率"  实际完成值 83%  分值 10  应得 {award}
"""


def test_jiangxi_pro_rata_gives_8_60() -> None:
    """83% lies 7 points below 90%: 1.4 steps."""
    holds("jiangxi-platform", jiangxi_satisfaction("按比例", "8.60"))


def test_jiangxi_started_steps_give_8() -> None:
    """Two steps were begun."""
    holds("jiangxi-platform", jiangxi_satisfaction("不足一步按一步", "8"))


def test_haidian_with_the_rate_as_it_is_gives_4_99() -> None:
    """154.74 of 310.2 is 0.49884; only the score is rounded."""
    holds(
        "beijing-haidian-2016",
        """
替换 规则 预算执行率 [异读]
  对 资金 中 资金来源 = "年度资金总额"
  得分 全年执行数 ÷ 年初预算数 × 分值
示例 "执行率不先取整"
  行 资金  资金来源 "年度资金总额"  年初预算数 310.2  全年执行数 154.74  分值 10  应得 4.99
""",
    )


def test_yunnan_with_the_penalty_before_rescaling_gives_82_22() -> None:
    """76 less 2 of an applicable 90."""
    holds(
        "yunnan-2022",
        """
替换 总分 （合计（得分） − 合计（减分 对 加减分）） ÷ 合计（分值） × 100
  四舍五入 至 0.01 [异读]
示例 "先减后折算"
  行 指标  三级指标 "资源配置"  分值 40  自评得分 36
  行 指标  三级指标 "成效"  分值 50  自评得分 40
  行 加减分  项目 "违规违纪"  减分 2
  总分 82.22
""",
    )


def test_the_grade_before_rounding_is_one_lower() -> None:
    """89.995 is 良; rounded to 90.00 first, it would be 优."""
    holds(
        "mof-2020",
        """
替换 等级 合计（得分）
  优：≥ 90 [异读]
  良：80（含）至 90（不含） [异读]
  中：60（含）至 80（不含） [异读]
  差：< 60 [异读]
示例 "先定等后舍入"
  行 指标  年度指标值 100  实际完成值 89.995  分值 100  应得 89.995
  总分 90.00
  等级 良
""",
    )
