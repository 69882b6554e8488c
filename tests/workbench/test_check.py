"""`evalrules check`: problems beside, a line for each file as the result."""

from __future__ import annotations

from pathlib import Path

from tests.workbench.conftest import Run, amendment_text, policy_text, put

EXAMPLES = """
示例 "不足"
  行 指标  年度指标值 4  实际完成值 3  分值 10  应得 7.5

示例 "超过"
  行 指标  年度指标值 4  实际完成值 5  分值 10  应得 10
"""


def test_a_sound_policy_is_said_to_be_so(run: Run) -> None:
    """By id or by path; how many examples were tried is said too."""
    ran = run("check", "yanchi-2022")
    assert (ran.status, ran.out, ran.err) == (0, "yanchi-2022：没有问题，12 个示例都成立\n", "")
    assert run("check", "yanchi-2022", "--lang", "en").out == "yanchi-2022: no problems, all 12 examples hold\n"


def test_a_schema_is_checked_as_one(run: Run, library: Path) -> None:
    ran = run("check", library / "schemas" / "grant.rules", "project")
    assert (ran.status, ran.err) == (0, "")
    assert ran.out.count("：没有问题\n") == 2


def test_each_file_has_a_line_of_its_own(run: Run, library: Path, tmp_path: Path) -> None:
    """One bad file does not keep the others from being checked; the status is that of the worst."""
    put(tmp_path / "bad.rules", "规泽 甲\n")
    put(library / "p.rules", policy_text("p") + EXAMPLES)
    ran = run("check", "bad.rules", "nosuch.rules", library / "p.rules", "--library", library)
    assert ran.status == 1
    assert ran.out.splitlines() == [
        "bad.rules：2 个错误，0 个警告或提示",
        f"{library / 'p.rules'}：没有问题，2 个示例都成立",
    ]
    assert "stray-text" in ran.err
    assert "打不开 nosuch.rules：没有这个文件" in ran.err


def test_a_folder_is_checked_with_all_below(run: Run, library: Path) -> None:
    """The folder is a library to its own files, so that they find each other wherever they lie."""
    put(library / "a" / "base.rules", policy_text("base"))
    put(library / "b" / "c" / "county.rules", amendment_text("county", "base", '地区 "甲"'))
    put(library / "notes.txt", "规泽")
    ran = run("check", library)
    assert (ran.status, ran.err) == (0, "")
    assert ran.out.splitlines() == [
        f"{library / path}：没有问题" for path in ("a/base.rules", "b/c/county.rules", "schemas/grant.rules")
    ]


def test_a_failing_example_is_an_error(run: Run, library: Path) -> None:
    """The policy passes its check, and its own author says that it is wrong."""
    put(library / "p.rules", policy_text("p") + EXAMPLES.replace("应得 7.5", "应得 8"))
    ran = run("check", library / "p.rules", "--library", library)
    assert ran.status == 1
    assert "example-fails：示例“不足”应得 8，按规则得 7.5 依 指标得分" in ran.err
    assert ran.out.endswith("p.rules：1 个错误，0 个警告或提示\n")


def test_warnings_are_told_and_are_no_errors(run: Run, library: Path) -> None:
    put(library / "p.rules", policy_text("p") + "\n参数 没有用到 = 1 [注 1]\n")
    ran = run("check", library / "p.rules", "--library", library)
    assert ran.status == 0
    assert "警告 W0216 unused-name" in ran.err
    assert ran.out.endswith("p.rules：1 个警告或提示\n")


def test_a_change_is_seen_at_once(run: Run, library: Path) -> None:
    """What was compiled before is not asked: checking is about the text."""
    path = put(library / "p.rules", policy_text("p"))
    assert run("check", path, "--library", library).status == 0
    put(path, policy_text("p").replace("实际完成值 ÷", "实际 ÷"))
    assert run("check", path, "--library", library).status == 1


def test_every_shipped_policy_passes(run: Run) -> None:
    """The library holds nothing that could not be used."""
    shipped = Path(__file__).parents[2] / "policies"
    ran = run("check", shipped)
    assert ran.status == 0, ran.err
    assert len(ran.out.splitlines()) == len(list(shipped.rglob("*.rules")))
