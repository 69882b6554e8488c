"""Whatever is written, checking it ends with a policy or with problems, and never otherwise."""

from __future__ import annotations

import re
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evalrules.language.problems import Severity
from tests.language.check.frame import BASE, PROJECT, check, check_file

YANCHI = files("evalrules.policies").joinpath("cn/ningxia/yanchi/yanchi-2022.rules").read_text(encoding="utf-8")
AMENDING = """\
政策 p-1
  修订 base-1
  语言版本 1
设 过完成 = 130%
新增 等级 总分
  优： 90（含）至 100（含） [注 1]
  差： 其余 [注 1]
替换 规则 指标得分 [注 1]
  对 指标
  其中 率 = 实际完成值 ÷ 年度指标值
  得分 分段 率
    ≥ 90%： 80%（含）至 100%（含） × 分值
    其余： 0
  扣分 100% − 率 每 1 个百分点 扣 0.5 按整步 最多 5
删除 校验 满分
示例 “例”
  行 指标 分值 10 应得 5
"""
TEXTS = (YANCHI, BASE, PROJECT, AMENDING)
_WORD = re.compile(r"[^\S\n]+|\n|[^\s（），：]+|[（），：]")


@st.composite
def spoiled(draw: st.DrawFn) -> str:
    """A text in which some words are left out, doubled, exchanged, or come from another text."""
    words = _WORD.findall(draw(st.sampled_from(TEXTS)))
    others = _WORD.findall(draw(st.sampled_from(TEXTS)))
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, len(words) - 1))
        instead = ((), (words[at], words[at]), (draw(st.sampled_from(words)),), (draw(st.sampled_from(others)),))
        words[at : at + draw(st.integers(0, 1))] = draw(st.sampled_from(instead))
        words = words or ["\n"]
    return "".join(words)


@given(spoiled())
def test_there_is_a_policy_or_an_error(text: str) -> None:
    """Every problem can be told, whatever the text; there is no policy exactly if a problem is an error."""
    checked = check_file(text)
    for problem in checked.problems:
        assert problem.message().zh
        assert problem.help().en
        assert all(span.line for span, _ in problem.related())
    is_error = any(each.severity is Severity.ERROR for each in checked.problems)
    if not text.startswith("表式"):
        assert (checked.policy is None) is is_error


LONG = 2000


@pytest.mark.parametrize(
    ("fragment", "codes"),
    [
        ("参数 甲 = " + " + ".join("1" * LONG), {"too-many-levels"}),
        ("参数 甲 = " + "− " * LONG + "1", {"too-many-levels"}),
        ("校验 查 [注 1] 当 " + "非 " * LONG + "1 = 1 提示 “”", {"too-many-levels"}),
        ("校验 查 [注 1] 当 " + " 或 ".join(["1 = 1"] * LONG) + " 提示 “”", {"too-many-levels"}),
        ("参数 量0 = 1\n" + "".join(f"参数 量{i} = 量{i - 1}\n" for i in range(1, LONG)), {"too-many-levels"}),
        (
            "校验 查 [注 1]\n  其中 量0 = 1\n"
            + "".join(f"  其中 量{i} = 量{i - 1}\n" for i in range(1, LONG))
            + f"  当 量{LONG - 1} > 1 提示 “”",
            {"too-many-levels"},
        ),
        ("".join(f"定义 量{i} [注 1] = 量{(i + 1) % LONG}\n" for i in range(LONG)), {"cycle"}),
        ("参数 甲 = " + "9" * 100_000, {"number-too-long"}),
    ],
    ids=["sum", "minus", "not", "or", "parameters", "locals", "circle", "digits"],
)
def test_what_is_too_much_is_a_problem(fragment: str, codes: set[str]) -> None:
    """Long chains and deep nests are refused with a code of their own, not with a crash."""
    assert {each.code for each in check(fragment).problems} == codes


def test_a_mark_may_be_broken_across_lines() -> None:
    """A line that begins inside a word begins no declaration."""
    fragment = "规则 甲 [注 1]\n  对 指标\n  得分 80%（\n含）至 100%（含） × 分值"
    assert check(fragment).policy is not None


def test_a_formula_of_a_hundred_terms_is_not_too_much() -> None:
    """The limit lies beyond what anybody writes."""
    fragment = "参数 甲 = " + " + ".join("1" * 95) + "\n校验 查 [注 1] 当 甲 > 1 提示 “”"
    assert check(fragment).policy is not None


def test_thousands_of_mistakes_are_all_reported() -> None:
    """One problem for each."""
    assert len(check("".join(f"参数 甲{i} = 乙{i}\n" for i in range(LONG))).problems) == LONG
