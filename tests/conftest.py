"""What every test shares: how many examples a law is tried on, and the flag that rewrites expected output."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

# The same tree always gives the same answer: `make test` draws the same few examples every time.
settings.register_profile(
    "default",
    deadline=None,
    derandomize=True,
    max_examples=50,
    suppress_health_check=[HealthCheck.too_slow],
)
# `make laws` goes looking: many examples, other ones each time, and what it finds is remembered.
settings.register_profile(
    "laws",
    deadline=None,
    derandomize=False,
    max_examples=2000,
    print_blob=True,
    suppress_health_check=[HealthCheck.too_slow],
)
# `--hypothesis-profile NAME` is applied later and so has the last word.
settings.load_profile("laws" if os.environ.get("EVALRULES_LAWS") else "default")

TESTS = Path(__file__).parent


def pytest_addoption(parser: pytest.Parser) -> None:
    """Adds the flag that turns expected output into actual output."""
    parser.addoption(
        "--rewrite",
        action="store_true",
        help="write what is printed now into the golden files and the output fences; then read the diff",
    )


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Marks by place: what lies under tests/laws is a law, under tests/packaging a packaging test."""
    for item in items:
        for place in ("laws", "packaging"):
            if item.path.is_relative_to(TESTS / place):
                item.add_marker(place)


@pytest.fixture(scope="session")
def rewrite(pytestconfig: pytest.Config) -> bool:
    """Whether this run was asked to rewrite expected output instead of comparing with it."""
    return bool(pytestconfig.getoption("--rewrite"))
