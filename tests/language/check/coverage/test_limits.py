"""Coverage of policies that are very large, or written to take long: an answer comes, or the question is left open."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path
from time import process_time

import pytest

from evalrules.language.check import resolve_policy
from evalrules.language.check.coverage import coverage_problems
from evalrules.language.problems import Problem
from evalrules.language.source import Source
from evalrules.language.syntax.parse import parse
from evalrules.meaning.functions import SIGNATURES
from tests.language.check.coverage.frame import codes_in, found_in, one_in
from tests.language.check.frame import LIBRARY, policy_of

LIBRARY_POLICIES = Path(__file__).parents[4] / "policies"
SECONDS = 10
"""Far more than is needed: what takes exponentially long takes longer than that."""


def timed(fragment: str) -> tuple[Problem, ...]:
    """What coverage finds, in bearable time."""
    policy = policy_of(fragment)
    start = process_time()
    found = coverage_problems(policy)
    assert process_time() - start < SECONDS
    return found


def test_yanchi_is_clean() -> None:
    """The founding policy has no gap, no overlap, and nothing in it that cannot be decided."""
    path = LIBRARY_POLICIES / "cn/ningxia/yanchi/yanchi-2022.rules"
    parsed = parse(Source(path.name, path.read_text(encoding="utf-8")))
    policy = resolve_policy(parsed.document, LIBRARY, SIGNATURES).policy
    assert policy is not None
    assert coverage_problems(policy) == ()


def words(count: int) -> str:
    """A rule for each of many indicators, in two halves, and one for all others."""
    rules = [
        f'规则 甲{n} [注 1]\n  对 指标 中 三级指标 = "指标{n}" 且 分值 {sign} 5\n  得分 {n % 2}'.replace("甲", half)
        for n in range(count)
        for half, sign in (("甲", "≥"), ("乙", "<"))
    ]
    named = "，".join(f'"指标{n}"' for n in range(count))
    return "\n".join([*rules, f"规则 末 [注 1]\n  对 指标 中 非 三级指标 属于 （{named}）\n  得分 0"])


def test_two_hundred_rules_are_decided() -> None:
    """Rules that differ in a word are told apart, and cover everything together."""
    assert timed(words(100)) == ()


def test_one_missing_half_among_two_hundred_rules_is_found() -> None:
    """The row that is left out is shown."""
    (found,) = timed(words(100).replace('三级指标 = "指标57" 且 分值 < 5', '三级指标 = "指标57" 且 分值 < 4'))
    assert found.code == "no-rule"
    assert "三级指标 = “指标57”，分值 = 4" in found.message().zh


CROWDED = ("一级指标", "二级指标", "三级指标", "偏差原因", "档次", "类别", "不适用说明")


def crowd(fewer: int) -> str:
    """A condition: the first cells hold words of which there is one less than cells, no two the same."""
    cells, words = CROWDED[: fewer + 1], "甲乙丙丁戊己"[:fewer]
    each = [" 或 ".join(f"{cell} = “{word}”" for word in words) for cell in cells]
    apart = [f"{a} ≠ {b}" for a, b in combinations(cells, 2)]
    return " 且 ".join((*(f"（{one}）" for one in each), *apart))


@pytest.mark.parametrize(("fewer", "codes"), [(3, ["never-applies"]), (6, ["not-decided"])])
def test_too_many_combinations_leave_the_question_open(fewer: int, codes: list[str]) -> None:
    """Four cells do not fit three words; that seven do not fit six takes too long to see."""
    fragment = f"规则 甲 [注 1]\n  对 指标 中 {crowd(fewer)}\n  得分 1\n规则 乙 [注 1]\n  对 指标 中 分值 ≥ 0\n  得分 0"
    found = timed(fragment)
    assert [each.code for each in found] == codes
    assert fewer == 3 or found[0].message().zh.endswith("条件的组合太多")


def test_all_questions_together_take_bearable_time() -> None:
    """Forty rules of which any two take long: the first questions use up what may be done for one policy."""
    rules = [f"规则 甲{n} [注 1]\n  对 指标 中 {crowd(6)} 且 分值 ≠ {n}\n  得分 {n}" for n in range(40)]
    found = timed("\n".join([*rules, "规则 末 [注 1]\n  对 指标 中 分值 ≥ 0\n  得分 0"]))
    assert {each.code for each in found} == {"not-decided"}
    assert len(found) < 40
    assert found[-1].message().zh == ("不能断定本政策其余的规则、情形和分段是否无缺口、无重叠：条件的组合太多")


def test_names_that_double_are_not_unfolded() -> None:
    """Twenty-five definitions, each twice the one before: 33 million cells if they were written out."""
    doubled = [f"定义 量{n} 对 指标 = 量{n - 1} + 量{n - 1}" for n in range(1, 25)]
    squared = [f"定义 方{n} 对 指标 = 方{n - 1} × 方{n - 1}" for n in range(1, 25)]
    both = [f"定义 条{n} 对 指标 = 条{n - 1} 且 条{n - 1}" for n in range(1, 25)]
    fragment = "\n".join(
        [
            "定义 量0 对 指标 = 分值 − 扣减\n定义 方0 对 指标 = 分值 − 扣减\n定义 条0 对 指标 = （分值 > 3）",
            *doubled,
            *squared,
            *both,
            "规则 甲 [注 1]\n  对 指标 中 量24 > 0 且 方24 > 1 且 条24\n  得分 分值",
            "规则 乙 [注 1]\n  对 指标 中 非 （量24 > 0 且 方24 > 1 且 条24）\n  得分 0",
        ]
    )
    assert {each.code for each in timed(fragment)} <= {"not-decided"}


@pytest.mark.parametrize("word", ["且", "或"])
def test_a_condition_of_many_parts_is_read(word: str) -> None:
    """A chain of ninety conditions is read part by part, however its first parts turn out."""
    chain = f" {word} ".join(f'三级指标 ≠ "指标{n}"' for n in range(90))
    fragment = f"规则 甲 [注 1]\n  对 指标 中 {chain}\n  得分 1\n规则 乙 [注 1]\n  对 指标 中 非 （{chain}）\n  得分 0"
    found = timed(fragment)
    assert [each.code for each in found] == ([] if word == "且" else ["never-applies"])


def test_a_question_about_other_rows_is_left_open() -> None:
    """A sum over rows is not looked into, and the message says so in the author's words."""
    found = one_in(
        """
规则 甲 [注 1]
  对 指标 中 合计（分值 对 指标） ≥ 100
  得分 分值
规则 乙 [注 1]
  对 指标 中 合计（分值 对 指标） ≤ 100
  得分 0
"""
    )
    assert found.code == "not-decided"
    assert found.message().zh == ("不能断定规则“甲”和“乙”会不会同时适用于一行：不能推断“合计（分值 对 指标）”")


def test_the_same_formula_written_in_another_order_is_the_same() -> None:
    """B ÷ A × W is W × B ÷ A: two cases that part at one number share none and leave none."""
    assert (
        codes_in(
            """
规则 甲 [注 1]
  对 指标
  当 实际完成值 ÷ 年度指标值 × 分值 ≥ 5 得分 1
  当 分值 × 实际完成值 ÷ 年度指标值 < 5 得分 0
"""
        )
        == []
    )


def test_what_is_found_does_not_depend_on_the_run() -> None:
    """Two checks of one policy find the same problems with the same numbers and rows."""
    fragment = words(20).replace("分值 ≥ 5", "分值 ≥ 4")
    first, second = found_in(fragment), found_in(fragment)
    assert [each.message() for each in first] == [each.message() for each in second]
    assert len(first) == 20
