"""What breaks a file at one place, and the slip of the pen behind it: mostly Chinese punctuation."""

from __future__ import annotations

from evalrules.language.policy.form import FormProblem
from evalrules.language.problems import Phrase
from evalrules.language.source import Source
from evalrules.readers.problems import FormProblemKind, excerpt

_END = Phrase("文件的结尾", "the end of the file")

# Slips that break every format: the characters, and what to do about them.
_SLIPS: tuple[tuple[str, Phrase], ...] = (
    ("“”„‟「」『』＂", Phrase('中文引号改成半角引号 "', 'use the half-width quotation mark "')),
    ("‘’＇", Phrase("中文单引号改成半角引号", "use half-width quotation marks")),
    ("：", Phrase("中文冒号改成半角冒号 :", "use the half-width colon :")),
    ("，、；", Phrase("中文逗号、顿号、分号改成半角逗号 ,", "use the half-width comma ,")),
    ("｛｝［］【】", Phrase("中文括号改成半角括号", "use half-width brackets")),
    ("＝", Phrase("中文等号改成半角等号 =", "use the half-width sign =")),
)

_CONTROL = Phrase("删去这个控制字符", "remove this control character")

_ELSE: dict[str, Phrase] = {
    "JSON": Phrase(
        '看它前面是否少了逗号或引号；单元格里的双引号写作 \\"',
        'see whether a comma or a quotation mark is missing before it; a " inside a cell is written \\"',
    ),
    "YAML": Phrase(
        "看缩进是否对齐、冒号后是否有空格；含 : # 的内容用引号括起来",
        "see whether lines are aligned and a blank follows each colon; put a content with : or # in quotes",
    ),
    "TOML": Phrase(
        '写成 名称 = "内容"；中文名称也用引号括起来',
        'write name = "content"; put names that are not ASCII in quotes too',
    ),
}

# Slips of one format, by the character at which they come to light.
_OWN: dict[tuple[str, str], Phrase] = {
    ("JSON", ","): Phrase("删去多余的逗号", "remove the comma"),
    ("JSON", "'"): Phrase('单引号改成双引号 "', 'use the double quotation mark "'),
    ("JSON", "/"): Phrase("JSON 里不能写注释，删去它", "JSON has no comments: remove it"),
    ("JSON", "#"): Phrase("JSON 里不能写注释，删去它", "JSON has no comments: remove it"),
    ("JSON", '"'): Phrase("这个引号没有配对，或它前面少了逗号", "it is not closed, or a comma is missing before it"),
    ("JSON", "{"): Phrase(
        "它前面少了逗号，或文件里不止一张表", "a comma is missing before it, or the file holds several forms"
    ),
    ("JSON", "\\"): Phrase("单元格里的反斜杠写作 \\\\", "a \\ inside a cell is written \\\\"),
    ("JSON", "\n"): Phrase(
        "前面的引号没有配对；单元格里的换行写作 \\n",
        "a quotation mark is not closed; a new line inside a cell is written \\n",
    ),
    ("JSON", "\t"): Phrase("单元格里的制表符写作 \\t", "a tab inside a cell is written \\t"),
    ("YAML", "\t"): Phrase("缩进用空格，不能用制表符", "indent with blanks, not with tabs"),
}


def malformed(source: Source, at: int, form: str) -> FormProblem:
    """That `source` stops being JSON, YAML or TOML (`form`) at the offset `at`, and why that may be."""
    at = min(at, len(source.text))
    line = source.line_of(at)
    address = f"{source.name}:{line}:{at - source.line_starts[line - 1] + 1}"
    if not source.text[at:].strip():
        hint = Phrase(
            "文件在此中断，补上缺少的引号或括号",
            "the file breaks off: add the missing quotation mark or bracket",
        )
        return FormProblemKind.MALFORMED.at(address, "", form, _END, hint)
    found = source.text[at]
    quoted = excerpt(found)
    shown = Phrase(f"「{quoted}」", f"`{quoted}`")
    return FormProblemKind.MALFORMED.at(address, found, form, shown, _hint(found, form))


def _hint(found: str, form: str) -> Phrase:
    """What to do about the character `found` in a file of format `form`."""
    for characters, hint in _SLIPS:
        if found in characters:
            return hint
    return _OWN.get((form, found)) or (_CONTROL if found < " " else _ELSE[form])
