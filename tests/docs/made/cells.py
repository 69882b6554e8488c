"""How cells are read: phrases as printed on forms, and what `parse_value` makes of them."""

from __future__ import annotations

from evalrules import parse_value
from evalrules.language.values import IndicatorValue, Kind, show_number
from tests.docs.made.markdown import code, said, table

GROUPS: dict[str, tuple[str, ...]] = {
    "数 · numbers": ("36", "１２,３００", "2.6亿元", "10万元/年", "300公里", "24人/次", "1.5万人次", "三百人"),
    "百分数 · percentages": ("95%", "95％", "百分之九十五", "1个百分点", "5‰"),
    "比较 · bounds": ("≥90%", "＞=90%", "不低于95%", "≤10", "10万元以内", "不超过3天", "90%以上", "少于5起"),
    "范围 · ranges": ("80%-90%", "3至5次"),
    "日期 · dates": ("2022-12-31", "2022年12月31日前", "2022年12月底前", "2022年第四季度", "12月底前", "2022年"),
    "文字 · words": ("按时完成", "长期", "有所提升", "2022年按时完成", "第三名"),
    "没有填 · absent": ("", "—", "/", "无", "暂无"),
    "读不出 · unreadable": (
        "约90%",
        "较上年增长5%",
        "一",
        "3/5",
        "完成36个项目中的30个",
    ),
}


def cell_tables() -> str:
    """A table a group of phrases."""
    parts = [
        f"### {heading}\n\n" + table(("表上 · printed", "kind", "读作 · read as"), map(_row, phrases))
        for heading, phrases in GROUPS.items()
    ]
    return "\n".join(parts)


def _row(phrase: str) -> tuple[str, str, str]:
    value = parse_value(phrase)
    return code(phrase) if phrase else "（空）", code(value.kind.value), _meaning(value)


def _meaning(value: IndicatorValue) -> str:
    if value.kind is Kind.absent:
        return ""
    parts = [value.comparator, _number(value), value.unit, value.day.show() if value.day else ""]
    read = code(" ".join(part for part in parts if part)) if any(parts) else ""
    reason = f"{said(value.reason.zh)} · {said(value.reason.en)}" if value.reason else ""
    return " ".join(part for part in (read, reason) if part)


def _number(value: IndicatorValue) -> str:
    if value.number is None:
        return ""
    upper = f"–{show_number(value.upper)}" if value.upper is not None else ""
    return show_number(value.number) + upper
