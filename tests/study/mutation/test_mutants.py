"""Small changes to a policy: each says something else in one place, and is shown as it would be written."""

from __future__ import annotations

import pytest

from evalrules.language.source import Source
from evalrules.language.syntax.parse import parse
from evalrules.study.mutation import Kind, mutants_of
from tests.study.shipped import SHELF, text_of

HEAD = "政策 p\n  适用 project\n  语言版本 1\n\n"

CHANGES: tuple[tuple[str, Kind, tuple[str, ...]], ...] = (
    ("参数 线 = 60%", Kind.NUMBER, ("参数 线 = 61%", "参数 线 = 59%")),
    ("参数 线 = 0.50", Kind.NUMBER, ("参数 线 = 0.51", "参数 线 = 0.49")),
    ("参数 线 = 0", Kind.NUMBER, ("参数 线 = 1",)),
    ("校验 甲 当 总分 ≥ 分值 警告 “说”", Kind.COMPARISON, ("校验 甲 当 总分 > 分值 警告 “说”",)),
    ("校验 甲 当 总分 <= 分值 警告 “说”", Kind.COMPARISON, ("校验 甲 当 总分 < 分值 警告 “说”",)),
    ("等级 总分 优：≥ 分值 差：其余", Kind.COMPARISON, ("等级 总分 优：> 分值 差：其余",)),
    (
        "规则 甲 对 指标 得分 分值（含）至 满（不含）",
        Kind.END,
        ("规则 甲 对 指标 得分 分值（不含）至 满（不含）", "规则 甲 对 指标 得分 分值（含）至 满（含）"),
    ),
    ("定义 差 = （分值 + 甲） − 乙", Kind.OPERANDS, ("定义 差 = 乙 − （分值 + 甲）",)),
    ("定义 率 = 甲 ÷ 乙", Kind.OPERANDS, ("定义 率 = 乙 ÷ 甲",)),
    ("分类 指标 甲 当 指标值 是 上限 乙 其余", Kind.DIRECTION, ("分类 指标 甲 当 指标值 是 下限 乙 其余",)),
    ("分类 指标 甲 当 指标值 是 上限 乙 其余", Kind.CLASSES, ("分类 指标 乙 当 指标值 是 上限 甲 其余",)),
    ("每行 不低于 甲 不高于 分值 [注 1]", Kind.STEP, ("每行 不高于 分值 [注 1]", "每行 不低于 甲")),
    ("每行 四舍五入 至 0.01", Kind.ROUNDING_UNIT, ("每行 四舍五入 至 0.1", "每行 四舍五入 至 0.001")),
    ("每行 四舍五入 至 0.01", Kind.ROUNDING_MODE, ("每行 舍去 至 0.01", "每行 进一 至 0.01")),
    ("每行 四舍五入 至 0.01", Kind.STEP, ("每行 不舍入",)),
    ("不适用 甲 对 指标 记满分", Kind.TREATMENT, ("不适用 甲 对 指标 记零分", "不适用 甲 对 指标 不计入")),
    (
        "规则 甲 对 指标 得分 分值 扣分 甲 每 乙 扣 丙 按整步 最多 丁",
        Kind.LIMIT,
        ("规则 甲 对 指标 得分 分值 扣分 甲 每 乙 扣 丙 按整步",),
    ),
    (
        "规则 甲 对 指标 当 乙 = 丙 得分 分值 否则 得分 丁",
        Kind.CASE,
        ("规则 甲 对 指标 否则 得分 丁", "规则 甲 对 指标 当 乙 = 丙 得分 分值"),
    ),
)


def changed(declaration: str, kind: Kind) -> list[str]:
    """The texts of the mutants of one declaration, on one line."""
    found = [each for each in mutants_of(Source("p.rules", HEAD + declaration)) if each.kind is kind]
    return [" ".join(each.source.text.removeprefix(HEAD).split()) for each in found]


@pytest.mark.parametrize(("declaration", "kind", "expected"), CHANGES)
def test_a_declaration_is_changed_in_one_place(declaration: str, kind: Kind, expected: tuple[str, ...]) -> None:
    assert changed(declaration, kind) == list(expected)


@pytest.mark.parametrize("name", SHELF.policy_ids())
def test_a_mutant_is_written_as_a_policy(name: str) -> None:
    """No mutant is the text itself, none stands twice, most can be parsed; its lines show what is changed."""
    mutants = mutants_of(Source(f"{name}.rules", text_of(name)))
    texts = [each.source.text for each in mutants]
    assert text_of(name) not in texts
    assert len(set(texts)) == len(texts)
    assert all(before != after for each in mutants for before, after in each.lines)
    for each in mutants[:: max(len(mutants) // 10, 1)]:
        assert not parse(each.source).problems, (each.kind, each.lines)


def test_what_shows_and_what_rests_is_left_alone() -> None:
    """Examples, readings, sources and heads say nothing about a score."""
    text = HEAD + '依据 注 官方 "注 1"\n\n示例 "一 1"\n  行 指标 分值 10 应得 9\n'
    assert mutants_of(Source("p.rules", text)) == ()
