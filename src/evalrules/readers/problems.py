"""What can be wrong with a file that should hold a form."""

from __future__ import annotations

from enum import Enum
from typing import NamedTuple

from evalrules.language.policy.form import FormProblem
from evalrules.language.problems import Phrase, Problem

_MOST_SHOWN = 20
_MOST_QUOTED = 40
_WIDE_SPACE = "\u3000"


class Saying(NamedTuple):
    """What is wrong and what to do, in both languages. `{found}` is what stands there, `{0}` a detail."""

    zh: str
    en: str
    zh_help: str
    en_help: str


class FormProblemKind(Enum):
    """The kinds of problem; the name in lower case with hyphens is the code."""

    # the file
    CANNOT_OPEN = Saying(
        "打不开文件：{0}",
        "the file cannot be opened: {0}",
        "检查路径是否正确、是否有权读取",
        "look at the path, and whether you may read it",
    )
    UNKNOWN_FORMAT = Saying(
        "不认识的文件格式“{found}”",
        "`{found}` is no known format",
        "可以读的格式：{0}",
        "what can be read: {0}",
    )
    FORMAT_NOT_INSTALLED = Saying(
        "读 {0} 文件需要另装一个软件包",
        "reading {0} needs a package that is not installed",
        '运行 pip install "evalrules[yaml]"，或改用 JSON',
        'run pip install "evalrules[yaml]", or use JSON',
    )
    FORM_TOO_LARGE = Saying(
        "文件超过 {0} 字节，这种格式的表格最多这么大",
        "the file has more than {0} bytes, the most for a form in this format",
        "检查是否选错了文件；表格很多时一表一个文件",
        "see whether it is the right file; keep one form to a file",
    )
    EMPTY_FORM = Saying(
        "文件是空的",
        "the file is empty",
        "检查导出是否成功",
        "see whether the export succeeded",
    )

    # the text
    MALFORMED = Saying(
        "不合 {0} 的写法，此处遇到{1}",
        "this is not {0}: here stands {1}",
        "{2}",
        "{2}",
    )
    UNSUPPORTED_YAML = Saying(
        "表格里不能用 YAML 的{0}“{found}”",
        "a form cannot use YAML's {0} `{found}`",
        "{1}",
        "{1}",
    )
    FORM_TOO_DEEP = Saying(
        "嵌套超过 {0} 层",
        "nested more than {0} deep",
        "表格只有三层：表、行、单元格",
        "a form has three levels: form, row, cell",
    )
    TOO_MANY_ROWS = Saying(
        "表格超过 {0} 行",
        "the form has more than {0} rows",
        "一个文件只放一张表；检查导出是否带出了空行",
        "keep one form to a file; see whether the export added empty rows",
    )

    # what the text says
    NOT_AN_OBJECT = Saying(
        "文件的最外层须是一张表（名称: 内容），这里是{0}",
        "the file must be an object of names and contents, and is {0}",
        'JSON 写成 {{"schema": "project", ...}}；YAML 写成 schema: project，冒号用半角，后面空一格',
        'write {{"schema": "project", ...}} in JSON, `schema: project` in YAML, with a blank after the colon',
    )
    NOT_A_ROW = Saying(
        "“{1}”的每一行须是（名称: 内容）的一组，这里是{0}",
        "a row of `{1}` is an object of names and contents, and this is {0}",
        "写出每一格的名称，例如 三级指标、年度指标值、实际完成值",
        "give each cell its name, such as name, target, actual",
    )
    NOT_A_CELL = Saying(
        "单元格须是文字或数，这里是{0}",
        "a cell is a text or a number, and this is {0}",
        "写成表上印的文字；空格不写这一项",
        "write what the form prints; leave the name out if the cell is empty",
    )
    NOT_FINITE = Saying(
        "“{found}”不是数",
        "`{found}` is no number",
        "写成表上印的文字；空格不写这一项",
        "write what the form prints; leave the name out if the cell is empty",
    )
    DUPLICATE_KEY = Saying(
        "“{found}”写了不止一次{0}",
        "`{found}` is given more than once{0}",
        "只留一个；不知道以哪一个为准，因此都不采用",
        "keep one; which one counts is not known, so none is used",
    )
    CELL_TOO_LONG = Saying(
        "单元格超过 {0} 个字：{found}",
        "the cell has more than {0} characters: {found}",
        "检查是否误填；长文字放在附件里",
        "check the entry; long texts belong in an annex",
    )
    NUMBER_TOO_LONG = Saying(
        "整数的位数太多，不能读入",
        "a whole number has too many digits to be read",
        "检查是否误填",
        "check the entry",
    )
    NAME_TOO_LONG = Saying(
        "名称超过 {0} 个字：{found}",
        "the name has more than {0} characters: {found}",
        "检查是否把内容写在了名称的位置",
        "see whether a content stands in the place of a name",
    )
    BROKEN_CHARACTER = Saying(
        "含有残缺的字符（只有半个编码）：{found}", "it has half of a character: {found}",
        "重新输入这段文字", "type the text again",
    )  # fmt: skip

    @property
    def code(self) -> str:
        return self.name.lower().replace("_", "-")

    def at(self, address: str, found: str = "", *details: Phrase | str | int) -> FormProblem:
        """A problem of this kind at `address`, where `found` stands; `details` fill its sentences."""
        quoted = excerpt(found)
        saying = self.value
        zh = [each.zh if isinstance(each, Phrase) else each for each in details]
        en = [each.en if isinstance(each, Phrase) else each for each in details]
        return FormProblem(
            self.code,
            address,
            quoted,
            saying.zh.format(*zh, found=quoted),
            saying.en.format(*en, found=quoted),
            saying.zh_help.format(*zh, found=quoted),
            saying.en_help.format(*en, found=quoted),
        )


class FormError(Exception):
    """There is no form: the file cannot be opened, or does not say what stands on the form.

    `problems` are the reasons, at least one; `str` tells them in Chinese and in English.
    """

    def __init__(self, problems: tuple[FormProblem, ...]) -> None:
        super().__init__(problems)
        self.problems = problems

    def __str__(self) -> str:
        shown = [_told(problem) for problem in self.problems[:_MOST_SHOWN]]
        more = len(self.problems) - len(shown)
        return "\n".join([*shown, *([f"…… +{more}"] if more else [])])


def _told(problem: FormProblem) -> str:
    return (
        f"{problem.address}: [{problem.code}] {problem.zh}\n"
        f"    {problem.zh_help}\n    {problem.en}\n    {problem.en_help}"
    )


def form_problem_from(problem: Problem, address: str) -> FormProblem:
    """What is wrong with a text as such, said of a form."""
    message, help_ = problem.message(), problem.help()
    found = excerpt(problem.span.text)
    return FormProblem(problem.code, address, found, message.zh, message.en, help_.zh, help_.en)


def excerpt(text: str, most: int = _MOST_QUOTED) -> str:
    """The beginning of `text`, safe to print: what a terminal would obey, or cannot print, is escaped."""
    shown = text[:most]
    if not shown.isprintable():
        shown = "".join(map(_printable, shown))
    return shown + ("…" if len(text) > most else "")


def _printable(char: str) -> str:
    return char if char.isprintable() or char == _WIDE_SPACE else char.encode("unicode_escape").decode()
