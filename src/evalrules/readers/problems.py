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
        '运行 pip install "evalrules[{1}]"，或改用 JSON',
        'run pip install "evalrules[{1}]", or use JSON',
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
    DAMAGED_FILE = Saying(
        "这不是完好的 {0} 文件",
        "this is no sound {0} file",
        "用原来的软件打开它，另存一份再试",
        "open it in the program it came from, save it again, and try that",
    )
    ENCRYPTED_FILE = Saying(
        "文件有密码，不能读",
        "the file is protected by a password",
        "去掉密码，另存一份",
        "save a copy without the password",
    )
    UNSAFE_FILE = Saying(
        "文件里有不该有的东西：{0}，因此不读",
        "the file holds what no form needs, {0}, and is not read",
        "把表格内容复制到一个新文件里再试",
        "copy the form into a new file and try that",
    )
    UNPACKED_TOO_LARGE = Saying(
        "文件解开后超过 {0} 字节",
        "the file has more than {0} bytes when unpacked",
        "检查是否选错了文件；表格里的图片和附件另外存放",
        "see whether it is the right file; keep pictures and annexes apart",
    )
    TOO_MANY_CELLS = Saying(
        "有内容或格式的单元格超过 {0} 个",
        "more than {0} cells have a content or a format",
        "删去表格下面和右边的空行、空列，取消大片的合并，再另存一份",
        "delete the empty rows and columns around the form, undo large merges, and save it again",
    )
    TOO_MANY_PAGES = Saying(
        "文件超过 {0} 页",
        "the file has more than {0} pages",
        "只留自评表所在的几页",
        "keep the pages with the form",
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

    # what a document prints
    NO_FORM_FOUND = Saying(
        "没有找到自评表：没有一行像表头（指标名称、指标值、完成值、分值、得分）",
        "no form was found: no row looks like the head of one (indicator, target, actual, points, score)",
        "检查是否选错了文件；表头的名称见 evalrules read 的说明",
        "see whether it is the right file; what heads are known, the page about evalrules read says",
    )
    SEVERAL_FORMS = Saying(
        "文件里有 {0} 张表：{1}",
        "the file holds {0} forms: {1}",
        "用 --form 选一张，例如 --form 2",
        "choose one with --form, such as --form 2",
    )
    NO_SUCH_FORM = Saying(
        "没有第 {0} 张表，文件里有 {1} 张",
        "there is no form number {0}; the file holds {1}",
        "用 evalrules read 看有哪几张",
        "see which there are with evalrules read",
    )
    HIDDEN_SHEET = Saying(
        "工作表“{found}”是隐藏的，没有读",
        "sheet `{found}` is hidden and was not read",
        "表格若在其中，取消隐藏",
        "show it if the form is there",
    )
    FORMULA_WITHOUT_VALUE = Saying(
        "公式没有存下结果：{found}",
        "the formula was saved without its result: {found}",
        "用表格软件打开文件，保存一次，或改填数值",
        "open the file in a spreadsheet program and save it, or enter the value",
    )
    FORMULA_ERROR = Saying(
        "公式的结果是错误：{found}",
        "the result of the formula is an error: {found}",
        "改正公式，或改填数值",
        "correct the formula, or enter the value",
    )
    DISPLAY_UNCLEAR = Saying(
        "单元格存的是 {found}，显示格式“{0}”把它改成了别的样子，不知道以哪一个为准",
        "the cell holds {found}, and its format `{0}` shows something else: which one counts is not known",
        "把格式改为常规，填写表上要印的数",
        "set the format to General and enter what the form should print",
    )
    UNALIGNED_ROW = Saying(
        "这一行的单元格对不上表头：{found}",
        "the cells of this row cannot be matched with the head: {found}",
        "读原来的 xlsx、docx 或 html 文件，或照表头补上空格",
        "read the original xlsx, docx or html file, or put the empty cells in",
    )
    SHARED_CELL = Saying(
        "“{found}”是几行合并的一格，只算在第一行",
        "`{found}` is one cell merged over several rows and counts in the first only",
        "取消合并，把分值和得分分到各行",
        "undo the merge, and give each row its own points and score",
    )
    COLUMN_TWICE = Saying(
        "有两栏都像“{0}”，另一栏在 {1}，不知道以哪一栏为准",
        "two columns may be `{0}`, the other one at {1}: which one counts is not known",
        "改一改其中一栏的表头",
        "change the head of one of them",
    )
    FACT_TWICE = Saying(
        "“{0}”填了两次而且不同，另一处在 {1}",
        "`{0}` is given twice and differently, also at {1}",
        "只留一处",
        "keep one",
    )
    SIGNS_DIFFER = Saying(
        "符号写在两处而且不同：“{found}”和“{0}”",
        "the comparator is given twice and differently: `{found}` and `{0}`",
        "只留一处",
        "keep one",
    )
    UNCLEAR_TOTAL = Saying(
        "总分一行看不出是分值还是得分：{found}",
        "the total is not told apart, points or score: {found}",
        "把合计的分值和得分分别填在各自的栏里",
        "put the total of the points and of the scores each in its own column",
    )
    TWO_MONEY_UNITS = Saying(
        "金额既写了元，又写了万元：{found}",
        "the amounts are said to be in 元 and in 万元: {found}",
        "只留一个单位",
        "keep one unit",
    )
    UNREAD_AT_ORIGIN = Saying(
        "原文件中有没读懂的内容：{found}（{0}）",
        "part of the original file was not understood: {found} ({0})",
        "对照原文件改正",
        "correct it by the original file",
    )

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
