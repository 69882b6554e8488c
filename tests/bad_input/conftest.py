"""What the tests of bad input share: a folder of compiled policies that is nobody's."""

from __future__ import annotations

import pytest


@pytest.fixture(autouse=True)
def cache(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Compiled policies are kept among the tests' own files, for all of them."""
    monkeypatch.setenv("EVALRULES_CACHE", str(tmp_path_factory.getbasetemp() / "cache"))
