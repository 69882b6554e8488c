"""The parts of pages that are made from the code."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

Part = Callable[[], str]
"""Markdown that ends with a line break."""

PARTS: Mapping[str, Part] = MappingProxyType({})
"""The parts by the name that stands in `<!-- made: NAME -->`."""
