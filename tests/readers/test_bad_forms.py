"""Bad input: each thing that can be wrong with a form file, with its code and its words."""

from __future__ import annotations

import pytest
from attrs import frozen

from evalrules.language.policy.form import FormProblem
from evalrules.readers import FormError, read_form_bytes
from evalrules.readers.problems import FormProblemKind


@frozen
class Bad:
    """A file that is wrong in one way, and what is said about it."""

    code: str
    name: str
    data: bytes
    address: str
    message: str
    help: str


def bad(code: str, name: str, text: str, address: str, message: str, help: str) -> Bad:
    return Bad(code, name, text.encode(), address, message, help)


TRANSCRIBE = "写成表上印的文字；空格不写这一项"
KEEP_ONE = "只留一个；不知道以哪一个为准，因此都不采用"
QUOTE = "直接写出内容；它若是内容，用引号括起来"
LEVELS = "表格只有三层：表、行、单元格"
OUTERMOST = 'JSON 写成 {"schema": "project", ...}；YAML 写成 schema: project，冒号用半角，后面空一格'
ONE_FORM = "一个文件只放一张表；检查导出是否带出了空行"
BREAKS_OFF = "文件在此中断，补上缺少的引号或括号"

# What is told of documents, in `test_documents` and `test_provinces`.
IN_DOCUMENTS = {
    "column-twice", "damaged-file", "display-unclear", "encrypted-file", "fact-twice", "formula-error",
    "formula-without-value", "hidden-sheet", "no-form-found", "no-such-form", "several-forms", "shared-cell",
    "signs-differ", "too-many-cells", "too-many-pages", "two-money-units", "unaligned-row", "unclear-total",
    "unpacked-too-large", "unread-at-origin", "unsafe-file",
}  # fmt: skip

# There is no form at all.
FATAL = [
    bad("empty-form", "空.json", " \n", "空.json", "文件是空的", "检查导出是否成功"),
    bad("form-too-large", "大.json", " " * ((16 << 20) + 1), "大.json",
        "文件超过 16777216 字节，这种格式的表格最多这么大", "检查是否选错了文件；表格很多时一表一个文件"),
    bad("form-too-large", "大.yaml", " " * ((1 << 19) + 1), "大.yaml",
        "文件超过 524288 字节，这种格式的表格最多这么大", "检查是否选错了文件；表格很多时一表一个文件"),
    Bad("not-utf8", "a b.json", '{\n"project": "政务新媒体"}'.encode("gb18030"), "a b.json:2",
        "文件不是 UTF-8 编码：第 2 行（第 15 个字节）读不出文字；看起来是 GB18030（GBK）",
        "转成 UTF-8：iconv -f GB18030 -t UTF-8 'a b.json' > 'a b.utf8.json'；"
        "或用记事本打开，另存为 → 编码 UTF-8"),
    bad("malformed", "a.json", '{“schema”: 1}', "a.json:1:2",
        "不合 JSON 的写法，此处遇到「“」", '中文引号改成半角引号 "'),
    bad("malformed", "a.json", '{"a"： 1}', "a.json:1:5",
        "不合 JSON 的写法，此处遇到「：」", "中文冒号改成半角冒号 :"),
    bad("malformed", "a.json", '{"a": 1\n，"b": 2}', "a.json:2:1",
        "不合 JSON 的写法，此处遇到「，」", "中文逗号、顿号、分号改成半角逗号 ,"),
    bad("malformed", "a.json", '{"a": [{"b": 1}, ]}', "a.json:1:16",
        "不合 JSON 的写法，此处遇到「,」", "删去多余的逗号"),
    bad("malformed", "a.json", '{"a": 1,\n}', "a.json:1:8", "不合 JSON 的写法，此处遇到「,」", "删去多余的逗号"),
    bad("malformed", "a.json", '{"a": 1', "a.json:1:8", "不合 JSON 的写法，此处遇到文件的结尾", BREAKS_OFF),
    bad("malformed", "a.json", '{"a": "他说"好"。"}', "a.json:1:11",
        "不合 JSON 的写法，此处遇到「好」", '看它前面是否少了逗号或引号；单元格里的双引号写作 \\"'),
    bad("malformed", "a.json", '{"a": "一\n二"}', "a.json:1:9",
        "不合 JSON 的写法，此处遇到「\\n」", "前面的引号没有配对；单元格里的换行写作 \\n"),
    bad("malformed", "a.json", '{"a": "\x1b[31m"}', "a.json:1:8",
        "不合 JSON 的写法，此处遇到「\\x1b」", "删去这个控制字符"),
    bad("malformed", "a.json", "{'a': 1}", "a.json:1:2",
        "不合 JSON 的写法，此处遇到「'」", '单引号改成双引号 "'),
    bad("malformed", "a.json", '{"a": 1} // 注', "a.json:1:10",
        "不合 JSON 的写法，此处遇到「/」", "JSON 里不能写注释，删去它"),
    bad("malformed", "a.json", '{"a": 1}\n{"a": 2}', "a.json:2:1",
        "不合 JSON 的写法，此处遇到「{」", "它前面少了逗号，或文件里不止一张表"),
    bad("malformed", "a.yaml", "表式: project\n年度： 2022\n地区: 盐池", "a.yaml:2:3",
        "不合 YAML 的写法，此处遇到「：」", "中文冒号改成半角冒号 :"),
    bad("malformed", "a.yaml", "a:\n\tb: 1", "a.yaml:2:1",
        "不合 YAML 的写法，此处遇到「\\t」", "缩进用空格，不能用制表符"),
    bad("malformed", "a.yaml", 'a: "\\UFFFFFFFF"', "a.yaml:1:2",
        "不合 YAML 的写法，此处遇到「:」", "看缩进是否对齐、冒号后是否有空格；含 : # 的内容用引号括起来"),
    bad("malformed", "a.yaml", "a: \x00", "a.yaml:1:4",
        "不合 YAML 的写法，此处遇到「\\x00」", "删去这个控制字符"),
    bad("malformed", "a.toml", "指标 = 1", "a.toml:1:1",
        "不合 TOML 的写法，此处遇到「指」", '写成 名称 = "内容"；中文名称也用引号括起来'),
    bad("malformed", "a.toml", "a = [", "a.toml:1:6", "不合 TOML 的写法，此处遇到文件的结尾", BREAKS_OFF),
    bad("unsupported-yaml", "a.yaml", "a: &x 1", "a.yaml:1", "表格里不能用 YAML 的锚点“&x”", QUOTE),
    bad("unsupported-yaml", "a.yaml", "a: *x", "a.yaml:1", "表格里不能用 YAML 的引用“*x”", QUOTE),
    bad("unsupported-yaml", "a.yaml", "a: !!python/name:os.system x", "a.yaml:1",
        "表格里不能用 YAML 的类型标签“tag:yaml.org,2002:python/name:os.system”", QUOTE),
    bad("unsupported-yaml", "a.yaml", "? [a]\n: 1", "a.yaml:1", "表格里不能用 YAML 的复合名称“?”", QUOTE),
    bad("unsupported-yaml", "a.yaml", "a: 1\n---\na: 2", "a.yaml:2",
        "表格里不能用 YAML 的第二个文档“---”", "一个文件只放一张表"),
    bad("form-too-deep", "a.json", "[" * 10_000 + "]" * 10_000, "a.json", "嵌套超过 32 层", LEVELS),
    bad("form-too-deep", "a.json", '{"a":' * 33 + "1" + "}" * 33, "a.json", "嵌套超过 32 层", LEVELS),
    bad("form-too-deep", "a.yaml", "[" * 10_000, "a.yaml:1", "嵌套超过 32 层", LEVELS),
    bad("form-too-deep", "a.yaml", "- " * 10_000, "a.yaml:1", "嵌套超过 32 层", LEVELS),
    bad("form-too-deep", "a.toml", "a = " + "[" * 10_000, "a.toml", "嵌套超过 32 层", LEVELS),
    bad("form-too-deep", "a.toml", "a = 1\n" + "a." * 300_000 + "a = 1", "a.toml:2", "嵌套超过 32 层", LEVELS),
    bad("form-too-deep", "a.toml", "a." * 32 + "a = {}", ".".join("a" * 33), "嵌套超过 32 层", LEVELS),
    bad("too-many-rows", "a.json", '{"指标": [' + "1," * 100_000 + "1]}", "指标", "表格超过 100000 行", ONE_FORM),
    bad("too-many-rows", "a.json", '{"指标": [' + "{}," * 1_000_000 + "{}]}", "a.json", "表格超过 100000 行", ONE_FORM),
    bad("too-many-rows", "a.json", '{"a": [' + "1," * 99_999 + '1], "b": [1]}', "a.json",
        "表格超过 100000 行", ONE_FORM),
    bad("not-an-object", "a.json", "[1]", "a.json", "文件的最外层须是一张表（名称: 内容），这里是一个列表", OUTERMOST),
    bad("not-an-object", "a.json", "null", "a.json", "文件的最外层须是一张表（名称: 内容），这里是空", OUTERMOST),
    bad("not-an-object", "a.yaml", "表式： project", "a.yaml",
        "文件的最外层须是一张表（名称: 内容），这里是一个单元格", OUTERMOST),
    bad("duplicate-key", "a.json", '{"指标": [], "指标": [{}]}', "指标", "“指标”写了不止一次", KEEP_ONE),
    bad("duplicate-key", "a.json", '{"schema": "a", "表式": "a"}', "表式",
        "“表式”写了不止一次（schema 和 表式 是同一个名称）", KEEP_ONE),
    bad("duplicate-key", "a.toml", "[total]\npoints = 1\npoints = 2", "a.toml:3", "“points = 2”写了不止一次", KEEP_ONE),
    bad("duplicate-key", "a.toml", "[total]\n[total]", "a.toml:2", "“[total]”写了不止一次", KEEP_ONE),
    bad("not-a-cell", "a.json", '{"schema": ["project"]}', "schema", "单元格须是文字或数，这里是一个列表", TRANSCRIBE),
    bad("number-too-long", "a.toml", "a = " + "9" * 5000, "a.toml", "整数的位数太多，不能读入", "检查是否误填"),
    bad("broken-character", "a.json", '{"\\ud800": []}', '["\\\\ud800"]',
        "含有残缺的字符（只有半个编码）：\\ud800", "重新输入这段文字"),
]  # fmt: skip

# One cell or row is lost, or a name; the cell `kept` is read all the same.
SINGLE = [
    bad("duplicate-key", "a.json", '{"r": [{"self_score": 9.5, "self_score": "6", "kept": 1}]}', "r[0].self_score",
        "“self_score”写了不止一次（9.5、6）", KEEP_ONE),
    bad("duplicate-key", "a.yaml", "r:\n- a: 1\n  a:\n  kept: 1", "r[0].a", "“a”写了不止一次（1）", KEEP_ONE),
    bad("not-a-cell", "a.json", '{"r": [{"target": true, "kept": 1}]}', "r[0].target",
        "单元格须是文字或数，这里是真假值", TRANSCRIBE),
    bad("not-a-cell", "a.toml", "[[r]]\nkept = 1\ntarget = false", "r[0].target",
        "单元格须是文字或数，这里是真假值", TRANSCRIBE),
    bad("not-a-cell", "a.json", '{"r": [{"target": {"min": 1}, "kept": 1}]}', "r[0].target",
        "单元格须是文字或数，这里是一组名称和内容", TRANSCRIBE),
    bad("not-a-cell", "a.json", '{"r": [{"kept": 1}], "total": {"points": [1, 2]}}', "total.points",
        "单元格须是文字或数，这里是一个列表", TRANSCRIBE),
    bad("not-a-row", "a.json", '{"r": [{"kept": 1}, "甲"]}', "r[1]",
        "“r”的每一行须是（名称: 内容）的一组，这里是一个单元格",
        "写出每一格的名称，例如 三级指标、年度指标值、实际完成值"),
    bad("not-a-row", "a.json", '{"r": [{"kept": 1}, null]}', "r[1]",
        "“r”的每一行须是（名称: 内容）的一组，这里是空",
        "写出每一格的名称，例如 三级指标、年度指标值、实际完成值"),
    bad("not-finite", "a.json", '{"r": [{"actual": NaN, "kept": 1}]}', "r[0].actual", "“NaN”不是数", TRANSCRIBE),
    bad("not-finite", "a.json", '{"r": [{"actual": -Infinity, "kept": 1}]}', "r[0].actual",
        "“-Infinity”不是数", TRANSCRIBE),
    bad("not-finite", "a.toml", "[[r]]\nkept = 1\nactual = inf", "r[0].actual", "“inf”不是数", TRANSCRIBE),
    bad("cell-too-long", "a.json", '{"r": [{"reason": "' + "长" * (10 << 20 >> 2) + '", "kept": 1}]}', "r[0].reason",
        "单元格超过 10000 个字：" + "长" * 40 + "…", "检查是否误填；长文字放在附件里"),
    bad("cell-too-long", "a.json", '{"r": [{"points": ' + "9" * 10_001 + ', "kept": 1}]}', "r[0].points",
        "单元格超过 10000 个字：" + "9" * 40 + "…", "检查是否误填；长文字放在附件里"),
    bad("number-too-long", "a.toml", "[[r]]\nkept = 1\npoints = 0x" + "9" * 5000, "r[0].points",
        "整数的位数太多，不能读入", "检查是否误填"),
    bad("name-too-long", "a.json", '{"r": [{"' + "名" * 201 + '": 1, "kept": 1}]}', 'r[0]["' + "名" * 40 + '…"]',
        "名称超过 200 个字：" + "名" * 40 + "…", "检查是否把内容写在了名称的位置"),
    bad("broken-character", "a.json", '{"r": [{"unit": "甲\\udc00", "kept": 1}]}', "r[0].unit",
        "含有残缺的字符（只有半个编码）：甲\\udc00", "重新输入这段文字"),
    bad("broken-character", "a.yaml", 'r:\n- kept: 1\n  unit: "\\ud800"', "r[0].unit",
        "含有残缺的字符（只有半个编码）：\\ud800", "重新输入这段文字"),
]  # fmt: skip


def label(each: Bad) -> str:
    return f"{each.code} {each.data[:20].decode(errors='replace')}"


def check(problem: FormProblem, expected: Bad) -> None:
    assert (problem.code, problem.address) == (expected.code, expected.address)
    assert (problem.zh, problem.zh_help) == (expected.message, expected.help)
    # The other language says as much: nothing is left unfilled or untranslated.
    for sentence in (problem.en, problem.en_help):
        assert sentence
        assert "{0}" not in sentence


@pytest.mark.parametrize("expected", FATAL, ids=label)
def test_a_file_that_gives_no_form_is_told(expected: Bad) -> None:
    """The error carries one problem: its code, its place, its words."""
    with pytest.raises(FormError) as error:
        read_form_bytes(expected.data, expected.name.rpartition(".")[2], expected.name)
    (problem,) = error.value.problems
    check(problem, expected)


@pytest.mark.parametrize("expected", SINGLE, ids=label)
def test_one_bad_cell_loses_no_other(expected: Bad) -> None:
    """The form carries one problem, and the good cell is read."""
    form = read_form_bytes(expected.data, expected.name.rpartition(".")[2], expected.name)
    (problem,) = form.problems
    check(problem, expected)
    assert form.records["r"][0].cells["kept"].text == "1"


@pytest.mark.parametrize(
    "expected", [each for each in SINGLE if each.code != "not-a-row" and each.address.startswith("r")], ids=label
)
def test_a_bad_cell_is_unreadable_and_not_missing(expected: Bad) -> None:
    """Its place is kept and says why it cannot be read, in a text short enough to show."""
    form = read_form_bytes(expected.data, expected.name.rpartition(".")[2], expected.name)
    (spoiled,) = [cell for cell in form.records["r"][0].cells.values() if cell.problem]
    assert (spoiled.problem,) == form.problems
    assert 0 < len(spoiled.text) <= 101
    assert spoiled.text.encode()


def test_a_row_that_is_none_keeps_its_place() -> None:
    """The rows behind it keep their numbers."""
    form = read_form_bytes(b'{"r": ["x", {"a": 1}]}', "json", "a.json")
    assert [(row.address, list(row.cells)) for row in form.records["r"]] == [("r[0]", []), ("r[1]", ["a"])]


def test_several_problems_are_told_in_the_order_of_the_form() -> None:
    """Nothing stops at the first bad cell."""
    form = read_form_bytes(b'{"a": true, "r": [{"b": NaN}, 1], "t": {"c": {}}, "d": false}', "json", "a.json")
    assert [problem.address for problem in form.problems] == ["a", "r[0].b", "r[1]", "t.c", "d"]


def test_the_deepest_form_that_is_allowed_is_read() -> None:
    """The limit is 32, in each format: one level less is another problem."""
    for name, text in {
        "json": '{"a":' + "[" * 31 + "]" * 31 + "}",
        "yaml": "a: " + "[" * 31 + "]" * 31,
        "toml": "a = " + "[" * 31 + "]" * 31,
    }.items():
        form = read_form_bytes(text.encode(), name, "form")
        assert [problem.code for problem in form.problems] == ["not-a-row"]


def test_brackets_inside_a_cell_are_no_nesting() -> None:
    """A cell may hold any number of brackets and quotation marks."""
    text = '\\"' + "[{" * 100
    form = read_form_bytes(f'{{"a": "{text}", "b": []}}'.encode(), "json", "a.json")
    assert form.header["a"].text == '"' + "[{" * 100


def test_the_longest_cell_that_is_allowed_is_read() -> None:
    """The limit is 10,000 characters, not one less."""
    form = read_form_bytes(f'{{"a": "{"长" * 10_000}"}}'.encode(), "json", "a.json")
    assert (form.problems, len(form.header["a"].text)) == ((), 10_000)


def test_every_kind_of_problem_is_in_the_table() -> None:
    """A new kind needs a row above; some are about files and documents, and are tested beside this."""
    told = {each.code for each in (*FATAL, *SINGLE)} - {"not-utf8"}
    elsewhere = {"cannot-open", "unknown-format", "format-not-installed"}
    assert told | elsewhere | IN_DOCUMENTS == {kind.code for kind in FormProblemKind}
