"""What the tests of the readers share: the project form as it is declared."""

from __future__ import annotations

from pathlib import Path

import pytest

from evalrules.language.check.schema import check_schema
from evalrules.language.decode import decode
from evalrules.language.policy.schema import Schema
from evalrules.language.source import Source
from evalrules.language.syntax.parse import parse
from evalrules.library.shelf import Shelf

DECLARATION = Path(__file__).parents[2] / "policies" / "schemas" / "project.rules"


@pytest.fixture(scope="session")
def declared() -> Schema:
    """The project form as its schema declares it."""
    source = decode(DECLARATION.read_bytes(), DECLARATION.name)
    assert isinstance(source, Source)
    schema = check_schema(parse(source).document, Shelf(())).schema
    assert schema is not None
    return schema
