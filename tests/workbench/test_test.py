"""`evalrules test` runs the examples it is pointed at, tells where they part, and what they do not reach."""

from __future__ import annotations

import json
from pathlib import Path
from xml.etree import ElementTree as Xml

import pytest

from evalrules.workbench.cli import main
from tests.study.fixture import FORM, POLICY, SET

GOOD = '示例 "一半"\n  行 指标 年度指标值 100 实际完成值 50 分值 10 应得 0 应报 偏差原因\n'
BAD = '示例 "一半"\n  行 指标 年度指标值 100 实际完成值 50 分值 10 应得 5 不报 偏差原因\n'


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a policy, a form, and below it a set of examples."""
    (tmp_path / "small-1.rules").write_text(POLICY + GOOD, encoding="utf-8")
    below = tmp_path / "below"
    below.mkdir()
    (below / "form.json").write_text(FORM, encoding="utf-8")
    held = '示例 "表" 表格 "form.json" 总分 48.5\n'
    (below / "edges.rules").write_text(SET + held, encoding="utf-8")
    return tmp_path


def test_a_folder_is_tested_with_all_below(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A set finds its policy in the folder that is tested, its form beside itself."""
    assert main(["test", str(folder)]) == 0
    shown = capsys.readouterr().out
    assert f"{folder}/small-1.rules：1 个示例" in shown
    assert f"{folder}/below/edges.rules：1 个示例" in shown
    assert shown.count("全部成立。") == 2
    assert shown.count("政策 small-1：示例到达") == 1


def test_without_a_path_the_current_folder_is_tested(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """As in a build that says nothing but `evalrules test`."""
    monkeypatch.chdir(folder)
    assert main(["test"]) == 0
    assert "small-1.rules：1 个示例" in capsys.readouterr().out


def test_an_example_that_does_not_hold_is_told_with_its_parting(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What was expected, what was derived, where they part, the worked lines."""
    (folder / "small-1.rules").write_text(POLICY + BAD, encoding="utf-8")
    assert main(["test", str(folder / "small-1.rules")]) == 1
    shown = capsys.readouterr().out
    assert "应得 5，按规则得 0 依 指标" in shown
    assert "从这里分开：得分本身就不同" in shown
    assert "应不报“偏差原因”，按规则报" in shown
    assert "从这里分开：校验“偏差原因”：偏差原因 未填" in shown
    assert "实际完成值 ÷ 年度指标值 = 50 ÷ 100" in shown
    assert main(["test", str(folder / "small-1.rules"), "--lang", "en"]) == 1
    assert "expects 5; by the rules it is 0 under 指标" in capsys.readouterr().out


@pytest.mark.parametrize(("least", "status"), [("0", 0), ("10", 0), ("99.9%", 1), ("100", 1)])
def test_too_little_coverage_fails(folder: Path, least: str, status: int, capsys: pytest.CaptureFixture[str]) -> None:
    """`--min` is the least percentage of each policy; what falls short is told on standard error."""
    assert main(["test", str(folder), "--min", least]) == status
    assert ("示例只到达" in capsys.readouterr().err) is bool(status)


@pytest.mark.parametrize(
    "arguments", [["--min", "101"], ["--min", "很多"], ["--min", "1/0"], ["--format", "xml"], ["-x"]]
)
def test_wrong_usage_is_told(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """With exit status 2 and how it is used."""
    assert main(["test", *arguments]) == 2
    assert "usage" in capsys.readouterr().err


def test_what_cannot_be_tested_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """An empty folder, a file that is not there, a policy with errors: status 1, and the others are still tested."""
    empty = tmp_path / "empty"
    empty.mkdir()
    assert main(["test", str(empty)]) == 1
    assert "没有政策，也没有示例集" in capsys.readouterr().err
    assert main(["test", str(tmp_path / "none.rules")]) == 1
    assert "没有这个文件" in capsys.readouterr().err
    (tmp_path / "small-1.rules").write_text(POLICY + GOOD, encoding="utf-8")
    (tmp_path / "broken.rules").write_text(POLICY.replace("small-1", "broken-1") + "参数 线 = 丙\n", encoding="utf-8")
    assert main(["test", str(tmp_path)]) == 1
    shown = capsys.readouterr()
    assert "unknown-name" in shown.err
    assert "small-1.rules：1 个示例" in shown.out


def test_a_form_that_cannot_be_had_fails(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The example that names it is told, and is no success."""
    (folder / "below" / "form.json").unlink()
    assert main(["test", str(folder)]) == 1
    assert "表格“form.json”不能用" in capsys.readouterr().out


def test_json_says_the_same(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Files with their examples, policies with what is reached of each part and what is not."""
    (folder / "small-1.rules").write_text(POLICY + BAD, encoding="utf-8")
    assert main(["test", str(folder), "--format", "json", "--lang", "en"]) == 1
    data = json.loads(capsys.readouterr().out)
    held = {each["file"].rsplit("/", 1)[-1]: [one["holds"] for one in each["examples"]] for each in data["files"]}
    assert held == {"edges.rules": [True], "small-1.rules": [False]}
    (failing,) = (each for each in data["files"] if each["file"].endswith("small-1.rules"))
    assert failing["examples"][0]["disagreements"][0] == {
        "line": 29,
        "expected": "expects 5",
        "derived": "it is 0 under 指标",
    }
    (policy,) = data["policies"]
    assert policy["policy"] == "small-1"
    assert policy["reached"] + len(policy["missing"]) == policy["goals"]
    assert sum(each["goals"] for each in policy["parts"].values()) == policy["goals"]


def test_junit_has_a_suite_a_file_and_a_case_an_example(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The counts are those of the cases; a failure says what was expected; what was not read is an error."""
    (folder / "small-1.rules").write_text(POLICY + BAD + GOOD, encoding="utf-8")
    (folder / "below" / "form.json").unlink()
    report = folder / "report.xml"
    assert main(["test", str(folder), "--junit", str(report)]) == 1
    capsys.readouterr()
    root = Xml.fromstring(report.read_text(encoding="utf-8"))
    assert root.tag == "testsuites"
    assert {child.tag for child in root} == {"testsuite"}
    assert {child.tag for suite in root for child in suite} == {"testcase"}
    for counted in (root, *root):
        cases = list(counted.iter("testcase"))
        assert int(counted.attrib["tests"]) == len(cases)
        assert int(counted.attrib["failures"]) == sum(case.find("failure") is not None for case in cases)
        assert int(counted.attrib["errors"]) == sum(case.find("error") is not None for case in cases)
    assert (root.attrib["tests"], root.attrib["failures"], root.attrib["errors"]) == ("3", "1", "1")
    for case in root.iter("testcase"):
        assert case.attrib["name"]
        assert case.attrib["classname"] == "small-1"
    failure = next(root.iter("failure"))
    assert failure.attrib["message"] == "得 5; 得 0 依 指标"


def test_a_report_that_cannot_be_written_is_told(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The examples are run all the same, and the status is 1."""
    assert main(["test", str(folder), "--junit", str(folder / "none" / "report.xml")]) == 1
    shown = capsys.readouterr()
    assert "全部成立" in shown.out
    assert "写不了" in shown.err


def test_what_is_printed_to_paste_can_be_pasted(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The examples at the end, appended to the policy, all hold and reach more."""
    policy = folder / "small-1.rules"
    assert main(["test", str(policy), "--format", "json"]) == 0
    before = json.loads(capsys.readouterr().out)["policies"][0]["reached"]
    assert main(["test", str(policy)]) == 0
    shown = capsys.readouterr().out
    policy.write_text(POLICY + GOOD + shown[shown.index("# 以下示例") :], encoding="utf-8")
    assert main(["test", str(policy), "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["policies"][0]["reached"] > before
