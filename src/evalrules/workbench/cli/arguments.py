"""Reads the arguments of a command. What argparse says in English is said in Chinese too, here and only here."""

from __future__ import annotations

import argparse
import re
from pathlib import Path
from typing import NoReturn

from evalrules.workbench.cli.streams import say

# What argparse says of wrong usage, and the same in Chinese. What stands in no row is told in English alone.
_SAID: tuple[tuple[str, str], ...] = (
    (r"the following arguments are required: (.+)", "缺少 {0}"),
    (r"unrecognized arguments: (.+)", "不认识 {0}"),
    (r"argument (.+?): invalid choice: (.+) \(choose from (.+)\)", "{0} 不能是 {1}，可以是 {2}"),
    (r"argument (.+?): expected one argument", "{0} 之后要写一个值"),
    (r"argument (.+?): ignored explicit argument (.+)", "{0} 之后不写值，不能是 {1}"),
    (r"argument (.+?): not allowed with argument (.+)", "{0} 和 {1} 不能同时用"),
)


class Parser(argparse.ArgumentParser):
    """The arguments of one command. Wrong usage ends with exit status 2."""

    def __init__(self, command: str, does: str, example: str) -> None:
        super().__init__(
            prog=f"evalrules {command}",
            description=does,
            epilog=f"例 example:\n  {example}",
            formatter_class=_Formatter,
            add_help=False,
            allow_abbrev=False,
        )
        self.operands = self.add_argument_group("参数 arguments")
        self.choices = self.add_argument_group("选项 options")

    def add_library(self) -> None:
        """`--library DIR`, which may be given again."""
        self.choices.add_argument(
            "--library",
            metavar="DIR",
            dest="libraries",
            type=Path,
            action="append",
            default=[],
            help="先在此文件夹及其下查找政策，可以写几个\na folder to search, with all below, first",
        )

    def add_general(self) -> None:
        """What every command has, last in the list."""
        self.choices.add_argument(
            "--lang", choices=("zh", "en"), default="zh", help="语言，默认 zh\nlanguage, zh by default"
        )
        self.choices.add_argument("-h", "--help", action="help", help="显示本说明\nshow this help")

    def error(self, message: str) -> NoReturn:
        """Say what is wrong with the usage, and what would be right."""
        said = _in_chinese(message)
        what = f"{said} ({message})" if said else message
        say(f"{self.prog}: {what}\n\n{self.format_usage()}\n{self.epilog}")
        self.exit(2)


class _Formatter(argparse.RawTextHelpFormatter):
    """Help with its headings in both languages, lines as they were written."""

    def add_usage(
        self,
        usage: str | None,
        actions: object,
        groups: object,
        prefix: str | None = None,
    ) -> None:
        super().add_usage(usage, actions, groups, "用法 usage: " if prefix is None else prefix)  # type: ignore[arg-type]


def _in_chinese(message: str) -> str:
    """The Chinese for what argparse says, or ""."""
    for said, words in _SAID:
        match = re.fullmatch(said, message, re.DOTALL)
        if match:
            return words.format(*match.groups())
    return ""
