"""A policy is found by its id or its path, and what it rests on beside it or in the library."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

import evalrules
from evalrules.workbench.loading import PolicyError, load_policy, locate
from tests.workbench.conftest import SCHEMA, amendment_text, policy_text, put


def code_of(name: str, *libraries: Path) -> str:
    """Why `name` cannot be loaded."""
    with pytest.raises(PolicyError) as refused:
        load_policy(name, libraries)
    assert str(refused.value)
    return refused.value.refusal.code


def test_an_id_is_looked_up_in_the_library() -> None:
    assert evalrules.load("yanchi-2022").id == "yanchi-2022"


def test_a_path_may_be_text_or_a_path(library: Path) -> None:
    put(library / "schemas" / "p.rules", policy_text("p"))
    for path in (library / "schemas" / "p.rules", str(library / "schemas" / "p.rules")):
        assert evalrules.load(path).title == "p 办法"


def test_a_file_without_the_ending_is_a_policy_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A word is an id first, and the name of a file where no policy is called so."""
    put(tmp_path / "grant.rules", SCHEMA)
    put(tmp_path / "p", policy_text("p"))
    put(tmp_path / "yanchi-2022", policy_text("p"))
    monkeypatch.chdir(tmp_path)
    assert load_policy("p").id == "p"
    assert load_policy("yanchi-2022").id == "yanchi-2022"


def test_neighbours_come_before_the_library(tmp_path: Path) -> None:
    """An amendment of a neighbour resolves; a namesake in the library is hidden."""
    put(tmp_path / "grant.rules", SCHEMA)
    put(tmp_path / "yanchi-2022.rules", policy_text("yanchi-2022"))
    put(tmp_path / "q.rules", amendment_text("q", "yanchi-2022"))
    policy = load_policy(str(tmp_path / "q.rules"))
    assert policy.schema.name == "grant"
    assert policy.layers == ("yanchi-2022", "q")


def test_a_file_may_be_called_otherwise_than_it_declares(library: Path) -> None:
    """What counts is the name in the file: by it, and by no other, the policy is found and amended."""
    put(library / "2022年办法.rules", policy_text("base"))
    put(library / "county.rules", amendment_text("county", "base"))
    assert load_policy("base", (library,)).id == "base"
    assert load_policy("county", (library,)).layers == ("base", "county")
    assert code_of("2022年办法", library) == "unknown-policy"


def test_a_name_declared_twice_is_nobody_s(library: Path) -> None:
    """In one folder that is an error, whoever asks; in two, the first folder prevails."""
    put(library / "a.rules", policy_text("p"))
    put(library / "other" / "b.rules", policy_text("p"))
    put(library / "q.rules", amendment_text("q", "p"))
    assert code_of("p", library) == "declared-twice"
    assert code_of("q", library) == "declared-twice"
    assert load_policy("p", (library / "other", library)).id == "p"


@pytest.mark.parametrize("name", ["../p", "lib/../p.rules", "/nosuch/p", "..\\p", "p/", "./p"])
def test_what_has_a_slash_is_a_path(name: str, library: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """And leads to a file or to none, never into a library."""
    put(library / "p.rules", policy_text("p"))
    monkeypatch.chdir(library / "schemas")
    assert code_of(name, library) == "cannot-open"


@pytest.mark.parametrize("name", ["", "*", "p*", "[p]", "..", "p\0", "长" * 5_000, "~", "nul"])
def test_what_is_no_id_is_an_unknown_policy(name: str, library: Path) -> None:
    put(library / "p.rules", policy_text("p"))
    assert code_of(name, library) == "unknown-policy"


@pytest.mark.parametrize("word", ["../p", '"../p"', "/etc/passwd", "~/p", "a.b", "..", "*", "C:\\p"])
def test_a_policy_reaches_no_file_by_path(word: str, library: Path) -> None:
    """What it amends, and the form it scores, are names: anything else does not parse."""
    put(library / "p.rules", policy_text("p"))
    put(library / "sub" / "q.rules", amendment_text("q", word))
    put(library / "sub" / "r.rules", policy_text("r").replace("适用 grant", f"适用 {word}"))
    for file in ("q", "r"):
        with pytest.raises(PolicyError) as refused:
            load_policy(str(library / "sub" / f"{file}.rules"), (library,))
        assert refused.value.refusal.code == "broken-policy"
        assert {each.code for each in refused.value.problems} & {"unexpected-word", "unknown-character"}


def test_a_file_that_is_no_policy_is_said_to_be_none(tmp_path: Path) -> None:
    assert code_of(str(put(tmp_path / "form.json", "{}"))) == "not-a-policy"
    assert code_of("form.yaml") == "not-a-policy"
    assert code_of("project") == "not-a-policy"


def test_a_path_that_cannot_be_opened(tmp_path: Path) -> None:
    (tmp_path / "d.rules").mkdir()
    assert code_of(str(tmp_path / "d.rules")) == "cannot-open"
    assert code_of(str(tmp_path / "nosuch.rules")) == "cannot-open"
    assert code_of("a\0b.rules") == "cannot-open"
    assert code_of("长" * 5_000 + ".rules") == "cannot-open"


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read(library: Path) -> None:
    """Asked for, it is told; as a neighbour, it is passed over."""
    secret = put(library / "secret.rules", policy_text("p"))
    secret.chmod(0)
    assert code_of(str(secret)) == "cannot-open"
    put(library / "q.rules", policy_text("q"))
    assert load_policy("q", (library,)).id == "q"


def test_a_folder_called_like_a_policy_is_passed_over(library: Path) -> None:
    (library / "q.rules").mkdir()
    put(library / "sub" / "q.rules", policy_text("q"))
    assert load_policy("q", (library,)).id == "q"


def test_a_broken_policy_tells_its_problems(library: Path) -> None:
    """Each error at its place, in the message as well; warnings are not among the reasons."""
    text = policy_text("p").replace("实际完成值 ÷", "实际 ÷") + "\n参数 没有用到 = 1 [注 1]\n"
    put(library / "p.rules", text)
    with pytest.raises(PolicyError) as refused:
        load_policy("p", (library,))
    assert [each.code for each in refused.value.problems] == ["unknown-name"]
    assert "p.rules:10: “实际”在这里没有所指" in str(refused.value)


def test_a_namesake_on_the_way_is_told_when_located(library: Path) -> None:
    put(library / "a.rules", policy_text("p"))
    put(library / "b.rules", policy_text("p"))
    with pytest.raises(PolicyError, match="有几个文件都声明了"):
        locate("p", (library,))
