"""Forms that are scored together: places, averages, quotas; and what is missing is a fault that names its form."""

from __future__ import annotations

import pytest

from evalrules.meaning.derivation import Derivation
from evalrules.meaning.derive import derive_in, population_of, ranks_in
from evalrules.meaning.facts import facts_from_form
from evalrules.meaning.fault import Fault
from evalrules.testing.forms import form_from_cells
from tests.meaning.derive.frame import policy, shown

RULES = """
规则 甲 [表] 对 指标 得分 实际完成值
定义 基本分 [表] = 合计（得分）
定义 位次 [表] = 名次（基本分 对 各表）
定义 倒数 [表] = 升序名次（基本分 对 各表 中 地区 = 本表 地区）
定义 平均分 [表] = 平均（基本分 对 各表 中 基本分 > 0）
等级 总分
  优：≥ 90 [表]
  良：< 90
  不高于 良 当 个数（对 各表 中 总分 > 本表 总分） ≥ 50% × 个数（对 各表）
校验 低于平均 [表] 当 基本分 < 平均分 且 位次 > 1 且 倒数 > 0 提示 "{平均分}"
"""
FORMS = (("甲", "92"), ("甲", "95"), ("乙", "80"), ("甲", "95"))


def together(*forms: tuple[str, str], rules: str = RULES, unread: tuple[str, ...] = ()) -> tuple[Derivation, ...]:
    """What comes of forms of one row each, given by place and actual, scored together."""
    small = policy(rules)
    facts = []
    for at, (place, actual) in enumerate(forms):
        cells = {"points": "100", "actual": actual}
        form = form_from_cells("project", {"place": place}, {"indicators": (cells,)})
        facts.append(facts_from_form(form.__class__(f"表{at}", form.schema, form.header, form.records), small.schema))
    worlds = population_of(small, facts, unread)
    RANKS.clear()
    RANKS.extend(tuple(shown(place) for _, place in ranks_in(world)) for world in worlds)
    return tuple(derive_in(world) for world in worlds)


RANKS: list[tuple[str, ...]] = []
"""The ranks of the forms last scored together."""


def test_a_place_is_one_more_than_the_forms_before_it() -> None:
    """Equal values share a place; a condition makes groups."""
    together(*FORMS)
    assert RANKS == [("3", "1"), ("1", "2"), ("4", "1"), ("1", "2")]


def test_a_quota_lowers_the_grade_of_those_beyond_it() -> None:
    """As soon as half of the forms have more, a form is not among the best."""
    grades = [each.grade.grades for each in together(*FORMS) if each.grade]
    assert grades == [("良",), ("优",), ("良",), ("优",)]


def test_an_average_is_of_the_forms_in_scope() -> None:
    """A form below it is told so, with the average."""
    messages = [[each.message for each in derivation.checks if each.due] for derivation in together(*FORMS)]
    assert messages == [[], [], ["90.5"], []]


def test_one_form_alone_is_not_compared() -> None:
    """The rest of the form is scored; what needs the others says so."""
    from evalrules.pipeline import score

    form = form_from_cells("project", {}, {"indicators": ({"points": "100", "actual": "95"},)})
    derivation = score(policy(RULES), form)
    assert shown(derivation.rows[0].awarded) == "95"
    assert derivation.grade is not None
    assert derivation.grade.fault is not None
    assert derivation.grade.fault.kind.code == "needs-forms"


@pytest.mark.parametrize(
    ("forms", "unread", "code"),
    [((("甲", "92"), ("甲", "")), (), "form-failed"), ((("甲", "92"), ("甲", "95")), ("坏.json",), "forms-unread")],
)
def test_what_is_missing_is_named(forms: tuple[tuple[str, str], ...], unread: tuple[str, ...], code: str) -> None:
    """A form without the number, and a file that could not be read, leave every place unsettled."""
    first = together(*forms, unread=unread)[0]
    assert shown(first.rows[0].awarded) == "92"
    assert first.grade is not None
    assert isinstance(first.grade.fault, Fault)
    assert first.grade.fault.kind.code == code
    assert ("表1" if code == "form-failed" else "坏.json") in first.grade.fault.message("zh")


def test_a_place_that_bounds_leave_open_is_a_stretch() -> None:
    """A form of at least 90 may be before or behind one of 92."""
    together(("甲", "92"), ("甲", "≥90"), ("乙", "80"))
    assert [each[0] for each in RANKS] == ["1至2", "1至2", "3"]
