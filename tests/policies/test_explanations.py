"""Whole forms, scored by the policies of the library: the explanation is as it was read and approved."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest

import evalrules

HERE = Path(__file__).parent
FORMS = sorted((HERE / "forms").glob("*.json"))

every_form = pytest.mark.parametrize("path", FORMS, ids=lambda path: path.stem)


@every_form
def test_a_form_is_explained(path: Path, rewrite: bool) -> None:
    """A form called after a policy is scored by it; what is said of it stands in a file of the same name."""
    explained = evalrules.load(path.stem).evaluate(evalrules.read_form(path)).explain()
    expected = HERE / "expected" / f"{path.stem}.txt"
    if rewrite:
        expected.write_text(explained, encoding="utf-8")
    assert explained == expected.read_text(encoding="utf-8")


@every_form
def test_a_form_is_read_whole(path: Path) -> None:
    """No field or part of these forms is unknown to the policy's schema."""
    assert evalrules.load(path.stem).evaluate(evalrules.read_form(path)).problems == ()


def awarded(name: str) -> dict[str, Fraction | None]:
    """What the policy `name` awards to the rows of its form, by their names."""
    form = evalrules.read_form(HERE / "forms" / f"{name}.json")
    return {row.name: row.awarded for row in evalrules.load(name).evaluate(form).rows}


def test_the_platform_falls_linearly_where_others_divide() -> None:
    """A ceiling of 10 and an actual of 12 earn 8.00 of 10, not the 8.33 that the form claims."""
    assert awarded("platform-common")["返工次数"] == 8


def test_guangxi_deducts_after_the_rule_and_frees_a_deducted_judgement() -> None:
    """27.00 less 1; a judgement of 18, above its tier, stands because a deduction was entered."""
    rows = awarded("guangxi-platform")
    assert rows["购置图书"] == 26
    assert rows["阅读环境"] == 18


def test_yueyang_counts_whole_percentage_points() -> None:
    """103.4% of the posts loses three half points, 102.5% of the hospitality budget two points."""
    rows = awarded("yueyang-department")
    assert rows["财政供养人员控制率"] == Fraction(7, 2)
    assert rows["三公经费控制率"] == 4
    assert rows["预算调整率"] == 1
    assert rows["资金使用合规性"] == 0
