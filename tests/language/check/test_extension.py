"""A form that extends another has its parts and fields, and says only what differs."""

from __future__ import annotations

import pytest
from attrs import evolve

from evalrules.language.check import check_schema
from evalrules.language.policy.schema import Record, Role, Schema
from evalrules.language.source import Source
from evalrules.language.syntax.parse import parse
from tests.language.check.frame import LIBRARY, policy_of

HEAD = "表式 grant\n  扩充 project\n  语言版本 1\n"
BASE = """\
表式 small
  语言版本 1
多行 指标 indicators
  名称 name 文字 标识
  分值 points 分数 满分 又名 "权重"
"""
FORMS = evolve(
    LIBRARY,
    schemas={
        **LIBRARY.schemas,
        "small": BASE,
        "broken": "表式 broken\n  语言版本 1\n多行 甲 a\n  乙 b 分数 标识\n",
        "astray": "表式 astray\n  扩充 nowhere\n  语言版本 1\n",
        "one": "表式 one\n  扩充 two\n  语言版本 1\n",
        "two": "表式 two\n  扩充 one\n  语言版本 1\n",
    },
)


def form(text: str) -> Schema:
    parsed = parse(Source("grant.rules", text))
    checked = check_schema(parsed.document, FORMS)
    assert (parsed.problems, checked.problems) == ((), ())
    assert checked.schema is not None
    return checked.schema


def part(schema: Schema, name: str) -> Record:
    record = schema.record_named(name)
    assert record is not None
    return record


def problems(text: str) -> list[tuple[str, str]]:
    """The code of each problem, and the words that it underlines."""
    parsed = parse(Source("grant.rules", text))
    found = (*parsed.problems, *check_schema(parsed.document, FORMS).problems)
    return [(each.code, each.span.text) for each in found]


def test_a_form_that_adds_nothing_has_the_parts_of_the_other() -> None:
    project = form(FORMS.schemas["project"])
    extended = form(HEAD)
    assert extended.records == project.records
    assert (extended.name, extended.title_zh) == ("grant", "grant")
    assert [each.name for each in extended.bases] == ["project.rules"]


def test_new_fields_and_parts_follow_those_that_are_there() -> None:
    extended = form(
        "表式 grant\n  扩充 small\n  语言版本 1\n多行 附件 files\n  文件 file 文字\n"
        "多行 指标 indicators\n  权重系数 factor 数\n"
    )
    assert [each.en for each in extended.records] == ["indicators", "files"]
    assert [each.en for each in part(extended, "指标").fields] == ["name", "points", "factor"]


def test_a_field_has_further_names() -> None:
    """The names it had remain; so a policy written for the form below still finds it."""
    indicators = part(form(HEAD + '多行 指标 indicators\n  分值 又名 "实际权重", "核定权重"\n'), "指标")
    field = indicators.field_named("核定权重")
    assert field is not None
    assert (field.zh, field.also, field.roles) == ("分值", ("权重", "实际权重", "核定权重"), (Role.MAXIMUM,))


def test_a_field_is_renamed() -> None:
    """It goes by the new name, and still by the old one; an alternative name can become the name."""
    text = "表式 grant\n  扩充 small\n  语言版本 1\n多行 指标 indicators\n  points 改称 权重\n"
    field = part(form(text), "指标").field_named("分值")
    assert field is not None
    assert (field.zh, field.en, field.also) == ("权重", "points", ("分值",))


def test_forms_extend_forms_that_extend_forms() -> None:
    middle = "表式 middle\n  扩充 small\n  语言版本 1\n多行 指标 indicators\n  甲 a 文字\n"
    library = evolve(FORMS, schemas={**FORMS.schemas, "middle": middle})
    top = "表式 top\n  扩充 middle\n  语言版本 1\n多行 指标 indicators\n  甲 改称 乙\n  丙 c 数\n"
    schema = check_schema(parse(Source("top.rules", top)).document, library).schema
    assert schema is not None
    assert [each.zh for each in part(schema, "指标").fields] == ["名称", "分值", "乙", "丙"]
    assert [each.name for each in schema.bases] == ["small.rules", "middle.rules"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("多行 指标 indicators\n  分值 score 分数\n", [("field-redeclared", "分值")]),
        ("多行 指标 indicators\n  得数 权重 分数\n", [("field-redeclared", "得数")]),
        ("多行 指标 indicators\n  自评 mine 分数 自评\n", [("duplicate-name", "自评")]),
        ('多行 指标 indicators\n  分值 又名 "自评得分"\n', [("duplicate-name", "自评得分")]),
        ("多行 指标 indicators\n  分数 改称 权重\n", [("unknown-field", "分数")]),
        ("多行 附件 files\n  文件 file 文字\n  分值 改称 权重\n", [("nothing-to-extend", "分值")]),
        ("单项 指标 indicators\n  甲 a 数\n", [("part-differs", "指标")]),
        ("多行 甲 indicators\n  乙 b 数\n", [("part-differs", "甲")]),
    ],
)
def test_what_the_form_below_has_is_not_said_again(text: str, found: list[tuple[str, str]]) -> None:
    assert [each[0] for each in problems(HEAD + text)] == [each[0] for each in found]
    assert problems(HEAD + text)[0][1] in (found[0][1], text.split("\n")[1].strip())


def test_a_part_is_extended_once_in_a_file() -> None:
    twice = "多行 指标 indicators\n  甲 a 数\n多行 指标 indicators\n  乙 b 数\n"
    assert problems(HEAD + twice) == [("duplicate-name", "指标"), ("duplicate-name", "indicators")]


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("grant", "cyclic-extension"),
        ("one", "cyclic-extension"),
        ("broken", "amended-policy-broken"),
        ("astray", "amended-policy-broken"),
        ("nowhere", "unknown-schema"),
    ],
)
def test_a_form_below_that_cannot_be_had_is_a_problem_where_it_is_named(name: str, code: str) -> None:
    assert problems(f"表式 grant\n  扩充 {name}\n  语言版本 1\n") == [(code, name)]


def test_a_policy_rests_on_all_texts_of_its_form() -> None:
    """So that its fingerprint changes with any of them."""
    library = evolve(FORMS, schemas={**FORMS.schemas, "grant": HEAD})
    text = "政策 p-1\n  适用 grant\n  语言版本 1\n依据 注 官方 “注”\n"
    assert [each.name for each in policy_of(text, library).texts] == ["project.rules", "grant.rules", "p-1.rules"]


def test_a_policy_extends_nothing_and_a_form_amends_nothing() -> None:
    assert problems("表式 grant\n  修订 project\n  语言版本 1\n") == [("misplaced-declaration", "修订 project")]


def test_a_field_may_be_called_like_a_role() -> None:
    """Behind a field that could take the role, its own name and type tell that a field begins."""
    fields = "  评分依据 basis 文字\n  档次 tier 文字 档次\n  自评 mine 分数 自评\n  说明 note 文字 说明\n"
    schema = form(f"表式 grant\n  语言版本 1\n多行 指标 indicators\n{fields}  满分 top 分数 满分\n  日期 date 日期\n")
    found = [(each.zh, [role.value for role in each.roles]) for each in part(schema, "指标").fields]
    assert found == [
        ("评分依据", []), ("档次", ["TIER"]), ("自评", ["CLAIMED"]),
        ("说明", ["REASON"]), ("满分", ["MAXIMUM"]), ("日期", []),
    ]  # fmt: skip
