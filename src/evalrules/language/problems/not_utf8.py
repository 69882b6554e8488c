"""A file in another encoding than UTF-8, or damaged."""

from __future__ import annotations

import shlex
from enum import Enum
from pathlib import PurePath
from typing import ClassVar

from attrs import frozen

from evalrules.language.problems.problem import Phrase, Problem


class Encoding(Enum):
    """What a file that is not UTF-8 looks like; the value is the name that `iconv` knows."""

    GB18030 = "GB18030"
    """what Windows in China calls ANSI; GBK and GB2312 are parts of it"""
    UTF_16 = "UTF-16"
    UTF_32 = "UTF-32"
    DAMAGED = "UTF-8"
    """UTF-8 for the most part"""
    UNKNOWN = ""


@frozen(eq=False, repr=False)
class NotUtf8(Problem):
    """Files are UTF-8, so that a text reads the same on every machine.

    Failing:
        {gb18030}政策 p-1
          适用 project
          语言版本 1
    Fixed:
        政策 p-1
          适用 project
          语言版本 1
    """

    encoding: Encoding
    at: int
    """the offset of the first byte that is not UTF-8"""

    code: ClassVar[str] = "not-utf8"
    number: ClassVar[str] = "E0106"
    title: ClassVar[Phrase] = Phrase("文件不是 UTF-8 编码", "the file is not UTF-8")

    def message(self) -> Phrase:
        line, byte = self.span.line, self.at + 1
        match self.encoding:
            case Encoding.DAMAGED:
                return Phrase(
                    f"文件大体是 UTF-8 编码，但第 {line} 行（第 {byte} 个字节）已损坏",
                    f"the file is UTF-8 for the most part, but damaged on line {line} (byte {byte})",
                )
            case Encoding.UNKNOWN:
                looks = Phrase("，也看不出是哪种编码", ", and what it is instead cannot be told")
            case Encoding.GB18030:
                looks = Phrase("；看起来是 GB18030（GBK）", "; it looks like GB18030 (GBK)")
            case Encoding.UTF_16 | Encoding.UTF_32:
                looks = Phrase(f"；看起来是 {self.encoding.value}", f"; it looks like {self.encoding.value}")
        return Phrase(
            f"文件不是 UTF-8 编码：第 {line} 行（第 {byte} 个字节）读不出文字{looks.zh}",
            f"the file is not UTF-8: line {line} (byte {byte}) cannot be read{looks.en}",
        )

    def help(self) -> Phrase:
        match self.encoding:
            case Encoding.DAMAGED:
                return Phrase(
                    "用编辑器打开，重新输入这一行里变成乱码的文字，再按 UTF-8 保存",
                    "open it in an editor, retype the garbled characters of that line and save it as UTF-8",
                )
            case Encoding.UNKNOWN:
                return Phrase(
                    "用原来编写它的软件打开，确认文字正常，再另存为 UTF-8（记事本：另存为 → 编码 UTF-8）",
                    "open it in the program that made it, see that it reads well, and save it as UTF-8 "
                    "(Notepad: Save as → Encoding UTF-8)",
                )
            case Encoding.GB18030 | Encoding.UTF_16 | Encoding.UTF_32:
                return Phrase(
                    f"转成 UTF-8：{self.command}；或用记事本打开，另存为 → 编码 UTF-8",
                    f"convert it: {self.command}; or open it in Notepad, Save as → Encoding UTF-8",
                )

    @property
    def command(self) -> str:
        """What to type to convert the file; the result is a new file beside it."""
        path = PurePath(self.span.source.name)
        target = path.with_name(f"{path.stem}.utf8{path.suffix}") if path.name else PurePath("utf8")
        return f"iconv -f {self.encoding.value} -t UTF-8 {shlex.quote(str(path))} > {shlex.quote(str(target))}"
