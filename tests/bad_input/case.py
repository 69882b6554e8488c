"""What a row of the table of bad inputs is made of."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import TypeAlias

from attrs import frozen

EXAMPLE = Path(__file__).parents[2] / "examples" / "yanchi-2022" / "form.json"

Json: TypeAlias = "bool | int | float | str | list[Json] | dict[str, Json] | None"
Object: TypeAlias = "dict[str, Json]"

EVERY_ROW = (
    "年度资金总额",
    "维护微信公众号数量",
    "政府网站维护数量",
    "数据检测工作完成率",
    "维护工作开展期间",
    "政务新媒体运行维护费用",
    "数据检测合格率",
    "新媒体运行维护合同履约进度",
    "群众满意度",
)
"""The scored rows of the form that the cases spoil."""

INDICATORS = EVERY_ROW[1:]
BUDGET = "年度资金总额"
SATISFACTION = "群众满意度"
ACCOUNTS = "维护微信公众号数量"


@frozen
class Case:
    """An input that is wrong, and what is said of it.

    `codes` are those of the messages, in the order in which they come. `spoilt` names the rows of the
    form that get no score, or another, because of it; None where there is no form to score.
    """

    name: str
    codes: tuple[str, ...]
    arguments: tuple[str, ...]
    files: Mapping[str, bytes]
    status: int = 1
    spoilt: tuple[str, ...] | None = None


def form(name: str, content: str | bytes | Json, *codes: str, spoilt: tuple[str, ...] = (), status: int = 1) -> Case:
    """A form that is still scored, but for the rows in `spoilt`."""
    return Case(name, codes, ("explain", "form.json"), {"form.json": _bytes(content)}, status, spoilt)


def no_form(name: str, content: str | bytes | Json, *codes: str, file: str = "form.json") -> Case:
    """A file that gives no form, or a form for which there is no policy."""
    return Case(name, codes, ("explain", file), {file: _bytes(content)})


def policy(
    name: str, content: str | bytes, *codes: str, beside: Mapping[str, str] = MappingProxyType({}), status: int = 1
) -> Case:
    """A policy that is checked; those `beside` it lie in the same folder, by their ids."""
    files = {"p.rules": content, **{f"{id}.rules": text for id, text in beside.items()}}
    return Case(name, codes, ("check", "p.rules"), {each: _bytes(text) for each, text in files.items()}, status)


def command(name: str, arguments: str, *codes: str, status: int = 1, **files: str | bytes) -> Case:
    """A command that cannot do what it is told; `files` are named as they are, but for `_` instead of `.`."""
    named = {each.replace("__", "/").replace("_", "."): _bytes(content) for each, content in files.items()}
    return Case(name, codes, tuple(arguments.split()), named, status)


def _bytes(content: str | bytes | Json) -> bytes:
    match content:
        case bytes():
            return content
        case str():
            return content.encode("utf-8")
        case _:
            return json.dumps(content, ensure_ascii=False).encode()


# ---- the form that is spoilt ---------------------------------------------------------------------


def example() -> Object:
    """The form of 盐池县."""
    value = json.loads(EXAMPLE.read_text(encoding="utf-8"))
    assert isinstance(value, dict)
    return value


def header(**cells: Json) -> Object:
    """The form with other cells at its top."""
    return {**example(), **cells}


def without(*names: str) -> Object:
    """The form without some of its parts."""
    return {name: part for name, part in example().items() if name not in names}


def row(label: str, **cells: Json) -> Object:
    """The form with other cells in the row called `label`; a cell that is None is left out."""
    whole = example()
    for record in ("funds", "indicators"):
        rows = whole[record]
        assert isinstance(rows, list)
        whole[record] = [_changed(each, label, cells) for each in rows]
    return whole


def _changed(old: Json, label: str, cells: Mapping[str, Json]) -> Json:
    assert isinstance(old, dict)
    if label not in (old.get("name"), old.get("source")):
        return old
    return {name: cell for name, cell in {**old, **cells}.items() if cell is not None}


def text(whole: Object) -> str:
    """The form as the text of its file, to be spoilt further."""
    return json.dumps(whole, ensure_ascii=False)


# ---- the policy that is spoilt -------------------------------------------------------------------

GRANT = """表式 grant
  名称 "资助项目自评表"
  语言版本 1

表头 表头 header
  地区  place  文字
  年度  year   文字

多行 指标 indicators
  三级指标    name        文字  标识
  年度指标值  target      目标
  实际完成值  actual      实绩
  分值        points      分数  满分
  自评得分    self_score  分数  自评
"""


def head(id: str = "p", **lines: str) -> str:
    """The head of a policy for 甲 and 2022; a line that is empty is left out."""
    said = {"名称": '"试行办法"', "适用": "project", "地区": '"甲"', "年度": "2022", "语言版本": "1", **lines}
    return f"政策 {id}\n" + "".join(f"  {word} {value}\n" for word, value in said.items() if value) + "\n"


SOURCE = '依据 注 官方 "表下注"\n\n'
RATIO = "规则 指标得分 [注 1]\n  对 指标\n  得分 实际完成值 ÷ 年度指标值 × 分值\n\n"
FUNDS = '规则 资金不计分 [注 1]\n  对 资金\n  不计分 "不考核"\n\n'
STEPS = "每行\n  不低于 0\n  不高于 分值\n  四舍五入 至 0.01\n\n"
TOTAL = "总分 合计（得分）\n  不舍入\n"


def rules(*parts: str) -> str:
    """A policy of those parts, complete but for what they leave open."""
    return head() + SOURCE + "".join(parts)


def award(formula: str, *before: str) -> str:
    """A sound policy in which one formula may be wrong, after the declarations it needs."""
    rule = f"规则 指标得分 [注 1]\n  对 指标\n  {formula}\n\n"
    return rules(*before, rule, FUNDS, STEPS, TOTAL)
