"""The commands and their options, from the parsers."""

from __future__ import annotations

from argparse import Action, ArgumentParser, _HelpAction
from importlib import import_module

from evalrules.workbench.cli import COMMANDS, ERRORS, INTERRUPTED, OK, UNREAD, USAGE
from tests.docs.made.markdown import code, said, table


def command_entries() -> str:
    """An entry a command: what it does, its operands, its options."""
    return "\n".join(_entry(name) for name, _ in COMMANDS)


def exit_statuses() -> str:
    """What each exit status says."""
    rows = (
        (
            OK,
            (
                "做完了；`explain` 的表格都算出了，`check` 没有错误，`fmt` 都已整理，`verify` 每一步都成立，"
                "`diff` 没有不同，`mutate` 都发现了"
            ),
            "done",
        ),
        (
            ERRORS,
            "表格或政策有错误；有的行没有算出；`fmt --check` 有需要整理的；复核有不成立的步骤；两个政策不同",
            "the form, the policy or the explanation has errors; two policies differ",
        ),
        (USAGE, "用法不对", "wrong usage"),
        (INTERRUPTED, "被中断（Ctrl-C）", "interrupted"),
        (UNREAD, "输出没有人读了（管道断开）", "nobody reads the output"),
    )
    return table(("退出码 · status", "意思", "meaning"), [(str(status), zh, en) for status, zh, en in rows])


def _entry(name: str) -> str:
    parser: ArgumentParser = import_module(f"evalrules.workbench.cli.{name}")._parser()
    actions = [action for action in parser._actions if not isinstance(action, _HelpAction)]
    example = (parser.epilog or "").partition("\n")[2].strip().replace("\n  ", "\n")
    return (
        f"## evalrules {name}\n\n{parser.description}\n\n"
        + table(("参数、选项", "取值 · values", "意思", "meaning"), map(_row, actions))
        + f"\n```sh\n{example}\n```\n"
    )


def _row(action: Action) -> tuple[str, str, str, str]:
    metavar = action.metavar if isinstance(action.metavar, str) else ""
    name = " ".join(part for part in (", ".join(action.option_strings), metavar) if part)
    values = " ".join(code(str(each)) for each in action.choices or ())
    zh, _, en = (action.help or "").partition("\n")
    return code(name), values, said(zh), said(en)
