"""The words of forms: what columns, rows and facts are called. Adding a name is adding a word here.

Words are written as `words.key` leaves them: without blanks, without what stands in brackets. Field names are
those of the schemas.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from attrs import frozen

from evalrules.language.problems import Phrase


def _by_word(names: Mapping[str, str]) -> dict[str, str]:
    return {word: field for field, words in names.items() for word in words.split()}


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


# Columns of the indicators ------------------------------------------------------------------------

INDICATORS = _by_word({
    "goal": "目标名称 年度绩效目标名称",
    "aggregation": "汇总方式",
    "level1": "一级指标 一级指标名称 一级 指标类型 指标维度",
    "level2": "二级指标 二级指标名称 二级",
    "name": "三级指标 三级指标名称 三级 指标名称 绩效指标名称 具体指标 指标内容 四级指标 评价指标名称",
    "original_target": (
        "年初指标值 年初目标值 年初绩效指标值 年初设定指标值 年初设定值 初始指标值 年初设定目标值 "
        "年初绩效目标值"
    ),
    "target": (
        "年度指标值 指标值 目标值 年度目标值 全年指标值 全年目标值 预期指标值 预期目标值 预期值 调整指标值 "
        "调整后指标值 调整后目标值 计划指标值 计划目标值 计划值 年度绩效指标值 年度计划值 年度绩效目标值 "
        "绩效目标值 绩效指标值 设定指标值 年度预期指标值 年度预期值 标准值 年度指标 年度预算指标值 指标目标值 "
        "本年指标值"
    ),
    "actual": (
        "实际完成值 全年实际值 完成值 全年完成值 实际完成指标值 全年实际完成值 年度完成值 年度实际完成值 "
        "实际值 指标完成值 实际完成情况 全年实际完成情况 完成情况 指标完成情况 实际完成 全年完成情况 "
        "年度实际值 年度完成情况 全年完成指标值 全年实际完成指标值 自评完成值 完成指标值 完成数 实际完成数"
    ),
    "points": (
        "分值 权重 指标分值 指标权重 分值权重 权重分值 标准分 标准分值 满分 满分值 实际权重 权重分 指标满分 "
        "分值/权重 权重/分值 总分值 权重占比"
    ),
    "set_weight": "设定权重",
    "self_score": (
        "得分 自评得分 自评分 自评分值 自评分数 指标得分 单位自评得分 单位自评分 实际得分 自评得分值 评分 "
        "评价得分 指标自评得分 得分值 项目得分 自我评分 折算得分 单项指标折算得分"
    ),
    "review_score": (
        "复核得分 核查分数 核查得分 复评得分 评审得分 财政复核得分 审核得分 复核分 复核评分 财政评分 "
        "主管部门评分"
    ),
    "deduction": "扣减 扣减分 扣分 扣减分值 扣分值",
    "reason": (
        "偏差原因 偏差原因分析及改进措施 偏差原因分析 偏差原因及改进措施 未完成原因 未完成原因分析 "
        "未完成原因和改进措施 未完成原因及改进措施 未完成原因分析及改进措施 扣分原因 扣分原因和其他说明 "
        "扣分原因分析 原因分析 原因说明 偏差大或目标未完成原因分析 未完成原因及拟采取的改进措施 "
        "偏差原因分析与改进措施 偏离原因 未达标原因分析 未完成或偏离绩效目标的原因 "
        "偏离绩效目标的原因及改进措施 原因"
    ),
    "operator": "指标性质 计算符号 指标符号 比较符号 符号 运算符 运算符号 比较符 指标方向 性质",
    "measured_in": "度量单位 计量单位 单位 指标单位 指标值单位 计算单位",
    "criterion": "评分标准 计分标准 评分细则 指标说明及评分标准 评价标准 评分办法 赋分标准",
    "tier": "档次 完成档次 所属档次",
    "class": "指标类别 类别 指标属性",
    "score_basis": "评分说明 评分依据 得分说明 自评说明",
    "not_applicable": "不适用说明",
})  # fmt: skip

REASON = re.compile("(?:偏差|偏离|未完成|未达|扣分|差异|超额).*(?:原因|说明|措施)")
"""what columns for reasons are called besides: their names have no end"""

FALLBACK_NAMES = _words("绩效指标 指标 评价指标 考核指标 考核内容 评价内容")
"""what the column of names is called where no other column is"""

LABELS = ("level1", "level2", "name")
"""the columns that say what a row is, from the widest to the narrowest"""

VALUES = ("original_target", "target", "actual", "points", "self_score", "criterion")
"""the columns of which a head has at least two"""

# Columns of the funds -----------------------------------------------------------------------------

FUNDS = _by_word({
    "source": "资金来源 资金类型 资金性质 资金类别 预算资金来源 资金名称 资金渠道",
    "original_budget": (
        "年初预算数 年初预算 年初预算金额 年初批复预算数 年初预算批复数 年初预算数额 年初预算安排数 年初安排数"
    ),
    "revised_budget": (
        "全年预算数 调整后预算数 全年预算 全年调整预算数 调整预算数 预算数 调整后全年预算数 年度预算数 "
        "预算安排数 全年预算金额 预算金额 全年预算安排数 调整后预算 年度预算 预算执行基数 年度调整预算数 "
        "当年预算数"
    ),
    "executed": (
        "全年执行数 预算执行数 执行数 全年执行 全年支出数 实际支出数 实际执行数 全年实际支出 支出数 实际支出 "
        "全年执行金额 执行金额 全年实际支出数 年度执行数 全年实际执行数 决算数 实际支出金额 全年预算执行数"
    ),
    "executed_other": "其他资金执行数",
    "rate": "执行率 预算执行率 资金执行率 执行率% 执行进度 预算执行进度 支出率 执行率/% 全年执行率",
    "points": "分值 权重 执行率权重 执行率分值 指标分值 满分",
    "self_score": "得分 自评得分 执行率得分 自评分 预算执行得分",
    "reason": "原因 执行率偏低原因 执行率偏差原因",
    "adjustment_reason": "调整说明 预算调整说明",
})  # fmt: skip

MONEY = ("original_budget", "revised_budget", "executed")

TOTAL_SOURCE = "年度资金总额"
TOTAL_SOURCES = _words(
    "年度资金总额 项目资金 资金总额 年度资金合计 资金合计 年度资金总计 资金总计 合计 总额 总计 项目资金总额 "
    "年度财政资金总额 年度预算资金总额 项目资金合计 预算资金总额 年度总额 项目总资金 全年资金总额 年度资金总数"
)
"""what the row of all sources is called; it is read as 年度资金总额"""

SOURCE_WORDS = re.compile(
    "资金|拨款|结转|结余|财政|总额|合计|补助|自有|自筹|单位|支出|收入|专户|人员|公用|运转|特定|贷款|债券|本级|"
    "省级|市级|县级|区级|中央|地方|其中|其他|上级"
)
"""words of which the name of a source of funds has at least one"""

# Columns that are known, and are no part of what is scored -----------------------------------------

ASIDE_COLUMNS = _words(
    "得分计算方法 计算方法 得分计算方式 序号 编号 备注 指标解释 指标说明 指标定义 改进措施 得分系数 "
    "是否核心指标 核心指标 完成率 完成比例 指标完成率 数据来源 佐证材料 附件 证明材料 绩效指标 项目资金 "
    "年度绩效指标 资金情况 预算执行情况 审核意见 改进措施及结果应用方案 说明 指标值内容 采集数据项 "
    "资金使用情况 绩效指标完成情况 项目资金情况 年度预算执行情况 预算情况 预警等级 完成程度 评分方法 计分方法 "
    "年度资金情况"
)

# Rows ---------------------------------------------------------------------------------------------

TOTALS = _words(
    "总分 合计 总计 总得分 自评总分 得分合计 分值合计 合计得分 总分值 自评得分合计 总体得分 自评总得分 "
    "合计总分 自评得分总计 总分合计 综合得分 自评合计 项目总分 得分总计 总评分 自评得分 总分数 评价总分 "
    "总自评分"
)
CLAIMED_TOTALS = re.compile("得分|自评|评分")
SUBTOTALS = re.compile("小计|分项合计|本项合计|.+(?<!资金)小计")

NOTES = re.compile(
    r"(?:备注|注|说明|填表说明|填报说明|注释|填报要求)\s*\d*\s*[:：.．、]|注\s*$|备注\s*$|填表说明|填报说明"
)
REMARKS = _words("说明 备注 注 其他说明 其他需要说明的问题 备注说明")

SIGNATURES = re.compile(
    "填表人|填报人|填表日期|填报日期|填报时间|联系人|联系电话|联系方式|电话|负责人|项目负责人|财务负责人|单位负责人|"
    "部门负责人|经办人|审核人|制表人|复核人|单位盖章|盖章|签字|分管领导|主要负责人|评价人员|评价组长"
)
GOALS = re.compile(".{0,8}目标.{0,8}|.{0,6}完成情况.{0,4}|评价结论|存在问题|改进措施|项目实施内容及过程概述")

LEVELS1 = _words(
    "产出指标 效益指标 满意度指标 产出 效益 满意度 项目产出 项目效益 项目决策 项目管理 过程 决策 投入 项目绩效 "
    "效果指标 投入目标 产出目标 结果目标 绩效指标 资金管理情况 项目满意度 社会满意度指标 投入指标 管理指标 "
    "过程指标"
)
LEVELS2 = _words(
    "数量指标 质量指标 时效指标 成本指标 经济效益指标 社会效益指标 生态效益指标 可持续影响指标 "
    "服务对象满意度指标 经济成本指标 社会成本指标 生态环境成本指标 经济效益 社会效益 生态效益 可持续影响 "
    "服务对象满意度 可持续发展指标 可持续影响 社会公众满意度指标 帮扶对象满意度指标 受益对象满意度指标 "
    "环境效益指标 生态成本指标 生态环境效益指标"
)

NUMBERED = re.compile(
    r"\s*(?:三级)?指标\s*(?:\d{1,3}|[一二三四五六七八九十]{1,3})\s*(?:[:：.．、,，]\s*|\s+|$|(?=\D))|\s*指标\s*[:：]\s*"
)
"""the number that forms print in front of a name: 指标1："""

PART = re.compile(r"[\s★☆▲●■*]*其\s*中\s*[:：]?")
"""what a row begins with that is a part of the row above"""

TEMPLATE = re.compile(
    r"[(（]?\s*(?P<sign>≥|≤|>=|<=|>|<|=)\s*(?:[*×xX＊_]+|…+|\.{2,}|[○〇□]+)\s*(?P<unit>[^\s\d()（）*]{0,6}?)\s*[)）]?\s*$"
)
"""a comparator with a place for the number, as drafts of forms print it behind a name: （≥**人）"""

WEIGHT = re.compile(r"\s*[(（]?\s*(?P<points>\d+(?:\.\d+)?)\s*分\s*[)）]?\s*$")
"""the points of a level behind its name: 产出指标（50分）"""

# Facts --------------------------------------------------------------------------------------------

FACTS = _by_word({
    "project": "项目名称 专项名称 项目名 项目支出名称 项目名称及代码 项目名称和代码 一级项目名称",
    "fund": "专项资金名称 资金名称 转移支付名称 转移支付项目名称 专项名称及资金",
    "department": (
        "主管部门 主管部门及代码 主管单位 预算主管部门 项目主管部门 县级主管部门 主管部门名称 市级主管部门 "
        "主管部门和代码 部门名称 省级主管部门 区级主管部门 业务主管部门 地方主管部门"
    ),
    "unit": (
        "实施单位 项目实施单位 填报单位 项目单位 预算单位 资金使用单位 单位名称 项目承担单位 实施部门 自评单位 "
        "填报单位名称 实施单位名称 项目实施单位名称 使用单位 用款单位 预算单位名称"
    ),
    "year": "年度 预算年度 评价年度 填报年度 自评年度 项目年度 所属年度 会计年度 财政年度",
    "place": "地区 所属地区 区划 行政区划 所在地区 市县 所属区划",
    "form_code": "报表编号 表号 报表编码",
    "self_score": "自评总分 自评得分 自评总得分 总得分 项目自评得分 自评综合得分",
})  # fmt: skip

LOOSE_UNIT = re.compile(r"\s*[(（]?\s*(?:金额)?单位\s*[:：]\s*(?:人民币)?\s*(?:万元|元)\s*[)）]?\s*")
"""the unit of money where it stands alone: 单位：万元"""

TITLE = re.compile(r"(?:自评|评价|评分|得分|自评得分|目标|绩效)表(?:[(（].{0,20}[)）])?\s*$")
YEAR = re.compile(r"(?<!\d)(20\d\d|19\d\d)\s*年?度?(?!\d)")
ONLY_YEAR = re.compile(r"[(（]?\s*(?:自评年度|预算年度|年度)?[:：]?\s*((?:20|19)\d\d)\s*年?度?\s*[)）]?")
PLACE = re.compile(
    r"(?:附件|附表)?[\d一二三四五]*[:：\s]*(?:(?:20|19)\d\d\s*年?度?)?"
    r"(?P<place>(?!本|全|各|部|县级|市级|省级|区级|市本|县本|省本)[一-龥]{2,8}?(?:省|自治区|市|县|区|旗|自治州|州)"
    r"(?:[一-龥]{2,6}?(?:市|县|区|旗))?)"
    r"(?=本级|直|级|部门|项目|预算|财政|支出|专项|整体|绩效|20|转移|一般)"
)


# What stands beside the fields ----------------------------------------------------------------------


@frozen
class Kind:
    """What a text that is kept beside the form is."""

    name: Phrase


NOTE = Kind(Phrase("注", "note"))
GOAL = Kind(Phrase("总体目标", "overall goal"))
TEXT = Kind(Phrase("正文", "text"))
SIGNATURE = Kind(Phrase("填表人等", "signature"))
LEVEL_POINTS = Kind(Phrase("级分值", "points of a level"))
SUBTOTAL = Kind(Phrase("小计", "subtotal"))
NAMED_TOTAL = Kind(Phrase("资金来源读作“年度资金总额”", "source of funds read as 年度资金总额"))
MONEY_UNIT = Kind(Phrase("金额单位", "unit of money"))
REST = Kind(Phrase("没有读懂", "not understood"))
