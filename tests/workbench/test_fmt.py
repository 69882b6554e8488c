"""`evalrules fmt`: files are laid out in place, or left exactly as they are."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from evalrules.language.formatting import layout
from tests.workbench.conftest import Run, process, put

LOOSE = "参数 a=1\n参数 bb = 2 # 注\n"
NEAT = "参数 a  = 1\n参数 bb = 2  # 注\n"
BROKEN = "参数 a =\n"


def test_a_file_is_laid_out(run: Run, tmp_path: Path) -> None:
    """What was done is said; a second time there is nothing to do."""
    path = put(tmp_path / "p.rules", LOOSE)
    ran = run("fmt", "p.rules")
    assert (ran.status, ran.out, ran.err) == (0, "p.rules：已整理\n1 个文件，1 个有改动\n", "")
    assert path.read_text(encoding="utf-8") == NEAT
    assert run("fmt", "p.rules", "--lang", "en").out == "files: 1, changed: 0\n"


def test_a_folder_is_laid_out_with_all_below(run: Run, tmp_path: Path) -> None:
    """Without a path, it is the folder one stands in; other files are none of its business."""
    put(tmp_path / "a" / "p.rules", LOOSE)
    put(tmp_path / "b" / "c" / "q.rules", NEAT)
    put(tmp_path / "notes.txt", LOOSE)
    ran = run("fmt")
    assert (ran.status, ran.err) == (0, "")
    assert ran.out.splitlines() == [f"{Path('a/p.rules')}：已整理", "2 个文件，1 个有改动"]
    assert (tmp_path / "notes.txt").read_text(encoding="utf-8") == LOOSE


def test_checking_writes_nothing(run: Run, tmp_path: Path) -> None:
    path = put(tmp_path / "p.rules", LOOSE)
    put(tmp_path / "q.rules", NEAT)
    ran = run("fmt", "--check", "p.rules", "q.rules")
    assert (ran.status, ran.out) == (1, "p.rules：需要整理\n2 个文件，1 个需要整理\n")
    assert path.read_text(encoding="utf-8") == LOOSE
    assert run("fmt", "--check", "q.rules").status == 0


def test_keywords_are_put_into_another_language(run: Run, tmp_path: Path) -> None:
    """And back: the same text."""
    path = put(tmp_path / "p.rules", NEAT)
    assert run("fmt", "--keywords", "en", path).status == 0
    assert path.read_text(encoding="utf-8") == NEAT.replace("参数", "parameter")
    run("fmt", "--keywords", "zh", path)
    assert path.read_text(encoding="utf-8") == NEAT


def test_a_file_with_problems_is_left_alone(run: Run, tmp_path: Path) -> None:
    """Its problems are told as `check` tells them, and the other files are laid out."""
    bad = put(tmp_path / "a.rules", BROKEN)
    good = put(tmp_path / "b.rules", LOOSE)
    (tmp_path / "c.rules").write_bytes("参数".encode("gb18030"))
    ran = run("fmt", "a.rules", "b.rules", "c.rules", "nosuch.rules", "empty")
    assert ran.status == 1
    assert ran.out == "b.rules：已整理\n5 个文件，1 个有改动\n"
    assert bad.read_text(encoding="utf-8") == BROKEN
    assert good.read_text(encoding="utf-8") == NEAT
    for code in ("unexpected-word", "not-utf8", "cannot-open"):
        assert code in ran.err


def test_a_folder_without_policies_is_told(run: Run, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    ran = run("fmt", "empty")
    assert ran.status == 1
    assert "nothing-to-check" in ran.err


@pytest.mark.skipif(os.name == "nt", reason="permissions and links of Unix")
def test_a_file_keeps_its_permissions_and_its_links(run: Run, tmp_path: Path) -> None:
    path = put(tmp_path / "p.rules", LOOSE)
    path.chmod(0o640)
    (tmp_path / "link.rules").symlink_to(path)
    assert run("fmt", "link.rules").status == 0
    assert (tmp_path / "link.rules").is_symlink()
    assert path.read_text(encoding="utf-8") == NEAT
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


def test_a_file_that_cannot_be_written_is_whole(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A full disk takes nothing away, and leaves nothing behind."""
    path = put(tmp_path / "p.rules", LOOSE)

    def fail(self: Path, target: Path) -> Path:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", fail)
    ran = run("fmt", "p.rules")
    assert ran.status == 1
    assert "cannot-write" in ran.err
    assert path.read_text(encoding="utf-8") == LOOSE
    assert [each.name for each in tmp_path.iterdir()] == ["p.rules"]


def test_a_text_that_would_change_its_meaning_is_not_written(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = put(tmp_path / "p.rules", LOOSE)
    monkeypatch.setattr(layout, "_laid_out", lambda concrete, keywords: NEAT.replace("2", "3"))
    ran = run("fmt", "p.rules")
    assert ran.status == 1
    assert "layout-refused" in ran.err
    assert path.read_text(encoding="utf-8") == LOOSE


@pytest.mark.parametrize(
    ("text", "options", "status", "out"),
    [
        (LOOSE, (), 0, NEAT),
        ('示例 "\x1b[1m"\n', (), 0, '示例 "\x1b[1m"\n'),
        (LOOSE, ("--check",), 1, ""),
        (NEAT, ("--check",), 0, ""),
        (BROKEN, (), 1, ""),
    ],
)
def test_standard_input_goes_to_standard_output(text: str, options: tuple[str, ...], status: int, out: str) -> None:
    """To the last character; what cannot be read is not repeated."""
    done = process("fmt", "-", *options, stdin=text)
    assert (done.returncode, done.stdout.decode()) == (status, out)
    assert bool(done.stderr) == (text is BROKEN)
