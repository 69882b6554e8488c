"""The form of 盐池县 2022 is read as it is transcribed, from flattened text, a web page, a workbook and a document."""

from __future__ import annotations

from pathlib import Path

import pytest

from evalrules.language.policy.form import Form
from evalrules.readers import read_document, read_document_bytes, read_form
from tests.readers.printing import Filled, Indicator, Layout, Source, Value, printed
from tests.readers.test_layouts import NAMES, filled
from tests.readers.writing import write

TEXT = Path(__file__).parent / "forms" / "yanchi.txt"
EXAMPLE = Path(__file__).parents[2] / "examples" / "yanchi-2022" / "form.json"


def records(form: Form) -> dict[str, list[dict[str, str]]]:
    return {name: [filled(row.cells) for row in rows] for name, rows in form.records.items()}


def as_filled(form: Form) -> Filled:
    """The transcribed form, as something that can be printed in any layout."""
    said = records(form)
    money = ("original_budget", "revised_budget", "executed")
    funds = tuple(
        Source(row["source"], (row.get(money[0], ""), row.get(money[1], ""), row.get(money[2], "")),
               row["points"], row["rate"], row["self_score"])
        for row in said["funds"]
    )  # fmt: skip
    indicators = tuple(
        Indicator(row["level1"], row["level2"], row["name"], Value("", row["target"], ""), Value("", row["actual"], ""),
                  row["points"], row["self_score"], row.get("reason", ""))
        for row in said["indicators"]
    )  # fmt: skip
    total = said["total"][0]
    return Filled(filled(form.header), funds, indicators, (total["points"], total["self_score"]))


def test_the_flattened_report_is_read_as_the_form() -> None:
    """Rows whose merged cells went lost are found by what stands in them; the report around the form is kept."""
    read = read_document(TEXT).forms[0]
    form = read_form(EXAMPLE)
    assert records(read.form) == records(form)
    assert filled(read.form.header) == filled(form.header) | {"place": "盐池县"}
    assert not read.form.problems
    assert read.unfilled == 10
    kept = [each.text for each in read.aside]
    assert "2022 年县财政局下达我办政务新媒体运行维护费 10.00 万元。" in kept
    assert "同效益指标得分计算方式。" in kept


def test_every_value_has_its_address() -> None:
    """An address is the line and the place in it."""
    read = read_document(TEXT).forms[0]
    lines = TEXT.read_text(encoding="utf-8").split("\n")
    for row in read.form.records["indicators"]:
        for name, cell in row.cells.items():
            _, line, _, _, column, _ = cell.address.split()
            if cell.text and name not in ("name", "level1", "level2"):
                assert lines[int(line) - 1].split("\t")[int(column) - 1].strip() == cell.text


@pytest.mark.parametrize("format", ["xlsx typed", "docx", "html", "xls"])
def test_the_printed_form_is_read_as_the_form(format: str) -> None:
    """A workbook, a document and a web page with numbered names, a head of two rows and spare rows."""
    form = read_form(EXAMPLE)
    names = {name: words[0] for name, words in NAMES.items()}
    layout = Layout(names, numbered=True, side_label=True, two_rows=True, method=True, spare=True, report=True)
    data = write(printed(as_filled(form), layout), format)
    (read,) = read_document_bytes(data, format.split(maxsplit=1)[0], "f").forms
    assert records(read.form) == records(form)
    assert not read.form.problems
