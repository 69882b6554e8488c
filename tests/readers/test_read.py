"""A form is read as it is printed, from a file, from bytes or from a text."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from evalrules.language.policy.form import Form
from evalrules.language.policy.schema import RecordKind, Schema
from evalrules.readers import FormError, read_form, read_form_bytes, read_form_text

EXAMPLE = Path(__file__).parents[2] / "examples" / "yanchi-2022"

# The same small form in every format, with what people get wrong in each of them: 9.50 and 否.
SAME = {
    "json": '{"schema": "project", "year": 2022, "unit": "否", "indicators": [{"points": 9.50, "actual": "≥90%"}]}',
    "yaml": "schema: project\nyear: 2022\nunit: 否\nindicators:\n- points: 9.50\n  actual: ≥90%\n",
    "toml": 'schema = "project"\nyear = 2022\nunit = "否"\n[[indicators]]\npoints = 9.50\nactual = "≥90%"\n',
}

# What a printed cell may hold: any characters, but no halves of them.
texts = st.text(st.characters(codec="utf-8"), max_size=30)


def said(form: Form) -> Iterator[tuple[str, str, int, str]]:
    """What stands where on a form: record, name, row and text, leaving addresses out."""
    for name, cell in form.header.items():
        yield ("", name, 0, cell.text)
    for record, rows in form.records.items():
        for index, row in enumerate(rows):
            yield from ((record, name, index, cell.text) for name, cell in row.cells.items())


def in_english(form: Form, schema: Schema) -> Iterator[tuple[str, str, int, str]]:
    """The same, with every name in English."""
    header = next(each for each in schema.records if each.kind is RecordKind.HEADER)
    for name, field, index, text in said(form):
        record = schema.record_named(name) if name else header
        assert record is not None
        known = record.field_named(field)
        assert known is not None, f"{name} has no {field}"
        yield (record.en if name else "", known.en, index, text)


# ---- the example ---------------------------------------------------------------------------------


def test_the_example_is_the_published_form() -> None:
    """盐池's form: five cells in the header, four fund rows, eight indicators that make 100, one total."""
    form = read_form(EXAMPLE / "form.json")
    assert (form.name, form.schema, form.problems) == ("form.json", "project", ())
    assert {name: cell.text for name, cell in form.header.items()} == {
        "project": "政务新媒体运行维护费",
        "place": "宁夏/吴忠/盐池",
        "year": "2022",
        "department": "盐池县人民政府",
        "unit": "盐池县人民政府办公室",
    }
    funds, indicators, total = form.records["funds"], form.records["indicators"], form.records["total"]
    assert (len(funds), len(indicators), len(total)) == (4, 8, 1)
    assert set(funds[2].cells) == {"source", "points", "rate", "self_score"}
    assert {funds[2].cells[name].text for name in ("points", "rate", "self_score")} == {"—"}
    assert sum(int(row.cells["points"].text) for row in (funds[0], *indicators)) == 100
    assert [int(row.cells["self_score"].text) for row in (funds[0], *indicators)] == [10, 15, 15, 10, 10, 10, 10, 10, 6]
    assert (total[0].cells["points"].text, total[0].cells["self_score"].text) == ("100", "96")
    assert [row.cells["name"].text for row in indicators if "reason" in row.cells] == ["群众满意度"]


@pytest.mark.parametrize("name", ["form.zh.yaml", "form.toml"])
def test_the_example_says_the_same_in_each_format(name: str, declared: Schema) -> None:
    """The three files make one form, up to addresses and the language of the names."""
    form, other = read_form(EXAMPLE / "form.json"), read_form(EXAMPLE / name)
    assert other.schema == form.schema
    assert list(in_english(other, declared)) == list(in_english(form, declared))


# ---- one form in every format --------------------------------------------------------------------


@pytest.mark.parametrize("kind", SAME)
def test_a_cell_holds_what_is_written(kind: str) -> None:
    """9.50 stays 9.50 and 否 stays 否, whatever the format would make of them."""
    form = read_form_text(SAME[kind], kind, "form")
    assert form.schema == "project"
    assert "schema" not in form.header
    assert {name: cell.text for name, cell in form.header.items()} == {"year": "2022", "unit": "否"}
    (row,) = form.records["indicators"]
    assert {name: cell.text for name, cell in row.cells.items()} == {"points": "9.50", "actual": "≥90%"}


@pytest.mark.parametrize("kind", SAME)
def test_a_cell_knows_where_it_stands(kind: str) -> None:
    """Rows are counted from 0, in the form's own names."""
    form = read_form_text(SAME[kind], kind, "form")
    (row,) = form.records["indicators"]
    assert form.header["year"].address == "year"
    assert (row.address, row.cells["actual"].address) == ("indicators[0]", "indicators[0].actual")


@pytest.mark.parametrize("kind", SAME)
def test_bytes_and_text_are_the_same_form(kind: str) -> None:
    """A byte order mark and Windows line ends change nothing."""
    text = SAME[kind]
    data = b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode()
    assert read_form_bytes(data, kind, "form") == read_form_text(text, kind, "form")


@pytest.mark.parametrize("ending", [".json", ".JSON", ".yaml", ".yml", ".toml"])
def test_the_ending_of_a_file_says_its_format(ending: str, tmp_path: Path) -> None:
    """`.json`, `.yaml`, `.yml` and `.toml` are known, in capitals too."""
    kind = {".json": "json", ".toml": "toml"}.get(ending.lower(), "yaml")
    file = tmp_path / f"表{ending}"
    file.write_text(SAME[kind], encoding="utf-8")
    form = read_form(file)
    assert form.name == f"表{ending}"
    assert form.records == read_form_text(SAME[kind], kind, "form").records
    assert read_form(str(file)) == form


def test_chinese_names_are_kept() -> None:
    """Names stay as written; 表式 is the schema."""
    form = read_form_text('{"表式": "project", "总计": {"分值": 100}, "指标": [{"三级指标": "甲"}]}', "json", "form")
    assert (form.schema, form.header) == ("project", {})
    assert form.records["总计"][0].cells["分值"].address == "总计.分值"
    assert form.records["指标"][0].cells["三级指标"].text == "甲"


def test_a_name_that_is_no_word_is_quoted_in_an_address() -> None:
    """A dot or a colon in a name does not look like a step."""
    form = read_form_text('{"a.b": 1, "其中：款": {"": 2}}', "json", "form")
    assert form.header["a.b"].address == '["a.b"]'
    assert form.records["其中：款"][0].cells[""].address == '["其中：款"][""]'


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("json", '{"unit": null, "total": {"points": null, "self_score": 1}, "indicators": null}'),
        ("yaml", "unit:\ntotal:\n  points: ~\n  self_score: 1\nindicators: null\n"),
    ],
)
def test_null_is_an_absent_cell(kind: str, text: str) -> None:
    """A cell, a row's cell or a record that is null is as if it were not written."""
    form = read_form_text(text, kind, "form")
    assert list(said(form)) == [("total", "self_score", 0, "1")]
    assert (form.problems, set(form.records)) == ((), {"total"})


def test_an_empty_cell_is_not_an_absent_one() -> None:
    """A cell that is printed empty is kept: what an empty cell means is for the schema to say."""
    form = read_form_text('{"unit": "", "year": " "}', "json", "form")
    assert [cell.text for cell in form.header.values()] == ["", " "]


@pytest.mark.parametrize("literal", ["9.50", "-0", "1e5", "1E+999999999", "0.1", "1" * 5000])
def test_a_json_number_is_the_text_that_was_written(literal: str) -> None:
    """Not even a number that no computer could hold is computed."""
    assert read_form_text(f'{{"year": {literal}}}', "json", "form").header["year"].text == literal


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("9.50", "9.50"),
        ("1_000", "1000"),
        ("1_000.50", "1000.50"),
        ("2022-12-31", "2022-12-31"),
        ("10:30:00", "10:30:00"),
        ("2022-12-31 10:30:00", "2022-12-31T10:30:00"),
    ],
)
def test_a_toml_value_is_written_out(written: str, text: str) -> None:
    """A number keeps its zeros and loses its underscores; a date is in ISO form."""
    assert read_form_text(f"year = {written}", "toml", "form").header["year"].text == text


@pytest.mark.parametrize("written", ["no", "true", "2022-12-31", "0o17", "12:30", "1_000", ".nan", "≥90%", "—", "<5"])
def test_a_yaml_scalar_is_a_text(written: str) -> None:
    """What YAML would take for a truth value, a date or a number of its own stays as printed."""
    assert read_form_text(f"year: {written}", "yaml", "form").header["year"].text == written


def test_a_quoted_yaml_scalar_is_never_empty() -> None:
    """A tilde that is printed on the form can be written, in quotes."""
    assert read_form_text("year: '~'\nunit: ''", "yaml", "form").header["year"].text == "~"


# ---- what cannot be opened -----------------------------------------------------------------------


def test_a_file_that_is_not_there_is_an_error_and_nothing_else(tmp_path: Path) -> None:
    """A missing file, a folder and an impossible path are told as what they are."""
    (tmp_path / "folder.json").mkdir()
    told = {
        "none.json": "打不开文件：没有这个文件",
        "folder.json": "打不开文件：它是文件夹",
        "zero\0.json": "打不开文件：embedded null byte",
    }
    for name, message in told.items():
        with pytest.raises(FormError) as error:
            read_form(tmp_path / name)
        (problem,) = error.value.problems
        assert (problem.code, problem.zh) == ("cannot-open", message)


@pytest.mark.parametrize("name", ["form.ods", "form", "json"])
def test_an_unknown_ending_lists_the_known_ones(name: str) -> None:
    """Nothing is guessed from the content."""
    with pytest.raises(FormError) as error:
        read_form(name)
    (problem,) = error.value.problems
    assert problem.code == "unknown-format"
    assert problem.zh_help.startswith("可以读的格式：.json, .yaml, .yml, .toml, .xlsx")


def test_yaml_without_its_package_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    """PyYAML is optional; the other formats do without it."""
    monkeypatch.setitem(sys.modules, "yaml", None)
    monkeypatch.delitem(sys.modules, "evalrules.readers.yaml_form", raising=False)
    with pytest.raises(FormError) as error:
        read_form_text("year: 2022", "yaml", "form.yaml")
    (problem,) = error.value.problems
    assert problem.code == "format-not-installed"
    assert 'pip install "evalrules[yaml]"' in problem.zh_help
    assert read_form_text(SAME["json"], "json", "form").schema == "project"


def test_an_error_tells_itself_in_both_languages() -> None:
    """Its text names the place, the code, what is wrong and what to do."""
    with pytest.raises(FormError) as error:
        read_form_text('{"year": 2022，"unit": 1}', "json", "form.json")
    assert str(error.value) == (
        "form.json:1:14: [malformed] 不合 JSON 的写法，此处遇到「，」\n"
        "    中文逗号、顿号、分号改成半角逗号 ,\n"
        "    this is not JSON: here stands `，`\n"
        "    use the half-width comma ,"
    )


# ---- laws ----------------------------------------------------------------------------------------


@given(st.dictionaries(texts.filter(lambda name: name not in ("schema", "表式")), texts, max_size=5))
def test_what_is_written_is_read(cells: dict[str, str]) -> None:
    """Any cells, written as JSON or as YAML, are read back exactly."""
    form = {"header": cells, "rows": [dict(cells), dict(cells)]}
    for kind, text in {
        "json": json.dumps(form, ensure_ascii=False),
        "yaml": yaml.safe_dump(form, allow_unicode=True, default_style='"'),
    }.items():
        read = read_form_text(text, kind, "form")
        assert read.problems == ()
        for row in (*read.records["header"], *read.records["rows"]):
            assert {name: cell.text for name, cell in row.cells.items()} == cells


values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
    max_leaves=20,
)


def printed(data: bytes, kind: str) -> str:
    """All that a person may come to see of the form in `data`, or of the reasons why there is none."""
    try:
        form = read_form_bytes(data, kind, "form")
    except FormError as error:
        return str(error)
    problems = (f"{each.address}{each.found}{each.zh}{each.en}" for each in form.problems)
    return "".join(("form", *(f"{name}{field}{text}" for name, field, _, text in said(form)), *problems))


@given(values)
def test_any_json_is_a_form_or_an_error(value: object) -> None:
    """Whatever is in a file, reading it gives a form or a FormError, and either can be printed."""
    assert printed(json.dumps(value).encode(), "json").encode()


@given(st.binary(max_size=60), st.sampled_from(list(SAME)))
def test_any_bytes_are_a_form_or_an_error(data: bytes, kind: str) -> None:
    """Noise in any format is told, never raised."""
    assert printed(data, kind).encode()


@given(st.sampled_from(list(SAME)), st.data())
def test_a_damaged_form_is_a_form_or_an_error(kind: str, data: st.DataObject) -> None:
    """Whatever character of a form is replaced, reading it gives a form or a FormError."""
    text = SAME[kind]
    at = data.draw(st.integers(0, len(text) - 1))
    new = data.draw(st.sampled_from("{}[]()\":,'\\\n\t\0#&*!|>%@`-?~=.0eZ“：，\ufeff"))
    assert printed((text[:at] + new + text[at + 1 :]).encode(), kind).encode()
