"""A set of examples is of a policy it names, holds nothing else, and may use a form that lies beside it."""

from __future__ import annotations

from pathlib import Path

import pytest

from evalrules.language.source import Source
from evalrules.library.shelf import Shelf, shipped
from evalrules.pipeline import compile_examples
from evalrules.workbench.cli import main
from evalrules.workbench.examples import failing_examples
from evalrules.workbench.loading import PolicyError, load_policy
from tests.study.fixture import FORM, POLICY, SET, set_in

ROW = '示例 "例" 行 指标 年度指标值 100 实际完成值 50 分值 10 应得 0 依 指标 应报 偏差原因\n'


def messages(folder: Path, examples: str) -> list[str]:
    """What is wrong with the examples of a set that lies in `folder`."""
    compiled = set_in(folder, examples)
    assert compiled.policy is not None, compiled.problems
    return [each.message().zh for each in failing_examples(compiled.policy, folder)]


def test_a_set_is_of_the_policy_it_names(tmp_path: Path) -> None:
    """Its examples take the place of the policy's own; all else is the policy's."""
    compiled = set_in(tmp_path, ROW)
    assert compiled.policy is not None
    assert compiled.policy.id == "small-1"
    assert [each.title for each in compiled.policy.examples] == ["例"]
    assert failing_examples(compiled.policy) == ()


@pytest.mark.parametrize(
    ("head", "more", "code"),
    [
        ("示例集 s\n  语言版本 1\n", "", "head-incomplete"),
        ("示例集 s\n  政策 small-1\n", "", "head-incomplete"),
        ("示例集 s\n  政策 small-2\n  语言版本 1\n", "", "unknown-policy"),
        (SET, "参数 线 = 1\n", "misplaced-declaration"),
        (SET, "政策 p-1\n  适用 project\n  语言版本 1\n", "second-head"),
        (SET, '示例 "例" 行 指标 得分率 1\n', "unknown-field"),
        (SET, '示例 "例" 行 指标 分值 1 应得 1 依 丙\n', "unknown-rule"),
        (SET, '示例 "例" 行 指标 分值 1 应报 丙\n', "unknown-check"),
        (SET, '示例 "例" 总分 1 等级 良\n', "unknown-grade"),
        (SET, '示例 "例" 行 指标 分值\n', "unexpected-word"),
    ],
)
def test_what_is_wrong_with_a_set_is_told(tmp_path: Path, head: str, more: str, code: str) -> None:
    """Its head, its policy, what its examples name, and whatever else it declares."""
    compiled = set_in(tmp_path, more, head)
    assert [each.code for each in compiled.problems] == [code]
    assert compiled.policy is None


def test_a_set_of_a_policy_with_errors_has_none(tmp_path: Path) -> None:
    """The policy is to be mended first."""
    set_in(tmp_path, ROW)
    (tmp_path / "small-1.rules").write_text(POLICY + "参数 线 = 丙\n", encoding="utf-8")
    compiled = compile_examples(Source("edges.rules", SET + ROW), Shelf((tmp_path, *shipped())))
    assert [each.code for each in compiled.problems] == ["amended-policy-broken"]


def test_a_form_in_a_file_is_scored(tmp_path: Path) -> None:
    """Rows point out rows of the form by what is printed on them."""
    held = '示例 "表" 表格 "form.json" 不报 分值合计 行 指标 三级指标 "乙" 应得 0 不报 偏差原因 总分 48.5\n'
    assert messages(tmp_path, held) == []
    wrong = '示例 "表" 表格 "form.json" 行 指标 三级指标 "甲" 应得 39 总分 48\n'
    assert messages(tmp_path, wrong) == [
        "示例“表”应得 39，按规则得 40 依 指标",
        "示例“表”应得 48，按规则得 48.5",
    ]


def test_a_row_that_the_form_does_not_have_is_told(tmp_path: Path) -> None:
    """It is not taken for a new row."""
    examples = '示例 "表" 表格 "form.json" 行 指标 三级指标 "丙" 应得 0\n'
    assert messages(tmp_path, examples) == ["示例“表”应有这样的行，按规则表格里没有"]


def test_a_form_that_cannot_be_had_is_told(tmp_path: Path) -> None:
    """It is not there, says nothing, or follows another schema."""
    (tmp_path / "broken.json").write_text("{", encoding="utf-8")
    (tmp_path / "other.json").write_text(FORM.replace('"project"', '"platform"'), encoding="utf-8")
    for name, reason in (("none.json", "没有这个文件"), ("broken.json", ""), ("other.json", "它的表式是 platform")):
        (message,) = messages(tmp_path, f'示例 "表" 表格 "{name}" 总分 1\n')
        assert message.startswith(f"示例的表格“{name}”不能用：")
        assert reason in message


def test_a_link_does_not_lead_out_of_the_folder(tmp_path: Path) -> None:
    """A path that stays inside by its words must stay inside on disk too."""
    inside, outside = tmp_path / "in", tmp_path / "out"
    inside.mkdir()
    outside.mkdir()
    (outside / "form.json").write_text(FORM, encoding="utf-8")
    (inside / "link").symlink_to(outside)
    (message,) = messages(inside, '示例 "表" 表格 "link/form.json" 总分 1\n')
    assert message == "示例的表格“link/form.json”不能用：它不在这个文件夹之内"


def test_the_library_lists_no_sets(tmp_path: Path) -> None:
    """A set is no policy: it is not listed, not found by its name, and scores nothing."""
    set_in(tmp_path, ROW)
    (tmp_path / "edges.rules").write_text(SET + ROW, encoding="utf-8")
    assert Shelf((tmp_path,)).policy_ids() == ("small-1",)
    with pytest.raises(PolicyError, match="没有名为“small-1-edges”的政策"):
        load_policy("small-1-edges", (tmp_path,))
    with pytest.raises(PolicyError, match="只有示例，不是政策"):
        load_policy(tmp_path / "edges.rules")


def test_check_checks_a_set(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Alone or with its folder; an example that does not hold is an error."""
    set_in(tmp_path, ROW)
    edges = tmp_path / "edges.rules"
    edges.write_text(SET + ROW, encoding="utf-8")
    assert main(["check", str(edges)]) == 0
    assert main(["check", str(tmp_path)]) == 0
    assert "1 个示例都成立" in capsys.readouterr().out
    edges.write_text(SET + ROW.replace("应得 0", "应得 1"), encoding="utf-8")
    assert main(["check", str(edges)]) == 1
    assert "example-fails" in capsys.readouterr().err
