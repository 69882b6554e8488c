"""A compiled policy is kept under all that it was made of, and trusted only if it is whole and the user's own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from evalrules import pipeline
from evalrules.language.policy.policy import CheckedPolicy
from evalrules.language.source import Source
from evalrules.library import cache
from evalrules.library.cache import MOST_KEPT, keep, key_of, recall
from evalrules.library.shelf import Shelf, shipped
from evalrules.pipeline import compile_policy, recall_or_compile

KEY = "0" * 64


@pytest.fixture(scope="session")
def policy() -> CheckedPolicy:
    shelf = Shelf(shipped())
    source = shelf.policy_source("yanchi-2022")
    assert source is not None
    compiled = compile_policy(source, shelf).policy
    assert compiled is not None
    return compiled


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty cache of one's own."""
    monkeypatch.setenv("EVALRULES_CACHE", str(tmp_path / "cache"))
    return tmp_path / "cache"


def test_what_is_kept_is_recalled(policy: CheckedPolicy, folder: Path) -> None:
    """It is the same policy; the folder is private; nothing unfinished is left."""
    assert recall(KEY) is None
    keep(KEY, policy)
    recalled = recall(KEY)
    assert recalled is not None
    assert recalled.hash == policy.hash
    assert [path.name for path in folder.iterdir()] == [f"{KEY}.json"]
    if os.name == "posix":
        assert folder.stat().st_mode & 0o777 == 0o700


# ---- the key -------------------------------------------------------------------------------------

TEXTS = {
    "grant": "表式 grant\n",
    "base": "政策 base\n  适用 grant\n",
    "p": "政策 p\n  修订 base\n",
}


def key(folder: Path, version: str = "1") -> str:
    """The key of the policy p in a folder."""
    shelf = Shelf((folder,))
    source = shelf.policy_source("p")
    assert source is not None
    return key_of(shelf.texts_behind(source), version)


@pytest.mark.parametrize("changed", ["grant", "base", "p"])
def test_a_change_of_any_text_changes_the_key(changed: str, tmp_path: Path) -> None:
    """The policy's own, the schema's, that of a policy it amends; of a stranger's, not."""
    for name, text in TEXTS.items():
        (tmp_path / f"{name}.rules").write_text(text, encoding="utf-8")
    before = key(tmp_path)
    (tmp_path / "stranger.rules").write_text("政策 stranger\n", encoding="utf-8")
    assert key(tmp_path) == before
    (tmp_path / f"{changed}.rules").write_text(TEXTS[changed] + "# 改\n", encoding="utf-8")
    assert key(tmp_path) != before


def test_another_version_has_another_key(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of the program, or of the layout in which policies are kept."""
    for name, text in TEXTS.items():
        (tmp_path / f"{name}.rules").write_text(text, encoding="utf-8")
    before = key(tmp_path)
    assert key(tmp_path, "2") != before
    monkeypatch.setattr(cache, "LAYOUT", "another")
    assert key(tmp_path) != before


def test_where_one_text_ends_and_the_next_begins_matters() -> None:
    assert key_of((Source("a", "bc"),), "1") != key_of((Source("ab", "c"),), "1")
    assert key_of((Source("a", "b"), Source("c", "d")), "1") != key_of((Source("a", "bcd"),), "1")


# ---- what is not trusted -------------------------------------------------------------------------


def test_a_damaged_entry_is_none(policy: CheckedPolicy, folder: Path) -> None:
    """Cut short anywhere, or with any part altered, it is ignored; and replaced the next time."""
    keep(KEY, policy)
    path = folder / f"{KEY}.json"
    whole = path.read_bytes()
    for at in range(0, len(whole), 997):
        path.write_bytes(whole[:at])
        assert recall(KEY) is None
        path.write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
        assert recall(KEY) is None
    path.write_bytes(whole)
    assert recall(KEY) is not None


def test_an_entry_under_another_name_is_none(policy: CheckedPolicy, folder: Path) -> None:
    """A sound policy is not taken for another one."""
    keep(KEY, policy)
    other = "1" * 64
    (folder / f"{KEY}.json").rename(folder / f"{other}.json")
    assert recall(other) is None


@pytest.mark.parametrize(
    "content", [b"", b"\n", b"{}", b"null\nnull", b"\xff\xfe", b"[" * 100_000, b"0" * 64 + b"\n[]"]
)
def test_a_forged_entry_is_none(content: bytes, folder: Path) -> None:
    folder.mkdir(mode=0o700)
    (folder / f"{KEY}.json").write_bytes(content)
    assert recall(KEY) is None


@pytest.mark.skipif(os.name != "posix", reason="modes of Unix")
@pytest.mark.parametrize("mode", [0o777, 0o770, 0o702])
def test_a_folder_that_others_may_write_is_not_used(policy: CheckedPolicy, folder: Path, mode: int) -> None:
    keep(KEY, policy)
    folder.chmod(mode)
    assert recall(KEY) is None
    keep("1" * 64, policy)
    assert not (folder / f"{'1' * 64}.json").exists()


@pytest.mark.skipif(not hasattr(os, "getuid"), reason="users of Unix")
def test_a_folder_of_somebody_else_is_not_used(policy: CheckedPolicy, monkeypatch: pytest.MonkeyPatch) -> None:
    keep(KEY, policy)
    somebody = os.getuid() + 1
    monkeypatch.setattr(os, "getuid", lambda: somebody)
    assert recall(KEY) is None


# ---- where it cannot be kept ---------------------------------------------------------------------


def test_a_folder_that_cannot_be_made_is_no_error(policy: CheckedPolicy, folder: Path) -> None:
    folder.write_text("a file stands in its place", encoding="utf-8")
    keep(KEY, policy)
    assert recall(KEY) is None


def test_a_user_without_a_home_has_no_cache(policy: CheckedPolicy, monkeypatch: pytest.MonkeyPatch) -> None:
    def nobody(path: Path) -> Path:
        raise RuntimeError("Could not determine home directory.")

    monkeypatch.delenv("EVALRULES_CACHE")
    monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
    monkeypatch.setattr(Path, "expanduser", nobody)
    assert cache.folder() is None
    keep(KEY, policy)
    assert recall(KEY) is None


def test_the_folder_is_named_by_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EVALRULES_CACHE", "")
    monkeypatch.setenv("XDG_CACHE_HOME", "/x")
    assert cache.folder() == Path("/x/evalrules")
    monkeypatch.delenv("XDG_CACHE_HOME")
    monkeypatch.setenv("HOME", "/home/somebody")
    monkeypatch.setenv("USERPROFILE", "/home/somebody")
    assert cache.folder() == Path("/home/somebody/.cache/evalrules")
    monkeypatch.setenv("EVALRULES_CACHE", "/y")
    assert cache.folder() == Path("/y")


def test_the_oldest_entries_go(policy: CheckedPolicy, folder: Path) -> None:
    """Every change of a policy makes an entry, and only so many are kept. Nobody else's file is touched."""
    folder.mkdir(mode=0o700)
    (folder / "package.json").write_text("{}", encoding="utf-8")
    for at in range(MOST_KEPT + 3):
        path = folder / f"{at:064x}.json"
        path.write_text("", encoding="utf-8")
        os.utime(path, (at, at))
    keep("f" * 64, policy)
    kept = sorted(path.name for path in folder.iterdir())
    assert kept[:-2] == [f"{at:064x}.json" for at in range(4, MOST_KEPT + 3)]
    assert kept[-2:] == [f"{'f' * 64}.json", "package.json"]


# ---- in use --------------------------------------------------------------------------------------


def test_an_unchanged_policy_is_not_compiled_again(monkeypatch: pytest.MonkeyPatch) -> None:
    shelf = Shelf(shipped())
    source = shelf.policy_source("yanchi-2022")
    assert source is not None
    compiled = recall_or_compile(source, shelf).policy

    def compile_nothing(source: Source, shelf: Shelf) -> pipeline.Compiled:
        raise AssertionError("it was compiled again")

    monkeypatch.setattr(pipeline, "compile_policy", compile_nothing)
    recalled = recall_or_compile(source, shelf).policy
    assert recalled is not None
    assert compiled is not None
    assert (recalled.id, recalled.hash) == (compiled.id, compiled.hash)


def test_processes_do_not_disturb_each_other(folder: Path) -> None:
    """Several that start with an empty cache at once all have the policy, and leave one whole entry."""
    program = "import evalrules; print(evalrules.load('yanchi-2022').checked.hash)"
    running = [
        subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE, encoding="utf-8") for _ in range(4)
    ]
    hashes = {process.communicate(timeout=60)[0] for process in running}
    assert len(hashes) == 1
    assert all(process.returncode == 0 for process in running)
    (entry,) = folder.iterdir()
    assert recall(entry.stem) is not None
