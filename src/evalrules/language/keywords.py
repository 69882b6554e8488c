"""The words of the language: one row a word, in both spellings.

The grammar speaks of `RULE`; an author writes `规则` or `rule`. Nothing else in the project
spells a keyword: the lexer, the formatter, the messages, the highlighters and the keyword
table of the documentation all read these rows. Adding a spelling is adding a row.
"""

from __future__ import annotations

from typing import NamedTuple


class Keyword(NamedTuple):
    """A word of the language: the grammar's name for it and its two spellings."""

    token: str
    zh: str
    en: str


KEYWORDS: tuple[Keyword, ...] = (
    # what a file declares (written at the margin)
    Keyword("SCHEMA", "表式", "form"),
    Keyword("HEADER", "表头", "header"),
    Keyword("SINGLE", "单项", "single"),
    Keyword("LIST", "多行", "list"),
    Keyword("POLICY", "政策", "policy"),
    Keyword("SOURCE", "依据", "source"),
    Keyword("READING", "解读", "reading"),
    Keyword("PARAMETER", "参数", "parameter"),
    Keyword("DEFINE", "定义", "define"),
    Keyword("CLASSES", "分类", "classes"),
    Keyword("VOID", "作废", "void"),
    Keyword("NOT_APPLICABLE", "不适用", "not-applicable"),
    Keyword("RULE", "规则", "rule"),
    Keyword("EACH_ROW", "每行", "each-row"),
    Keyword("TOTAL", "总分", "total"),
    Keyword("SUBTOTAL", "小计", "subtotal"),
    Keyword("GRADE", "等级", "grade"),
    Keyword("CONSEQUENCE", "结果应用", "consequence"),
    Keyword("CHECK", "校验", "check"),
    Keyword("INVARIANT", "不变量", "invariant"),
    Keyword("EXAMPLE", "示例", "example"),
    Keyword("EXAMPLE_SET", "示例集", "examples"),
    # how a policy changes another one
    Keyword("ADD", "新增", "add"),
    Keyword("REPLACE", "替换", "replace"),
    Keyword("REMOVE", "删除", "remove"),
    Keyword("SET", "设", "set"),
    Keyword("FINAL", "不得改动", "final"),
    # the head of a policy or a schema
    Keyword("TITLE", "名称", "title"),
    Keyword("APPLIES", "适用", "applies-to"),
    Keyword("AMENDS", "修订", "amends"),
    Keyword("EXTENDS", "扩充", "extends"),
    Keyword("PLACE", "地区", "place"),
    Keyword("YEAR", "年度", "year"),
    Keyword("ONWARD", "起", "onward"),
    Keyword("LANGUAGE", "语言版本", "language"),
    # the standing of a source, the parts of a reading
    Keyword("OFFICIAL", "官方", "official"),
    Keyword("OBSERVED", "所见", "observed"),
    Keyword("UNVERIFIED", "未核实", "unverified"),
    Keyword("WORDING", "原文", "wording"),
    Keyword("READ_AS", "读作", "read-as"),
    Keyword("BECAUSE", "理由", "because"),
    Keyword("OPTION", "可选", "option"),
    Keyword("USE", "取", "use"),
    Keyword("RESTS_ON", "据", "resting-on"),
    # fields of a form
    Keyword("TEXT", "文字", "text"),
    Keyword("NUMBER_KIND", "数", "number"),
    Keyword("POINTS", "分数", "points"),
    Keyword("MONEY", "金额", "money"),
    Keyword("DATE_KIND", "日期", "date"),
    Keyword("TARGET", "目标", "goal"),
    Keyword("MEASURED", "实绩", "measured"),
    Keyword("LABEL", "标识", "label"),
    Keyword("MAXIMUM", "满分", "maximum"),
    Keyword("CLAIMED", "自评", "claimed"),
    Keyword("TIER", "档次", "tier"),
    Keyword("REASON", "说明", "explanation"),
    Keyword("ALSO", "又名", "also"),
    Keyword("RENAMED", "改称", "renamed"),
    # rules
    Keyword("FOR", "对", "for"),
    Keyword("WHERE", "中", "where"),
    Keyword("LET", "其中", "let"),
    Keyword("WHEN", "当", "when"),
    Keyword("OTHERWISE", "否则", "otherwise"),
    Keyword("REST", "其余", "else"),
    Keyword("IN_ORDER", "依次", "in-order"),
    Keyword("BEFORE", "先于", "before"),
    Keyword("AWARD", "得分", "award"),
    Keyword("SAME", "同", "same-as"),
    Keyword("BY_TIER", "按档", "by-tier"),
    Keyword("BY_BAND", "分段", "by-band"),
    Keyword("UNSCORED", "不计分", "unscored"),
    Keyword("EDITABLE", "可改为", "editable"),
    Keyword("UNSTATED", "未规定", "unstated"),
    Keyword("FULL_MARKS", "记满分", "full-marks"),
    Keyword("ZERO_MARKS", "记零分", "zero-marks"),
    Keyword("EXCLUDED", "不计入", "excluded"),
    Keyword("INCLUDING", "（含）", "(incl)"),
    Keyword("EXCLUDING", "（不含）", "(excl)"),
    Keyword("TO", "至", "to"),
    # steps that follow an award
    Keyword("AT_LEAST", "不低于", "at-least"),
    Keyword("AT_MOST", "不高于", "at-most"),
    Keyword("BONUS", "加分", "bonus"),
    Keyword("DEDUCT", "扣分", "deduct"),
    Keyword("PER", "每", "per"),
    Keyword("TAKE", "扣", "take"),
    Keyword("WHOLE_STEPS", "按整步", "whole-steps"),
    Keyword("STARTED_STEPS", "不足一步按一步", "started-steps"),
    Keyword("PRO_RATA", "按比例", "pro-rata"),
    Keyword("UP_TO", "最多", "up-to"),
    Keyword("HALF_UP", "四舍五入", "half-up"),
    Keyword("TRUNCATE", "舍去", "truncate"),
    Keyword("ROUND_UP", "进一", "round-up"),
    Keyword("HALF_EVEN", "四舍六入五成双", "half-even"),
    Keyword("UNROUNDED", "不舍入", "unrounded"),
    Keyword("BY", "按", "by"),
    # what follows from the result
    Keyword("DECIDE", "定为", "decide"),
    # checks and examples
    Keyword("REQUIRE", "要求", "require"),
    Keyword("ERROR", "错误", "error"),
    Keyword("WARNING", "警告", "warning"),
    Keyword("NOTICE", "提示", "notice"),
    Keyword("ALONG", "随", "along"),
    Keyword("NONDECREASING", "不减", "nondecreasing"),
    Keyword("NONINCREASING", "不增", "nonincreasing"),
    Keyword("FORM_FILE", "表格", "form-file"),
    Keyword("ROW", "行", "row"),
    Keyword("OTHER_FORM", "另表", "other-form"),
    Keyword("EXPECT", "应得", "expect"),
    Keyword("UNDER", "依", "under"),
    Keyword("REPORTS", "应报", "reports"),
    Keyword("SILENT_ON", "不报", "silent-on"),
    Keyword("FAULT", "出错", "fault"),
    # expressions
    Keyword("OR", "或", "or"),
    Keyword("AND", "且", "and"),
    Keyword("NOT", "非", "not"),
    Keyword("IS", "是", "is"),
    Keyword("IS_NOT", "不是", "is-not"),
    Keyword("IN", "属于", "in"),
    Keyword("GIVEN", "已填", "given"),
    Keyword("MISSING", "未填", "missing"),
    Keyword("IF_MISSING", "未填作", "if-missing"),
    Keyword("CEILING", "上限", "ceiling"),
    Keyword("FLOOR", "下限", "floor"),
    Keyword("STRICT_CEILING", "严格上限", "strict-ceiling"),
    Keyword("STRICT_FLOOR", "严格下限", "strict-floor"),
    Keyword("EXACT", "等值", "exact"),
    Keyword("RANGE", "区间", "range"),
    Keyword("THIS_ROW", "本行", "this-row"),
    Keyword("THIS_FORM", "本表", "this-form"),
    # units
    Keyword("YUAN", "元", "yuan"),
    Keyword("WAN_YUAN", "万元", "wan-yuan"),
    Keyword("YI_YUAN", "亿元", "yi-yuan"),
    Keyword("PERCENTAGE_POINT", "个百分点", "pp"),
    Keyword("DAYS", "天", "days"),
)

TOKEN_OF_WORD: dict[str, str] = {word: row.token for row in KEYWORDS for word in (row.zh, row.en)}
ROW_OF_TOKEN: dict[str, Keyword] = {row.token: row for row in KEYWORDS}

DECLARATION_TOKENS = frozenset(row.token for row in KEYWORDS[: [r.token for r in KEYWORDS].index("FINAL")]) | {"ALSO"}


def spelling(token: str, lang: str) -> str:
    """How `token` is written in `lang` (`zh` or `en`)."""
    row = ROW_OF_TOKEN[token]
    return row.zh if lang == "zh" else row.en
