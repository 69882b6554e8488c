"""Policies and schemas are found by the names they declare, in folders searched in order."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from evalrules.language.decode import LARGEST_POLICY
from evalrules.language.problems import Problem
from evalrules.language.source import Source
from evalrules.library.shelf import DeclaredTwiceError, Shelf, shipped


def put(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_what_is_shipped_can_be_found() -> None:
    shelf = Shelf(shipped())
    assert shelf.policy_source("yanchi-2022") is not None
    assert shelf.schema_source("project") is not None
    assert {"yanchi-2022", "mof-2020"} <= set(shelf.policy_ids())
    assert "project" in shelf.schema_names()


def test_a_policy_is_no_schema() -> None:
    shelf = Shelf(shipped())
    assert shelf.schema_source("yanchi-2022") is None
    assert shelf.policy_source("project") is None


def test_files_are_found_at_any_depth_by_what_they_declare(tmp_path: Path) -> None:
    put(tmp_path / "a" / "b" / "p.rules", "政策 p\n")
    put(tmp_path / "办法.rules", "政策 q\n")
    put(tmp_path / "r.rules", "政策 s\n")
    put(tmp_path / "t.txt", "政策 t\n")
    shelf = Shelf((tmp_path,))
    assert sorted(shelf.policy_ids()) == ["p", "q", "s"]
    assert shelf.policy_source("p") == Source("p.rules", "政策 p\n")
    assert shelf.policy_source("q") == Source("办法.rules", "政策 q\n")
    for name in ("r", "t", "办法"):
        assert shelf.policy_source(name) is None


def test_the_folder_beside_a_file_is_searched_alone_and_first(tmp_path: Path) -> None:
    put(tmp_path / "home" / "p.rules", "政策 p\n  年度 2021\n")
    put(tmp_path / "home" / "below" / "q.rules", "政策 q\n")
    put(tmp_path / "library" / "p.rules", "政策 p\n  年度 2022\n")
    shelf = Shelf((tmp_path / "library",), beside=tmp_path / "home")
    assert [(each.header.id, str(each.header.years)) for each in shelf.entries()] == [("p", "2021")]
    assert shelf.policy_source("q") is None


def test_the_first_folder_hides_namesakes(tmp_path: Path) -> None:
    """A policy hides policies, not schemas."""
    put(tmp_path / "one" / "x.rules", "政策 p\n  年度 2021\n")
    put(tmp_path / "two" / "p.rules", "政策 p\n  年度 2022\n")
    put(tmp_path / "two" / "q.rules", "表式 p\n")
    shelf = Shelf((tmp_path / "one", tmp_path / "two"))
    found = shelf.policy_source("p")
    assert found is not None
    assert "2021" in found.text
    assert shelf.policy_ids() == ("p",)
    assert shelf.schema_names() == ("p",)


def test_a_name_is_declared_once_in_a_folder(tmp_path: Path) -> None:
    """Several say that nothing is known; but the file that is called so is found without looking at others."""
    put(tmp_path / "a.rules", "政策 p\n")
    put(tmp_path / "b" / "c.rules", "政策 p\n")
    with pytest.raises(DeclaredTwiceError) as doubt:
        Shelf((tmp_path,)).policy_source("p")
    assert [each.path.name for each in doubt.value.entries] == ["a.rules", "c.rules"]
    put(tmp_path / "p.rules", "政策 p\n  年度 2022\n")
    found = Shelf((tmp_path,)).policy_source("p")
    assert found is not None
    assert "2022" in found.text


@pytest.mark.parametrize(
    "name", ["", "*", "?", "[a-z]", "..", "../p", "sub/p", "sub\\p", "p.rules", "p\0", "长" * 5000]
)
def test_a_name_is_no_path_and_no_pattern(name: str, tmp_path: Path) -> None:
    put(tmp_path / "p.rules", "政策 p\n")
    put(tmp_path / "library" / "sub" / "p.rules", "政策 q\n")
    shelf = Shelf((tmp_path / "library",))
    assert shelf.policy_source(name) is None
    assert shelf.schema_source(name) is None


def test_what_cannot_be_read_is_passed_over(tmp_path: Path) -> None:
    """Of a folder, a link to nowhere, a file of another encoding nothing is known, not even a name."""
    (tmp_path / "d.rules").mkdir()
    (tmp_path / "gbk.rules").write_bytes("政策 g\n".encode("gb18030"))
    put(tmp_path / "p.rules", "政策 p\n")
    if hasattr(os, "symlink"):
        (tmp_path / "link.rules").symlink_to(tmp_path / "nowhere")
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "pipe.rules")
    assert Shelf((tmp_path,)).policy_ids() == ("p",)
    assert Shelf((tmp_path / "nowhere",)).policy_ids() == ()


def test_a_file_that_is_too_large_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "p.rules"
    with path.open("wb") as file:
        file.truncate(LARGEST_POLICY * 1000)
    text = Shelf(()).text(path)
    assert isinstance(text, Problem)
    assert text.code == "too-large"
    assert str(LARGEST_POLICY * 1000) in text.message().zh


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="no such device")
def test_a_file_that_never_ends_is_read_so_far() -> None:
    text = Shelf(()).text(Path("/dev/zero"))
    assert isinstance(text, Problem)
    assert text.code == "too-large"


def test_the_texts_behind_a_policy_are_all_it_rests_on(tmp_path: Path) -> None:
    """Its schema and what it amends, down to the bottom, each once, whatever the files are called."""
    put(tmp_path / "grant.rules", "表式 grant\n")
    put(tmp_path / "a" / "x.rules", "政策 base\n  适用 grant\n")
    put(tmp_path / "b" / "x.rules", "政策 middle\n  修订 base\n")
    put(tmp_path / "c" / "x.rules", "政策 top\n  修订 middle\n  适用 grant\n")
    shelf = Shelf((tmp_path,))
    top = shelf.policy_source("top")
    assert top is not None
    heads = [each.text.splitlines()[0] for each in shelf.texts_behind(top)]
    assert heads[0] == "政策 top"
    assert sorted(heads) == ["政策 base", "政策 middle", "政策 top", "表式 grant"]


def test_a_circle_of_amendments_has_an_end(tmp_path: Path) -> None:
    put(tmp_path / "p.rules", "政策 p\n  修订 q\n")
    put(tmp_path / "q.rules", "政策 q\n  修订 p\n")
    shelf = Shelf((tmp_path,))
    source = shelf.policy_source("p")
    assert source is not None
    assert len(shelf.texts_behind(source)) == 2
