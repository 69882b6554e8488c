"""Drafts of policies: for every shipped form, over every shipped policy, they pass their check."""

from __future__ import annotations

import pytest

from evalrules.language.check import check_schema
from evalrules.language.policy.policy import CheckedPolicy
from evalrules.language.policy.schema import Schema
from evalrules.language.source import Source
from evalrules.language.syntax.parse import parse
from evalrules.library.shelf import Shelf, shipped
from evalrules.meaning.examples import disagreements
from evalrules.pipeline import compile_policy
from evalrules.study.difference import differences
from evalrules.views.draft import Beginning, amending_draft, fresh_draft
from evalrules.views.draft.beginning import OFF, switched_on
from evalrules.views.page import Lang

SHELF = Shelf(shipped())
LANGS: tuple[Lang, ...] = ("zh", "en")

every_language = pytest.mark.parametrize("lang", LANGS)
every_policy = pytest.mark.parametrize("name", SHELF.policy_ids())


def beginning(lang: Lang) -> Beginning:
    return Beginning("draft-2024", "甘肃/定西", "2024", lang)


def schema(name: str) -> Schema:
    source = SHELF.schema_source(name)
    assert source is not None
    found = check_schema(parse(source).document, SHELF).schema
    assert found is not None
    return found


def sound(text: str) -> CheckedPolicy:
    """The policy of a draft, which has no problem of any weight, and whose examples hold."""
    compiled = compile_policy(Source("draft-2024.rules", text), SHELF)
    assert [(each.code, each.message().en) for each in compiled.problems] == []
    assert compiled.policy is not None
    assert compiled.policy.examples
    assert disagreements(compiled.policy) == ()
    return compiled.policy


@every_language
@pytest.mark.parametrize("name", SHELF.schema_names())
def test_a_fresh_policy_passes_its_check(name: str, lang: Lang) -> None:
    """No error and no warning, whatever the form; its example holds; its head says what it was asked to."""
    policy = sound(fresh_draft(schema(name), beginning(lang)))
    assert (policy.id, policy.place, policy.year) == ("draft-2024", "甘肃/定西", "2024")
    scored = {each.en for each in policy.schema.records if each.kind.value == "LIST" and each.field_named("points")}
    assert {each.scope.record for each in policy.rules} == scored


@every_language
@every_policy
def test_an_amending_policy_changes_nothing_yet(name: str, lang: Lang) -> None:
    """It passes its check and has an example; but for its head and examples it says what it amends."""
    amended = compile_policy(SHELF.policy_source(name) or Source("", ""), SHELF).policy
    assert amended is not None
    policy = sound(amending_draft(amended, beginning(lang)))
    heads = {"id", "title", "place", "year", "layers", "examples"}
    assert {each.section for each in differences(amended, policy)} <= heads


@every_language
@every_policy
def test_each_way_of_amending_that_is_shown_can_be_put_in_force(name: str, lang: Lang) -> None:
    """Without the marks, all that a draft shows passes the check too: the names in it are real."""
    amended = compile_policy(SHELF.policy_source(name) or Source("", ""), SHELF).policy
    assert amended is not None
    draft = amending_draft(amended, beginning(lang))
    assert OFF in draft
    policy = sound(switched_on(draft))
    assert {"checks", "sources"} <= {each.section for each in differences(amended, policy)}


def test_a_draft_is_commented_in_its_language() -> None:
    zh, en = (fresh_draft(schema("project"), beginning(lang)) for lang in LANGS)
    assert "依据：办法、通知、表下的注" in zh
    assert "Sources: regulations" in en
    assert not [line for line in en.split("\n") if line.startswith("#") and "表格" in line]


def test_the_sections_stand_in_the_usual_order() -> None:
    text = fresh_draft(schema("project"), beginning("zh"))
    words = ("政策 ", "依据 ", "解读 ", "参数 ", "分类 ", "规则 ", "每行", "总分 ", "小计 ", "等级 ", "校验 ", "示例 ")
    places = [text.index("\n" + word) for word in words]
    assert places == sorted(places)
