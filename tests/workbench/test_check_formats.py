"""`evalrules check --format json|sarif`: what was found, for other programs."""

from __future__ import annotations

import json
from pathlib import Path

from evalrules.language.problems import Phrase
from evalrules.language.source import Source
from evalrules.language.syntax.parse import parse
from evalrules.views.problem_data import Report, Unread, report_data
from evalrules.views.sarif import sarif_data
from tests.workbench.conftest import Run, policy_text, put

WIDE = "参数 甲 = 1\n  # 𠮷\n𠮷规泽 甲\n"


def test_json_says_what_text_says(run: Run, library: Path) -> None:
    """Each problem with its place, in both languages, and the change that may be made."""
    path = put(library / "p.rules", policy_text("p").replace("实际完成值 ÷", "实际完成 ÷"))
    ran = run("check", path, "--library", library, "--format", "json")
    assert (ran.status, ran.err) == (1, "")
    data = json.loads(ran.out)
    assert (data["version"], data["errors"]) == (1, 1)
    (file,) = data["files"]
    assert (file["file"], file["unread"]) == (str(path), None)
    (problem,) = file["problems"]
    assert (problem["code"], problem["number"], problem["severity"]) == ("unknown-name", "E0201", "error")
    assert problem["text"] == "实际完成"
    assert problem["place"]["file"] == str(path)
    text = path.read_text(encoding="utf-8")
    start, end = problem["place"]["start"], problem["place"]["end"]
    assert text[start["offset"] : end["offset"]] == "实际完成"
    assert text.splitlines()[start["line"] - 1][start["column"] - 1 :].startswith("实际完成")
    assert problem["fix"] == {"place": problem["place"], "replacement": "实际完成值"}
    for words in (problem["message"], problem["help"], problem["title"]):
        assert set(words) == {"zh", "en"}


def test_a_sound_file_is_listed_too(run: Run, library: Path) -> None:
    path = put(library / "p.rules", policy_text("p"))
    ran = run("check", path, "--library", library, "--format", "json")
    assert ran.status == 0
    assert [each["problems"] for each in json.loads(ran.out)["files"]] == [[]]


def test_a_file_that_is_not_there_is_told_in_the_document(run: Run) -> None:
    ran = run("check", "nosuch.rules", "--format", "json")
    assert (ran.status, ran.err) == (1, "")
    data = json.loads(ran.out)
    assert data["errors"] == 1
    assert data["files"][0]["unread"]["code"] == "cannot-open"


def test_columns_are_counted_in_characters_and_in_utf16() -> None:
    """A character outside the basic plane is one character and two units."""
    source = Source("w.rules", WIDE)
    report = Report("w.rules", source, parse(source).problems, 0)
    files = json.loads(json.dumps(report_data([report])))["files"]
    end = files[0]["problems"][0]["place"]["end"]
    assert (end["line"], end["column"], end["utf16"]) == (3, 4, 5)


# ---- SARIF ---------------------------------------------------------------------------------------


def sarif(run: Run, *arguments: str | Path) -> dict[str, object]:
    data = json.loads(run("check", *arguments, "--format", "sarif").out)
    assert isinstance(data, dict)
    return data


def test_sarif_has_the_shape_that_its_standard_asks_for(run: Run, library: Path) -> None:
    """SARIF 2.1.0: what sections 3.13 to 3.55 of it require of a log, a run, a result, a region, a fix."""
    path = put(
        library / "p p.rules", policy_text("p").replace("实际完成值 ÷", "实际完成 ÷") + "\n参数 没有用到 = 1 [注 1]\n"
    )
    log = sarif(run, path, "--library", library, "--lang", "en")
    assert log["version"] == "2.1.0"
    runs = log["runs"]
    assert isinstance(runs, list)
    (once,) = runs
    driver = once["tool"]["driver"]
    assert driver["name"] == "evalrules"
    assert once["columnKind"] == "utf16CodeUnits"
    assert [rule["id"] for rule in driver["rules"]] == sorted({rule["id"] for rule in driver["rules"]})
    assert once["invocations"] == [{"executionSuccessful": True, "toolExecutionNotifications": []}]
    assert once["results"]
    for result in once["results"]:
        assert driver["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
        assert result["level"] in ("error", "warning", "note")
        assert result["message"]["text"]
        for location in (*result["locations"], *result["relatedLocations"]):
            physical = location["physicalLocation"]
            assert physical["artifactLocation"]["uri"].endswith("p%20p.rules")
            region = physical["region"]
            assert 1 <= region["startLine"] <= region["endLine"]
            assert (region["startLine"], region["startColumn"]) <= (region["endLine"], region["endColumn"])
        for fix in result.get("fixes", []):
            (change,) = fix["artifactChanges"]
            (replacement,) = change["replacements"]
            assert set(replacement) == {"deletedRegion", "insertedContent"}
    assert [(result["ruleId"], result["level"]) for result in once["results"]] == [("E0201", "error")]


def test_a_warning_is_no_error_in_sarif_either(run: Run, library: Path) -> None:
    path = put(library / "p.rules", policy_text("p") + "\n参数 没有用到 = 1 [注 1]\n")
    ran = run("check", path, "--library", library, "--format", "sarif")
    (once,) = json.loads(ran.out)["runs"]
    assert ran.status == 0
    assert [(result["ruleId"], result["level"]) for result in once["results"]] == [("W0216", "warning")]


def test_a_file_that_cannot_be_read_makes_a_run_unsuccessful() -> None:
    """It has no lines to point at, so the run itself tells of it."""
    unread = Report("a.rules", None, (), 0, Unread("cannot-open", Phrase("打不开", "not opened"), Phrase("看", "look")))
    (once,) = json.loads(json.dumps(sarif_data([unread], "zh")))["runs"]
    (invocation,) = once["invocations"]
    assert invocation["executionSuccessful"] is False
    assert invocation["toolExecutionNotifications"][0]["message"]["text"] == "打不开。看。"
    assert once["results"] == []
