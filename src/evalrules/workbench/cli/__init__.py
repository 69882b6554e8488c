"""The command `evalrules`: one file a subcommand, imported only when it is the one asked for."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from importlib import import_module

from evalrules import __version__

# In the order in which `evalrules --help` lists them.
COMMANDS: tuple[tuple[str, str], ...] = (
    ("explain", "说明一张表的得分从何而来  how a form came by its score"),
    ("check", "检查政策文件  what is wrong with a policy file"),
    ("verify", "复核一份得分说明的每一步  re-check every step of an explanation"),
    ("policies", "列出政策库  the policies of the library"),
)

OK, ERRORS, USAGE = 0, 1, 2
"""Exit status: done; the form or the policy has errors; wrong usage."""

Run = Callable[[Sequence[str]], int]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command. Nothing that a user can get wrong ends in a traceback."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    if words[:1] in (["--version"], ["-V"]):
        print(f"evalrules {__version__}")
        return OK
    if not words or words[0] in ("-h", "--help", "help"):
        print(_usage())
        return OK if words else USAGE
    if words[0] not in dict(COMMANDS):
        print(f"evalrules: 没有“{words[0]}”这个命令 (no command `{words[0]}`)\n\n{_usage()}", file=sys.stderr)
        return USAGE
    return _run(words[0], words[1:])


def _run(command: str, arguments: Sequence[str]) -> int:
    run: Run = import_module(f"evalrules.workbench.cli.{command}").run
    try:
        status = run(arguments)
        sys.stdout.flush()
        return status
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        sys.stderr.close()  # the reader has left; there is nobody to tell
        return OK


def _usage() -> str:
    commands = "\n".join(f"  {name:<10} {words}" for name, words in COMMANDS)
    return (
        "用法 usage: evalrules COMMAND …\n\n"
        f"{commands}\n\n"
        "evalrules COMMAND --help 说明各命令的用法 (says how a command is used)\n"
        "evalrules explain examples/yanchi-2022/form.json"
    )
