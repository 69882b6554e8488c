"""`evalrules read`: what a document says; its JSON goes on to `explain`, and so does the document itself."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from evalrules.readers import read_form
from evalrules.readers.formats import every_format
from evalrules.workbench.cli import main
from evalrules.workbench.loading import _FORMS
from tests.readers.test_yanchi import TEXT, records


def ran(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    status = main(arguments)
    said = capsys.readouterr()
    return status, said.out, said.err


def test_what_was_understood_is_listed_with_its_addresses(capsys: pytest.CaptureFixture[str]) -> None:
    """Facts, funds, rows, totals, and what stands beside them."""
    status, out, _ = ran(capsys, "read", str(TEXT))
    assert status == 0
    for said in (
        "政务新媒体运行维护费",
        "表式 project",
        "实际完成值 95% [第5列]",
        "没有填写的指标行：10",
        "没有读不懂的单元格",
    ):
        assert said in out
    assert ran(capsys, "read", str(TEXT), "--lang", "en")[1].startswith("What yanchi.txt says")


def test_the_document_is_explained_and_its_addresses_are_shown(capsys: pytest.CaptureFixture[str]) -> None:
    """The policy is found by the place in the title; the explanation says where each cell stands."""
    status, out, err = ran(capsys, "explain", str(TEXT))
    assert (status, "按规则 99.50" in out) == (0, True)
    assert "yanchi-2022" in err
    assert "取自 实际完成值 第 38 行 第 5 列" in out


def test_the_json_is_the_form_with_its_origin(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """`read --format json` gives what `explain -` takes; the form and every address stay the same."""
    out = ran(capsys, "read", str(TEXT), "--format", "json")[1]
    saved = tmp_path / "form.json"
    saved.write_text(out, encoding="utf-8")
    one, other = read_form(TEXT), read_form(saved)
    assert records(one) == records(other)
    for row, same in zip(one.records["indicators"], other.records["indicators"], strict=True):
        assert {name: cell.address for name, cell in same.cells.items()}.items() <= {
            name: cell.address for name, cell in row.cells.items()
        }.items()
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(out.encode())))
    status, explained, _ = ran(capsys, "explain", "-", "--row", "群众满意度")
    assert (status, "9.50" in explained, "第 38 行 第 5 列" in explained) == (0, True, True)


def test_what_was_not_understood_stays_with_the_json(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """A row that could not be read is told again by whoever takes the JSON."""
    bad = tmp_path / "表.csv"
    bad.write_text("三级指标,年度指标值,实际完成值,分值,得分,得分\n甲,1,1,10,9,8\n", encoding="utf-8")
    status, out, _ = ran(capsys, "read", str(bad), "--format", "json")
    assert status == 1
    assert [each["address"] for each in json.loads(out)["origin"]["unread"]] == ["第 1 行 第 6 列"]
    saved = tmp_path / "form.json"
    saved.write_text(out, encoding="utf-8")
    assert [each.code for each in read_form(saved).problems] == ["unread-at-origin"]


def test_a_file_without_a_form_is_refused(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """With the code, and exit status 1."""
    (tmp_path / "a.html").write_text("<p>没有表", encoding="utf-8")
    status, _, err = ran(capsys, "read", str(tmp_path / "a.html"))
    assert (status, "no-form-found" in err) == (1, True)


def test_a_number_of_a_form_is_a_number(capsys: pytest.CaptureFixture[str]) -> None:
    """--form 0 is wrong usage; --form 2 of one form is an error."""
    assert ran(capsys, "read", str(TEXT), "--form", "0")[0] == 2
    status, _, err = ran(capsys, "read", str(TEXT), "--form", "2")
    assert (status, "no-such-form" in err) == (1, True)


def test_the_endings_of_forms_are_those_of_the_formats() -> None:
    """A form that is given for a policy is known by its ending."""
    assert set(_FORMS) == {suffix for each in every_format() for suffix in each.suffixes}
