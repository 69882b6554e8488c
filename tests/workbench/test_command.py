"""The command as a whole: help, usage, exit status, and that nothing ends in a traceback."""

from __future__ import annotations

import io
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

import evalrules
from evalrules.workbench import cli
from evalrules.workbench.cli import COMMANDS, main
from tests.workbench.conftest import EXAMPLE, Run, process

_CHINESE = re.compile("[\u4e00-\u9fff]")


def test_the_version_is_printed(run: Run) -> None:
    ran = run("--version")
    assert (ran.status, ran.out, ran.err) == (0, f"evalrules {evalrules.__version__}\n", "")


@pytest.mark.parametrize("word", ["--help", "-h", "help"])
def test_help_lists_the_commands(run: Run, word: str) -> None:
    ran = run(word)
    assert (ran.status, ran.err) == (0, "")
    assert all(name in ran.out for name, _ in COMMANDS)


@pytest.mark.parametrize("name", [name for name, _ in COMMANDS])
def test_each_command_has_help_with_an_example(run: Run, name: str) -> None:
    """Help says in both languages what the command does, what each option is for, and gives a line to type."""
    ran = run(name, "--help")
    assert (ran.status, ran.err) == (0, "")
    assert f"用法 usage: evalrules {name}" in ran.out
    assert f"  evalrules {name}" in ran.out.split("例 example:")[1]
    options = ran.out.split("选项 options:")[1].split("例 example:")[0].split("\n  -")[1:]
    assert len(options) >= 2
    assert all(_CHINESE.search(option) for option in options)


def test_no_command_is_wrong_usage(run: Run) -> None:
    ran = run()
    assert (ran.status, ran.out) == (2, "")
    assert "evalrules COMMAND" in ran.err


def test_an_unknown_command_is_wrong_usage(run: Run) -> None:
    ran = run("expain", "form.json")
    assert (ran.status, ran.out) == (2, "")
    assert "没有“expain”这个命令 (no command `expain`)" in ran.err


@pytest.mark.parametrize(
    ("arguments", "zh", "en"),
    [
        ("explain", "缺少 FORM", "the following arguments are required: FORM"),
        ("explain a b", "不认识 b", "unrecognized arguments: b"),
        ("explain a --colour", "不认识 --colour", "unrecognized arguments: --colour"),
        ("explain a --pol p", "不认识 --pol p", "unrecognized arguments: --pol p"),
        ("explain a --row", "--row 之后要写一个值", "expected one argument"),
        ("explain a --format pdf", "--format 不能是 'pdf'，可以是", "invalid choice: 'pdf'"),
        ("check", "缺少 FILE", "the following arguments are required: FILE"),
        ("check a --help=b", "-h/--help 之后不写值，不能是 'b'", "ignored explicit argument 'b'"),
        ("verify", "缺少 FILE", "the following arguments are required: FILE"),
        ("policies a", "不认识 a", "unrecognized arguments: a"),
    ],
)
def test_wrong_usage_is_told_in_both_languages(run: Run, arguments: str, zh: str, en: str) -> None:
    """What argparse says is said in Chinese as well, then how the command is used; the exit status is 2."""
    ran = run(*arguments.split())
    assert (ran.status, ran.out) == (2, "")
    told, usage = ran.err.split("\n", maxsplit=1)
    assert told.startswith(f"evalrules {arguments.split(maxsplit=1)[0]}: {zh}")
    assert en in told
    assert "用法 usage: evalrules" in usage
    assert "例 example:" in usage


def test_the_module_can_be_run() -> None:
    """`python -m evalrules` is the command."""
    assert process("--version").stdout.decode().split() == ["evalrules", evalrules.__version__]


# ---- the end of a command ------------------------------------------------------------------------


def break_down(error: BaseException, monkeypatch: pytest.MonkeyPatch) -> None:
    """Lets every command fail with `error`."""

    def dispatch(words: object) -> int:
        raise error

    monkeypatch.setattr(cli, "_dispatch", dispatch)


@pytest.mark.parametrize("error", [RuntimeError("x"), RecursionError(), MemoryError(), KeyError("x"), AssertionError()])
def test_a_bug_is_confessed_in_one_sentence(run: Run, monkeypatch: pytest.MonkeyPatch, error: Exception) -> None:
    """Both languages, the kind of exception, how to learn more; no traceback."""
    break_down(error, monkeypatch)
    monkeypatch.delenv("EVALRULES_DEBUG", raising=False)
    ran = run("explain", "x")
    assert (ran.status, ran.out) == (1, "")
    assert ran.err.count("\n") == 1
    for words in (type(error).__name__, "请报告这个缺陷", "please report this bug", "EVALRULES_DEBUG=1"):
        assert words in ran.err


def test_a_bug_shows_its_traceback_on_demand(monkeypatch: pytest.MonkeyPatch) -> None:
    break_down(RuntimeError("x"), monkeypatch)
    monkeypatch.setenv("EVALRULES_DEBUG", "1")
    with pytest.raises(RuntimeError):
        main(["explain", "x"])


def test_an_interrupted_command_says_nothing(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    break_down(KeyboardInterrupt(), monkeypatch)
    ran = run("explain", "x")
    assert (ran.status, ran.out, ran.err) == (130, "", "")


def test_a_channel_that_fails_is_told(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    break_down(OSError(28, "No space left on device"), monkeypatch)
    ran = run("explain", "x")
    assert (ran.status, ran.out) == (1, "")
    assert ran.err == "evalrules: 读写出错：No space left on device (cannot read or write: No space left on device)\n"


@pytest.mark.skipif(os.name == "nt", reason="signals and devices of Unix")
@pytest.mark.parametrize(
    ("redirection", "status"),
    [
        ("| head -c 1 >/dev/null; exit ${PIPESTATUS[0]}", 141),
        (">/dev/full", 1),
        (">&-", 0),
        ("2>&- >/dev/null", 0),
        ("2>/dev/full >/dev/null", 1),
    ],
)
def test_no_channel_makes_a_traceback(redirection: str, status: int) -> None:
    """A reader who leaves, a full disk, a channel that is closed."""
    line = f"'{sys.executable}' -m evalrules explain '{EXAMPLE}' --format json {redirection}"
    done = subprocess.run(["bash", "-c", line], capture_output=True, encoding="utf-8", check=False, timeout=60)
    assert "Traceback" not in done.stderr
    assert "Exception ignored" not in done.stderr
    assert done.returncode == status


# ---- what a channel can show ---------------------------------------------------------------------


@pytest.mark.parametrize(
    "environment",
    [
        {"PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"},
        {"PYTHONIOENCODING": "gbk", "PYTHONUTF8": "0"},
        {"PYTHONIOENCODING": "latin-1", "PYTHONUTF8": "0"},
        {"LC_ALL": "C", "LANG": "C"},
        {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"},
    ],
    ids=lambda environment: " ".join(environment.values()),
)
@pytest.mark.parametrize("medium", ["text", "json", "markdown", "html"])
def test_every_encoding_can_be_printed_in(medium: str, environment: dict[str, str]) -> None:
    """Text in what the terminal has; a document, which says so itself, in UTF-8."""
    environment = {"PYTHONIOENCODING": "", "LC_ALL": "", **environment}
    done = process("explain", EXAMPLE, "--format", medium, **environment)
    assert (done.returncode, b"Traceback" in done.stderr) == (0, False)
    if medium != "text":
        assert "群众满意度" in done.stdout.decode("utf-8")
    elif environment["PYTHONIOENCODING"] == "gbk":
        assert "群众满意度" in done.stdout.decode("gbk")
    elif environment["PYTHONIOENCODING"]:
        assert b"\\u7fa4\\u4f17" in done.stdout
        assert b"PYTHONUTF8=1" in done.stderr


def test_arguments_of_any_bytes_can_be_named(tmp_path: Path) -> None:
    """A file name that is no text is shown with its bytes written out."""
    if os.name == "nt":
        pytest.skip("file names of Windows are text")
    done = subprocess.run(
        [sys.executable, "-m", "evalrules", "explain", b"\xff\x1b[2J.json"],
        cwd=tmp_path,
        capture_output=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == 1
    assert b"\\udcff\\u001b[2J.json" in done.stderr


def test_a_result_can_go_to_any_stream(monkeypatch: pytest.MonkeyPatch) -> None:
    """A stream that is no file, as a notebook has it, serves as well."""
    out = io.StringIO()
    monkeypatch.setattr(sys, "stdout", out)
    assert main(["policies", "--format", "json"]) == 0
    assert '"yanchi-2022"' in out.getvalue()
