"""Forms scored by policies that between them use every construct of the language and meet every fault."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from pathlib import Path

from attrs import evolve, frozen

from evalrules.language.check import check_policy
from evalrules.language.policy.expression import Choice
from evalrules.language.policy.form import Cell, Form, FormRow
from evalrules.language.policy.policy import CheckedPolicy
from evalrules.language.source import Source
from evalrules.language.syntax.parse import parse
from evalrules.meaning.derivation import Derivation, RowDerivation
from evalrules.meaning.derive import derive, derive_in, population_of
from evalrules.meaning.facts import facts_from_form
from evalrules.meaning.functions import SIGNATURES
from evalrules.readers import read_form
from evalrules.views.data import derivation_data

NAMES_OF_SCENES = (
    "yanchi",
    "bands",
    "open bands",
    "steps",
    "names",
    "outer rows",
    "results",
    "places",
    "alone",
    "open results",
    "unsettled results",
    "standings",
    "faults",
    "extremes",
    "english",
    "empty",
    "choices",
    "order",
    "outcomes",
)
SHIPPED = Path(str(files("evalrules.policies")))
EXAMPLES = Path(__file__).parents[3] / "examples"

Cells = Mapping[str, str]

HEAD = """\
政策 {name}
  名称 "试行办法"
  适用 project
  语言版本 1
依据 办法 官方 "试行办法"
"""
TAIL = """
每行 不低于 0 不高于 分值 四舍五入 至 0.01 [办法 第8条]
总分 合计（得分） 不舍入 [办法 第8条]
"""
FUNDS = "规则 资金 [办法 第9条] 对 资金 得分 分值\n"


@frozen
class Library:
    """Policies by name, and the schemas that the project ships."""

    policies: Mapping[str, str]

    def schema_source(self, name: str) -> Source | None:
        path = SHIPPED / "schemas" / f"{name}.rules"
        return Source(path.name, path.read_text(encoding="utf-8")) if path.exists() else None

    def policy_source(self, id: str) -> Source | None:
        return Source(f"{id}.rules", self.policies[id]) if id in self.policies else None

    def policy_ids(self) -> Iterable[str]:
        return self.policies

    def schema_names(self) -> Iterable[str]:
        return ("project",)


def policy_from(text: str, others: Mapping[str, str] | None = None, name: str = "p-1.rules") -> CheckedPolicy:
    """The policy that a whole text declares."""
    parsed = parse(Source(name, text))
    checked = check_policy(parsed.document, Library(others or {}), SIGNATURES)
    assert checked.policy is not None, [(each.span.place, each.message().zh) for each in checked.problems]
    return checked.policy


def form_of(*indicators: Cells, **records: tuple[Cells, ...]) -> Form:
    """A form of indicators, and of whatever other records it has."""
    every = {"indicators": indicators, **records}
    return Form(
        "form.json",
        "project",
        {},
        {name: tuple(_row(cells, f"{name}[{at}]") for at, cells in enumerate(rows)) for name, rows in every.items()},
    )


def _row(cells: Cells, address: str) -> FormRow:
    return FormRow({name: Cell(text, f"{address}.{name}") for name, text in cells.items()}, address)


@frozen
class Scene:
    """A form, scored by a policy."""

    policy: CheckedPolicy
    derivation: Derivation

    def explanation(self, rows: tuple[RowDerivation, ...] | None = None) -> str:
        """What `explain --format json` prints of it, or of some of its rows."""
        return json.dumps(derivation_data(self.derivation, self.policy, rows), ensure_ascii=False)


def derived(policy: CheckedPolicy, form: Form) -> Scene:
    return Scene(policy, derive(policy, facts_from_form(form, policy.schema)))


def scored(declarations: str, *indicators: Cells, **records: tuple[Cells, ...]) -> Scene:
    """A form of indicators under `declarations`."""
    return derived(policy_of(declarations), form_of(*indicators, **records))


def beside(declarations: str, *indicators: Cells) -> Scene:
    """Forms of one indicator each under `declarations`; the second, scored beside the others."""
    policy = policy_of(declarations + PLACED_TAIL)
    forms = [evolve(form_of(each), name=f"表{at}") for at, each in enumerate(indicators)]
    worlds = population_of(policy, [facts_from_form(each, policy.schema) for each in forms])
    return Scene(policy, derive_in(worlds[1]))


PLACED_TAIL = """
每行 不低于 0 不高于 分值 四舍五入 至 0.01 [办法 第8条]
"""


def policy_of(declarations: str) -> CheckedPolicy:
    """The policy of some declarations, with what every policy needs filled in where it is missing."""
    text = HEAD.format(name="p-1") + declarations
    text += "" if " 资金 [" in declarations else FUNDS
    text += "" if "\n总分 " in declarations or "\ntotal " in declarations else TAIL
    return policy_from(text)


def yanchi() -> Scene:
    """盐池县's published form of 2022 under the policy of the library."""
    path = SHIPPED / "cn" / "ningxia" / "yanchi" / "yanchi-2022.rules"
    policy = policy_from(path.read_text(encoding="utf-8"), name=path.name)
    return derived(policy, read_form(EXAMPLES / "yanchi-2022" / "form.json"))


def indicator(**cells: str) -> Cells:
    """An indicator of ten points."""
    return {"name": "指标一", "target": "100%", "actual": "95%", "points": "10", **cells}


# Scenes -------------------------------------------------------------------------------------------

BANDS = """
参数 及格线 = 60% [办法 第3条]
定义 完成率 [办法 第3条] 对 指标 = 实际完成值 ÷ 年度指标值
规则 分档 [办法 第3条]
  对 指标
  得分 分段 完成率
    ≥ 90%：                      分值
    80%（含）至 90%（不含）：       80% × 分值  [办法 第3条]
    及格线（含）至 80%（不含）：     40%（含）至 60%（不含） × 分值
    其余：                        0
等级 总分
  优：≥ 90
  良：80（含）至 90（不含）
  差：其余
小计 按 一级指标
"""

STEPS = """
规则 扣分 [办法 第4条]
  对 指标 中 二级指标 = "扣分"
  其中 偏差 = 年度指标值 − 实际完成值
  得分 分值
  扣分 偏差 每 1 个百分点 扣 0.5 按整步 最多 3 当 三级指标 = "整步"
  扣分 偏差 每 1 个百分点 扣 0.5 不足一步按一步 最多 3 当 三级指标 = "不足"
  扣分 偏差 每 1 个百分点 扣 0.5 按比例 当 三级指标 = "比例"
  扣分 扣减 最多 2 当 扣减 已填
  加分 1 最多 0.5 当 非（实际完成值 < 年度指标值）
规则 舍入 [办法 第4条]
  对 指标 中 二级指标 ≠ "扣分"
  得分 实际完成值 ÷ 年度指标值 × 分值
  舍去 至 0.1 当 三级指标 = "舍去"
  进一 至 0.1 当 三级指标 = "进一"
  四舍六入五成双 至 0.1 当 三级指标 = "成双"
每行 不低于 0 不高于 分值 四舍五入 至 0.01 [办法 第8条]
总分 合计（得分） 四舍五入 至 0.1 [办法 第8条]
"""

NAMES = """
参数 加权 = 2 [办法 第5条]
分类 指标 依次
  定性 当 年度指标值 是 文字   [办法 第5条]
  限额 当 年度指标值 是 上限 或 年度指标值 是 等值  [办法 第5条]
  定量 其余                 [办法 第5条]
定义 定量分值 [办法 第5条] = 合计（分值 对 定量 指标 中 分值 > 0）
定义 平均分值 [办法 第5条] = 平均（分值 对 指标）
规则 定量 [办法 第5条]
  对 指标
  其中 比 = 最小（实际完成值 ÷ 年度指标值，100%）
  当 指标 是 定性 得分 0（含）至 50%（含） × 分值
  当 指标 不是 定性 且 实际完成值 是 数 且 一级指标 属于 ("产出指标", "效益指标") 得分 最大（比 × 分值，0）
  否则 得分 绝对值（−分值）÷ 加权
校验 权重 [办法 第6条]
  要求 定量分值 ≤ 加权 × 平均分值 × 个数（对 指标）
  否则 提示 "定量分值 {定量分值}"
校验 低分 [办法 第6条]
  对 定量 指标 中 得分 < 分值
  要求 偏差原因 已填 或 总分 ≥ 90
  否则 错误 "{三级指标} 得 {得分} 分"
"""

RESULTS = """
参数 严重 = "审计" [办法 第11条]
定义 降一等 [办法 第11条] = 等级
规则 指标 [办法 第11条]
  对 指标
  得分 实际完成值 ÷ 年度指标值 × 分值
等级 总分
  优：≥ 40                    [办法 第11条]
  良：30（含）至 40（不含）
  中：20（含）至 30（不含）
  差：其余
  不高于 良 当 个数（对 指标 中 偏差原因 = 严重） > 0  [办法 第12条]
  不高于 中 当 合计（扣减 对 指标 中 扣减 已填） > 5   [办法 第12条]
  不高于 差 当 总分 < 10
结果应用 下年预算 [办法 第13条]
  其中 低分行 = 个数（对 指标 中 得分 < 5）
  当 等级 = "优" 定为 "优先保障"
  当 等级 = "良" 且 低分行 ≤ 1 定为 "保障" [办法 第14条]
  当 降一等 = "中" 定为 "压缩"
  否则 定为 "取消"
结果应用 抽查 [办法 第15条]
  当 等级 属于 ("中", "差") 或 总分 < 15 定为 "列入抽查"
结果应用 通报
  定为 "通报" [办法 第16条]
结果应用 表彰 [办法 第17条]
  当 总分 ≥ 45 定为 "表彰"
校验 等级 [办法 第18条]
  当 等级 = "差" 警告 "等级 {等级}"
"""
PLACES = """
规则 指标 [办法 第11条]
  对 指标
  得分 实际完成值 ÷ 年度指标值 × 分值
定义 基本分 [办法 第12条] = 合计（得分）
定义 位次 [办法 第12条] = 名次（基本分 对 各表 中 年度 = 本表 年度）
定义 倒数 [办法 第12条] = 升序名次（基本分 + 最大（本表 基本分，1） 对 各表 中 基本分 > 0 且 非 年度 = "2021"）
定义 平均分 [办法 第12条] = 平均（基本分 对 各表）
总分 合计（得分）
  扣分 (位次 − 1) × 0.25 [办法 第12条]
  加分 1 当 基本分 > 平均分 且 合计（基本分 对 各表） > 最小（基本分 对 各表） [办法 第12条]
  四舍五入 至 0.01 [办法 第8条]
等级 总分
  优：≥ 9 [办法 第11条]
  良：< 9
  不高于 良 当 个数（对 各表 中 总分 > 本表 总分） ≥ 1 且 倒数 < 5
"""
OUTER = """
分类 指标
  单列 当 二级指标 = "单列" [办法 第5条]
  其他 其余                 [办法 第5条]
定义 同类分值 [办法 第5条] 对 指标 = 合计（分值 对 指标 中 一级指标 = 本行 一级指标）
规则 占比 [办法 第5条]
  对 指标
  其中 界限 = 分值 × 2
  其中 更大 = 个数（对 其他 指标 中 分值 > 界限 或 分值 = 本行 分值 且 指标 不是 单列）
  得分 分值 × 分值 ÷ 同类分值 − 更大 + 合计（最小（分值，界限） − 本行 分值 对 单列 指标）
定义 层层 [办法 第5条] = 合计（个数（对 指标 中 一级指标 = 本行 一级指标 且 分值 ≥ 平均（本行 分值 对 指标）） 对 指标）
校验 层层为正 [办法 第6条]
  要求 层层 > 0
  否则 提示 "层层 {层层}"
"""
STANDINGS = """
作废 取消 [办法 第7条] 对 指标 中 不适用说明 = "取消"
不适用 满分 [办法 第7条] 对 指标 中 不适用说明 = "满分" 记满分
不适用 零分 [办法 第7条] 对 指标 中 不适用说明 = "零分" 记零分
不适用 剔除 [办法 第7条] 对 指标 中 不适用说明 = "剔除" 不计入
规则 计分 [办法 第7条]
  对 指标
  得分 按档
    好 又名 "优秀", "良好"：80%（含）至 100%（含） × 分值
    差：0%（含）至 80%（不含） × 分值
  扣分 1 当 扣减 > 0
"""

# Whether two of these hold at once is more than the checker of policies can tell: it depends on products.
FAULTS = """
分类 指标
  甲类 当 一级指标 = "甲" 或 分值 × 分值 = 400
  乙类 当 一级指标 = "乙" 或 分值 × 分值 = 400
  丙类 其余
规则 甲 [办法 第1条]
  对 甲类 指标
  当 实际完成值 ÷ 年度指标值 ≥ 100% 得分 分值
  当 实际完成值 ÷ 年度指标值 < 80% 或 分值 × 分值 = 900 得分 0
  否则 得分 1
规则 乙 [办法 第1条]
  对 乙类 指标
  得分 实际完成值 ÷ 年度指标值 × 分值
规则 乙二 [办法 第1条]
  对 指标 中 分值 × 分值 = 1600
  得分 分值
规则 丙 [办法 第1条]
  对 丙类 指标
  得分 分值
"""


OUTCOMES = """
定义 超出 [办法 第2条] 对 指标 = 最大（0，实际完成值 − 年度指标值）
规则 月数 [办法 第2条]
  对 指标 中 二级指标 = "月数"
  得分 分段 实际完成值
    ≤ 6：分值
    6（不含）至 9（含）：未规定 "没有这一段" [办法 第2条]
    其余：0
规则 放开 [办法 第2条]
  对 指标 中 二级指标 = "放开"
  当 实际完成值 ≥ 120%，得分 分值 可改为 60%（含）至 90%（不含） × 分值 [办法 第3条]
  当 实际完成值 < 120% 且 年度指标值 不是 严格上限，得分 实际完成值 × 分值
  否则，得分 0
  扣分 最小（扣减 未填作 0，1）
规则 借用 [办法 第2条]
  对 指标 中 二级指标 = "借用"
  当 偏差原因 未填作 “无” = “无”，得分 同 放开
  当 偏差原因 已填 且 字数（偏差原因） ≤ 4，得分 1
  当 偏差原因 已填 且 字数（偏差原因） > 4，得分 0
规则 零 [办法 第2条]
  对 指标 中 非 二级指标 属于 ("月数"，"放开"，"借用")
  当 年度指标值 = 0 且 超出 ≤ 0，得分 分值
  当 年度指标值 ≠ 0 且 超出 + 0 = 0，得分 1
  否则，未规定 "没有说超出怎样计分"
"""

EXTREMES = """
定义 比 [办法 第2条] 对 指标 = 实际完成值 ÷ 年度指标值
定义 比四 [办法 第2条] 对 指标 = 比 × 比 × 比 × 比
定义 比十六 [办法 第2条] 对 指标 = 比四 × 比四 × 比四 × 比四
规则 高次 [办法 第2条]
  对 指标
  当 实际完成值 ≥ 年度指标值 得分 分值
  否则 得分 比十六 × 分值
"""


CHOICES = """
解读 步数 [办法 第10条]
  原文 "每超过一个百分点扣0.5分"
  可选 按整步 读作 "不足一个百分点的不扣"
  可选 按比例 读作 "不足一个百分点的按比例扣"
  取 按比例 理由 "原文没有说不足一个百分点的怎样扣"
定义 率 [办法 第10条] 对 指标 依次
  当 步数 是 按整步，取 四舍五入（实际完成值 ÷ 年度指标值，1%）
  当 实际完成值 ≥ 95%，取 95% [办法 第10条]
  否则，取 实际完成值 ÷ 年度指标值
定义 截止日 [办法 第10条] 对 指标
  当 一级指标 = "早"，取 2022-06-30
  当 一级指标 = "晚"，取 2022-12-31
  当 一级指标 属于 ("或早", "或晚")，取 2022年9月30日
  否则，取 2022年1月1日
规则 按时 [办法 第10条]
  对 指标 中 二级指标 = "按时"
  依次
  当 实际完成值 ≤ 截止日 得分 分值
  当 分值 > 5 得分 5
  否则 得分 0
规则 按率 [办法 第10条]
  对 指标 中 二级指标 ≠ "按时"
  其中 线
    当 率 ≥ 90%，取 100%
    当 率 < 90%，取 率
  得分 线 × 分值
  扣分 100% − 率 每 1 个百分点 扣 0.5 按整步 当 步数 是 按整步
  扣分 100% − 率 每 1 个百分点 扣 0.5 按比例 当 步数 不是 按整步
"""

ORDER = """
分类 指标
  甲类 当 一级指标 = "甲" [办法 第10条]
  乙类 其余
规则 特别 先于 一般、较宽 [办法 第10条]
  对 指标 中 二级指标 = "特别"
  得分 分值
规则 一般 先于 较宽 [办法 第10条]
  对 甲类 指标 中 实际完成值 ≥ 90%
  得分 50% × 分值
规则 较宽 [办法 第10条]
  对 甲类 指标
  得分 40% × 分值
规则 其他 [办法 第10条]
  对 其余 指标 中 三级指标 ≠ "无"
  得分 0
规则 无名 [办法 第10条]
  对 其余 指标 中 三级指标 = "无"
  不计分
"""


ENGLISH = """
parameter floor-line = 60% [办法 3]
define rate [办法 3] for indicators = actual / target
classes indicators in-order
  words when target is text [办法 5]
  limits when target is ceiling or target is exact [办法 5]
  numbers else [办法 5]
void gone [办法 7] for indicators where not_applicable = "void"
not-applicable full [办法 7] for indicators where not_applicable = "full" full-marks
rule banded [办法 3]
  for numbers indicators where level1 != "x" and not (level2 is-not text and level2 given)
  award by-band rate
    >= 90%: points
    floor-line (incl) to 90% (excl): half-even(50% * points, 0.1)
    else: 0
rule steps [办法 3]
  for numbers indicators where level1 = "x" or not (level1 != "x") or level2 is-not text and level2 given
  let short = target - actual
  when indicators is numbers award points
  otherwise award 0
  deduct short per 1 pp take 0.5 started-steps up-to 3 when level2 missing
  bonus 1 up-to 0.5 when not indicators is-not numbers
rule tiers [办法 2]
  for words indicators
  award by-tier
    good also "fine": 80% (incl) to 100% (incl) * points
    poor: 0% (incl) to 80% (excl) * points
rule limited [办法 2]
  for limits indicators
  award same-as banded
rule 资金 [办法 9] for funds award points
each-row at-least 0 at-most points half-up to 0.01 [办法 8]
total sum(award) unrounded [办法 8]
grade total
  fair: >= 30
  weak: else
check few [办法 6]
  require count(for numbers indicators where points > 0) >= 2 otherwise warning "few"
check low [办法 6]
  for numbers indicators where award < points
  when reason missing error "{name}"
"""


def without_rests(policy: CheckedPolicy) -> CheckedPolicy:
    """The policy with holes that no check lets through: no rest among its classes, no otherwise in its rules."""
    classes = tuple(
        evolve(each, cases=tuple(case for case in each.cases if case.condition)) for each in policy.classifications
    )
    rules = tuple(
        evolve(rule, cases=tuple(case for case in rule.cases if case.condition) or rule.cases)
        for rule in policy.rules
        if rule.name not in ("丙", "资金")
    )
    return evolve(policy, classifications=classes, rules=rules)


def without_latest_rest(policy: CheckedPolicy) -> CheckedPolicy:
    """The policy, its last definition having no value for the rest, which no check lets through."""
    *others, last = policy.definitions
    assert isinstance(last.value, Choice)
    open_ended = evolve(last, value=evolve(last.value, cases=last.value.cases[:-1]))
    return evolve(policy, definitions=(*others, open_ended))


@cache
def scenes() -> Mapping[str, Scene]:
    """Every scene by name."""
    bands = [indicator(level1="产出指标", actual=actual) for actual in ("95%", "85%", "70%", "50%", "≥85%", "约70%")]
    steps = [
        indicator(level2="扣分", name=name, actual=actual)
        for name in ("整步", "不足", "比例")
        for actual in ("96.5%", "≥96%", "<95%", "120%")
    ]
    steps += [indicator(level2="扣分", name="扣减", deduction=deduction) for deduction in ("1", "5", "-1", "多")]
    steps += [indicator(name=name, target="36", actual="25") for name in ("舍去", "进一", "成双", "其他")]
    names = [
        indicator(level1="产出指标"),
        indicator(level1="产出指标", target="≤90%", actual="80%"),
        indicator(level1="满意度指标", target="=90%", actual="2022年12月31日"),
        indicator(target="按时完成", actual="已完成", self_score="3"),
        indicator(target="按时完成", actual="已完成", self_score="8", reason="另有原因"),
        indicator(level1="效益指标", target="≥90人", actual="100人"),
    ]
    results = [indicator(reason="审计", actual=actual) for actual in ("100%", "90%", "80%", "30%")]
    outer = [
        indicator(level1=level1, level2=level2, points=points)
        for level1, level2, points in (("甲", "", "10"), ("甲", "单列", "30"), ("乙", "", "5"), ("乙", "", "10"))
    ]
    standings = [indicator(not_applicable=why) for why in ("取消", "满分", "零分", "剔除")]
    standings += [
        indicator(tier="良好", self_score="9", deduction="0"),
        indicator(tier="差", self_score="9", deduction="1"),
        indicator(tier="中"),
        indicator(self_score="8", deduction="1"),
        indicator(self_score="8.5", deduction="—"),
        indicator(points="", deduction="0"),
        indicator(points="十", deduction="0"),
    ]
    faults = [
        indicator(level1="甲"),
        indicator(level1="甲", actual="100%"),
        indicator(level1="甲", actual="≥70%"),
        indicator(level1="甲", actual="85%"),
        indicator(level1="甲", actual=""),
        indicator(level1="甲", actual="120%", points="30"),
        indicator(level1="甲", points="20"),
        indicator(level1="丙"),
        indicator(level1="乙", points="40"),
        indicator(level1="乙", target="0%"),
        indicator(level1="乙", target="90人", actual="80%"),
        indicator(level1="乙", points=""),
        indicator(level1="乙", points="-5"),
        indicator(level1="乙", points="十分"),
        indicator(level1="乙", actual="按时完成"),
        indicator(level1="乙", actual="约90%"),
        indicator(level1="乙", target="=" + "9" * 60, actual="0." + "9" * 59),
    ]
    outcomes = [indicator(level2="月数", target="6", actual=actual) for actual in ("6", "7", "8至10", "12")]
    outcomes += [
        indicator(level2=rule, actual=actual, self_score=entry, deduction=deduction)
        for rule in ("放开", "借用")
        for actual, entry, deduction in (
            ("130%", "", ""),
            ("130%", "7", ""),
            ("130%", "9", "1"),
            ("130%", "10", "1"),
            ("≥110%", "7", ""),
            ("≥120%", "", ""),
            ("90%", "8", ""),
        )
    ]
    outcomes += [indicator(level2="放开", target="<90%", actual="80%")]
    outcomes += [indicator(level2="放开", points="十", actual="130%")]
    outcomes += [indicator(level2="借用", reason=reason) for reason in ("已 说 明", "没有说明原因")]
    outcomes += [
        indicator(target="0", actual="10万元"),
        indicator(target="10万元", actual="0"),
        indicator(target="≤5万人", actual="3万人"),
        indicator(target="0公里", actual="0"),
    ]
    total = {"total": ({"points": "100", "self_score": "50"},), "funds": ({"source": "年度资金总额", "points": "10"},)}
    return {
        "yanchi": yanchi(),
        "bands": scored(BANDS, *bands[:4], **total),
        "places": beside(PLACES, *(indicator(actual=actual) for actual in ("95%", "92%", "≥90%", "95%"))),
        "alone": scored(PLACES + PLACED_TAIL, indicator()),
        "results": scored(RESULTS, *results, **total),
        "open results": scored(RESULTS, indicator(actual="≥40%"), *results, **total),
        "unsettled results": scored(RESULTS, indicator(deduction="多"), *results, **total),
        "outer rows": scored(OUTER, *outer, **total),
        "open bands": scored(BANDS, *bands, **total),
        "steps": scored(STEPS, *steps, **total),
        "names": scored(NAMES, *names, **total),
        "standings": scored(STANDINGS, *standings, **total),
        "faults": derived(without_rests(policy_of(FAULTS)), form_of(*faults, **total)),
        "extremes": scored(
            EXTREMES,
            indicator(actual="2022年12月31日"),
            indicator(target="9" * 60, actual="0." + "9" * 59),
            indicator(),
        ),
        "english": scored(
            ENGLISH,
            indicator(level1="y"),
            indicator(level1="x"),
            indicator(level1="x", level2="z", actual="80%"),
            indicator(target="≤90%"),
            indicator(target="stable", tier="fine", self_score="9"),
            indicator(not_applicable="void"),
            indicator(not_applicable="full"),
            **total,
        ),
        "empty": scored(BANDS),
        "choices": derived(
            without_latest_rest(policy_of(CHOICES)),
            form_of(
                *(indicator(actual=actual) for actual in ("96%", "93.5%", "≥90%", "≥96%", "80%", "多", "≥80%", "")),
                *(
                    indicator(level2="按时", level1=level1, actual="2022-07-01")
                    for level1 in ("早", "晚", "或早", "无")
                ),
                indicator(level2="按时", level1="早", actual="2022年"),
                **total,
            ),
        ),
        "order": scored(
            ORDER,
            indicator(level1="甲", level2="特别"),
            indicator(level1="甲"),
            indicator(level1="甲", actual="80%"),
            indicator(level1="甲", actual="≥80%"),
            indicator(level1="甲", actual="按时"),
            indicator(level1="乙"),
            indicator(level1="乙", name="无"),
            indicator(level2="特别"),
            **total,
        ),
        "outcomes": scored(OUTCOMES, *outcomes, **total),
    }
