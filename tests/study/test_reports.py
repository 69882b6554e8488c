"""An example says which checks are reported, and is wrong where they are not."""

from __future__ import annotations

import pytest

from evalrules.language.problems import Problem
from evalrules.language.problems.check_of_other_rows import CheckOfOtherRows
from evalrules.language.problems.form_out_of_reach import FormOutOfReach
from evalrules.language.problems.unknown_check import UnknownCheck
from evalrules.language.source import Source
from evalrules.library.shelf import Shelf, shipped
from evalrules.pipeline import compile_policy
from tests.study.fixture import POLICY, failures

LOW = "行 指标 年度指标值 100 实际完成值 50 分值 10"
REASONED = f'{LOW} 偏差原因 "天气"'


@pytest.mark.parametrize(
    "lines",
    [
        f"{LOW} 应报 偏差原因",
        f"{REASONED} 不报 偏差原因",
        f"{LOW} 应报 偏差原因 应报 分值合计",
        f"{LOW}\n  {REASONED}\n  总分 0 应报 偏差原因 应报 分值合计",
        f"{REASONED}\n  等级 差 不报 偏差原因",
        "行 资金 全年预算数 1 全年执行数 1 分值 100 不报 分值合计",
        "行 指标 年度指标值 100 实际完成值 100 分值 100 应得 100 依 指标 不报 偏差原因 不报 分值合计",
    ],
)
def test_what_holds_is_no_problem(lines: str) -> None:
    """A check of rows is about the row it stands after, or about any row after the total; one of the form, the form."""
    assert failures(f'示例 "例"\n  {lines}\n') == ()


@pytest.mark.parametrize(
    ("lines", "underlined", "message"),
    [
        (f"{LOW} 不报 偏差原因", "不报 偏差原因", "示例“例”应不报“偏差原因”，按规则报"),
        (f"{REASONED} 应报 偏差原因", "应报 偏差原因", "示例“例”应报“偏差原因”，按规则不报"),
        (f"{LOW} 不报 分值合计", "不报 分值合计", "示例“例”应不报“分值合计”，按规则报"),
        (f"{LOW}\n  {REASONED}\n  总分 0 不报 偏差原因", "不报 偏差原因", "示例“例”应不报“偏差原因”，按规则报"),
        (f"{REASONED}\n  总分 0 应报 偏差原因", "应报 偏差原因", "示例“例”应报“偏差原因”，按规则不报"),
    ],
)
def test_what_does_not_hold_is_a_problem_at_its_words(lines: str, underlined: str, message: str) -> None:
    """The message says what was expected and what the rules make of it."""
    (problem,) = failures(f'示例 "例"\n  {lines}\n')
    assert problem.span.text == underlined
    assert problem.message().zh == message


@pytest.mark.parametrize("verb", ["应报", "不报"])
def test_what_cannot_be_decided_is_neither_reported_nor_silent(verb: str) -> None:
    """A row whose award is a fault does not say whether it is below its points."""
    (problem,) = failures(f'示例 "例"\n  行 指标 年度指标值 100 实际完成值 "约50" 分值 10 {verb} 偏差原因\n')
    assert problem.message().zh.endswith("按规则不能判断")
    assert problem.message().en.endswith("by the rules it cannot be decided")


def problems(examples: str) -> tuple[Problem, ...]:
    return compile_policy(Source("small-1.rules", POLICY + examples), Shelf(shipped())).problems


@pytest.mark.parametrize(
    ("lines", "kind", "underlined"),
    [
        (f"{LOW} 应报 偏差说明", UnknownCheck, "偏差说明"),
        (f"{LOW}\n  总分 0 不报 合计", UnknownCheck, "合计"),
        ("行 资金 分值 10 不报 偏差原因", CheckOfOtherRows, "偏差原因"),
        ('表格 "../form.json" 总分 1', FormOutOfReach, "../form.json"),
        ('表格 "/etc/form.json" 总分 1', FormOutOfReach, "/etc/form.json"),
        ('表格 "a\\\\b.json" 总分 1', FormOutOfReach, "a\\b.json"),
    ],
)
def test_what_names_nothing_is_a_problem(lines: str, kind: type[Problem], underlined: str) -> None:
    """An unknown check, a check of other rows, and a path out of the folder are errors of the text."""
    (problem,) = problems(f'示例 "例"\n  {lines}\n')
    assert isinstance(problem, kind)
    assert underlined in (problem.span.text, getattr(problem, "path", ""))


def test_a_check_that_is_nearly_right_is_suggested() -> None:
    """The fix writes the name that was probably meant."""
    (problem,) = problems(f'示例 "例"\n  {LOW} 应报 偏差的原因\n')
    fix = problem.fix()
    assert fix is not None
    assert fix.replacement == "偏差原因"
