"""`evalrules explain`: its options, and what goes to which channel."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest

from evalrules.workbench.cli import main
from tests.workbench.conftest import EXAMPLE, Run, form_text, policy_text, put, python

NOTICE = "政策：yanchi-2022（盐池县本级部门项目支出绩效自评）——按地区 宁夏/吴忠/盐池、表式 project、年度 2022 选定\n"


def test_the_result_and_the_notice_go_to_different_channels(run: Run) -> None:
    """Standard output has the explanation alone; which policy was chosen, and why, is beside it."""
    ran = run("explain", EXAMPLE)
    assert ran.status == 0
    assert ran.err == NOTICE
    assert "总分按规则 99.50" in ran.out
    assert "选定" not in ran.out


def test_a_policy_that_is_named_is_not_announced(run: Run) -> None:
    ran = run("explain", EXAMPLE, "--policy", "yanchi-2022")
    assert (ran.status, ran.err) == (0, "")


@pytest.mark.parametrize(
    ("medium", "beginning", "words"),
    [
        ("text", "盐池县本级部门项目支出绩效自评", "群众满意度"),
        ("json", "{", '"awarded": "9.50"'),
        ("markdown", "# 盐池县本级部门项目支出绩效自评", "群众满意度"),
        ("html", "<!doctype html>", "群众满意度"),
    ],
)
def test_each_medium_is_printed(run: Run, medium: str, beginning: str, words: str) -> None:
    ran = run("explain", EXAMPLE, "--format", medium)
    assert ran.status == 0
    assert ran.out.lower().startswith(beginning)
    assert words in ran.out


def test_each_language_is_spoken(run: Run) -> None:
    assert "按规则 9.50" in run("explain", EXAMPLE, "--row", "群众满意度").out
    english = run("explain", EXAMPLE, "--row", "群众满意度", "--lang", "en")
    assert "by rule 9.50" in english.out
    assert english.err.startswith("policy: yanchi-2022 (")


def test_one_row_can_be_explained(run: Run) -> None:
    """By its name, by a part of it that no other has, or by its path."""
    whole = run("explain", EXAMPLE, "--row", "群众满意度").out
    assert "群众满意度" in whole
    assert "维护微信公众号数量" not in whole
    for name in ("满意度指标/服务对象满意度指标/群众满意度", "群众满意"):
        assert run("explain", EXAMPLE, "--row", name).out == whole


def test_more_detail_says_more(run: Run) -> None:
    brief, full = (run("explain", EXAMPLE, "--detail", detail).out for detail in ("brief", "full"))
    assert len(full) > len(brief)


def test_a_form_can_come_through_a_pipe(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """`-` is standard input, in JSON unless another format is named."""
    from_file = json.loads(run("explain", EXAMPLE, "--format", "json").out)
    for suffix, option in (("json", ()), ("zh.yaml", ("--input-format", "yaml")), ("toml", ("--input-format", "toml"))):
        data = EXAMPLE.with_name(f"form.{suffix}").read_bytes()
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
        ran = run("explain", "-", *option, "--format", "json")
        assert ran.status == 0
        assert json.loads(ran.out)["total"]["awarded"] == from_file["total"]["awarded"]
        assert json.loads(ran.out)["form"] == "stdin"


def test_a_process_without_input_gives_an_empty_form(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    ran = run("explain", "-")
    assert (ran.status, ran.out) == (1, "")
    assert ran.err.startswith("错误 empty-form：文件是空的\n     stdin\n")


def test_a_policy_file_is_named_by_its_path(run: Run, library: Path, tmp_path: Path) -> None:
    """The folder of the file is its library: the schema that lies beside it is found, with no option."""
    put(tmp_path / "form.json", form_text())
    put(tmp_path / "own" / "p.rules", policy_text("p"))
    (library / "schemas" / "grant.rules").rename(tmp_path / "own" / "grant.rules")
    ran = run("explain", "form.json", "--policy", "own/p.rules", "--format", "json")
    assert (ran.status, ran.err) == (0, "")
    assert json.loads(ran.out)["total"]["awarded"] == "7.50"


def test_a_file_s_folder_is_searched_but_not_what_lies_below(run: Run, library: Path, tmp_path: Path) -> None:
    """A file may lie in somebody's home: its neighbours are near enough."""
    put(tmp_path / "form.json", form_text())
    put(tmp_path / "p.rules", policy_text("p"))
    ran = run("explain", "form.json", "--policy", "p.rules")
    assert ran.status == 1
    assert "unknown-schema" in ran.err
    assert run("explain", "form.json", "--policy", "p.rules", "--library", library).status == 0


def test_warnings_of_a_policy_are_for_its_author(run: Run, library: Path, tmp_path: Path) -> None:
    """Who scores a form is not told, neither the first time nor once the policy is kept."""
    put(tmp_path / "form.json", form_text())
    put(library / "p.rules", policy_text("p") + "\n参数 没有用到 = 1 [注 1]\n")
    assert "unused-name" in run("check", library / "p.rules", "--library", library).err
    for _ in range(2):
        ran = run("explain", "form.json", "--policy", library / "p.rules", "--library", library)
        assert (ran.status, ran.err) == (0, "")


def test_a_form_with_errors_is_scored_and_told(run: Run, tmp_path: Path) -> None:
    """The explanation is printed, the fault is told beside it, the exit status says that there is one."""
    spoilt = EXAMPLE.read_text(encoding="utf-8").replace('"95%"', '"不少"')
    ran = run("explain", put(tmp_path / "form.json", spoilt), "--policy", "yanchi-2022")
    assert ran.status == 1
    assert "未能计分" in ran.out or "群众满意度" in ran.out
    assert ran.err.startswith("错误 not-a-number：")


def test_a_check_that_the_policy_calls_an_error_is_one(run: Run, tmp_path: Path) -> None:
    """A warning is no error: the exit status is 0 for the one, 1 for the other."""
    assert run("explain", EXAMPLE).status == 0  # 目标不可计算 is a warning there
    spoilt = EXAMPLE.read_text(encoding="utf-8").replace('"points": "15"', '"points": "16"')
    ran = run("explain", put(tmp_path / "form.json", spoilt), "--policy", "yanchi-2022")
    assert ran.status == 1
    assert ran.err.startswith("错误 分值合计：各行分值之和是 102，不是 100\n")


def test_an_error_of_a_row_names_the_row(run: Run, library: Path, tmp_path: Path) -> None:
    """Beside its address, as a fault does; in both languages."""
    rules = policy_text("p") + '\n校验 有分值 [注 1]\n  对 指标\n  要求 分值 > 1000\n  否则 错误 "分值太小"\n'
    policy = put(library / "p.rules", rules)
    for lang in ("zh", "en"):
        ran = run(
            "explain",
            put(tmp_path / "form.json", form_text()),
            "--policy",
            policy,
            "--library",
            library,
            "--lang",
            lang,
        )
        assert ran.status == 1
        assert "indicators[0]  一\n" in ran.err


def test_nothing_is_loaded_that_is_not_needed() -> None:
    """Neither parser nor tables are loaded for JSON once the policy is kept; and nothing at all by import."""
    program = (
        "import sys\n"
        "import evalrules\n"
        "heavy = {'lark', 'tabulate', 'attr', 'attrs', 'hypothesis', 'yaml', 'json'}\n"
        "assert not heavy & set(sys.modules) - before, heavy & set(sys.modules) - before\n"
        "from evalrules.workbench.cli import main\n"
        "status = main(['explain', sys.argv[1], '--format', 'json'])\n"
        "heavy = {'lark', 'tabulate', 'hypothesis', 'yaml', 'evalrules.language.check', 'evalrules.meaning.contrast'}\n"
        "assert not heavy & set(sys.modules), heavy & set(sys.modules)\n"
        "sys.exit(status)\n"
    )
    assert main(["explain", str(EXAMPLE)]) == 0
    done = python("import sys\nbefore = set(sys.modules)\n" + program, EXAMPLE)
    assert done == ""
