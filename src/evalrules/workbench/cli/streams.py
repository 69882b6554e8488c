"""The two channels of a command: results on standard output, everything else on standard error.

Whatever stands on a form or in a policy, and whatever the terminal can show: printing it neither fails
nor steers the terminal.
"""

from __future__ import annotations

import os
import re
import sys
from contextlib import suppress
from functools import cache
from io import TextIOWrapper

# All control characters but tab and line feed, and those that turn the direction of a line around.
_STEERING = "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]"


def prepare() -> None:
    r"""Let both channels write `\u4e2d` for a character that they cannot show, rather than fail."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def say(words: str) -> None:
    """Say something that is no result."""
    if sys.stderr is not None:  # `print` would take standard output instead
        print(inert(words), file=sys.stderr, flush=True)


def show(result: str) -> None:
    """Print a result in words, as the terminal writes them, before anything else is said."""
    if sys.stdout is not None and sys.stdout.encoding:
        _warn_of(sys.stdout.encoding)
    print(inert(result), flush=True)


def hand_over(document: str) -> None:
    """Print a result that is a file of its own, and that says itself that it is UTF-8."""
    if isinstance(sys.stdout, TextIOWrapper) and not sys.stdout.isatty():
        sys.stdout.reconfigure(encoding="utf-8")
    print(inert(document))


def pass_on(text: str) -> None:
    """Print a text that another program reads back, as it is to the last character; a terminal is not steered."""
    if isinstance(sys.stdout, TextIOWrapper) and not sys.stdout.isatty():
        sys.stdout.reconfigure(encoding="utf-8", newline="")
        print(text, end="")
    else:
        print(inert(text), end="")


def discard_output() -> None:
    """Keep the interpreter from writing, at exit, what nobody takes."""
    with suppress(OSError, AttributeError):  # a stream without a file has nothing to keep back
        descriptor = sys.stdout.fileno()
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, descriptor)
        os.close(nowhere)


def inert(words: str) -> str:
    r"""`words` with each character that would steer a terminal written out, as JSON would: `\u009b`."""
    return re.sub(_STEERING, lambda found: f"\\u{ord(found[0]):04x}", words)


@cache
def _warn_of(encoding: str) -> None:
    """Say, once, how to come by Chinese where the terminal cannot write any."""
    try:
        "中".encode(encoding)
    except UnicodeEncodeError:
        say(f"evalrules: the output is in {encoding}, which has no Chinese; set PYTHONUTF8=1")
