"""What the tests of the workbench share: commands run in a folder of their own, and a library to choose from."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

import pytest
from attrs import frozen

from evalrules.workbench.cli import main

EXAMPLE = Path(__file__).parents[2] / "examples" / "yanchi-2022" / "form.json"

SCHEMA = """表式 grant
  名称 "资助项目自评表"
  语言版本 1

表头 表头 header
  地区  place  文字
  年度  year   文字

多行 指标 indicators
  三级指标    name        文字  标识
  年度指标值  target      目标
  实际完成值  actual      实绩
  分值        points      分数  满分
  自评得分    self_score  分数  自评
"""
HEAD = '政策 {id}\n  名称 "{id} 办法"\n  适用 grant\n{place}{year}  语言版本 1\n'
BODY = """
依据 注 官方 "表下注"

规则 指标得分 [注 1]
  对 指标
  得分 实际完成值 ÷ 年度指标值 × 分值

每行
  不低于 0
  不高于 分值
  四舍五入 至 0.01

总分 合计（得分）
  不舍入
"""
ROWS = [{"name": "一", "target": "4", "actual": "3", "points": "10", "self_score": "8"}]


@frozen
class Ran:
    """How a command ended, and what it said where."""

    status: int
    out: str
    err: str


Run: TypeAlias = Callable[..., Ran]


@pytest.fixture(autouse=True)
def cache(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Compiled policies are kept among the tests' own files, for all of them."""
    monkeypatch.setenv("EVALRULES_CACHE", str(tmp_path_factory.getbasetemp() / "cache"))


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs `evalrules` with the arguments given, in the test's folder."""
    monkeypatch.chdir(tmp_path)

    def command(*arguments: str | Path) -> Ran:
        status = main([str(each) for each in arguments])
        said = capsys.readouterr()
        return Ran(status, said.out, said.err)

    return command


def process(*arguments: str | Path, stdin: str = "", **environment: str) -> subprocess.CompletedProcess[bytes]:
    """Runs `evalrules` as a process of its own, with `stdin` to read and other variables in its environment."""
    return subprocess.run(
        [sys.executable, "-m", "evalrules", *map(str, arguments)],
        input=stdin.encode(),
        env={**os.environ, **environment},
        capture_output=True,
        check=False,
        timeout=60,
    )


def policy_text(id: str, place: str = "", year: str = "", body: str = BODY) -> str:
    """A policy for grants, of a place and a year if they are given."""
    lines = {"place": f'  地区 "{place}"\n' if place else "", "year": f"  年度 {year}\n" if year else ""}
    return HEAD.format(id=id, **lines) + body


def amendment_text(id: str, amends: str, *lines: str) -> str:
    """A policy that amends another, with further lines in its head."""
    return f"政策 {id}\n  修订 {amends}\n" + "".join(f"  {line}\n" for line in lines) + "  语言版本 1\n"


def form_text(**header: str) -> str:
    """A form for a grant, one row long, that says `header` of itself."""
    return json.dumps({"schema": "grant", **header, "indicators": ROWS}, ensure_ascii=False)


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """A folder with the schema of grants, to put policies into."""
    folder = tmp_path / "lib"
    (folder / "schemas").mkdir(parents=True)
    (folder / "schemas" / "grant.rules").write_text(SCHEMA, encoding="utf-8")
    return folder


def put(path: Path, text: str) -> Path:
    """Writes a file, and the folders it lies in."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def python(program: str, *arguments: str | Path) -> str:
    """What a program complains of, run by a Python of its own."""
    done = subprocess.run(
        [sys.executable, "-c", program, *map(str, arguments)],
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONUTF8": "1"},
        check=False,
        timeout=60,
    )
    return done.stderr if done.returncode else ""
