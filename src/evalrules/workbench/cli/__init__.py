"""The command `evalrules`: one file a subcommand, imported only when it is the one asked for."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from importlib import import_module

from evalrules import __version__
from evalrules.workbench.cli.streams import discard_output, prepare, say

# In the order in which `evalrules --help` lists them.
COMMANDS: tuple[tuple[str, str], ...] = (
    ("explain", "说明一张表的得分从何而来  how a form came by its score"),
    ("score", "给一个文件夹的各张表计分、排位  score the forms of a folder"),
    ("read", "读文件里的自评表，看读懂了什么  what the forms in a file say"),
    ("check", "检查政策文件  what is wrong with a policy file"),
    ("test", "运行政策的示例，说明到达了多少  run the examples of policies, and say what they reach"),
    ("fuzz", "找出违反不变量的表格  a form on which the policy breaks what it claims"),
    ("fmt", "整理政策文件的版式  lay out policy files"),
    ("verify", "复核一份得分说明的每一步  re-check every step of an explanation"),
    ("diff", "两个政策有何不同，谁的得分变了  what changed between two policies, and whose scores"),
    ("readings", "换一种读法，哪些表的得分不同  whose scores rest on how the text is read"),
    ("mutate", "示例漏掉什么  what the examples of a policy miss"),
    ("new", "起草一份政策  begin a policy"),
    ("policies", "列出政策库  the policies of the library"),
)

OK, ERRORS, USAGE = 0, 1, 2
"""Exit status: done; the form or the policy has errors; wrong usage."""

INTERRUPTED, UNREAD = 130, 141
"""Exit status where a signal would have ended other programs: Ctrl-C; nobody reads the output any more."""

Run = Callable[[Sequence[str]], int]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command. Nothing that a user can get wrong ends in a traceback."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    prepare()
    return _guarded(lambda: _dispatch(words))


def _dispatch(words: Sequence[str]) -> int:
    if not words:
        say(_usage())
        return USAGE
    if words[0] in ("--version", "-V"):
        print(f"evalrules {__version__}")
        return OK
    if words[0] in ("-h", "--help", "help"):
        print(_usage())
        return OK
    if words[0] not in dict(COMMANDS):
        say(f"evalrules: 没有“{words[0]}”这个命令 (no command `{words[0]}`)\n\n{_usage()}")
        return USAGE
    run: Run = import_module(f"evalrules.workbench.cli.{words[0]}").run
    return run(words[1:])


def _guarded(command: Callable[[], int]) -> int:
    """The exit status of `command`, however it ends."""
    try:
        status = command()
        if sys.stdout is not None:  # a process may be started without one
            sys.stdout.flush()
        return status
    except SystemExit as stop:  # argparse leaves that way
        return stop.code if isinstance(stop.code, int) else OK
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        discard_output()
        return UNREAD
    except Exception as error:  # the last resort: whatever it is, nobody is shown a traceback
        if os.environ.get("EVALRULES_DEBUG"):
            raise
        return _confess(error)


def _confess(error: Exception) -> int:
    """Say that something went wrong which is not the user's mistake; a full disk is not ours either."""
    kind = type(error).__name__
    said = (
        f"evalrules: 程序内部出错（{kind}），请报告这个缺陷；设 EVALRULES_DEBUG=1 再运行一次可得详情 "
        f"(internal error, {kind}: please report this bug; EVALRULES_DEBUG=1 shows the details)"
    )
    if isinstance(error, OSError):
        why = error.strerror or str(error)
        said = f"evalrules: 读写出错：{why} (cannot read or write: {why})"
        discard_output()
    with suppress(OSError):
        say(said)
    return ERRORS


def _usage() -> str:
    commands = "\n".join(f"  {name:<10} {words}" for name, words in COMMANDS)
    return (
        "用法 usage: evalrules COMMAND …\n\n"
        f"{commands}\n\n"
        "evalrules COMMAND --help 说明各命令的用法 (says how a command is used)\n"
        "evalrules --version      版本 the version\n\n"
        "例 example: evalrules explain form.json\n\n"
        "退出码 exit status: 0 成功 done, 1 表格或政策有错误 the form or the policy has errors, "
        "2 用法不对 wrong usage"
    )
