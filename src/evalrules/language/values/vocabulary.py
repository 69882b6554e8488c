"""The words of indicator cells: comparators, scales, units, dates. Adding a phrase is adding a word here.

Words are written as they look after `wording.normalise`: half-width, without blanks. Words of one
meaning stand in one string, separated by blanks. Where two words fit, the longest is taken, so order
does not matter.
"""

from __future__ import annotations

from fractions import Fraction

# Comparators --------------------------------------------------------------------------------------

# Signs in front of a number, as typed, as set by old printers, and as mangled by conversion.
COMPARATOR_SIGNS = {
    "=": "= == ═",
    "<": "<",
    "≤": "≤ <= =< ≤= ≦ ⩽ ≯ ≤≤",
    ">": ">",
    "≥": "≥ >= => ≥= ≧ ⩾ ≮ ≥≥",
}

# Words in front of a number.
COMPARATOR_WORDS = {
    "=": "等于",
    "<": "小于 低于 少于 不足 不满 未满 不到 应小于 应低于",
    "≤": (
        "小于等于 小于或等于 小于或者等于 小等于 低于等于 低于或等于 少于等于 少于或等于 "
        "不超过 不得超过 不能超过 未超过 应不超过 不高于 不得高于 未高于 不大于 不得大于 未大于 "
        "不多于 不得多于 未多于 至多 最多 不晚于 不迟于"
    ),
    ">": "大于 高于 多于 超过 应大于 应高于 应超过",
    "≥": (
        "大于等于 大于或等于 大于或者等于 大等于 高于等于 高于或等于 多于等于 多于或等于 "
        "不低于 不得低于 不能低于 未低于 应不低于 不少于 不得少于 不能少于 未少于 应不少于 "
        "不小于 不得小于 未小于 至少 最少"
    ),
}

# Words behind a number. 以上, 以下, 以内 include the number itself (民法典 第一千二百五十九条).
BOUND_SUFFIXES = {
    "≥": "以上 及以上 或以上 及其以上 含以上 和以上",
    "≤": "以下 及以下 或以下 及其以下 以内 及以内 之内 内",
}

# Behind a number or behind its suffix: whether the number itself is meant.
INCLUDED = "(含) (包含) (含本数) (含本级)"
EXCLUDED = "(不含) (不包含) (不含本数)"

# What may stand behind a range without saying anything else.
RANGE_SUFFIX = "之间"

# Words that leave a number as it is ---------------------------------------------------------------

# Verbs, adverbs and labels with which a cell says again that the number is the value of the indicator.
# Not here: 增 增加 提高 下降 … (a change, not a level), 约 近 (approximate), 未 (a denial).
FILLERS = (
    "完成 已完成 共完成 累计完成 实际完成 全年完成 达 达到 达到了 已达 已达到 实现 已实现 为 均为 均达到 "
    "共 共计 合计 总计 累计 全年 全年共 本年 本年度 年度 实际 应 在 "
    "指标值 目标值 年度指标值 年度目标值 完成值 实际值 实际完成值 全年完成值 全年实际值 全年实际完成值"
)

# With these a cell names a ceiling, but only 以内 or the like behind the number makes that certain.
CONTROLS = "控制在 控制 控制为 介于"

# Verbs that may follow a percentage: 100%完成.
CLOSERS = "完成 已完成 达成 达标 合格 覆盖 到位 满意"

# A name in front of a number that says again what the indicator measures (验收合格率≥95%), by its ending,
# with the dimension its number must then have: an ending that does not fit leaves the cell unread;
NAME_ENDINGS = {
    "PERCENT": "率 度 比例 比重 覆盖面",
    "MONEY": "成本 费用 经费 支出 投资 造价 金额 总额",
    "NAMED": "人数 人次 次数 户数 个数 件数 数量 面积 里程",
}
# so does a name that holds one of these: a change, a comparison, a part, an average, a denial, a forecast.
NOT_A_LEVEL = (
    "增长 增加 增幅 增收 新增 提高 提升 上升 上涨 减少 下降 降低 降幅 节约 节省 压减 变动 变化 "
    "超 较 比 同期 上年 去年 其中 每 人均 平均 未 不 非 预计 预期"
)

# Two names with one of these between are two things with one number.
CONJUNCTIONS = "和 与 及 或 且 并 为 是 达"

# Cells without a number that can be used ----------------------------------------------------------

# Nothing was filled in. Not here: 0 (a number), 不适用 (a statement), 一 (a dash? the numeral?).
ABSENT = "- — – ― / \\ 无 空 暂无 (无) (空) N/A n/a NA 未填 未填写"

APPROXIMATIONS = "约 大概 大致 左右 上下 近 接近 余 多人 多次 多个 多户 多万 几 数十 数百 ≈ ~"

CHANGES = "增 新增 提高 提升 上升 上涨 减少 减 降 节约 节省 压减 较 比上年 上年 去年 同比 环比 超 翻 +"

# Scales -------------------------------------------------------------------------------------------

SCALES = {
    "百": 100,
    "千": 1000,
    "万": 10**4,
    "十万": 10**5,
    "百万": 10**6,
    "千万": 10**7,
    "亿": 10**8,
    "十亿": 10**9,
    "百亿": 10**10,
    "千亿": 10**11,
    "万亿": 10**12,
}

# Units --------------------------------------------------------------------------------------------

# Percentages: what the printed number counts.
PERCENTAGES = {
    "%": Fraction(1, 100),
    "百分比": Fraction(1, 100),
    "百分率": Fraction(1, 100),
    "‰": Fraction(1, 1000),
    "千分比": Fraction(1, 1000),
    "比例": Fraction(1),
}

PERCENTAGE_POINTS = "个百分点 百分点"

MONEY = "元 元人民币 人民币元 元整"

DAYS = "天 日 日历天 个日历天 自然日 个自然日"

# Measures that convert exactly, by the unit they are held in. 1 公顷 = 15 亩, so 1 亩 = 2000/3 平方米.
MEASURES = {
    "米": {
        "米 m": Fraction(1),
        "公里 千米 km Km KM": Fraction(1000),
        "厘米 公分 cm CM": Fraction(1, 100),
        "毫米 mm MM": Fraction(1, 1000),
    },
    "平方米": {
        "平方米 平米 ㎡ m2 m² M2 M²": Fraction(1),
        "亩": Fraction(2000, 3),
        "公顷 hm2 hm² ha": Fraction(10**4),
        "平方公里 平方千米 km2 km² ㎢": Fraction(10**6),
    },
    "公斤": {
        "公斤 千克 kg KG Kg": Fraction(1),
        "吨 t": Fraction(1000),
        "斤 市斤": Fraction(1, 2),
        "克 g": Fraction(1, 1000),
    },
    "分钟": {"分钟 min": Fraction(1), "小时 个小时 h": Fraction(60), "秒 秒钟 s": Fraction(1, 60)},
}

# Counts that are printed under more than one name.
SYNONYMS = {
    "人": "人 名",
    "人次": "人次 人(次)",
    "户次": "户次 户(次)",
    "场次": "场次 场(次)",
    "批次": "批次 批(次)",
    "台套": "台套 台/套 台(套) 套/台 套(台)",
    "件套": "件套 件/套 件(套)",
    "立方米": "立方米 立方 m3 m³ ㎥ M3 M³",
    "个月": "个月",
    "个工作日": "个工作日 工作日",
    "学时": "学时 个学时",
    "课时": "课时 个课时",
    "千瓦时": "千瓦时 kWh KWH kwh kW·h",
    "千瓦": "千瓦 kW KW kw",
    "兆瓦": "兆瓦 MW",
    "分贝": "分贝 dB DB db",
    "℃": "℃ °C 摄氏度",
    "毫克": "毫克 mg",
    "微克": "微克 μg µg ug",
    "毫升": "毫升 ml mL ML",
    "升": "升 L",
    "人·月": "人月 人·月",
    "人·年": "人年 人·年",
    "人·天": "人天 人日 人·天 人·日",
}

# What else is counted; each compares only with itself. Not here, because a number in front of them may be
# a rank, a name or a date and not a count: 级 等 类 档 届 代 班 号 点 路 线 成 折 月 季 季度 学期.
COUNTS = (
    # people, households, places
    "人员 户 家 家次 口 位 岁 组 队 支 村 行政村 自然村 社区 乡镇 镇 乡 街道 县 "
    # things
    "个 只 头 匹 峰 羽 尾 株 棵 根 枝 条 颗 粒 枚 块 片 张 幅 面 把 副 双 对 件 套 台 辆 艘 架 部 盏 "
    "本 册 页 份 封 箱 瓶 袋 包 盒 桶 罐 床 床位 张床位 车位 泊位 学位 席位 岗位 处 座 栋 幢 间 层 孔 "
    "眼 口井 眼井 道 段 宗 站 所 点位 监测点 端口 网格 杆 字 "
    # work and events
    "次 场 期 期次 批 轮 遍 趟 回 班次 车次 架次 航次 台次 台班 件次 辆次 头次 只次 条次 亩次 剂 剂次 "
    "针次 人份 例 例次 起 案 项 项目 项次 门 门次 节 课 讲 堂 首 篇 篇次 集 款 种 样 品种 单 笔 票 "
    "处次 "
    # what 个 counts
    "个村 个行政村 个自然村 个社区 个乡镇 个镇 个街道 个县 个县区 个项目 个单位 个部门 个点 个点位 "
    "个站 个站点 个班 个班次 个批次 个品种 个标段 个季度 个学期 个岗位 个床位 个系统 个平台 个网格 "
    # time and measure
    "年 周 星期 周年 分 倍 度 海里 标方 吨标煤 吨标准煤 兆 TB GB MB KB PB Mbps Gbps 伏 安 帕 兆帕 MPa "
    "赫兹 Hz 流明 ppm"
)

# Of what a rate may be told: 元/人·月, 每亩300元.
PER_ONE = (
    "人 组 名 户 家 人次 生 年 月 天 日 周 季 季度 学期 学年 小时 分钟 次 个 套 台 台套 件 份 篇 例 "
    "批 项 处 座 场 期 班 床 床位 岗 课时 学时 辆 头 只 株 棵 村 亩 公顷 平方米 平米 ㎡ 公里 千米 km 米 "
    "立方米 m3 m³ 升 L 吨 公斤 kg 斤 h"
)

# Dates --------------------------------------------------------------------------------------------

# Parts of a year and of a month, as first and last month or day.
YEAR_PARTS = {
    "上半年": (1, 6),
    "下半年": (7, 12),
    "一季度 1季度": (1, 3),
    "二季度 2季度": (4, 6),
    "三季度 3季度": (7, 9),
    "四季度 4季度": (10, 12),
}
MONTH_PARTS = {"上旬": (1, 10), "中旬": (11, 20), "下旬": (21, 0)}  # day 0: the last of the month

# In front of a date: what happens on it …
DATE_LABELS = "完成时间 完工时间 竣工时间 开工时间 验收时间 交付时间 实施时间 完成日期 时间 日期"
DATE_LINKS = "为 是 = : 于 在 应于 已于"
# … or that it is the last day.
UNTIL = {"": "截至 截止 截止到 截至到 截止至 最晚 最迟", "≤": "不晚于 不迟于 ≤ <= ≦ ⩽"}

# Behind a date: that it is the last day …
BEFORE = "前 之前 以前 内 之内 以内"
# … or what happens on it.
DATE_ADVERBS = "全部 全面 已 已全部 全部已"
DATE_VERBS = (
    "完成 到位 完工 竣工 开工 验收 交付 拨付 支付 发放 建成 建成投用 投用 上线 结束 完毕 实施 启动 "
    "投入使用 实施完毕 完成验收 完成支付 完成拨付 完成发放 完成建设 通过验收 验收合格 竣工验收 "
    "拨付到位 发放到位 支付完毕 发放完毕"
)

# Words that may follow a deadline say what is due; with one of these they may deny that it was met.
DENIALS = "未 没 不 无 尚 非 逾 延 仅 只"
