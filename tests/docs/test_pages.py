"""Every page of the documentation says what is true: its fences run, and its made parts are up to date."""

from __future__ import annotations

import re
from difflib import unified_diff
from itertools import groupby
from pathlib import Path

import pytest

from tests.docs.desk import REPOSITORY, desk_at
from tests.docs.fences import outdated
from tests.docs.made import PARTS
from tests.docs.page import Page, page_from

ROOMS = ("tutorial", "how-to", "reference", "explanation")
PLACES = ("README*.md", "docs/*.md", *(f"docs/{room}/**/*.md" for room in ROOMS), "CONTRIBUTING.md")


def pages() -> list[Path]:
    """The pages of the documentation, each once."""
    found = {path for place in PLACES for path in REPOSITORY.glob(place)}
    return sorted(found)


def series_of(path: Path) -> str:
    """The pages that work at one desk: the lessons of a tutorial, one after the other; every other page has its own."""
    lesson = "tutorial" in path.parts and re.match(r"\d\d-", path.name)
    return str((path.parent if lesson else path).relative_to(REPOSITORY))


SERIES = [(name, list(paths)) for name, paths in groupby(pages(), series_of)]


@pytest.mark.parametrize("path", pages(), ids=lambda path: str(path.relative_to(REPOSITORY)))
def test_made_parts_are_made_from_the_code(path: Path, rewrite: bool) -> None:
    """What a page lists is what the code has."""
    page = page_from(path)
    unknown = [name for name, _ in page.made if name not in PARTS]
    assert not unknown
    complaints = settle(page, page.with_made({name: PARTS[name]() for name, _ in page.made}), rewrite)
    assert not complaints, "\n".join(complaints)


@pytest.mark.parametrize("paths", [paths for _, paths in SERIES], ids=[name for name, _ in SERIES])
def test_what_a_page_shows_is_what_happens(
    paths: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, rewrite: bool
) -> None:
    """Each fence holds what running it gives, and the policy of a page has no problems."""
    desk = desk_at(tmp_path)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("EVALRULES_CACHE", str(tmp_path / "cache"))
    complaints: list[str] = []
    for path in paths:
        page = page_from(path)
        bodies, refused = outdated(page, desk)
        complaints += refused
        complaints += settle(page, page.with_fences(bodies), rewrite)
    assert not complaints, "\n".join(complaints)


@pytest.mark.parametrize("path", pages(), ids=lambda path: str(path.relative_to(REPOSITORY)))
def test_links_lead_somewhere(path: Path) -> None:
    """A link to another file of the repository leads to a file that is there."""
    targets = re.findall(r"\]\((?!https?:|#)([^)#]+)", path.read_text(encoding="utf-8"))
    assert not [target for target in targets if not (path.parent / target).exists()]


def settle(page: Page, current: Page, rewrite: bool) -> list[str]:
    """Write the page as it should be if this run rewrites; else say where it differs."""
    if page.text == current.text:
        return []
    if rewrite:
        page.path.write_text(current.text, encoding="utf-8")
        return []
    before, after = page.text.splitlines(), current.text.splitlines()
    place = str(page.path.relative_to(REPOSITORY))
    return ["\n".join(unified_diff(before, after, place, "what it should say", lineterm="", n=2))]
